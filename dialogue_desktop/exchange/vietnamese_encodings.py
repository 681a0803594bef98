"""Old Vietnamese encodings: bytes and texts in TCVN3 (fonts .Vn…), VNI (fonts VNI-…) and Windows-1258.

Recognised by what they must give: syllables that Vietnamese has. Tables: TCVN 5712:1993 (VN3) and the VNI
two-letter table for Windows.
"""

from __future__ import annotations

import codecs
import re
import unicodedata
from dataclasses import dataclass
from enum import StrEnum
from functools import cache, lru_cache
from itertools import pairwise


class OldFont(StrEnum):
    """Ways of typing Vietnamese with fonts that draw other letters."""

    TCVN3 = "TCVN3 (phông .Vn…)"
    VNI = "VNI (phông VNI-…)"


@dataclass(frozen=True, slots=True)
class Decoded:
    """Text of a file, and the name of its encoding when it is not plain Unicode."""

    text: str
    old: str = ""


class UnknownEncoding(ValueError):
    """No known encoding gives Vietnamese."""


# --- tables -------------------------------------------------------------------------------------------

_TCVN3 = str.maketrans(
    "µ¸¶·¹¨»¾¼½Æ©ÇÊÈÉË®ÌÐÎÏÑªÒÕÓÔÖ×ÝØÜÞßãáâä«åèæçé¬êíëìîïóñòô\u00adõøö÷ùúýûüþ¡¢£¤¥¦§",
    "àáảãạăằắẳẵặâầấẩẫậđèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵĂÂÊÔƠƯĐ",
)

# VNI writes a letter and, behind it, the letter that draws its marks.
_VNI_MARKS = {
    "ù": "\u0301", "ø": "\u0300", "û": "\u0309", "õ": "\u0303", "ï": "\u0323",
    "â": "\u0302", "á": "\u0302\u0301", "à": "\u0302\u0300", "å": "\u0302\u0309", "ã": "\u0302\u0303",
    "ä": "\u0302\u0323",
    "ê": "\u0306", "é": "\u0306\u0301", "è": "\u0306\u0300", "ú": "\u0306\u0309", "ü": "\u0306\u0303",
    "ë": "\u0306\u0323",
}  # fmt: skip
_VNI_ALONE = {"í": "í", "ì": "ì", "æ": "ỉ", "ó": "ĩ", "ò": "ị", "ô": "ơ", "ö": "ư", "î": "ỵ", "ñ": "đ"}
_VNI = re.compile(f"([aeouyôö])([{''.join(_VNI_MARKS)}])|[{''.join(_VNI_ALONE)}]", re.IGNORECASE)


def converted(text: str, font: OldFont) -> str:
    """The text in Unicode, composed."""
    if font is OldFont.TCVN3:
        return text.translate(_TCVN3)
    return _VNI.sub(_vni_letter, text)


def _vni_letter(match: re.Match[str]) -> str:
    base, mark = match[1], match[2]
    if base is None:
        return _vni_base(match[0])
    return unicodedata.normalize("NFC", _vni_base(base) + _VNI_MARKS[mark.lower()])


def _vni_base(letter: str) -> str:
    plain = _VNI_ALONE.get(letter.lower(), letter)
    return plain if letter.islower() else plain.upper()


# --- syllables ----------------------------------------------------------------------------------------

_INITIALS = "b|c|ch|d|đ|gh|gi|g|h|kh|k|l|m|ngh|ng|nh|n|ph|p|qu|q|r|s|th|tr|t|v|x"
_NUCLEI = (
    "iêu|yêu|oai|oao|oay|oeo|uai|uay|uây|uôi|uya|uyê|uyu|ươi|ươu|uêu|"
    "ai|ao|au|ay|âu|ây|eo|êu|ia|iê|iu|oa|oă|oe|oi|oo|ôi|ôô|ơi|ua|uâ|uă|uê|ui|uô|uơ|ue|uy|ưa|ưi|ươ|ưu|yê|"
    "a|ă|â|e|ê|i|o|ô|ơ|u|ư|y"
)
_SYLLABLE = re.compile(f"(?:{_INITIALS})?(?:{_NUCLEI})(?:ch|nh|ng|c|m|n|p|t)?")
_LONGEST = 24  # "nghiêng" written in parts, and room
_TONES = dict.fromkeys(map(ord, "\u0300\u0301\u0303\u0309\u0323"))
_TONE = re.compile("[\u0300\u0301\u0303\u0309\u0323]")
#: Runs of what can be part of a word in some encoding; only those with a letter beyond ASCII are judged.
_WORD = re.compile(r"[^\s!-/:-@\[-`{-~“”‘’–—…•\u00a0]+")


