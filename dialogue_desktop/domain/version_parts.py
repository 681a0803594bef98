"""Of two texts the part in which they differ, whole words, with a little of what stands around (M3)."""

from __future__ import annotations

_SHORT = 12  # texts of so many words are told whole
_AROUND = 3


def part_changed(before: str, after: str) -> tuple[str, str]:
    """Both texts, or where they are long what differs in them; "…" stands for what is the same."""
    old, new = before.split(), after.split()
    if max(len(old), len(new)) <= _SHORT or old == new:
        return before, after
    start = 0
    while start < min(len(old), len(new)) and old[start] == new[start]:
        start += 1
    end = 0
    while end < min(len(old), len(new)) - start and old[-1 - end] == new[-1 - end]:
        end += 1
    first, last = max(0, start - _AROUND), max(0, end - _AROUND)
    return _piece(old, first, last), _piece(new, first, last)


def _piece(words: list[str], first: int, last: int) -> str:
    inner = words[first : len(words) - last]
    if len(inner) > 40:
        inner = [*inner[:20], "…", *inner[-20:]]
    return f"{'… ' if first else ''}{' '.join(inner)}{' …' if last else ''}"
