"""Settings of a call laid over those of a configuration file."""

from __future__ import annotations

from collections.abc import Collection
from enum import StrEnum
from pathlib import Path
from typing import TypeVar

from msgspec.structs import replace

from claimlint.config import reading
from claimlint.config.layers import Configuration, Value
from claimlint.settings import Settings
from claimlint.terms import DocumentKind, FailOn, Profile
from claimlint.values.policy import Policy

_Word = TypeVar("_Word", bound=StrEnum)
_Default = TypeVar("_Default")


def configured(call: Settings, found: Configuration, said: Collection[str]) -> Settings:
    """Return the settings of a call, with the values of the configuration for all that it left out.

    `said` are the names of the settings that the call itself made. Lists of the call add to those
    of the configuration; what it selects stands instead.

    Raises:
        RuleFault: a value of the configuration is of the wrong kind.
    """
    one = _Single(found, said)
    return replace(
        call,
        profile=one.word("profile", Profile, call.profile),
        fail_on=one.word("fail-on", FailOn, call.fail_on),
        fail_on_partly_read=one.truth("fail-on-partly-read", call.fail_on_partly_read),
        kind=one.word("kind", DocumentKind, call.kind),
        same_matter=one.truth("same-matter", call.same_matter),
        gitignore=call.gitignore and one.truth("gitignore", True),
        jobs=one.whole("jobs", call.jobs),
        ocr=one.truth("ocr", call.ocr),
        cache=call.cache and one.truth("cache", True),
        model=one.text("model", call.model),
        decisions=one.target("decisions", call.decisions),
        baseline=one.target("baseline", call.baseline),
        evidence=(*reading.paths(found, "evidence"), *call.evidence),
        rule_folders=(*reading.paths(found, "rule-folders"), *call.rule_folders),
        packs=(*reading.packs(found), *call.packs),
        exclude=(*_excluded(found), *call.exclude),
        limits=(*reading.limits(found), *call.limits),
        policy=_joined(call.policy, reading.policy(found)),
        configuration=found.files,
    )


class _Single:
    """Keys with one value, for what the call has not said."""

    def __init__(self, found: Configuration, said: Collection[str]) -> None:
        self._found = found
        self._said = said

    def open(self, key: str) -> Value | None:
        return None if key.replace("-", "_") in self._said else self._found.one(key)

    def word(self, key: str, known: type[_Word], default: _Default) -> _Word | _Default:
        value = self.open(key)
        return default if value is None else value.node.member(known)

    def truth(self, key: str, default: bool) -> bool:
        value = self.open(key)
        return default if value is None else value.node.truth()

    def whole(self, key: str, default: int) -> int:
        value = self.open(key)
        if value is None:
            return default
        number = value.node.whole()
        if number < 1:
            raise value.node.fault("expected 1 or more")
        return number

    def text(self, key: str, default: str | None) -> str | None:
        value = self.open(key)
        return default if value is None else value.node.text()

    def target(self, key: str, default: Path | None) -> Path | None:
        value = self.open(key)
        return default if value is None else value.folder / value.node.text()


def _excluded(found: Configuration) -> tuple[tuple[str, Path], ...]:
    return tuple((value.node.text(), value.folder) for value in found.all("exclude"))


def _joined(call: Policy, house: Policy) -> Policy:
    return replace(house, select=call.select or house.select, ignore=(*house.ignore, *call.ignore))
