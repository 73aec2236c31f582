"""The folder of results, on a disk or in an object store: what stands there is whole."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from errno import EDQUOT, ENOSPC
from typing import IO
from uuid import uuid4

import fsspec
from fsspec.implementations.local import LocalFileSystem

Row = dict[str, object]

PASSING = "passing"
"""The folder of files that have no name yet; what a killed process leaves there is nobody's."""


def line_of(row: Row) -> bytes:
    """Return a line of JSON. Names of files that are no UTF-8 come back as they were."""
    return (json.dumps(row, ensure_ascii=False) + "\n").encode("utf-8", "surrogatepass")


_FULL = (ENOSPC, EDQUOT)
"""What a system says of a disk without room, and never which disk."""


class Store:
    """A folder at an fsspec address. A file appears under its name at once or not at all."""

    def __init__(self, address: str) -> None:
        self.address = address
        self.files, root = fsspec.url_to_fs(address)
        self.root = root.rstrip("/")

    def __reduce__(self) -> tuple[type[Store], tuple[str]]:
        return Store, (self.address,)

    def put(self, name: str, data: bytes) -> None:
        """Write the file `name` (a path below the folder), over an older one."""
        with self.writing(name) as file:
            file.write(data)

    def put_row(self, name: str, row: Row) -> None:
        """Write one JSON object as the file `name`."""
        self.put(name, line_of(row))

    @contextmanager
    def writing(self, name: str) -> Iterator[IO[bytes]]:
        """Give a file to write; it has its name once the block has ended well.

        Raises:
            OSError: it cannot be written; where the disk is full, the folder is named.
        """
        try:
            with self._opened(name) as file:
                yield file
        except OSError as error:
            if error.errno not in _FULL:
                raise
            raise OSError(error.errno, error.strerror, self.address) from error

    @contextmanager
    def _opened(self, name: str) -> Iterator[IO[bytes]]:
        path = f"{self.root}/{name}"
        if not isinstance(self.files, LocalFileSystem):  # an object is there when it is closed
            with self.files.open(path, "wb") as file:
                yield file
            return
        beside = f"{self.root}/{PASSING}/{uuid4().hex}"
        for each in (path, beside):
            self.files.makedirs(each.rpartition("/")[0], exist_ok=True)
        with self.files.open(beside, "wb") as file:
            yield file
        self.files.mv(beside, path)

    def row(self, name: str) -> Row | None:
        """Return the JSON object in the file `name`, or None where there is none."""
        try:
            found = json.loads(self.files.cat_file(f"{self.root}/{name}"))
        except FileNotFoundError:
            return None
        return found if isinstance(found, dict) else None

    def lines(self, name: str) -> Iterator[Row]:
        """Yield the JSON objects of a file of lines, holding one at a time."""
        with self.files.open(f"{self.root}/{name}", "rb") as file:
            yield from (json.loads(line) for line in file)

    def names(self, folder: str) -> frozenset[str]:
        """Return the names of the files in a folder, read anew; a missing folder holds none."""
        path = f"{self.root}/{folder}"
        self.files.invalidate_cache(path)
        try:
            found = self.files.ls(path, detail=False)
        except FileNotFoundError:
            return frozenset()
        return frozenset(each.rpartition("/")[2] for each in found)

    def remove(self, folder: str) -> None:
        """Remove a folder and what it holds."""
        try:
            self.files.rm(f"{self.root}/{folder}", recursive=True)
        except FileNotFoundError:
            return
