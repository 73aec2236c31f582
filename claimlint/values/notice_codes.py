"""Under which codes reports tell what is no claim; `docs/pipeline.md` says what each means."""

from __future__ import annotations

from enum import StrEnum


class NoticeCode(StrEnum):
    """What a notice is about. Codes are never renamed; new ones may come."""

    CONFIGURATION = "configuration"
    DECISIONS = "decisions"
    BASELINE = "baseline"
    DOSSIER = "dossier"
    MODEL = "model"
    PASSED_OVER = "passed-over"
    OVERRIDE_UNUSED = "override-unused"
    SWITCHED_OFF = "switched-off"
    PRODUCT_NAME = "product-name"
    NOTHING_ON_OFFER = "nothing-on-offer"
    OTHER_PRODUCT = "other-product"
    OWN_PAPER = "own-paper"
    OWN_REMARKS = "own-remarks"
    HIDDEN_CLAIM = "hidden-claim"
    HIDDEN_DISCLAIMER = "hidden-disclaimer"
    STRUCK_OUT_CLAIM = "struck-out-claim"
    STRUCK_OUT_CLAUSE = "struck-out-clause"
    UNSEEN_CHARACTERS = "unseen-characters"
    DANGLING_FOOTNOTE = "dangling-footnote"
    NO_BASELINE = "no-baseline"
    DENOMINATOR_UNCLEAR = "denominator-unclear"
    BOILERPLATE_DISCLAIMER = "boilerplate-disclaimer"
    OVERSIGHT_UNDEFINED = "oversight-undefined"
    UNREADABLE_EVIDENCE = "unreadable-evidence"
    BINDING_UNUSED = "binding-unused"
    BASELINE_STALE = "baseline-stale"
    SUPPRESSION_IN_INPUT = "suppression-in-input"
    DECISION_EXPIRED = "decision-expired"
    DECISION_MALFORMED = "decision-malformed"
    DECISION_OVERRULED = "decision-overruled"
    DECISION_UNUSED = "decision-unused"
