"""What lowers the worth of a measurement where it stands: "up to", a base model, a correction."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from claimlint.evidence.matching.compiled_kinds import CompiledKind, FieldHit
from claimlint.evidence.matching.searched_text import Index
from claimlint.evidence.matching.wordlists import WordLists
from claimlint.evidence.text.unit import Unit
from claimlint.regex import regex
from claimlint.terms import ACCURACY, SAMPLE_SIZE, SECURITY, Verdict

_BASE_MODEL = regex(
    r"\b(?:GPT-?\w[\w.]*|ChatGPT|Claude|Gemini|Llama|Mistral|DeepSeek|Qwen|"
    r"(?:base|foundation|underlying) model)(?:\s[\w.]+){0,2}\s"
    r"(?:reach\w*|scor\w*|achiev\w*|attain\w*|had|has|shows?|got|was|is)\b"
    r"|\b(?:as reported|published|measured) by (?:OpenAI|Anthropic|Google|Meta|Mistral)\b",
    re.IGNORECASE,
)
_OTHER_PRODUCT = regex(
    r"\b(?:our|its|their|the) (?:sister|companion|other) (?:product|tool|system|solution|app)\b",
    re.IGNORECASE,
)
_SCORED = regex(r"\b(?:scored|measured|judged|counted|evaluated|graded)\b", re.IGNORECASE)
_MADE_UP = regex(
    r"\b(?<!no )(?<!not )(?<!without )(?<!excluding )"
    r"(?:synthetic(?:ally generated)?|simulated|staged|"
    r"demo(?:nstration)?|hand-?picked|cherry-?picked|made-up)\s(?:[a-z-]+\s){0,2}?"
    r"(?:data(?:\s?set)?|sample|set|environment|account|tenant|[a-z]{3,}s)\b",
    re.IGNORECASE,
)
"""Items that no customer had: what was measured on them says less of real work."""
_DATA = frozenset({"dataset", SAMPLE_SIZE})
_WANTED = ("target", "goal", "planned", "expected", "required", "acceptance")
"""Labels in front of a value that is wanted and was not measured."""
_BINDING = regex(
    r"\b(?:shall|warrants?|undertakes?|guarantees?|commits? to|agrees? to|service credits?)\b",
    re.IGNORECASE,
)


def caveats_in(
    compiled: CompiledKind,
    group: Sequence[Unit],
    around: Sequence[Unit],
    index: Index,
    words: WordLists,
) -> Iterator[FieldHit]:
    """Yield what lowers evidence; the value of a hit is the highest verdict that it leaves.

    Looked for in the units that anchor the evidence (`group`). In all units `around` them too: a
    promise ("service credits"), what an audit left out of its scope, and that people corrected what
    was scored.
    """
    for unit in around:
        yield from _rejected(compiled, unit, index, Verdict.PROMISED)
        if compiled.kind.id == SECURITY:
            yield from _rejected(compiled, unit, index, Verdict.WRONG_TARGET)
        if compiled.kind.id == ACCURACY and unit not in group:
            hit = words.corrected.first(unit.index, index)
            if hit is not None and _SCORED.search(unit.text):
                yield FieldHit("caveat", unit, hit.start, hit.end, str(Verdict.WRONG_TARGET))
    for unit in group:
        match = _OTHER_PRODUCT.search(unit.text)
        if match:
            yield FieldHit("caveat", unit, *match.span(), str(Verdict.WRONG_TARGET))
        if compiled.kind.id != SECURITY:
            yield from _rejected(compiled, unit, index, Verdict.WRONG_TARGET)
        if compiled.kind.apart:
            yield from _lowered(compiled, unit, index, words)


def made_up(compiled: CompiledKind, hits: Sequence[FieldHit]) -> Iterator[FieldHit]:
    """Yield as caveat where accuracy was measured on items that were made or picked for it."""
    if compiled.kind.id != ACCURACY:
        return
    units = {hit.unit.index: hit.unit for hit in hits if hit.field in _DATA}
    for unit in units.values():
        match = _MADE_UP.search(unit.text)
        if match is not None:
            yield FieldHit("caveat", unit, *match.span(), str(Verdict.PARTLY_BACKED))


def _rejected(
    compiled: CompiledKind, unit: Unit, index: Index, verdict: Verdict
) -> Iterator[FieldHit]:
    for reject, cues in compiled.rejects:
        hit = cues.first(unit.index, index) if reject.verdict is verdict else None
        if hit is not None:
            yield FieldHit("caveat", unit, hit.start, hit.end, str(verdict))


def _lowered(
    compiled: CompiledKind, unit: Unit, index: Index, words: WordLists
) -> Iterator[FieldHit]:
    lists = [(Verdict.PARTLY_BACKED, words.lowering), (Verdict.ASSERTED, words.planned)]
    if compiled.kind.id == ACCURACY:
        lists.append((Verdict.WRONG_TARGET, words.corrected))
    for verdict, cues in lists:
        hit = cues.first(unit.index, index)
        if hit is not None:
            yield FieldHit("caveat", unit, hit.start, hit.end, str(verdict))
    if unit.label.startswith(_WANTED):
        yield FieldHit("caveat", unit, 0, len(unit.label), str(Verdict.PROMISED))
    match = _BASE_MODEL.search(unit.text)
    if match:
        yield FieldHit("caveat", unit, *match.span(), str(Verdict.WRONG_TARGET))
    match = _BINDING.search(unit.text)
    if match:
        yield FieldHit("caveat", unit, *match.span(), str(Verdict.PROMISED))