@lru_cache(maxsize=20_000)
def _is_syllable(word: str) -> bool:
    parts = unicodedata.normalize("NFD", word.lower())
    if len(_TONE.findall(parts)) > 1:
        return False
    return _SYLLABLE.fullmatch(unicodedata.normalize("NFC", parts.translate(_TONES))) is not None


def _mixed_case(word: str) -> bool:
    """ "§iÖN" and the like: no word has a capital behind a small letter."""
    return any(a.islower() and b.isupper() for a, b in pairwise(word))


def vietnamese_share(text: str) -> tuple[int, int]:
    """(words that are Vietnamese syllables, words) among those with a letter beyond ASCII."""
    words = [word for word in _WORD.findall(text) if not word.isascii()]
    good = sum(len(word) <= _LONGEST and _is_syllable(word) and not _mixed_case(word) for word in words)
    return good, len(words)


def old_font(text: str) -> OldFont | None:
    """The old font in which a text was typed; None when it is good Unicode as it stands, or nothing known."""
    good, words = vietnamese_share(text)
    if not words or good == words:
        return None
    best: OldFont | None = None
    for font in OldFont:
        right, seen = vietnamese_share(converted(text, font))
        if seen and right > good and right >= 0.75 * max(seen, words):
            best, good = font, right
    return best


# --- bytes --------------------------------------------------------------------------------------------


@cache
def _western() -> str:
    """Windows-1252, its five holes filled, as a table of 256 letters."""
    return "".join(
        bytes([n]).decode("cp1252", "ignore") or chr(n)  # 0x81 and others are in no code page
        for n in range(256)
    )


def decoded(data: bytes) -> Decoded:
    """Text of a plain file. UnknownEncoding when no way of reading it gives Vietnamese."""
    for mark, name in ((codecs.BOM_UTF8, "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16")):
        if data.startswith(mark):
            return Decoded(data.decode(name, "replace"))
    if b"\0" in data:
        return Decoded(_without_mark(data))
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        return _eight_bit(data)
    font = old_font(text[:200_000])
    if font is not None:
        return Decoded(converted(text, font), font.value)
    return Decoded(text)


def _without_mark(data: bytes) -> str:
    """UTF-16 without its mark: the zero bytes of plain letters say which half comes first."""
    sample = data[:4000]
    first, second = sample[::2].count(0), sample[1::2].count(0)
    if max(first, second) < len(sample) // 10:
        raise UnknownEncoding
    try:
        return data.decode("utf-16-be" if first > second else "utf-16-le")
    except UnicodeDecodeError as error:
        raise UnknownEncoding from error


def _eight_bit(data: bytes) -> Decoded:
    sample = data[:200_000]
    western, _ = codecs.charmap_decode(sample, "strict", _western())
    ways: list[tuple[str, str]] = [(font.value, converted(western, font)) for font in OldFont]
    ways.append(("Windows-1258", unicodedata.normalize("NFC", sample.decode("cp1258", "replace"))))
    ways.append(("UTF-8 có chỗ hỏng", sample.decode("utf-8", "replace")))
    scores = []
    for name, text in ways:
        good, words = vietnamese_share(text)
        scores.append((good / words if words else 0.0, name))
    share, best = max(scores)
    if share < 0.7:
        raise UnknownEncoding
    if best == "Windows-1258":
        return Decoded(unicodedata.normalize("NFC", data.decode("cp1258", "replace")), best)
    if best.startswith("UTF-8"):
        return Decoded(data.decode("utf-8", "replace"), best)
    whole, _ = codecs.charmap_decode(data, "strict", _western())
    return Decoded(converted(whole, OldFont(best)), best)
