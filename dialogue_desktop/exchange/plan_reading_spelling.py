"""Spellings of old plans: marks on the old places; lost letters, shown and never put right (P13)."""

from __future__ import annotations

import re
from collections.abc import Iterable

from dialogue_desktop.domain.text_vi import fold
from dialogue_desktop.exchange.plan_reading_types import Doubt

_OLD_TONES = re.compile(r"(?<!q)(?:o[àáảãạèéẻẽẹ]|u[ỳýỷỹỵ])(?![^\W\d_])", re.I)
_PLACED = {
    "oà": "òa", "oá": "óa", "oả": "ỏa", "oã": "õa", "oạ": "ọa", "oè": "òe", "oé": "óe", "oẻ": "ỏe",
    "oẽ": "õe", "oẹ": "ọe", "uỳ": "ùy", "uý": "úy", "uỷ": "ủy", "uỹ": "ũy", "uỵ": "ụy",
}  # fmt: skip


def modern(text: str) -> str:
    """ "ỦY BAN" for "UỶ BAN", "hòa" for "hoà", letter for letter, so that places in it are places in `text`.
    Only for looking: the office's own spelling is kept."""
    return _OLD_TONES.sub(_moved, text)


def _moved(match: re.Match[str]) -> str:
    old = match[0]
    new = _PLACED[old.lower()]
    return "".join(letter.upper() if was.isupper() else letter for letter, was in zip(new, old, strict=True))


_LONE_CONSONANT = re.compile(r"(?<![\w./'’&-])(?P<one>[bcdđghklmnpqrstvx])\s+(?P<rest>[^\W\d_]+)", re.I)
_WORD = re.compile(r"[^\W\d_]{3,}")
_TWICE = re.compile(r"(?<![\w-])(?P<word>[^\W\d_]{2,})\s+(?P=word)(?![\w-])", re.I)
_VOWELS = frozenset("aeiouy")
#: Words that Vietnamese says twice; names of places such as "Đồng Đồng" are told by their capitals.
_REDOUBLED = frozenset(
    "luôn thường mãi ngày người nhà đời dần xanh đều chung riêng khác từng nho nhè khe đông cao hay lâu xa "
    "gần đầu sớm vừa rất nhanh chầm tăng".split()
)
#: Headings that every plan has; the same letters with other marks are a slip or a scanner's.
_KNOWN = {
    fold(words): words
    for words in (
        "TỔ CHỨC THỰC HIỆN", "MỤC ĐÍCH, YÊU CẦU", "MỤC ĐÍCH", "YÊU CẦU", "NỘI DUNG", "THÀNH PHẦN",
        "THỜI GIAN, ĐỊA ĐIỂM", "THỜI GIAN", "ĐỊA ĐIỂM", "KINH PHÍ", "CHƯƠNG TRÌNH", "HÌNH THỨC",
    )
}  # fmt: skip


def spelling_doubts(texts: Iterable[tuple[int, str]]) -> list[Doubt]:
    """What looks misspelt, paragraph by paragraph, each word once in its paragraph."""
    found: list[Doubt] = []
    for line, text in texts:
        for part in dict.fromkeys(_lost(text)):
            found.append(Doubt(line, "text", f"chữ “{part}” có thể bị mất nét"))
        for match in _TWICE.finditer(text):
            word = match["word"]
            if word.islower() and word not in _REDOUBLED and not text[: match.start()].endswith(" ý "):
                found.append(Doubt(line, "text", f"chữ “{match[0]}” lặp lại"))
    return found


def heading_doubt(line: int, heading: str) -> Doubt | None:
    """ "TÔ CHỨC THỰC HIỆN": a heading that every plan has, with other marks."""
    known = _KNOWN.get(fold(heading))
    if known is None or modern(heading).casefold() == known.casefold():
        return None
    return Doubt(line, "text", f"đề mục “{heading}” có thể sai dấu")


def _lost(text: str) -> list[str]:
    """ "t ị", "Đngr": a consonant alone before a word, a word without a vowel."""
    found = [
        match[0]
        for match in _LONE_CONSONANT.finditer(text)
        if match["one"].islower() or len(match["rest"]) > 1
    ]
    found += [word for word in _WORD.findall(text) if not word.isupper() and not _VOWELS & set(fold(word))]
    return found
