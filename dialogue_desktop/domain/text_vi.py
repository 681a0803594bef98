"""Vietnamese text: cleaning on entry, accent-free search keys, and alphabetical order."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

# --- entry ----------------------------------------------------------------------------------------

# What ends a line in some programs (Word writes VT for a soft break): dropping it would glue two words.
_LINE_ENDS = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")

# Nothing of this is seen on paper; all of it can hide, reorder or break text (XML refuses U+FFFE, U+FFFF).
_HIDDEN = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f"  # C0 but tab and newline, DEL, C1
    "\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180e"  # soft hyphen, joiners, fillers
    "\u200b-\u200f\u202a-\u202e\u2060-\u206f"  # zero width, bidi marks, overrides and isolates
    "\u3164\ufeff\uffa0\ufff9-\ufffb\ufffe\uffff\ufdd0-\ufdef"  # fillers, BOM, annotations, non-characters
    "\ud800-\udfff"  # lone surrogates: cannot be written to any file
    "\U000e0000-\U000e007f]"  # invisible tags
)

_LOOKALIKES = str.maketrans({"\u00d0": "Đ", "\u00f0": "đ", "\u0189": "Đ", "\u0256": "đ"})


@dataclass(frozen=True, slots=True)
class CleanText:
    """Text fit to be stored, and what had to be taken out of it ("U+200B" for each character, in order)."""

    text: str
    removed: tuple[str, ...] = ()

    @property
    def notice(self) -> str:
        """One Vietnamese sentence on what was taken out; empty when nothing was."""
        if not self.removed:
            return ""
        kinds = ", ".join(dict.fromkeys(self.removed))
        return f"Đã bỏ {len(self.removed)} ký tự ẩn, không in được ({kinds})."


def nfc(s: str) -> str:
    """The composed form (TCVN 6909:2001): the only form that is stored, searched and compared."""
    return unicodedata.normalize("NFC", s)


def clean(s: str) -> CleanText:
    """Make any text fit to be stored: NFC, lines ended by "\\n", hidden and control characters removed.

    Spelling is never touched: "hòa" and "hoà" both stay as typed. Cleaning twice changes nothing.
    """
    text = _LINE_ENDS.sub("\n", s)
    removed = tuple(f"U+{ord(c):04X}" for c in _HIDDEN.findall(text))
    if removed:
        text = _HIDDEN.sub("", text)
    return CleanText(nfc(text), removed)


def one_line(s: str) -> str:
    """The cleaned text on one line, every run of white space as one space, none at the ends."""
    return " ".join(clean(s).text.split())


def repair_lookalikes(s: str) -> str:
    """Put Đ/đ where old files have the look-alikes Ð (U+00D0), ð, Ɖ, ɖ. For imported text only."""
    return s.translate(_LOOKALIKES)


# --- search ---------------------------------------------------------------------------------------

# Letters that Unicode does not decompose; ƀ, ɓ, ɗ are letters of Ê Đê, Ba Na, Gia Rai and Xơ Đăng.
_BARE_LETTERS = {"đ": "d", "ð": "d", "ɖ": "d", "ɗ": "d", "ƀ": "b", "ɓ": "b", "ı": "i"}
_APOSTROPHES = frozenset("'`´‘’‛ʹʻʼʽˈ′ꞌ＇")
_QUOTES = frozenset("“”„‟«»″")


def _fold_char(c: str) -> str:
    """The folded form of one character: empty for marks, apostrophes and hidden characters."""
    out: list[str] = []
    for part in unicodedata.normalize("NFD", c):
        for low in unicodedata.normalize("NFD", part.lower()):
            category = unicodedata.category(low)
            if low.isspace():
                out.append(" ")
            elif low in _APOSTROPHES or category in ("Mn", "Cc", "Cf", "Cs") or unicodedata.combining(low):
                continue
            elif category == "Pd":
                out.append("-")
            elif low in _QUOTES:
                out.append('"')
            else:
                out.append(_BARE_LETTERS.get(low, low))
    return "".join(out)


@cache
def _fold_table() -> dict[int, str]:
    """Folded forms of all the characters that Vietnamese text usually has, made at the first search."""
    ranges = (range(0x370), range(0x1E00, 0x1F00), range(0x2000, 0x2070))
    return {code: _fold_char(chr(code)) for codes in ranges for code in codes}


def fold(s: str) -> str:
    """Search key: lower case, without diacritics, đ as d, without apostrophes, white space collapsed.

    NFC and NFD, "hòa" and "hoà", "H'Hen" and "HHen" give the same key. Folding twice changes nothing.
    """
    if s.isascii():
        folded = s.lower().translate(_fold_table())
    else:
        folded = s.translate(_fold_table())
        if not folded.isascii():
            folded = "".join(c if c.isascii() else _fold_char(c) for c in folded)
    return " ".join(folded.split())


# Marks of letters (breve and horn, circumflex) and tones (huyền, hỏi, ngã, sắc, nặng) as capitals.
_MARK_LETTERS = {
    "\u0306": "W", "\u031b": "W", "\u0302": "A",
    "\u0300": "F", "\u0309": "R", "\u0303": "X", "\u0301": "S", "\u0323": "J",
}  # fmt: skip


def _marked_char(c: str) -> str:
    """The folded form of one character with its Vietnamese marks behind it: "ờ" gives "oWF"."""
    parts = unicodedata.normalize("NFD", c.lower())
    marks = "".join(_MARK_LETTERS.get(part, "") for part in parts)
    return _fold_char(c) + ("D" if "đ" in parts or "ð" in parts else "") + marks


@cache
def _marked_table() -> dict[int, str]:
    ranges = (range(0x370), range(0x1E00, 0x1F00), range(0x2000, 0x2070))
    return {code: _marked_char(chr(code)) for codes in ranges for code in codes}


def marked(s: str) -> str:
    """``fold(s)`` with the marks of Vietnamese letters kept as capitals: "Đường" gives "dDuWoWFng".

    Without its capitals it is ``fold(s)``. The tone stands where it was typed ("hòa" and "hoà" differ).
    """
    text = nfc(s)
    kept = text.translate(_marked_table())
    if not kept.isascii():
        kept = "".join(c if c.isascii() else _marked_char(c) for c in kept)
    return " ".join(kept.split())


@dataclass(frozen=True, slots=True)
class Folded:
    """A search key with the way back: folded character i stands for ``original[starts[i]:ends[i]]``."""

    text: str
    starts: tuple[int, ...]
    ends: tuple[int, ...]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Where the folded slice ``start:end`` (not empty) stands in the original text."""
        return self.starts[start], self.ends[end - 1]


