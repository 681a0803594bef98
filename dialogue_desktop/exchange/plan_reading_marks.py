"""How headings and items begin: "II.", "Phần thứ nhất", "2.1.", "a)", "(3)", "- ", "• " (P13)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import IntEnum

from dialogue_desktop.domain.text_vi import fold


class Style(IntEnum):
    """Kinds of numbers, the outer ones first."""

    PART = 1  # "Phần thứ nhất", "Chương I"
    CAPITAL = 2  # "A. MỤC ĐÍCH"
    ROMAN = 3
    ARABIC = 4  # "1.", "2.1.", "3.1.2."
    LETTER = 9  # "a)"


@dataclass(frozen=True, slots=True)
class Mark:
    """The number that a paragraph begins with; `text` is what stands behind it.

    `written` is the number alone ("II", "2.1", "a"), `sign` what closes it (".", ")", "-", "/", "()" for
    one in brackets, "" for none), `label` both as they stand there ("(1).", "2-").
    """

    style: Style
    parts: tuple[int, ...]
    written: str
    sign: str
    label: str
    text: str

    @property
    def rank(self) -> int:
        """Depth of the number: "2.1" stands under "2"."""
        return self.style + len(self.parts) - 1 if self.style is Style.ARABIC else int(self.style)

    @property
    def value(self) -> int:
        return self.parts[-1]


_CAPITALS = "A-ZĐÀ-Ỹ"
_ROMAN = re.compile(
    rf"(?P<label>(?P<number>[IVX]{{1,5}})\s?(?P<sign>/\s?\.|[.)]|[-–—](?=\s|[{_CAPITALS}]{{2}})|/(?=\s|[{_CAPITALS}]{{2}})))"
    r"\s*(?P<text>[^\W\d_“\"(].*)",
    re.S,
)
_ROMAN_DECIMAL = re.compile(
    r"(?P<label>[IVX]{1,5}\s?\.\s?(?P<number>\d{1,2}(?:\.\d{1,2}){0,2})\s?(?P<sign>[.)]?))\s+(?P<text>[^\d\s.,/].*)",
    re.S,
)
_ARABIC = re.compile(
    r"(?P<label>(?P<number>\d{1,2}(?:\s?\.\s?\d{1,2}){0,3})\s?"
    rf"(?:(?P<sign>/\s?\.|[.)])(?!\d)|(?P<dash>[-–])(?=\s?[^\W\d_])|(?P<slash>/)(?=\s|[{_CAPITALS}][^\W\d_])))\s*"
    r"(?P<text>[^\d\s.,/;:)].*)",
    re.S,
)
#: "2.1 Đại biểu huyện": without a sign only where the number has parts.
_BARE_DECIMAL = re.compile(
    rf"(?P<label>(?P<number>\d{{1,2}}(?:\.\d{{1,2}}){{1,3}}))\s+(?P<text>[{_CAPITALS}].*)", re.S
)
_BRACKETED = re.compile(r"(?P<label>\((?P<number>\d{1,2}|[a-hđ])\)\s?[.:]?)\s*(?P<text>[^\W_].*)", re.S)
_LETTER = re.compile(
    r"(?P<label>(?P<number>[a-zđ])\s?(?P<sign>/\s?\.|[.)]|[/-](?=\s)))\s*(?P<text>[^\W_“\"(].*)", re.S
)
_CAPITAL = re.compile(
    rf"(?P<label>(?P<number>[A-HĐ])\s?(?P<sign>/\s?\.|[.)/]|[-–](?=\s)))\s+"
    rf"(?P<text>[{_CAPITALS}]{{2}}.*)",
    re.S,
)
_PART = re.compile(
    r"(?P<label>(?P<word>PHẦN|Phần|CHƯƠNG|Chương|MỤC|Mục)\s+(?:(?:THỨ|thứ|Thứ)\s+)?"
    r"(?P<number>[IVX]{1,5}|\d{1,2}|[^\W\d_]{2,4}))(?P<sign>\s*[.:/–-])?(?:\s+(?P<text>\S.*))?",
    re.S,
)
BULLET = re.compile(
    "(?P<mark>[-\u2010-\u2015\u2212+*•●▪■◦○·‣➢►✓✔❖♦∙\uf0a0-\uf0ff\uf020-\uf07e]|o(?=\\s+[A-ZĐÀ-Ỹ]))"
    r"\s*(?P<text>\S.*)",
    re.S,
)
#: Signs of the second depth of a list.
INNER_BULLETS = frozenset("+◦○o")

_LETTERS = "abcdđeghiklmnopqrstuvxy"
_WORDS = {
    "nhat": 1, "mot": 1, "hai": 2, "ba": 3, "bon": 4, "tu": 4, "nam": 5, "sau": 6, "bay": 7, "tam": 8,
}  # fmt: skip
_DIGITS = {"I": 1, "V": 5, "X": 10}


def roman_value(number: str) -> int | None:
    """4 for "IV"; None for what is no number in usual form ("IVI", "VX")."""
    values = [_DIGITS.get(letter, 0) for letter in number]
    if not values or not all(values):
        return None
    pairs = zip(values, [*values[1:], 0], strict=True)
    total = sum(-value if value < following else value for value, following in pairs)
    return total if 0 < total < 40 and _as_roman(total) == number else None


def _as_roman(value: int) -> str:
    tens, ones = divmod(value, 10)
    return "X" * tens + ("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX")[ones]


def mark_of(text: str) -> Mark | None:
    """The number that a paragraph begins with; None for plain text and for bullets."""
    if not text or not (text[0].isalnum() or text[0] == "("):
        return None
    return _part(text) or _roman(text) or _arabic(text) or _letter(text)


def _part(text: str) -> Mark | None:
    match = _PART.fullmatch(text)
    if match is None:
        return None
    number, rest = match["number"], (match["text"] or "").strip()
    value = roman_value(number) or (int(number) if number.isdigit() else _WORDS.get(fold(number)))
    if value is None or (rest and not match["sign"] and not is_capitals(rest)):
        return None
    if fold(match["word"]) == "muc" and not match["sign"] and not rest and len(text) > 8:
        return None
    return Mark(Style.PART, (value,), match["label"], "", match["label"], rest)


def _roman(text: str) -> Mark | None:
    match = _ROMAN.fullmatch(text)
    if match is not None:
        value = roman_value(match["number"])
        if value is not None:
            return Mark(
                Style.ROMAN, (value,), match["number"], _sign(match["sign"]), match["label"], match["text"]
            )
    match = _ROMAN_DECIMAL.fullmatch(text)
    if match is not None:
        parts = tuple(map(int, match["number"].split(".")))
        return Mark(
            Style.ARABIC, parts, match["label"].rstrip(" .)"), ".", match["label"].strip(), match["text"]
        )
    match = _CAPITAL.fullmatch(text)
    if match is not None and is_capitals(match["text"]):
        value = "ABCDĐEGH".find(match["number"]) + 1
        if value:
            return Mark(
                Style.CAPITAL, (value,), match["number"], _sign(match["sign"]), match["label"], match["text"]
            )
    return None


def _arabic(text: str) -> Mark | None:
    match = _ARABIC.fullmatch(text)
    sign = ""
    if match is not None:
        sign = _sign(match["sign"] or match["dash"] or match["slash"])
    else:
        match = _BARE_DECIMAL.fullmatch(text)
    if match is not None:
        number = match["number"].replace(" ", "")
        parts = tuple(map(int, number.split(".")))
        if len(parts) > 1 and sign in ("-", "/") and not match["text"][0].isupper():
            return None
        return Mark(Style.ARABIC, parts, number, sign, match["label"].strip(), match["text"])
    match = _BRACKETED.fullmatch(text)
    if match is not None:
        number = match["number"]
        style = Style.ARABIC if number.isdigit() else Style.LETTER
        value = int(number) if number.isdigit() else _LETTERS.find(number) + 1
        return Mark(style, (value,), number, "()", match["label"].strip(), match["text"])
    return None


def _letter(text: str) -> Mark | None:
    match = _LETTER.fullmatch(text)
    if match is None:
        return None
    # Word numbers by its own alphabet, with f, j, w, z
    value = _LETTERS.find(match["number"]) + 1 or ord(match["number"]) - 0x60
    sign, label = _sign(match["sign"]), match["label"].strip()
    return Mark(Style.LETTER, (value,), match["number"], sign, label, match["text"])


def _sign(sign: str) -> str:
    """The first character of it: "I/." is read as "I/"."""
    return "-" if sign in "-–—" else sign[0]


def starts_item(text: str) -> bool:
    return mark_of(text) is not None or BULLET.match(text) is not None


def is_capitals(text: str) -> bool:
    """A text in capitals: a heading, a title or a form of signature."""
    letters = [letter for letter in text if letter.isalpha()]
    return len(letters) >= 3 and sum(letter.isupper() for letter in letters) >= 0.85 * len(letters)
