"""What a reading process is asked to do: one file, by one reader, within limits."""

from __future__ import annotations

from msgspec import Struct, to_builtins

from claimlint.readers.interface import Limits, Source
from claimlint.readers.process.record import Record, WireFault

SCRATCH = "CLAIMLINT_SCRATCH"
"""The variable that names the folder for temporary files, which ends with the process."""

SCRATCH_PREFIX = "claimlint-"


class Request(Struct, frozen=True, kw_only=True):
    """Read the bytes that follow as a file called `path` of the format called `kind`."""

    kind: str
    path: str
    limits: Limits
    ocr: bool = False
    second: bool = False

    def source(self, data: bytes) -> Source:
        """Return what the reader gets."""
        return Source(
            path=self.path, data=data, limits=self.limits, ocr=self.ocr, second=self.second
        )

    def dump(self) -> bytes:
        """Return the request as a message."""
        import json

        row = {
            "kind": self.kind,
            "path": self.path,
            "limits": to_builtins(self.limits),
            "ocr": self.ocr,
            "second": self.second,
        }
        return json.dumps(row).encode("ascii")

    @classmethod
    def load(cls, message: bytes) -> Request:
        """Return the request in a message.

        Raises:
            WireFault: the message is not one that `dump` makes.
        """
        import json

        try:
            row = Record(json.loads(message))
        except ValueError as error:
            raise WireFault(f"not a request ({error})") from error
        limits = Record(row.get("limits"))
        return cls(
            kind=row.text("kind"),
            path=row.text("path"),
            ocr=row.truth("ocr"),
            second=row.truth("second"),
            limits=Limits(
                seconds=limits.number("seconds") or 0.0,
                memory=limits.whole("memory"),
                text=limits.whole("text"),
                unpacked=limits.whole("unpacked"),
                ratio=limits.whole("ratio"),
                parts=limits.whole("parts"),
                depth=limits.whole("depth"),
                pages=limits.whole("pages"),
            ),
        )
