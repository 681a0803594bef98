"""Which words of the plan an act brought in, to be marked on the page."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from typing import Any

#: Longer stretches are shown by the bar in the margin alone.
MOST_LETTERS = 60


def changed_words(before: object, after: object) -> str:
    """The new part of the first text that differs, grown to whole words; "" when there is none to show."""
    for old, new in _texts(before, after):
        words = _new_part(old, new)
        if words and len(words) <= MOST_LETTERS and "{" not in words:
            return words
    return ""


def _texts(before: Any, after: Any) -> Iterator[tuple[str, str]]:
    """Pairs of texts at the same place that differ."""
    if before is after or before == after:
        return
    if isinstance(after, str):
        yield (before if isinstance(before, str) else "", after)
    elif isinstance(after, tuple):
        old = before if isinstance(before, tuple) else ()
        if len(old) == len(after):
            for one, other in zip(old, after, strict=True):
                yield from _texts(one, other)
        else:
            known = set(old)
            for other in after:
                if other not in known:
                    yield from _texts(None, other)
    elif is_dataclass(after) and not isinstance(after, type):
        same = type(before) is type(after)
        for field in fields(after):
            if field.name != "id":
                yield from _texts(getattr(before, field.name) if same else None, getattr(after, field.name))


def _new_part(old: str, new: str) -> str:
    start = 0
    while start < min(len(old), len(new)) and old[start] == new[start]:
        start += 1
    end = 0
    while end < min(len(old), len(new)) - start and old[-1 - end] == new[-1 - end]:
        end += 1
    left, right = start, len(new) - end
    while left < right and new[left].isspace():
        left += 1
    while left < right and new[right - 1].isspace():
        right -= 1
    if left >= right:
        return ""
    while left > 0 and not new[left - 1].isspace():
        left -= 1
    while right < len(new) and not new[right].isspace():
        right += 1
    return new[left:right].strip(" .,;:\n").split("\n")[0]
