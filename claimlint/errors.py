"""What can go wrong, in words for the person who can act, and the exit statuses."""

from __future__ import annotations

from enum import IntEnum

from claimlint.amounts import amount


class Status(IntEnum):
    """Exit status of the program; when several apply, `worst` says which one wins."""

    CLEAN = 0
    FINDINGS = 1
    WRONG_CALL = 2
    UNREADABLE = 3
    STOPPED = 130
    """As shells tell of a program that Ctrl-C ended."""

    @classmethod
    def worst(cls, *statuses: Status) -> Status:
        """Return the status that a run ends with: 2 before 3 before 1 before 0."""
        for status in (cls.WRONG_CALL, cls.UNREADABLE, cls.FINDINGS):
            if status in statuses:
                return status
        return cls.CLEAN


class ClaimlintError(Exception):
    """A fault that is told to the user in one line: where, what is wrong, what to do."""

    status = Status.WRONG_CALL


class WrongCall(ClaimlintError):
    """The call or an option is wrong."""


class Stopped(ClaimlintError):
    """Somebody stopped the program; the message tells how far it came."""

    status = Status.STOPPED


class RuleFault(ClaimlintError):
    """A rule, word list or catalogue file is wrong; the message opens with file and line."""


class PackFault(RuleFault):
    """A folder of rules that is refused as a whole; `faults` are all that is wrong with it."""

    def __init__(self, name: str, faults: tuple[str, ...]) -> None:
        self.refused = f"the rules of {name} are refused: {amount(len(faults), 'fault')}"
        super().__init__(f"{self.refused}; the first: {faults[0]}")
        self.faults = faults


class ModelFault(ClaimlintError):
    """The language model is absent or its files are not the ones that the package expects."""


class UnreadableFile(ClaimlintError):
    """A file that was named could not be read.

    `code` is one of the problem codes of `claimlint.document.ProblemCode`.
    """

    status = Status.UNREADABLE

    def __init__(self, message: str, *, code: str = "damaged") -> None:
        super().__init__(message)
        self.code = code


class NoQuestionnaire(UnreadableFile):
    """A file was taken for a questionnaire that came back and is none."""
