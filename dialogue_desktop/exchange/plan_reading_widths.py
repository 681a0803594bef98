"""How full the lines of a broken text are: by letters, or by their widths in the type of offices."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from dialogue_desktop.exchange.plan_reading_lines import CELL, Line
from dialogue_desktop.exchange.plan_reading_marks import starts_item

HARD_END = re.compile(r"[.:!?]\s*$|\./\.?$")
#: A page of at most so many letters a line; longer lines are whole paragraphs.
_WIDEST = 140
_FEWEST_BROKEN = 3
_BOLD = 1.08  # a heading's bold letters are so much wider
#: Widths of Times New Roman in thousandths of its size (the metrics of the standard PDF font Times-Roman).
_TIMES = {
    "a": 444, "b": 500, "c": 444, "d": 500, "e": 444, "f": 333, "g": 500, "h": 500, "i": 278, "j": 278,
    "k": 500, "l": 278, "m": 778, "n": 500, "o": 500, "p": 500, "q": 500, "r": 333, "s": 389, "t": 278,
    "u": 500, "v": 500, "w": 722, "x": 500, "y": 500, "z": 444, "A": 722, "B": 667, "C": 667, "D": 722,
    "E": 611, "F": 556, "G": 722, "H": 722, "I": 333, "J": 389, "K": 722, "L": 611, "M": 889, "N": 722,
    "O": 722, "P": 556, "Q": 722, "R": 667, "S": 556, "T": 611, "U": 722, "V": 722, "W": 944, "X": 722,
    "Y": 722, "Z": 611, " ": 250, ".": 250, ",": 250, ";": 278, ":": 278, "-": 333, "(": 333, ")": 333,
    "/": 278, "“": 444, "”": 444, "…": 1000, "!": 333, "?": 444, "+": 564, "đ": 500, "Đ": 722,
}  # fmt: skip


@cache
def _letter(letter: str) -> int:
    known = _TIMES.get(letter)
    return known if known is not None else _TIMES.get(unicodedata.normalize("NFD", letter)[0], 500)


def in_type(text: str) -> float:
    return sum(map(_letter, text))


def in_letters(text: str) -> float:
    return len(text)


@dataclass(frozen=True, slots=True)
class Edge:
    """Where the lines of a text were broken. `rest` and `first`: from how much on a line was surely full, so
    that the next word had to begin a new one, for lines inside a paragraph and for its (indented) first."""

    measure: Callable[[str], float]
    rest: float
    first: float

    def fill(self, line: str, following: str) -> float:
        """The width that the line would have had with the next word."""
        return self.measure(f"{line} {following.split(' ', 1)[0]}")

    def is_full(self, line: str, following: str, *, first: bool, bold: bool = False) -> bool:
        wider = _BOLD if bold and self.measure is in_type else 1.0
        return self.fill(line, following) * wider >= (self.first if first else self.rest)

    def begins_paragraph(self, line: str, following: str) -> bool | None:
        """By the room that an indent takes: whether a line in the middle of a text, which goes on in the next
        one, is the first of its paragraph. None where the text shows no indent or the line does not tell."""
        if self.first >= 0.98 * self.rest:
            return None
        if self.measure(line) > self.first * 1.01:
            return False
        if following and _goes_on(line, following) and self.fill(line, following) < self.rest * 0.99:
            return True
        return None


def edge_of(lines: Sequence[Line]) -> Edge | None:
    """Measured on the lines that go on in the middle of a sentence; None for lines that are whole
    paragraphs."""
    broken = [
        (before.text, line.text)
        for before, line in pairwise(lines)
        if _goes_on(before.text, line.text) and CELL not in before.text
    ]
    if len(broken) < max(_FEWEST_BROKEN, len(lines) // 25) and not _at_one_edge(broken, lines):
        return None
    usual = sorted(len(before) for before, _ in broken)[len(broken) // 2]
    if usual > _WIDEST:
        return None
    texts = [line.text for line in lines if len(line.text) <= 1.5 * usual and CELL not in line.text]
    by_letters, letters = _measured(in_letters, texts, broken)
    by_type, widths = _measured(in_type, texts, broken)
    return letters if by_letters > 1.0 or by_letters >= by_type else widths


def _at_one_edge(broken: Sequence[tuple[str, str]], lines: Sequence[Line]) -> bool:
    """Few lines go on, but each as long as lines ever are: a wide page, not whole paragraphs cut by pages."""
    longest = max((len(line.text) for line in lines if CELL not in line.text), default=0)
    return bool(broken) and all(len(before) >= 0.85 * longest for before, _ in broken)


def _goes_on(line: str, following: str) -> bool:
    return following[0].islower() and not HARD_END.search(line) and not starts_item(following)


def _measured(
    measure: Callable[[str], float], texts: Sequence[str], broken: Sequence[tuple[str, str]]
) -> tuple[float, Edge]:
    """(how well the measure explains the breaks, the edge by it)."""
    top = max(map(measure, texts))
    fills = [(line, measure(f"{line} {following.split(' ', 1)[0]}")) for line, following in broken]
    inside = [fill for line, fill in fills if line[0].islower()]
    begins = [fill for line, fill in fills if starts_item(line)]
    everywhere = [fill for _, fill in fills]
    rest = _low(inside if len(inside) >= _FEWEST_BROKEN else everywhere)
    first = _low(begins if len(begins) >= _FEWEST_BROKEN else everywhere)
    return rest / top, Edge(measure, min(rest, top * 1.0001), min(rest, first, top * 1.0001))


def _low(values: Sequence[float]) -> float:
    """The lowest of the values but for one in twenty that may be a slip."""
    return sorted(values)[len(values) // 20]
