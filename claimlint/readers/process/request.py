"""What a reading process is asked to do: one file, by one reader, within limits."""

from __future__ import annotations

import json

from msgspec import convert, to_builtins
from msgspec.structs import replace

from claimlint.readers.interface import Source
from claimlint.readers.process.frames import WireFault

SCRATCH = "CLAIMLINT_SCRATCH"
"""The variable that names the folder for temporary files, which ends with the process."""

SCRATCH_PREFIX = "claimlint-"


def dump(kind: str, source: Source) -> bytes:
    """Return the request to read a file of the format called `kind`; its bytes go behind it.

    Half a character may stand in the path.
    """
    return json.dumps(to_builtins((kind, replace(source, data=b"")))).encode("ascii")


def load(message: bytes) -> tuple[str, Source]:
    """Return the format in a request, and the source but for its bytes.

    Raises:
        WireFault: the message is not one that `dump` makes.
    """
    try:
        return convert(json.loads(message), tuple[str, Source])
    except ValueError as error:
        raise WireFault(f"not a request ({error})") from error
