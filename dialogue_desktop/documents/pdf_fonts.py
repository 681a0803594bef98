"""Text as PDF operators in embedded subset fonts, with stacked diacritics put where they belong."""

from __future__ import annotations

import unicodedata
from functools import lru_cache
from pathlib import Path
from typing import Any

from reportlab.pdfbase.ttfonts import TTFont

from dialogue_desktop.documents.fonts import Face, FontSet
from dialogue_desktop.documents.lines import Part

_ESCAPED = [
    f"\\{chr(code)}" if chr(code) in "()\\" else chr(code) if 32 <= code < 127 else f"\\{code:03o}"
    for code in range(256)
]
_MARK_GAP = 0.02  # em between a letter and the mark above or below it
_BELOW = frozenset({202, 204, 206, 218, 220, 222, 233})
_ATTACHED = frozenset({1, 216})  # overlays and the horn stand where the font draws them


@lru_cache(maxsize=16)
def _embedded(path: Path) -> TTFont:
    """The reading by reportlab of a font file; it keeps its own state for each document."""
    return TTFont(path.stem, str(path))


def number(value: float) -> str:
    """A PDF number: at most three decimals, no trailing zeros."""
    return f"{value:.3f}".rstrip("0").rstrip(".") if value % 1 else str(int(value))


def has_marks(text: str) -> bool:
    """Whether the text holds combining marks that NFC could not compose."""
    return not text.isascii() and any("\u0300" <= c <= "\u036f" for c in text)


class PdfText:
    """Writes text for one PDF document: which glyphs were used is what gets embedded."""

    def __init__(self, document: Any, fonts: FontSet) -> None:
        self._document = document
        self._faces = fonts.faces
        self._fonts = [_embedded(face.path) for face in fonts.faces]
        self._words: list[dict[str, tuple[int, str]]] = [{}, {}, {}, {}]
        self._shown: dict[tuple[tuple[Part, ...], float, str], tuple[list[str], str]] = {}

    def operators(self, parts: tuple[Part, ...], size: float, now: str) -> tuple[list[str], str]:
        """Operators that show the parts of a line, and the font set after them (`now` before them)."""
        key = (parts, size, now)
        known = self._shown.get(key)
        if known is not None:
            return known
        code: list[str] = []
        for face, _, text in parts:
            if has_marks(text):
                now = self._stacked(face, text, size, now, code)
            else:
                now = self._plain(face, text, size, now, code)
        self._shown[key] = code, now
        return code, now

    def _font(self, face: int, subset: int, size: float) -> str:
        name = self._fonts[face].getSubsetInternalName(subset, self._document)
        return f"{name} {number(size)} Tf"

    def _pieces(self, face: int, text: str) -> list[tuple[int, str]]:
        """(subset, escaped text) for each stretch in one subset of the font."""
        return [
            (subset, "".join([_ESCAPED[byte] for byte in raw]))
            for subset, raw in self._fonts[face].splitString(text, self._document)
        ]

    def _plain(self, face: int, text: str, size: float, now: str, code: list[str]) -> str:
        # Word by word through a cache: the same few hundred words fill the pages of a commune.
        seen = self._words[face]
        shown: list[str] = []
        subset = -1
        for word in text.split(" "):
            found = seen.get(word)
            if found is None:
                pieces = self._pieces(face, word)
                if len(pieces) > 1:
                    found = (-1, "")
                else:
                    found = pieces[0] if pieces else (0, "")
                seen[word] = found
            if found[0] < 0 or (subset not in (-1, found[0]) and found[1]):
                return self._mixed(face, text, size, now, code)
            if found[1]:
                subset = found[0]
            shown.append(found[1])
        font = self._font(face, max(subset, 0), size)
        if font != now:
            code.append(font)
        code.append(f"({' '.join(shown)}) Tj")
        return font

    def _mixed(self, face: int, text: str, size: float, now: str, code: list[str]) -> str:
        for subset, shown in self._pieces(face, text):
            font = self._font(face, subset, size)
            if font != now:
                code.append(font)
                now = font
            code.append(f"({shown}) Tj")
        return now

    def _stacked(self, face: int, text: str, size: float, now: str, code: list[str]) -> str:
        """Letters with marks on them: each mark is centred over (or under) what it stands on."""
        metrics = self._faces[face]
        start = 0
        i = 0
        while i < len(text):
            if not unicodedata.combining(text[i]) or i == 0:
                i += 1
                continue
            if text[start:i]:
                now = self._mixed(face, text[start:i], size, now, code)
            base = text[i - 1]
            _, bottom, _, top = metrics.box(base)
            while i < len(text) and unicodedata.combining(text[i]):
                now, bottom, top = self._mark(face, base, text[i], (bottom, top), size, now, code)
                i += 1
            start = i
        if text[start:]:
            now = self._mixed(face, text[start:], size, now, code)
        return now

    def _mark(
        self,
        face: int,
        base: str,
        mark: str,
        span: tuple[float, float],
        size: float,
        now: str,
        code: list[str],
    ) -> tuple[str, float, float]:
        metrics: Face = self._faces[face]
        bottom, top = span
        x0, y0, x1, y1 = metrics.box(mark)
        bx0, by0, bx1, by1 = metrics.box(base)
        kind = unicodedata.combining(mark)
        dx = dy = 0.0
        if kind in _BELOW:
            dy = min(0.0, bottom - _MARK_GAP - y1)
            bottom = y0 + dy
        elif kind not in _ATTACHED:
            dy = max(0.0, top + _MARK_GAP - y0)
            top = y1 + dy
        if kind not in _ATTACHED:
            lean = metrics.slant * ((y0 + y1) / 2 + dy - (by0 + by1) / 2)
            dx = (bx0 + bx1) / 2 - (x0 + x1) / 2 - metrics.width(base) + lean
        advance = self._fonts[face].face.getCharWidth(ord(mark)) / 1000
        ((subset, shown),) = self._pieces(face, mark)
        font = self._font(face, subset, size)
        if font != now:
            code.append(font)
        back = number((dx + advance) * 1000)
        code.append(f"{number(dy * size)} Ts [{number(-dx * 1000)} ({shown}) {back}] TJ 0 Ts")
        return font, bottom, top
