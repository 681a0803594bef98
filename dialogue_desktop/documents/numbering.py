"""Numbers before headings in the order of Nghị định 30: I, 1, a (with đ, without f, j, w, z)."""

from __future__ import annotations

from dialogue_desktop.documents.sheet import Sheet
from dialogue_desktop.documents.tree import Level

LETTERS = "abcdđeghiklmnopqrstuvxy"
_ROMAN = ((100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))


def roman(n: int) -> str:
    """Roman numeral of n ≥ 1."""
    if n < 1:
        raise ValueError(f"no Roman numeral for {n}")
    parts: list[str] = []
    for value, sign in _ROMAN:
        count, n = divmod(n, value)
        parts.append(sign * count)
    return "".join(parts)


def letter(n: int) -> str:
    """1 → a, 5 → đ, 23 → y, 24 → aa."""
    if n < 1:
        raise ValueError(f"no letter for {n}")
    turns, index = divmod(n - 1, len(LETTERS))
    return LETTERS[index] * (turns + 1)


def number_of(sheet: Sheet, level: Level, n: int) -> str:
    """The number as printed before the n-th heading of a level: "Phần I", "I.", "1.", "a)"."""
    words = sheet.words
    pattern = {
        Level.PART: "Phần {roman}",
        Level.SECTION: words.section,
        Level.CLAUSE: words.clause,
        Level.POINT: words.point,
    }[level]
    return pattern.format(roman=roman(n), n=n, letter=letter(n))
