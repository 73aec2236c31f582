"""Finds claims about AI in documents and pairs each with the evidence that it needs.

`check`, `compare`, `diff`, `history`, `answers`, `run`, `extract`, `Settings`, `Report` and
`ClaimlintError` are loaded when first used, so that importing the package costs next to nothing.
"""

TYPE_CHECKING = False  # importing typing would cost more than the rest of a call for the version

if TYPE_CHECKING:
    from claimlint.answering import answers
    from claimlint.comparing import compare
    from claimlint.diffing import diff, history
    from claimlint.errors import ClaimlintError
    from claimlint.finding import Report
    from claimlint.session import check, extract, run
    from claimlint.settings import Settings

__version__ = "0.1.0"
__all__ = [
    "ClaimlintError",
    "Report",
    "Settings",
    "__version__",
    "answers",
    "check",
    "compare",
    "diff",
    "extract",
    "history",
    "run",
]

_HOMES = {
    "ClaimlintError": "claimlint.errors",
    "Report": "claimlint.finding",
    "Settings": "claimlint.settings",
    "answers": "claimlint.answering",
    "check": "claimlint.session",
    "compare": "claimlint.comparing",
    "diff": "claimlint.diffing",
    "extract": "claimlint.session",
    "history": "claimlint.diffing",
    "run": "claimlint.session",
}


def __getattr__(name: str) -> object:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module(_HOMES[name]), name)
