"""Which batch does what, settled once: a scan that is taken up again goes by the same plan."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct, convert, to_builtins

from claimlint.errors import WrongCall
from claimlint.scale.faults import reaching
from claimlint.scale.sources import Entry, PassedOver, listed
from claimlint.scale.store import Row, Store, line_of

_HEAD, _BATCHES = "plan.json", "plan.jsonl"
_DOCUMENTS = 32
_BYTES = 64 * 1024 * 1024


class Batch(Struct, frozen=True):
    """Documents that one worker checks one after the other; `id` names their results."""

    id: str
    entries: tuple[Entry, ...]


class Plan(Struct, frozen=True):
    """How much there is to do. `passed_over` counts files that no reader reads."""

    batches: int
    documents: int
    bytes: int
    passed_over: int
    today: str


def planned(
    store: Store,
    sources: Sequence[str],
    suffixes: frozenset[str],
    ways: Row,
    today: str | None,
    *,
    otherwise: str,
) -> Plan:
    """Return the plan in the store, made now where there is none.

    `ways` say how documents are checked (version, rules, settings); `today` is the day that the
    call names, None for the plan's own, which is `otherwise` where it is made now.

    Raises:
        WrongCall: the store holds a scan of other sources or by other ways, or a source is wrong.
    """
    asked: Row = {"sources": list(sources), **ways}
    with reaching(store.address):
        head = store.row(_HEAD)
    if head is not None:
        same = all(head.get(key) == value for key, value in asked.items())
        if not same or today not in (None, head["today"]):
            raise WrongCall(
                f"{store.address}: holds a scan of other sources, rules or settings; "
                "name another folder"
            )
        return convert(head, Plan)
    made = Counted()
    with store.writing(_BATCHES) as file:
        for batch in batches(made.entries(sources, suffixes)):
            file.write(line_of(to_builtins(batch)))
            made.batches += 1
    if not made.documents:
        raise WrongCall(f"{', '.join(sources)}: no document that claimlint reads")
    head = {**asked, "today": today or otherwise, **vars(made)}
    store.put_row(_HEAD, head)
    return convert(head, Plan)


def batches(entries: Iterable[Entry]) -> Iterator[Batch]:
    """Yield batches of up to 32 documents or 64 MiB, numbered in order."""
    held: list[Entry] = []
    size = number = 0
    for entry in entries:
        if held and (len(held) == _DOCUMENTS or size + (entry.size or 0) > _BYTES):
            yield Batch(f"{number:07d}", tuple(held))
            held, size, number = [], 0, number + 1
        held.append(entry)
        size += entry.size or 0
    if held:
        yield Batch(f"{number:07d}", tuple(held))


def batches_of(store: Store) -> Iterator[Batch]:
    """Yield the batches of the plan in the store, holding one at a time."""
    for row in store.lines(_BATCHES):
        yield convert(row, Batch)


class Counted:
    """Entries of sources, each address once in a row; its counts have their names in `Plan`."""

    def __init__(self) -> None:
        self.batches = self.documents = self.bytes = self.passed_over = 0

    def entries(self, sources: Sequence[str], suffixes: frozenset[str]) -> Iterator[Entry]:
        """Yield the documents of all sources in order."""
        for source in sources:
            for found in listed(source, suffixes):
                if isinstance(found, PassedOver):
                    self.passed_over += 1
                    continue
                self.documents += 1
                self.bytes += found.size or 0
                yield found
