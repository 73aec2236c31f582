"""What a run goes by, beside its paths."""

from __future__ import annotations

import os
from datetime import UTC, date, datetime
from pathlib import Path
from types import UnionType
from typing import TYPE_CHECKING

from msgspec import Struct

from claimlint.errors import WrongCall
from claimlint.machine.paths import given_for
from claimlint.terms import DocumentKind, FailOn, Profile
from claimlint.values.policy import Policy

if TYPE_CHECKING:
    from claimlint.finding import Disclosure
else:
    Disclosure = Struct  # what stands in answers is loaded by who reads them, and sent to nobody


_OF_ONE_KIND = (
    *(("today", date), ("profile", Profile), ("fail_on", FailOn), ("kind", DocumentKind)),
    *(("policy", Policy), ("jobs", int), ("model", str), ("stdin_filename", str)),
    *((name, Path) for name in ("decisions", "baseline", "incidents", "rules")),
)
_NEEDED = ("today", "profile", "policy", "jobs")
_TWO = 2
_OF_MANY = (("evidence", Path), ("rule_folders", Path), ("packs", str))
_OF_PAIRS = (("exclude", str, Path), ("kinds", str, DocumentKind), ("limits", str, float | int))


class Settings(Struct, frozen=True, kw_only=True):
    """The settings of one run, from the command line and the configuration together."""

    today: date
    """The day against which evidence goes stale."""
    profile: Profile = Profile.BUYER
    """For whom the run is: what is shown first, what fails, whose ignores count."""
    fail_on: FailOn | None = None
    """From which level on findings fail; None leaves it to the profile."""
    fail_on_partly_read: bool = False
    """Whether a document that was read in part ends the run as one that was not read."""
    policy: Policy = Policy()
    """Which rules count, and at which level, in this house."""
    decisions: Path | None = None
    """The record of decisions that people took on findings."""
    baseline: Path | None = None
    """The record of claims that were known before, which do not fail."""

    kind: DocumentKind | None = None
    """The kind of every document, where the guess is to be overridden."""
    kinds: tuple[tuple[str, DocumentKind], ...] = ()
    """The kinds of what lies below certain paths; they go before `kind`."""
    same_matter: bool = False
    """Whether all paths are papers of one vendor."""
    exclude: tuple[tuple[str, Path], ...] = ()
    """Patterns of files to leave out, each with the folder from which it is seen."""
    force_exclude: bool = False
    """Whether `exclude` also leaves out files that the call names."""
    gitignore: bool = True
    """Whether folders are read without what the `.gitignore` of the working folder, or of one above
    it in the same repository, leaves out; for a vendor, those of folders below it count too."""
    stdin_filename: str | None = None
    """The name by which standard input (`-`) goes: it decides the format, what is set for files
    of that name, and which dossier lies beside it."""
    evidence: tuple[Path, ...] = ()
    """Dossiers and model cards that serve every vendor of the call."""
    answers: tuple[Disclosure, ...] = ()
    """Evidence from a questionnaire that the vendor sent back."""
    incidents: Path | None = None
    """A file of post-mortems, which comparisons set beside the claims."""
    stances: bool = False
    """Whether documents are also read for the topics on which a deck and a contract can differ."""

    rules: Path | None = None
    """A folder of rules in place of those that ship with the package."""
    rule_folders: tuple[Path, ...] = ()
    """Folders of further rules."""
    packs: tuple[str, ...] = ()
    """Names of packs with further rules."""
    model: str | None = None
    """The name of the spaCy model, where it is not the usual one."""
    prefilter: bool = True
    """Whether only patterns that could match a unit are tried: all would find the same, slowly."""

    limits: tuple[tuple[str, float], ...] = ()
    """Limits of reading that differ from the defaults, by name."""
    ocr: bool = False
    """Whether pages without text are recognised from their pictures."""
    jobs: int = 1
    """How many processes read and check."""
    cache: bool = False
    """Whether what was found in a file is kept, under seal, for the next run on the same bytes."""
    configuration: tuple[str, ...] = ()
    """The files that these settings come from."""

    def __post_init__(self) -> None:
        """Refuse what a type checker would have refused, and would fail far from the call.

        Raises:
            WrongCall: a value is of another type, or no number that a limit can be.
        """
        for name, kind in _OF_ONE_KIND:
            value = getattr(self, name)
            if (value is not None or name in _NEEDED) and not _is(value, kind):
                article = "an" if kind is int else "a"
                wanted = f"{article} {kind.__name__}"
                raise WrongCall(f"Settings: {name}: expected {wanted}, not {value!r}")
        for name, kind in _OF_MANY:
            value = getattr(self, name)
            if not isinstance(value, tuple) or not all(_is(each, kind) for each in value):
                raise WrongCall(
                    f"Settings: {name}: expected a tuple of {kind.__name__}, not {value!r}"
                )
        for name, first, second in _OF_PAIRS:
            value = getattr(self, name)
            if not isinstance(value, tuple) or not all(_pair(p, first, second) for p in value):
                raise WrongCall(f"Settings: {name}: expected a tuple of pairs, not {value!r}")
        if self.jobs < 1:
            raise WrongCall(f"Settings: jobs: expected 1 or more, not {self.jobs}")
        for name, number in self.limits:
            if not 0 < number < float("inf"):
                raise WrongCall(f"Settings: limits: {name}: {number!r} is no positive number")

    def kind_of(self, name: str) -> DocumentKind | None:
        """Return the kind that the call gives the file `name`, or None."""
        return given_for(name, self.kinds)


def _is(value: object, kind: type) -> bool:
    """Tell whether a value is of a type; a moment is no day, though Python takes it for one."""
    return isinstance(value, kind) and not isinstance(value, datetime | bool)


def _pair(value: object, first: type, second: type | UnionType) -> bool:
    if not isinstance(value, tuple) or len(value) != _TWO:
        return False
    return isinstance(value[0], first) and isinstance(value[1], second)


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
