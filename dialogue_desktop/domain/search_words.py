"""The words of a text as they are compared: plain without accents, exact with letters and tone (G3, C6)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from dialogue_desktop.domain.text_vi import fold, fold_map, marked

_WORD = re.compile(r"[^\W_]+")
_MARKED_WORD = re.compile(r"[A-Z]*[^\W_A-Z][^\W_]*")  # a loose mark alone is no word
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

    @property
    def accented(self) -> bool:
        """Whether the text was typed with accents. Most Vietnamese words have some; a text in which only a
        name has them was typed without."""
        return 4 * sum(map(bool, self.exact)) >= len(self.plain) > 0


def words(text: str) -> Words:
    """Both forms at once, in one pass over the text."""
    both = [*map(_both, _MARKED_WORD.findall(marked(text)))]
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

# A word as it is written: what folding leaves out may stand within it ("H'Hen", a mark that is not composed).
_SHOWN = re.compile(r"[^\W_]+(?:['`´‘’‛ʹʻʼʽˈ′ꞌ＇\u0300-\u036f]+[^\W_]+)*")
_STRANGE = "\x00"


@cache
def _letter_by_letter() -> dict[int, str]:
    """Characters that fold to one character, so that places stay; all others become a strange one."""
    codes = (*range(0x370), *range(0x1E00, 0x1F00), *range(0x2000, 0x2070))
    folds = {code: fold(chr(code)) for code in codes}
    spaces = {code: " " for code in codes if chr(code).isspace()}
    return {code: plain if len(plain) == 1 else _STRANGE for code, plain in folds.items()} | spaces


@lru_cache(maxsize=64)
def _pattern(whole: tuple[str, ...], begun: str) -> re.Pattern[str]:
    """Each word is a group; the whole ones are tried first."""
    parts = [f"({word})(?![a-z0-9])" for word in whole]
    parts += [f"({begun})"] if begun else []
    return re.compile(f"(?<![a-z0-9])(?:{'|'.join(parts)})")


@dataclass(frozen=True, slots=True)
class Finder:
    """Where the words of a query stand in a text: `whole` ones, and `begun`, whose beginning is enough."""

    whole: tuple[str, ...] = ()
    begun: str = ""

    @property
    def wanted(self) -> int:
        """How many different words are looked for."""
        return len(self.whole) + bool(self.begun)

    def marks(self, text: str) -> tuple[tuple[int, int], ...]:
        """(start, length) of every place, in order; of a word that is begun only what was typed."""
        return self.look(text)[0]

    def look(self, text: str) -> tuple[tuple[tuple[int, int], ...], int]:
        """The same, and how many of the wanted words are there."""
        if not self.wanted:
            return (), 0
        plain = text.translate(_letter_by_letter())
        if not plain.isascii() or _STRANGE in plain or not "".join((*self.whole, self.begun)).isascii():
            return self._look_closely(text)
        places: list[tuple[int, int]] = []
        seen: set[int | None] = set()
        for match in _pattern(self.whole, self.begun).finditer(plain):
            start, end = match.span()
            places.append((start, end - start))
            seen.add(match.lastindex)
            if self.begun and match.lastindex != self.wanted and plain.startswith(self.begun, start):
                seen.add(self.wanted)
        return tuple(places), len(seen)

    def _look_closely(self, text: str) -> tuple[tuple[tuple[int, int], ...], int]:
        """Word by word, for a text with apostrophes, loose marks or letters of other scripts."""
        places: list[tuple[int, int]] = []
        seen: set[str] = set()
        for match in _SHOWN.finditer(text):
            plain = fold(match.group())
            if plain in self.whole:
                places.append((match.start(), match.end() - match.start()))
                seen.add(plain)
            if self.begun and plain.startswith(self.begun):
                seen.add("")
                if plain not in self.whole:
                    places.append((match.start(), fold_map(match.group()).ends[len(self.begun) - 1]))
        return tuple(places), len(seen)


#: Looks for nothing.
NOTHING = Finder()


def finder(query: str, *, open_end: bool = True) -> Finder:
    """`open_end`: the last word is still being typed unless a space follows it."""
    wanted = plain_words(query)
    if not wanted or not open_end or query[-1:].isspace():
        return Finder(tuple(dict.fromkeys(wanted)))
    return Finder(tuple(dict.fromkeys(wanted[:-1])), wanted[-1])
