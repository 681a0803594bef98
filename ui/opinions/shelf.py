"""Forms that were left half typed: one for each opinion, any number of new ones."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace

from ui.opinions.entry import Entry

_NEW = "new:"


class Shelf:
    """Entries by key: the opinion's id, or a key of its own for one that is not kept yet."""

    def __init__(self) -> None:
        self._entries: dict[str, Entry] = {}
        self._made = 0

    def fill(self, entries: Iterable[Entry], known: Callable[[str], bool]) -> None:
        """What the disk held. An entry whose opinion is gone comes back as a new one."""
        self._entries.clear()
        for entry in entries:
            if entry.opinion_id and known(entry.opinion_id):
                self._entries[entry.opinion_id] = entry
            else:
                self._entries[self.new_key()] = replace(entry, opinion_id="")

    def new_key(self) -> str:
        self._made += 1
        return f"{_NEW}{self._made}"

    @staticmethod
    def is_new(key: str) -> bool:
        return key.startswith(_NEW)

    def put(self, key: str, entry: Entry) -> bool:
        """Keep; True where nothing was kept under that key before."""
        first = key not in self._entries
        self._entries[key] = entry
        return first

    def take(self, key: str) -> Entry | None:
        return self._entries.pop(key, None)

    def get(self, key: str) -> Entry | None:
        return self._entries.get(key)

    def others(self, key: str) -> list[str]:
        """The keys of all but one, oldest first."""
        return [other for other in self._entries if other != key]

    def entries(self) -> tuple[Entry, ...]:
        return tuple(self._entries.values())

    def words(self, key: str, number_of: Callable[[str], int]) -> str:
        """ "ý kiến mới, ý kiến số 12": everything but the form of `key`; "" for nothing."""
        others = self.others(key)
        new = sum(1 for other in others if self.is_new(other))
        numbers = [str(number_of(other)) for other in others if not self.is_new(other)]
        parts = []
        if new:
            parts.append(f"{new} ý kiến mới" if new > 1 else "ý kiến mới")
        if numbers:
            parts.append(f"ý kiến số {', '.join(numbers)}")
        return ", ".join(parts)
