"""One process of a crew: checks the files of its share, then judges their claims.

Messages come and go over its standard streams; whatever libraries print goes nowhere.
"""

from __future__ import annotations

import signal
import sys
from collections.abc import Iterator
from pathlib import Path

from msgspec.structs import replace

from claimlint.cache.encoding import loaded
from claimlint.machine.garbage import look_seldom
from claimlint.machine.process import end_with_owner, own_streams
from claimlint.readers.interface import PageDone
from claimlint.session import prepared
from claimlint.steps.case import Case
from claimlint.steps.cases import CaseFinder
from claimlint.steps.crew.messages import Everything, Share, line
from claimlint.steps.events import PageRead
from claimlint.steps.inputs import Input, Inputs
from claimlint.steps.pairing import paired
from claimlint.steps.prepared import Prepared
from claimlint.steps.result_cache import ResultCache


def main() -> int:
    """Do one share."""
    inward, outward = own_streams()
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    end_with_owner(inward, lambda: None)
    look_seldom()
    share = loaded(Share, inward.readline())
    ready = prepared(share.settings)
    cases: list[Case] = []
    finder = _finder(share, ready)
    for event in finder.cases(finder.known()):
        if isinstance(event, Case):
            cases.append(event)
            outward.write(line(event))
        elif isinstance(event, PageRead):
            outward.write(b"p" + line(PageDone(event.number, event.total)))
        outward.flush()
    told = inward.readline()
    if told:
        for report in _reports(cases, loaded(Everything, told), share, ready):
            outward.write(report)
            outward.flush()
        inward.read()
    return 0


def _finder(share: Share, ready: Prepared) -> CaseFinder:
    files = tuple(
        Input(name=each.name, where=Path(each.path), matter=each.matter) for each in share.errands
    )
    inputs = Inputs(files=files)
    return CaseFinder(
        inputs=inputs,
        settings=share.settings,
        kinds={each.name: each.kind for each in share.errands},
        cache=ResultCache(inputs, share.settings, ready.book, ready.model),
        ready=ready,
    )


def _reports(
    cases: list[Case], everything: Everything, share: Share, ready: Prepared
) -> Iterator[bytes]:
    own = {
        case.document.path: case.evidence.disclosures for case in cases if case.evidence is not None
    }
    found = [replace(each, own=own) for each in everything.matters]
    for case in cases:
        report = paired(case, found, ready.catalogue, ready.book.claims, share.settings.today)
        yield line(replace(report, passages=()))


if __name__ == "__main__":
    sys.exit(main())
