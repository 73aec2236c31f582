"""What a run goes by, beside its paths."""

from __future__ import annotations

import os
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct

from claimlint.errors import WrongCall
from claimlint.terms import DocumentKind, FailOn, Profile
from claimlint.values.policy import Policy

if TYPE_CHECKING:
    from claimlint.finding import Disclosure
else:
    Disclosure = Struct  # what stands in answers is loaded by who reads them, and sent to nobody


class Settings(Struct, frozen=True, kw_only=True):
    """The settings of one run.

    `today` is the day against which evidence goes stale. `kind` overrides the guess for every
    document. `evidence` are dossiers, `same_matter` makes all paths papers of one vendor. `rules`
    is a folder to use instead of the rules that ship with the package. `limits` are name and value
    of reading limits that differ from the defaults. `profile` says for whom the run is; without
    `fail_on` the profile says from which level on findings fail. `rule_folders` and `packs` add
    rules. `exclude` are file patterns and the folder that each is seen from; with `force_exclude`
    they also take out files that the call names. `decisions` is the record of decisions,
    `baseline` that of old debt, `policy` what the house has settled, `configuration` the files
    that all this comes from. `answers` is evidence that stands in a vendor's answers. `kinds` are
    paths of the call with the kind of what lies there; with `stances` documents are also read for
    what they hold on the topics of `rules/topics`. `incidents` is a file of post-mortems.
    `stdin_filename` is the name that standard input (`-`) goes by: its format, what is set for
    files of that name, and the dossier beside it are then those of such a file.
    With `cache` what was found in a file is kept, under seal, for the next run on the same bytes.
    Without `prefilter` every pattern is tried in every unit, which finds the same, slowly.
    """

    today: date
    profile: Profile = Profile.BUYER
    fail_on: FailOn | None = None
    kind: DocumentKind | None = None
    kinds: tuple[tuple[str, DocumentKind], ...] = ()
    stances: bool = False
    incidents: Path | None = None
    evidence: tuple[Path, ...] = ()
    same_matter: bool = False
    rules: Path | None = None
    model: str | None = None
    jobs: int = 1
    prefilter: bool = True
    cache: bool = False
    ocr: bool = False
    limits: tuple[tuple[str, float], ...] = ()
    rule_folders: tuple[Path, ...] = ()
    packs: tuple[str, ...] = ()
    exclude: tuple[tuple[str, Path], ...] = ()
    force_exclude: bool = False
    fail_on_partly_read: bool = False
    decisions: Path | None = None
    baseline: Path | None = None
    policy: Policy = Policy()
    configuration: tuple[str, ...] = ()
    stdin_filename: str | None = None
    answers: tuple[Disclosure, ...] = ()

    def kind_of(self, name: str) -> DocumentKind | None:
        """Return the kind that the call gives the file `name`, or None."""
        for path, kind in self.kinds:
            if name == path or name.startswith(f"{path.rstrip('/')}/"):
                return kind
        return None


def default_today() -> date:
    """Return the day of SOURCE_DATE_EPOCH where that is set, else the current date.

    Raises:
        WrongCall: SOURCE_DATE_EPOCH is no whole number of seconds.
    """
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    if epoch is None:
        return datetime.now(tz=UTC).date()
    try:
        return datetime.fromtimestamp(int(epoch), tz=UTC).date()
    except (ValueError, OverflowError, OSError):
        message = f"SOURCE_DATE_EPOCH: {epoch!r} is no whole number of seconds"
        raise WrongCall(message) from None
