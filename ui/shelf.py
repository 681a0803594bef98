"""Forms that were left half typed: one for each record, any number of new ones."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Generic, TypeVar

E = TypeVar("E")

_NEW = "new:"


class Shelf(Generic[E]):
    """Entries by key: the record's id, or a key of its own for one that is not kept yet.

    `id_of` gives the id that an entry belongs to ("" for a new one), `as_new` the same words for a new one.
    """

    def __init__(self, id_of: Callable[[E], str], as_new: Callable[[E], E]) -> None:
        self._id_of, self._as_new = id_of, as_new
        self._entries: dict[str, E] = {}
        self._made = 0

    def fill(self, entries: Iterable[E], known: Callable[[str], bool]) -> None:
        """What the disk held. An entry whose record is gone comes back as a new one."""
        self._entries.clear()
        for entry in entries:
            record_id = self._id_of(entry)
            if record_id and known(record_id):
                self._entries[record_id] = entry
            else:
                self._entries[self.new_key()] = self._as_new(entry)

    def new_key(self) -> str:
        self._made += 1
        return f"{_NEW}{self._made}"

    @staticmethod
    def is_new(key: str) -> bool:
        return key.startswith(_NEW)

    def put(self, key: str, entry: E) -> bool:
        """Keep; True where nothing was kept under that key before."""
        first = key not in self._entries
        self._entries[key] = entry
        return first

    def take(self, key: str) -> E | None:
        return self._entries.pop(key, None)

    def get(self, key: str) -> E | None:
        return self._entries.get(key)

    def others(self, key: str) -> list[str]:
        """The keys of all but one, oldest first."""
        return [other for other in self._entries if other != key]

    def entries(self) -> tuple[E, ...]:
        return tuple(self._entries.values())
