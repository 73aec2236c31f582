"""From a report and the bytes of one of its documents to the annotated file."""

from __future__ import annotations

import hashlib
import json

from claimlint.annotate.remark import Request, dump
from claimlint.annotate.remarks import remarks_of
from claimlint.document import ReadStatus
from claimlint.errors import UnreadableFile, WrongCall
from claimlint.finding import DocumentReport, Report
from claimlint.machine.children import ask

FORMATS = ("docx", "pptx", "pdf", "html", "markdown", "text")
_CHILD = "claimlint.annotate.child"


def annotated(report: Report, document: DocumentReport, data: bytes) -> bytes:
    """Return the file `data` with the claims and clauses of its report written into it.

    Remarks that an earlier run wrote into it make way for the new ones.

    The same bytes, report and day give the same bytes.

    Raises:
        WrongCall: its format cannot be annotated, or the bytes are not those of the report.
        UnreadableFile: it could not be read, or is damaged so that nothing can be added.
    """
    path = document.path
    if document.status is ReadStatus.UNREADABLE:
        fault = next(each for each in document.coverage.problems if each.fatal)
        raise UnreadableFile(f"{path}: could not be read: {fault.message}")
    if document.format not in FORMATS:
        raise WrongCall(
            f"{path}: {document.format} files cannot be annotated; save it as DOCX, PPTX or PDF, "
            "or take out the papers in it"
        )
    if hashlib.sha256(data).hexdigest() != document.sha256:
        raise WrongCall(f"{path}: has changed since it was checked; check it again")
    earlier = document.remarked.lines if document.remarked is not None else ()
    request = dump(
        Request(
            form=document.format,
            today=report.tool.today,
            remarks=remarks_of(report, document),
            earlier=frozenset(earlier),
        )
    )
    answer = ask(_CHILD, request, data)
    if answer.fault is not None or not answer.parts:
        raise UnreadableFile(f"{path}: could not be annotated: {answer.fault or 'nothing came'}")
    told = json.loads(answer.parts[0])
    if "fault" in told:
        raise UnreadableFile(f"{path}: could not be annotated: {told['fault']}")
    return answer.parts[1]
