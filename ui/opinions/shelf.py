"""Forms of opinions that were left half typed, in words."""

from __future__ import annotations

from collections.abc import Callable

from ui.opinions.entry import Entry
from ui.shelf import Shelf


def shelf_words(shelf: Shelf[Entry], key: str, number_of: Callable[[str], int]) -> str:
    """ "ý kiến mới, ý kiến số 12": everything but the form of `key`; "" for nothing."""
    others = shelf.others(key)
    new = sum(1 for other in others if shelf.is_new(other))
    numbers = [str(number_of(other)) for other in others if not shelf.is_new(other)]
    parts = []
    if new:
        parts.append(f"{new} ý kiến mới" if new > 1 else "ý kiến mới")
    if numbers:
        parts.append(f"ý kiến số {', '.join(numbers)}")
    return ", ".join(parts)
