"""How many lines a text takes in a cell, by the widths of Times New Roman, and how to divide it."""

from __future__ import annotations

import unicodedata
from functools import cache, lru_cache

#: Excel allows 409 points for a row; what needs more goes on in the next row.
MAX_ROW_POINTS = 405.0
#: A cell holds no more than this.
MAX_CELL_LETTERS = 32_767

POINTS_PER_LINE = 14.4
ROW_PADDING = 4.0
#: Lines of the highest row.
MOST_LINES = int((MAX_ROW_POINTS - ROW_PADDING) / POINTS_PER_LINE)

# Width of a letter in thousandths of the font size (Times New Roman); marks above and below add nothing.
_WIDTHS = {
    **dict.fromkeys("'’‘|", 200),
    **dict.fromkeys(" ,.;:!/\\ijlt", 278),
    **dict.fromkeys("()[]-`frI", 333),
    **dict.fromkeys("sJ", 389),
    **dict.fromkeys('acez?“”"', 444),
    **dict.fromkeys("bdghknopquvxy0123456789$€_*^#–đ", 500),
    **dict.fromkeys("<>+=~PFS", 564),
    **dict.fromkeys("ELTZ", 611),
    **dict.fromkeys("BCR", 667),
    **dict.fromkeys("ADGHKNOQUVXYwĐ", 722),
    **dict.fromkeys("m&%", 800),
    **dict.fromkeys("MW@—…", 960),
}
_OTHER_WIDTH = 1000  # Han letters, emoji: never too narrow
_SPACE = _WIDTHS[" "]
#: Words that are measured once: more than the syllables of Vietnamese.
_KEPT_WORDS = 20_000
_LONGEST_KEPT = 24


@cache
def _width(letter: str) -> int:
    known = _WIDTHS.get(letter)
    if known is None:
        base = unicodedata.normalize("NFD", letter)[0]
        known = _WIDTHS.get(base, _OTHER_WIDTH)
    # The horn of ơ and ư widens the letter a little.
    return known + (40 if letter in "ơƠưƯ" else 0)


@lru_cache(_KEPT_WORDS)
def _kept_width(word: str) -> int:
    return sum(map(_width, word))


def _word_width(word: str) -> int:
    """In thousandths of the font size."""
    return _kept_width(word) if len(word) <= _LONGEST_KEPT else sum(map(_width, word))


def text_width(text: str, size: float) -> float:
    """Points that the text takes on one line at a font size."""
    return sum(map(_width, text)) * size / 1000


def column_points(width: float) -> float:
    """Points for text in a column of so many digits of the 11 pt standard font, Excel's unit of width."""
    return width * 5.25 - 4


def _room(width: float, size: float) -> float:
    """The width of a column in thousandths of the font size."""
    return column_points(width) * 0.99 * 1000 / size


def wrapped(text: str, width: float, size: float) -> list[str]:
    """The lines into which a cell breaks the text: at spaces, inside a word only where it is too long."""
    room = _room(width, size)
    return [line for part in text.split("\n") for line in _wrapped_part(part, room)]


def line_count(text: str, width: float, size: float) -> int:
    """How many lines `wrapped` gives, without making them."""
    room = _room(width, size)
    if "\n" in text:
        return sum(_count_part(part, room) for part in text.split("\n"))
    return _count_part(text, room)


def _wrapped_part(part: str, room: float) -> list[str]:
    lines: list[str] = []
    line, taken = "", 0
    for word in part.split(" "):
        needed = _word_width(word)
        space = _SPACE if line else 0
        if line and taken + space + needed > room:
            lines.append(line)
            line, taken, space = "", 0, 0
        if needed > room:
            *full, word = _broken(word, room)
            lines += full
            needed = _word_width(word)
        line = f"{line} {word}" if line or taken else word
        taken += space + needed
    lines.append(line)
    return lines


def _count_part(part: str, room: float) -> int:
    if len(part) * _OTHER_WIDTH <= room:
        return 1
    count, taken, begun = 1, 0, False
    for word in part.split(" "):
        needed = _word_width(word)
        space = _SPACE if begun else 0
        if begun and taken + space + needed > room:
            count += 1
            taken, space, begun = 0, 0, False
        if needed > room:
            pieces = _broken(word, room)
            count += len(pieces) - 1
            needed = _word_width(pieces[-1])
        taken += space + needed
        begun = begun or bool(word)
    return count


def _broken(word: str, room: float) -> list[str]:
    """A word that is wider than the cell, in pieces that are not; at least one letter each."""
    pieces: list[str] = []
    start, taken = 0, 0
    for index, letter in enumerate(word):
        width = _width(letter)
        if index > start and taken + width > room:
            pieces.append(word[start:index])
            start, taken = index, 0
        taken += width
    return [*pieces, word[start:]]


def row_height(lines: int) -> float:
    return min(MAX_ROW_POINTS, max(lines, 1) * POINTS_PER_LINE + ROW_PADDING)


def divided(text: str, width: float, size: float, most: int = MOST_LINES) -> list[str]:
    """The text in pieces of so many lines at most, which fit the highest row and the longest cell; joined
    with one space or line end they are the text again."""
    if line_count(text, width, size) <= most and len(text) <= MAX_CELL_LETTERS:
        return [text]
    pieces: list[str] = []
    rest = text
    while rest:
        cut = _longest_piece(rest, width, size, most)
        pieces.append(rest[:cut].rstrip())
        rest = rest[cut:].lstrip()
    return pieces or [""]


def _longest_piece(text: str, width: float, size: float, most: int) -> int:
    """Where to cut: after as many words as fit, in the middle of a word only when it has no spaces."""
    low, high = 1, min(len(text), MAX_CELL_LETTERS)
    while low < high:
        middle = (low + high + 1) // 2
        if line_count(text[:middle], width, size) <= most:
            low = middle
        else:
            high = middle - 1
    if low == len(text):
        return low
    breaks = [text.rfind(mark, 0, low + 1) for mark in ("\n", " ")]
    best = max(breaks)
    return best if best > low // 2 else low
