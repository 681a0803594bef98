"""The four faces of the documents' font: where they are, which letters they have and how wide these are."""

from __future__ import annotations

import os
import struct
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

MISSING_MARK = "\u25a1"
"""Drawn for a character that the font lacks."""

#: What a face must have to be used at all: Vietnamese letters, quotation marks, dashes, the mark above.
_NEEDED = (
    "aăâbcdđeêghiklmnoôơpqrstuưvxyAĂÂBCDĐEÊGHIKLMNOÔƠPQRSTUƯVXYfjwzFJWZ0123456789"
    "àảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵ"
    "ÀẢÃÁẠẰẲẴẮẶẦẨẪẤẬÈẺẼÉẸỀỂỄẾỆÌỈĨÍỊÒỎÕÓỌỒỔỖỐỘỜỞỠỚỢÙỦŨÚỤỪỬỮỨỰỲỶỸÝỴ"
    "!\"%&'()*+,-./:;<=>?@[]_“”‘’–…" + MISSING_MARK
)
_TINOS = (
    "Tinos_400Regular.ttf",
    "Tinos_700Bold.ttf",
    "Tinos_400Regular_Italic.ttf",
    "Tinos_700Bold_Italic.ttf",
)
_TIMES = (
    ("times.ttf", "timesbd.ttf", "timesi.ttf", "timesbi.ttf"),
    (
        "Times New Roman.ttf",
        "Times New Roman Bold.ttf",
        "Times New Roman Italic.ttf",
        "Times New Roman Bold Italic.ttf",
    ),
    (
        "Times_New_Roman.ttf",
        "Times_New_Roman_Bold.ttf",
        "Times_New_Roman_Italic.ttf",
        "Times_New_Roman_Bold_Italic.ttf",
    ),
)

Box = tuple[float, float, float, float]


class FontError(ValueError):
    """A font file that cannot be read or lacks what documents need."""


@dataclass(frozen=True, slots=True, eq=False)
class Face:
    """One face. Widths in em by character; `ascent`, `descent` (positive) and `line` in em."""

    path: Path
    widths: Mapping[str, float]
    ascent: float
    descent: float
    line: float
    slant: float
    _boxes: Mapping[str, Box]

    def box(self, char: str) -> Box:
        """xMin, yMin, xMax, yMax of the glyph in em; all zero for one without ink."""
        return self._boxes.get(char, (0.0, 0.0, 0.0, 0.0))

    def width(self, text: str) -> float:
        """Width of the text in em; combining marks take no room, unknown letters that of the mark."""
        widths = self.widths
        try:
            return sum([widths[c] for c in text])
        except KeyError:
            mark = widths[MISSING_MARK]
            return sum([widths.get(c, mark) for c in text])


@dataclass(frozen=True, slots=True, eq=False)
class FontSet:
    """Regular, bold, italic, bold italic. A face's number is `bold + 2 * italic`.

    `letters` are the characters that every face can draw.
    """

    faces: tuple[Face, Face, Face, Face]
    system: bool
    letters: frozenset[str]

    def face(self, *, bold: bool, italic: bool) -> Face:
        return self.faces[bold + 2 * italic]

    def width(self, text: str, size: float, *, bold: bool = False, italic: bool = False) -> float:
        """Width in points of one line of text without justification."""
        return self.faces[bold + 2 * italic].width(text) * size

    def line_height(self, size: float) -> float:
        """The font's own single line height in points."""
        return self.faces[0].line * size


def _tables(data: bytes) -> dict[str, tuple[int, int]]:
    (count,) = struct.unpack_from(">H", data, 4)
    found: dict[str, tuple[int, int]] = {}
    for i in range(count):
        tag, _, offset, length = struct.unpack_from(">4sLLL", data, 12 + 16 * i)
        found[tag.decode("latin-1")] = (offset, length)
    return found


def _characters(data: bytes, cmap: int) -> dict[int, int]:
    """Glyph number by character, from the Windows Unicode subtable (format 4 or 12)."""
    (count,) = struct.unpack_from(">H", data, cmap + 2)
    subtables = {}
    for i in range(count):
        platform, encoding, offset = struct.unpack_from(">HHL", data, cmap + 4 + 8 * i)
        subtables[(platform, encoding)] = cmap + offset
    for key in ((3, 10), (3, 1), (0, 4), (0, 3)):
        if key in subtables:
            start = subtables[key]
            break
    else:
        raise FontError("no Unicode character map")
    (kind,) = struct.unpack_from(">H", data, start)
    glyphs: dict[int, int] = {}
    if kind == 12:
        (groups,) = struct.unpack_from(">L", data, start + 12)
        for i in range(groups):
            first, last, glyph = struct.unpack_from(">LLL", data, start + 16 + 12 * i)
            glyphs.update(zip(range(first, last + 1), range(glyph, glyph + last - first + 1), strict=True))
        return glyphs
    if kind != 4:
        raise FontError(f"character map of format {kind}")
    (segments,) = struct.unpack_from(">H", data, start + 6)
    segments //= 2
    at = start + 14
    ends = struct.unpack_from(f">{segments}H", data, at)
    starts = struct.unpack_from(f">{segments}H", data, at + 2 * segments + 2)
    deltas = struct.unpack_from(f">{segments}H", data, at + 4 * segments + 2)
    offsets_at = at + 6 * segments + 2
    offsets = struct.unpack_from(f">{segments}H", data, offsets_at)
    for i, (first, last, delta, offset) in enumerate(zip(starts, ends, deltas, offsets, strict=True)):
        for char in range(first, min(last, 0xFFFE) + 1):
            glyph = char
            if offset:
                (glyph,) = struct.unpack_from(">H", data, offsets_at + 2 * i + offset + 2 * (char - first))
                if not glyph:
                    continue
            glyph = (glyph + delta) & 0xFFFF
            if glyph:
                glyphs[char] = glyph
    return glyphs


