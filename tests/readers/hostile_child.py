"""A reading process whose reader does what the text of the file says; started by the tests.

`python hostile_child.py` speaks as `claimlint.readers.process.child` does.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from types import SimpleNamespace

from claimlint.document import Location, Passage
from claimlint.readers.interface import Item, PageDone, Source
from claimlint.readers.process import child, serving


class Unforeseen(Exception):
    """Something that no reader is expected to throw."""


def read(source: Source) -> Iterator[Item]:
    for index, order in enumerate(source.data.decode().split(), start=1):
        verb, _, value = order.partition("=")
        if verb == "say":
            place = Location(label=f"line {index}", order=(index,))
            yield Passage(text=value, location=place)
        elif verb == "page":
            yield PageDone(int(value), int(value))
        elif verb == "abort-first":
            if not source.second:
                os.abort()
        else:
            do(verb, value)


def do(verb: str, value: str) -> None:
    if verb == "sleep":
        time.sleep(float(value))
    elif verb == "abort":
        os.abort()
    elif verb == "exit":
        os._exit(int(value))
    elif verb == "fault":
        raise KeyError("no such thing")
    elif verb == "unforeseen":
        raise Unforeseen("odd")
    elif verb == "eat":
        bytearray(int(value) << 20)
    elif verb == "spin":
        while True:
            pass
    elif verb == "chatter":
        print("noise " * 50_000)
        print("noise " * 50_000, file=sys.stderr)
        os.write(1, b"raw noise")
    elif verb == "lie":
        for number in range(3, 20):
            with suppress(OSError):
                os.write(number, b"\xff" * 100)
    elif verb == "write":
        Path(tempfile.mkdtemp(), "left.txt").write_text(value)
    elif verb == "spawn":
        subprocess.Popen([sys.executable, "-c", f"import time; time.sleep(60) # {value}"])


if __name__ == "__main__":
    serving.format_named = lambda name: SimpleNamespace(read=read)
    sys.exit(child.main())
