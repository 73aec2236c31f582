"""The process that writes remarks into one untrusted file."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator

from claimlint.annotate.package import NotAnnotated
from claimlint.annotate.remark import load
from claimlint.machine.children import serve


def write(request: bytes, data: bytes) -> Iterator[bytes]:
    """Yield nothing and then why, or the annotated file."""
    asked = load(request)
    form, today, remarks, earlier = asked.form, asked.today, asked.remarks, asked.earlier
    try:
        if form == "docx":
            from claimlint.annotate import docx

            done = docx.annotated(data, remarks, today, earlier)
        elif form == "pptx":
            from claimlint.annotate import pptx

            done = pptx.annotated(data, remarks, today, earlier)
        elif form == "pdf":
            from claimlint.annotate import pdf

            done = pdf.annotated(data, remarks, today, earlier)
        else:
            from claimlint.annotate import text

            done = text.annotated(data, remarks, form, earlier)
    except NotAnnotated as error:
        yield json.dumps({"fault": str(error)}).encode()
        return
    yield b"{}"
    yield done


if __name__ == "__main__":
    sys.exit(serve(write))
