"""Names of people's work by their endings: no list of professions is ever complete."""

from __future__ import annotations

import re
from collections.abc import Iterator

from claimlint.evidence.detectors.hit import Hit

_NO_WORK = (
    "after another answer applicant asian assist assistant border brighter broader buffer "
    "calculator career carrier center chapter character checklist claimant clearer closer "
    "cluster colou?r competitor compliant computer consider consist constant consumer container "
    "corner counter cover customer cylinder dealer deeper deliver detector discover distant "
    "door earlier easier either elevator error ever exist factor fewer filter floor folder "
    "footer former four fuller further gather generator german greater guardian header higher "
    "hour human identifier important indicator insist instant integer italian larger later "
    "layer ledger letter longer lower major marker matter median member merchant meter minor "
    "mirror monitor motor narrower nearer never newer number offer older order other over owner "
    "paper parameter participant partner persist pointer poor popular power prefer printer "
    "prior processor provider quarter quicker rather reactor reader regimen register regular "
    "relevant remainder remember reminder resist restaurant richer safer scanner sector sender "
    "sensor server sharper shorter shortlist significant similar simpler slower smaller smarter "
    "smoother speaker specimen stronger summer super supplier tenant tender tighter together "
    "tractor transfer trigger under user variant vector vendor viewer voucher want warrant "
    "water weaker weather whether wider winter woman women younger"
).replace(" ", "|")
_ENDINGS = (
    "[bcdghklmnprstz]ist icist ician arian ineer ographer keeper maker worker smith wright "
    "[a-z]{2}or [a-z]{2}[b-hj-z]er [a-z]{2}ant cashier courier"
).replace(" ", "|")
WORKER = (
    rf"(?:\b(?:(?!(?:{_NO_WORK})s?\b)[a-z]*(?:{_ENDINGS})s?|(?:fore|crafts|sales)m[ae]n|judges?|"
    r"chefs?|cooks?|midwi(?:fe|ves)|vets?|nurses?|clerks?|jury|jurors?|pilots?|guards?|sommeliers?)\b)"
)
"""A word for one who does a kind of work, as a fragment of a pattern that ignores capitals."""

_WORKER = re.compile(WORKER, re.IGNORECASE)


def find_worker(text: str) -> Iterator[Hit]:
    """Yield words that end like names of people's work: "brokers", "hygienist", "foreman"."""
    for match in _WORKER.finditer(text):
        yield Hit(match.start(), match.end(), generic=False)
