"""Forms of opinions that were left half typed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from ui import shelf
from ui.opinions.entry import Entry


class Shelf(shelf.Shelf[Entry]):
    """One form for each opinion, any number of new ones."""

    def __init__(self) -> None:
        super().__init__(lambda entry: entry.opinion_id, lambda entry: replace(entry, opinion_id=""))

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
