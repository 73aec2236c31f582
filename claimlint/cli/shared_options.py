"""Options that several commands share, offered by name and handed over in one piece.

A command says which it offers, `@offering("evidence", "jobs")`, and takes them as `given`; what it
does not offer has its default there. So an option is spelled, and becomes a setting, in one place.
"""

from __future__ import annotations

import inspect
from collections.abc import Callable, Mapping
from functools import wraps
from typing import get_type_hints

import typer
from msgspec import Struct

from claimlint import terms
from claimlint.cli import option_values, options
from claimlint.settings import Settings

CONFIGURED = ("config", "isolated", "today", "jobs", "no_cache")
READING = ("no_gitignore", "ocr", "model", "rules", "limit")
"""Options that most commands offer: where settings come from, and how papers are read."""
PAPERS = ("evidence", "incidents", "same_matter", "exit_zero", "fail_on_partly_read")
"""Options of the commands that set papers beside one another."""

Command = Callable[..., None]


class SharedOptions(Struct, frozen=True, kw_only=True):
    """What a call said by shared options; lists are None where it said nothing."""

    full: options.Full = False
    why: options.Why = False
    extracts: options.Extracts = False
    slides: options.SlidePictures = False
    fail_on: options.FailOn = None
    no_prefilter: options.NoPrefilter = False
    evidence: options.Evidence = None
    incidents: options.Incidents = None
    kind: options.Kind = None
    same_matter: options.SameMatter = False
    profile: options.Profile = terms.Profile.BUYER
    select: options.Select = None
    ignore: options.Ignore = None
    exit_zero: options.ExitZero = False
    fail_on_partly_read: options.FailOnPartlyRead = False
    config: options.Config = None
    isolated: options.Isolated = False
    decisions: options.Decisions = None
    baseline: options.Baseline = None
    exclude: options.Exclude = None
    force_exclude: options.ForceExclude = False
    no_gitignore: options.NoGitignore = False
    today: options.Today = None
    jobs: options.Jobs = 1
    ocr: options.Ocr = False
    model: options.Model = None
    rules: options.Rules = None
    limit: options.Limit = None
    no_cache: options.NoCache = False
    stdin_filename: options.StdinFilename = None
    quiet: options.Quiet = False

    def call(self) -> Settings:
        """Return the settings that the call itself makes, without any configuration.

        Raises:
            WrongCall: a value is wrong.
        """
        return Settings(
            today=option_values.day(self.today),
            evidence=tuple(self.evidence or ()),
            incidents=self.incidents,
            kind=self.kind,
            same_matter=self.same_matter,
            profile=self.profile,
            policy=option_values.policy(self.select, self.ignore),
            fail_on=self.fail_on,
            fail_on_partly_read=self.fail_on_partly_read,
            decisions=self.decisions,
            baseline=self.baseline,
            exclude=option_values.patterns(self.exclude),
            force_exclude=self.force_exclude,
            gitignore=not (self.no_gitignore or self.isolated),
            jobs=self.jobs,
            ocr=self.ocr,
            prefilter=not self.no_prefilter,
            model=self.model,
            rules=self.rules,
            limits=option_values.limits(self.limit),
            cache=not self.no_cache,
            stdin_filename=self.stdin_filename,
        )

    def settings(self, context: typer.Context) -> Settings:
        """Return the settings of the call over those of the configuration.

        Raises:
            ClaimlintError: a value is wrong, or the configuration is.
        """
        return self.laid_over(self.call(), context)

    def laid_over(self, call: Settings, context: typer.Context) -> Settings:
        """Return settings that a command made of `call` over those of the configuration."""
        from claimlint.cli.configured import configured

        return configured(call, context, self.config, isolated=self.isolated)


def offering(*names: str) -> Callable[[Command], Command]:
    """Return a decorator that puts the shared options `names` in the place of `given`."""

    def decorated(command: Command) -> Command:
        @wraps(command)
        def called(**values: object) -> None:
            shared = {name: values.pop(name) for name in names}
            command(**values, given=SharedOptions(**shared))  # type: ignore[arg-type]

        own = dict(inspect.signature(command).parameters)
        del own["given"]
        hints = get_type_hints(command, include_extras=True)
        shared = _parameters(names)
        parameters = [
            *(
                each.replace(annotation=hints[name], kind=inspect.Parameter.KEYWORD_ONLY)
                for name, each in own.items()
            ),
            *(shared[name] for name in names),
        ]
        parameters.sort(key=_panel)
        called.__annotations__ = {each.name: each.annotation for each in parameters}
        called.__signature__ = inspect.Signature(parameters)  # type: ignore[attr-defined]
        return called

    return decorated


def _panel(parameter: inspect.Parameter) -> int:
    """Return the place of a parameter's panel on the help page; those of no panel come first."""
    for told in getattr(parameter.annotation, "__metadata__", ()):
        if getattr(told, "rich_help_panel", None) in options.PANELS:
            return options.PANELS.index(told.rich_help_panel) + 1
    return 0


def _parameters(names: tuple[str, ...]) -> Mapping[str, inspect.Parameter]:
    hints = get_type_hints(SharedOptions, include_extras=True)
    return {
        name: inspect.Parameter(
            name, inspect.Parameter.KEYWORD_ONLY, default=default, annotation=hints[name]
        )
        for name, default in zip(
            SharedOptions.__struct_fields__, SharedOptions.__struct_defaults__, strict=True
        )
        if name in names
    }