def fold_map(s: str) -> Folded:
    """The same key as ``fold(s)``, with the place of each of its characters in ``s``."""
    table = _fold_table()
    text: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    for i, c in enumerate(s):
        known = table.get(ord(c))
        folded = _fold_char(c) if known is None else known
        if not folded:
            if ends and ends[-1] == i and unicodedata.combining(c):
                ends[-1] = i + 1  # a mark belongs to the letter before it
            continue
        for f in folded:
            if f == " " and (not text or text[-1] == " "):
                continue
            text.append(f)
            starts.append(i)
            ends.append(i + 1)
    if text and text[-1] == " ":
        del text[-1], starts[-1], ends[-1]
    return Folded("".join(text), tuple(starts), tuple(ends))


def find_all(text: str, query: str) -> tuple[tuple[int, int], ...]:
    """All places ``(start, end)`` in ``text`` that match ``query`` without regard to accents and case."""
    needle = fold(query)
    if not needle:
        return ()
    folded = fold_map(text)
    hits: list[tuple[int, int]] = []
    at = folded.text.find(needle)
    while at >= 0:
        hits.append(folded.span(at, at + len(needle)))
        at = folded.text.find(needle, at + len(needle))
    return tuple(hits)


# --- order ----------------------------------------------------------------------------------------

_ALPHABET = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz"
_LETTER_RANK = {letter: chr(0x60 + rank) for rank, letter in enumerate(_ALPHABET)}
_LETTER_MARKS = {
    ("a", "\u0306"): "ă", ("a", "\u0302"): "â", ("e", "\u0302"): "ê",
    ("o", "\u0302"): "ô", ("o", "\u031b"): "ơ", ("u", "\u031b"): "ư",
}  # fmt: skip
# ngang has no mark and comes first; then huyền, hỏi, ngã, sắc, nặng (CLDR vi)
_TONE_RANK = {"\u0300": "1", "\u0309": "2", "\u0303": "3", "\u0301": "4", "\u0323": "5"}
_OTHER_MARK = "6"
_WORD_BREAK = re.compile(r"[\s\-‐-―/]+")
_DIGITS = re.compile(r"\d+")


def _units(word: str) -> Iterator[tuple[str, str]]:
    """Base letters of a word with their marks, canonically decomposed."""
    base, marks = "", ""
    for c in unicodedata.normalize("NFD", word.lower()):
        if unicodedata.combining(c):
            marks += c
            continue
        if base:
            yield base, marks
        base, marks = c, ""
    if base:
        yield base, marks


def _word_key(word: str) -> str:
    letters: list[str] = []
    tones: list[str] = []
    for base, marks in _units(_DIGITS.sub(_number_key, word)):
        letter = base
        for mark in marks:
            combined = _LETTER_MARKS.get((letter, mark))
            if combined is not None:
                letter = combined
            else:
                tones.append(_TONE_RANK.get(mark, _OTHER_MARK))
        if letter in _LETTER_RANK:
            letters.append(_LETTER_RANK[letter])
        elif letter in _BARE_LETTERS:
            letters.append(_LETTER_RANK[_BARE_LETTERS[letter]])
            tones.append(_OTHER_MARK)
        elif "\x10" <= letter <= "9" and (letter < "\x20" or letter.isdigit()):
            letters.append(letter)
        elif letter.isalnum() or unicodedata.category(letter) == "So":
            letters.append("\u00ff" + letter)
    return "".join(letters) + "\x02" + "".join(tones) if letters else ""


def _number_key(match: re.Match[str]) -> str:
    """Numbers by value ("Thôn 2" before "Thôn 10"): the count of digits stands before them."""
    digits = str(int(match.group()))
    return chr(min(0x10 + len(digits), 0x1F)) + digits


def sort_key(s: str) -> str:
    """Key of Vietnamese alphabetical order, comparable by code point (so it can be a database column).

    Word by word; in a word first the letters (a ă â … d đ … o ô ơ … u ư …), then the tones (ngang, huyền,
    hỏi, ngã, sắc, nặng); numbers by value; apostrophes ignored. What is still equal goes by its spelling.
    """
    text = nfc(s)
    words = [key for word in _WORD_BREAK.split(text) if (key := _word_key(word))]
    return "\x01".join(words) + "\x00" + text


_PARENTHESIS = re.compile(r"\([^)]*\)?")


def name_sort_key(full_name: str) -> str:
    """Key for lists of people: given name (last word), then family name, then middle names."""
    words = _PARENTHESIS.sub(" ", full_name).split()
    if len(words) > 1:
        words = [words[-1], words[0], *words[1:-1]]
    return sort_key(" ".join(words))


def initials(full_name: str) -> str:
    """Initials for a copy without names: "Nguyễn Văn An" gives "N.V.A"."""
    letters = (word[0].upper() for word in nfc(full_name).split() if word[0].isalpha())
    return ".".join(letters)
