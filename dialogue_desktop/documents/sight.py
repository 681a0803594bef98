"""What of a text can stand on paper: unfit characters go, what the fonts lack is marked and reported."""

from __future__ import annotations

import re
import unicodedata

from dialogue_desktop.documents.flow import MissingGlyph, RenderReport
from dialogue_desktop.documents.fonts import MISSING_MARK, FontSet

# Not fit for any page: control characters, lone surrogates and non-characters (XML refuses them), and the
# signs that turn the order of letters round, which Word would obey.
_UNFIT = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufffe\uffff]"
)
# Joins or varies the signs around it and has no ink of its own.
_NO_INK = frozenset("\u200b\u200c\u200d\u200e\u200f\u2060\ufe0e\ufe0f\ufeff\u00ad")
_BLANKS = re.compile("[\t\u2000-\u200a\u3000]")


def fit(text: str) -> str:
    """Text fit for paper: NFC, line ends as "\\n", tabs as spaces, nothing that XML cannot hold.

    Services clean text on entry already; this is the last gate before a file.
    """
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    return unicodedata.normalize("NFC", _UNFIT.sub("", _BLANKS.sub(" ", text)))


class Sight:
    """What can be seen in print: puts the mark where the fonts lack a character, and remembers it."""

    def __init__(self, fonts: FontSet) -> None:
        self._letters = fonts.letters
        self._missing: dict[str, MissingGlyph] = {}

    def seen(self, text: str) -> str:
        """The text as it can be drawn; joiners and variation signs of emoji go without a mark."""
        if text.isascii():
            return text
        odd = set(text) - self._letters - {"\n"}
        if not odd:
            return text
        for char in sorted(odd - _NO_INK - self._missing.keys(), key=text.index):
            at = text.index(char)
            context = " ".join(text[max(at - 20, 0) : at + 21].split())
            name = f"U+{ord(char):04X} {unicodedata.name(char, '')}".strip()
            self._missing[char] = MissingGlyph(char, name, context)
        return text.translate({ord(char): "" if char in _NO_INK else MISSING_MARK for char in odd})

    def report(self) -> RenderReport:
        return RenderReport(tuple(self._missing.values()))
