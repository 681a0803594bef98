"""Plans typed with fonts from before Unicode (TCVN3, VNI), put into Unicode; what that leaves open (P13)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from dialogue_desktop.domain.text_vi import fold
from dialogue_desktop.exchange.vietnamese_encodings import OldFont, converted, old_font, vietnamese_share

RECODED = "chữ gõ theo {font}, đã chuyển sang Unicode"
CAPITALS = "; phông này không phân biệt chữ hoa có dấu, hãy xem lại chữ hoa"

_SAMPLE = 200_000
#: Letters of Vietnamese that no old font needs.
_UNICODE = re.compile(r"[\u0102-\u01b0\u1ea0-\u1ef9]")
_FEWEST_WORDS = 4
#: What stands in capitals in every plan. In .VnTimeH fonts these are small letters drawn as capitals.
_ALWAYS_CAPITALS = re.compile(
    r"cong hoa xa hoi chu nghia viet nam|dang cong san viet nam|ke hoach|(?:pho )?(?:chu tich|bi thu)"
    r"|(?:k/?t|t/?m|t/?l|tuq)\s?[./]?\s*\S.{0,60}"
)
_HEAD = re.compile(
    r"(?:uy ban nhan dan|ubnd|dang bo|dang uy|ban chap hanh|ban thuong vu|xa|phuong|dac khu)\b.{0,60}"
)
_ROMAN_HEADING = re.compile(r"\s*(?:[Pp]hần\s+(?:thứ\s+)?\w+|[IVX]+|[ivx]+)\s*[.:/-]\s*(?P<words>\D+)")


def in_unicode(lines: Sequence[str]) -> tuple[list[str], str]:
    """The lines in Unicode, and what there is to say about it: nothing where they were Unicode."""
    font = old_font("\n".join(lines)[:_SAMPLE])
    if font is not None:
        found = [line if _UNICODE.search(line) else converted(line, font) for line in lines]
    else:
        fonts = [_font_of(line) for line in lines]
        font = next((one for one in fonts if one is not None), None)
        if font is None:
            return list(lines), ""
        found = [
            line if own is None else converted(line, own) for line, own in zip(lines, fonts, strict=True)
        ]
    note = RECODED.format(font=font.value)
    if font is OldFont.TCVN3:
        found = list(with_capitals(found))
        note += CAPITALS
    return found, note


def _font_of(line: str) -> OldFont | None:
    """The old font of one line among Unicode; None where a few odd words do not prove it."""
    if line.isascii() or _UNICODE.search(line):
        return None
    good, words = vietnamese_share(line)
    return old_font(line) if words >= _FEWEST_WORDS and good <= words // 4 else None


def with_capitals(lines: Sequence[str]) -> Iterator[str]:
    """Lines that stand in capitals in every plan and are all small: head, title, headings, signature."""
    head = True
    for line in lines:
        folded = fold(line).strip()
        known = _ALWAYS_CAPITALS.fullmatch(folded) or (head and _HEAD.fullmatch(folded))
        if folded.startswith(("ke hoach", "can cu")):
            head = False
        heading = _ROMAN_HEADING.fullmatch(line)
        words = heading["words"] if heading is not None else line if known else ""
        yield line.upper() if words and words == words.lower() else line
