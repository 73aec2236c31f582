"""What an assistant may ask: check, explain, compare, label, within the limits of every run."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from claimlint.comparing import compare
from claimlint.config.apply import configured
from claimlint.config.find import nearest
from claimlint.config.layers import Configuration, load
from claimlint.decisions.find import nearest as nearest_record
from claimlint.finding import Report
from claimlint.label import text as label_text
from claimlint.label.build import labels
from claimlint.manual import page
from claimlint.manual.render import on_terminal
from claimlint.reports.json import report as json_report
from claimlint.reports.look import Look, Shape
from claimlint.reports.safe_text import safe
from claimlint.reports.text import report as terminal
from claimlint.reports.text.conflicts import render as render_conflicts
from claimlint.rulebook.suggestion import suggestion_or_all
from claimlint.session import PreparedCache, library, run
from claimlint.settings import Settings
from claimlint.steps.events import report_of
from claimlint.steps.status import anything_read, unread
from claimlint.terms import Profile
from claimlint.values.comparison import Role

Schema = dict[str, Any]
_KEEP = 5_000
_MOST = 100_000
_SHAPE = Shape(width=100)
_PATHS: Schema = {
    "type": "array",
    "items": {"type": "string", "minLength": 1},
    "minItems": 1,
    "description": "Files or folders on this machine.",
}
_WORDS: Schema = {"type": "string"}
_NAME = "text.md"


class WrongArguments(Exception):
    """The arguments of a call are not those that the tool takes."""


class Call(Struct, frozen=True):
    """The arguments of a call, checked against the tool's schema as they are taken."""

    arguments: Mapping[str, object]
    schema: Schema

    def __post_init__(self) -> None:
        known = self.schema["properties"]
        for name in self.arguments:
            if name not in known:
                hint = suggestion_or_all(name, tuple(known))
                raise WrongArguments(f"no argument called {name}{hint}")
        for name in self.schema["required"]:
            if name not in self.arguments:
                raise WrongArguments(f"the argument {name} is missing")

    def text(self, name: str, default: str = "") -> str:
        """Return a text, one of the schema's own where it lists them.

        Raises:
            WrongArguments: it is no text, or none of those.
        """
        if name not in self.arguments:
            return default
        value = self.arguments[name]
        choices = self.schema["properties"][name].get("enum")
        if not isinstance(value, str) or (choices and value not in choices):
            raise WrongArguments(f"{name}: expected {' or '.join(choices or ['text'])}")
        return value

    def paths(self, name: str) -> tuple[str, ...]:
        """Return a list of paths, none where it is left out.

        Raises:
            WrongArguments: it is none, or names standard input.
        """
        value = self.arguments.get(name, [])
        if not isinstance(value, list) or not all(isinstance(each, str) and each for each in value):
            raise WrongArguments(f"{name}: expected a list of paths")
        if "-" in value:
            raise WrongArguments(f"{name}: standard input is taken; give the text as `text`")
        return tuple(value)


class Tool(Struct, frozen=True):
    """One thing to ask, what it takes, and how it is answered: with text."""

    name: str
    description: str
    schema: Schema
    answer: Callable[[Call], str]


def tools(today: date) -> dict[str, Tool]:
    """Return all tools by name; `today` is the day against which evidence goes stale."""
    asked = Asked(today)
    found = (
        Tool(
            "check",
            "Find the claims about AI in documents or in a text, and the evidence that each still "
            "needs.",
            _schema(
                {
                    "paths": _PATHS,
                    "text": {"type": "string", "description": "Markdown, instead of paths."},
                    "profile": {"enum": [str(each) for each in Profile], "type": "string"},
                    "format": {"enum": ["text", "json"], "type": "string"},
                }
            ),
            asked.check,
        ),
        Tool(
            "explain",
            "Tell what a category, rule, kind of evidence, precedent or word of a report is.",
            _schema({"id": _WORDS}, "id"),
            asked.explain,
        ),
        Tool(
            "compare",
            "Set what decks promise beside what contracts and other papers say.",
            _schema({str(role): _PATHS for role in Role}, str(Role.DECK)),
            asked.compare,
        ),
        Tool(
            "label",
            "Draw the AI disclosure label of a vendor's papers.",
            _schema({"paths": _PATHS}, "paths"),
            asked.label,
        ),
    )
    return {tool.name: tool for tool in found}


def _schema(properties: Schema, *required: str) -> Schema:
    return {
        "type": "object",
        "properties": properties,
        "required": list(required),
        "additionalProperties": False,
    }


class Asked:
    """Answers calls; the configuration is that of the folder in which the server was started."""

    def __init__(self, today: date) -> None:
        self._today = today
        self._prepared = PreparedCache(_KEEP)

    def check(self, call: Call) -> str:
        """Return the report on documents or on a text.

        Raises:
            WrongArguments: neither is given, or both are; or the JSON is more than is answered.
        """
        paths, text = call.paths("paths"), call.text("text")
        if bool(paths) == bool(text):
            raise WrongArguments("give either paths or text")
        settings = self._settings(call.text("profile"))
        unsaved = {_NAME: text.encode("utf-8", "replace")} if text else {}
        report = self._done(paths or (_NAME,), settings, unsaved)
        if call.text("format", "text") == "json":
            return _whole(json_report.render(report))
        return _bounded(_unread(report) + terminal.render(report, Look()))

    def explain(self, call: Call) -> str:
        """Return the page of an id."""
        return on_terminal(page(call.text("id"), *library(self._settings())), _SHAPE)

    def compare(self, call: Call) -> str:
        """Return the conflicts between papers."""
        given = [(role, path) for role in Role for path in call.paths(str(role))]
        report = _something_read(compare(given, self._settings()))
        return _bounded(_unread(report) + render_conflicts(report, Look()))

    def label(self, call: Call) -> str:
        """Return the label, one for each matter."""
        report = self._done(call.paths("paths"), self._settings(), {})
        return _bounded(_unread(report) + label_text.render(labels(report), shape=_SHAPE))

    def _done(
        self, paths: tuple[str, ...], settings: Settings, unsaved: Mapping[str, bytes]
    ) -> Report:
        ready = self._prepared.of(settings)
        return _something_read(report_of(run(paths, settings, ready=ready, unsaved=unsaved)))

    def _settings(self, profile: str = "") -> Settings:
        call = Settings(today=self._today, profile=Profile(profile or Profile.BUYER))
        path = nearest()
        found = Configuration() if path is None else load(path)
        settings = configured(call, found, ("profile",) if profile else ())
        return replace(settings, decisions=settings.decisions or nearest_record())


def _something_read(report: Report) -> Report:
    """Return the report.

    Raises:
        WrongArguments: none of the documents could be read.
    """
    if report.documents and not anything_read(report):
        raise WrongArguments(_unread(report).rstrip())
    return report


def _unread(report: Report) -> str:
    faults = unread(report.documents)
    return "".join(f"not read: {safe(path)}: {safe(message)}\n" for path, message in faults)


def _bounded(text: str) -> str:
    if len(text) <= _MOST:
        return text
    return f"{text[:_MOST]}\n… cut after {_MOST} characters; name fewer documents\n"


def _whole(told: str) -> str:
    """Return JSON as it is: a part of it could not be read."""
    if len(told) > _MOST:
        raise WrongArguments(
            f"the JSON has {len(told)} characters, more than {_MOST}; name fewer documents, or ask "
            "for text"
        )
    return told
