"""What a reading process is asked to do: one file, by one reader, within limits."""

from __future__ import annotations

from msgspec import Struct, convert, to_builtins

from claimlint.readers.interface import Limits, Source
from claimlint.readers.process.frames import WireFault

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
        """Return the request as a message; half a character may stand in the path."""
        import json

        return json.dumps(to_builtins(self)).encode("ascii")

    @classmethod
    def load(cls, message: bytes) -> Request:
        """Return the request in a message.

        Raises:
            WireFault: the message is not one that `dump` makes.
        """
        import json

        try:
            return convert(json.loads(message), cls)
        except ValueError as error:
            raise WireFault(f"not a request ({error})") from error
