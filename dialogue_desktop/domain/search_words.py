"""The words of a text as they are compared: plain without accents, exact with letters and tone (G3, C6)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from dialogue_desktop.domain.text_vi import fold, marked

_WORD = re.compile(r"[^\W_]+")
_TONES = {"F": "1", "R": "2", "X": "3", "S": "4", "J": "5"}
_TONE = re.compile("[FRXSJ]")
_NO_CAPITALS = str.maketrans("", "", "ABCDEFGHIJKLMNOPQRSTUVWXYZ")
_LETTER_MARKS = str.maketrans({"W": "8", "A": "6", "D": "9"})


def plain_words(text: str) -> list[str]:
    """Every word in its order, folded: "Đường Hòa" gives "duong", "hoa"."""
    return _WORD.findall(fold(text))


@dataclass(frozen=True, slots=True)
class Words:
    """The words of a text in two forms, place by place; `exact` is empty for a word without accents.

    An exact word is its tone (0–5), then its letters with the mark of each behind it as a digit, so that
    "hòa" and "hoà" are one word, and what is typed of a word is the beginning of it: "đườ" of "đường".
    """

    plain: tuple[str, ...]
    exact: tuple[str, ...]


def words(text: str) -> Words:
    """Both forms at once, in one pass over the text."""
    both = [*map(_both, _WORD.findall(marked(text)))]
    if not both:
        return Words((), ())
    return Words(*zip(*both, strict=True))


@lru_cache(maxsize=16384)  # Vietnamese has some 7,000 syllables
def _both(kept: str) -> tuple[str, str]:
    plain = kept.translate(_NO_CAPITALS)
    if plain == kept:
        return plain, ""
    tone = _TONE.search(kept)
    letters = _TONE.sub("", kept).translate(_LETTER_MARKS)
    return plain, (_TONES[tone.group()] if tone else "0") + letters


# --- finding them again in what is shown ----------------------------------------------------------------

_BETWEEN = "['`´‘’‛ʹʻʼʽˈ′ꞌ＇\u0300-\u036f]*"  # what folding leaves out inside a word: "H'Hen"


@cache
def _variants() -> dict[str, str]:
    """For each plain letter all the characters that fold to it, as a class of a regular expression."""
    found: dict[str, list[str]] = {}
    for codes in (range(0x30, 0x250), range(0x1E00, 0x1F00)):
        for code in codes:
            c = chr(code)
            if c.isalnum() and len(plain := fold(c)) == 1:
                found.setdefault(plain, []).append(c)
    return {plain: "".join(re.escape(c) for c in letters) for plain, letters in found.items()}


@dataclass(frozen=True, slots=True)
class Finder:
    """Where the words of a query stand in a text; made once for each query."""

    patterns: tuple[re.Pattern[str], ...]

    def marks(self, text: str) -> tuple[tuple[int, int], ...]:
        """(start, length) of every place, in order and apart from each other."""
        found = sorted((m.start(), m.end()) for pattern in self.patterns for m in pattern.finditer(text))
        joined: list[tuple[int, int]] = []
        for start, end in found:
            if joined and start < joined[-1][1]:
                joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
            else:
                joined.append((start, end))
        return tuple((start, end - start) for start, end in joined)


def finder(query: str, *, open_end: bool = True) -> Finder:
    """`open_end`: the last word is still being typed, so its beginning is enough."""
    wanted = plain_words(query)
    still_typed = open_end and not query[-1:].isspace()
    patterns = []
    for number, word in enumerate(wanted, start=1):
        variants = _variants()
        letters = _BETWEEN.join(f"[{variants[c]}]" if c in variants else re.escape(c) for c in word)
        end = "" if still_typed and number == len(wanted) else f"{_BETWEEN}(?![^\\W_])"
        patterns.append(re.compile(f"(?<![^\\W_]){letters}{end}"))
    return Finder(tuple(dict.fromkeys(patterns)))