@lru_cache(maxsize=16)
def load_face(path: Path) -> Face:
    """Read the metrics of a TrueType file. FontError when it is broken or lacks needed letters."""
    try:
        return _load_face(path, path.read_bytes())
    except (struct.error, KeyError, UnicodeDecodeError) as error:
        raise FontError(f"{path.name}: broken font file ({error})") from error


def _load_face(path: Path, data: bytes) -> Face:
    tables = _tables(data)
    (em,) = struct.unpack_from(">H", data, tables["head"][0] + 18)
    (long_offsets,) = struct.unpack_from(">h", data, tables["head"][0] + 50)
    ascent, descent, gap = struct.unpack_from(">hhh", data, tables["hhea"][0] + 4)
    rise, run = struct.unpack_from(">hh", data, tables["hhea"][0] + 18)
    (metrics,) = struct.unpack_from(">H", data, tables["hhea"][0] + 34)
    (embedding,) = struct.unpack_from(">H", data, tables["OS/2"][0] + 8)
    if embedding & 0x0302 and not embedding & 0x000C:
        raise FontError(f"{path.name}: may not be embedded")
    advances = struct.unpack_from(">" + "Hh" * metrics, data, tables["hmtx"][0])[::2]
    glyphs = _characters(data, tables["cmap"][0])
    widths = {
        chr(c): advances[min(g, metrics - 1)] / em for c, g in glyphs.items() if c < 0xD800 or c > 0xDFFF
    }
    missing = [c for c in _NEEDED if c not in widths]
    if missing:
        raise FontError(f"{path.name}: lacks {''.join(missing[:10])}")
    widths["\u00a0"] = widths[" "]
    boxes: dict[str, Box] = {}
    glyf, loca = tables["glyf"][0], tables["loca"][0]
    for code, glyph in glyphs.items():
        if long_offsets:
            begin, end = struct.unpack_from(">LL", data, loca + 4 * glyph)
        else:
            begin, end = (2 * v for v in struct.unpack_from(">HH", data, loca + 2 * glyph))
        if end > begin:
            x0, y0, x1, y1 = struct.unpack_from(">hhhh", data, glyf + begin + 2)
            boxes[chr(code)] = (x0 / em, y0 / em, x1 / em, y1 / em)
    for char in widths:
        if "\u0300" <= char <= "\u036f":
            widths[char] = 0.0
    return Face(
        path=path,
        widths=widths,
        ascent=ascent / em,
        descent=-descent / em,
        line=(ascent - descent + gap) / em,
        slant=run / rise if rise else 0.0,
        _boxes=boxes,
    )


def _system_folders() -> list[Path]:
    """Where an operating system keeps Times New Roman."""
    if sys.platform == "win32":
        places = [Path(os.environ.get("WINDIR", r"C:\Windows")) / "Fonts"]
        if local := os.environ.get("LOCALAPPDATA"):
            places.append(Path(local) / "Microsoft" / "Windows" / "Fonts")
        return places
    if sys.platform == "darwin":
        return [Path("/System/Library/Fonts/Supplemental"), Path("/Library/Fonts")]
    return [Path("/usr/share/fonts/truetype/msttcorefonts"), Path("/usr/share/fonts/msttcore")]


def _load_set(folder: Path, names: tuple[str, ...], *, system: bool) -> FontSet:
    regular, bold, italic, bold_italic = (load_face(folder / name) for name in names)
    letters = frozenset(regular.widths).intersection(bold.widths, italic.widths, bold_italic.widths)
    return FontSet((regular, bold, italic, bold_italic), system, letters)


@lru_cache(maxsize=4)
def find(folder: Path, *, system: bool = True) -> FontSet:
    """Times New Roman of the system where it is whole and has Vietnamese, else Tinos of `folder`.

    `folder` is resources/fonts/tinos. Both have the same widths, so the same pages. FontError when
    Tinos is broken.
    """
    if system:
        for place in _system_folders():
            for names in _TIMES:
                if all((place / name).is_file() for name in names):
                    try:
                        return _load_set(place, names, system=True)
                    except (FontError, OSError):
                        continue
    return _load_set(folder, _TINOS, system=False)
