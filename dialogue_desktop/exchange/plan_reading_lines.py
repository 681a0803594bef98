"""Lines of an old plan to paragraphs: marks and noise taken out, sentences that were broken joined again."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from dialogue_desktop.domain.text_vi import clean, fold, repair_lookalikes
from dialogue_desktop.exchange.plan_reading_types import Unread

# How an item begins: "II. ", "2.1. ", "(3). ", "4- ", "a) ", "- ", "+ ", "* ".
ROMAN = re.compile(r"(?P<number>[IVX]{1,5})\s?[.)/]\s*(?P<text>\S.*)", re.S)
NUMBERED = re.compile(r"(?P<number>\d{1,2}(?:\s?\.\s?\d{1,2}){0,3})\s?[.)]\s*(?P<text>[^\d\s.,/].*)", re.S)
ITEM = re.compile(
    r"(?:\((?P<number>\d{1,2})\)\s?[.:]?|(?P<dashed>\d{1,2})\s?[-–])\s*(?P<text>[^\W\d_].*)", re.S
)
LETTERED = re.compile(r"(?P<number>[a-eđ])\s?[.)]\s+(?P<text>\S.*)", re.S)
BULLET = re.compile(r"(?P<mark>[-–+*•])\s*(?P<text>\S.*)", re.S)

_OPENERS = re.compile(
    r"(?:Căn cứ|Thực hiện|Xét đề nghị|Trên đây|Nơi nhận|Kính gửi|Số\s*:|KẾ HOẠCH$|PHẦN |Phần |CỘNG H[OÒ]"
    r"|ĐẢNG CỘNG SẢN|Độc lập)"
)
SIGNATURE = re.compile(
    r"(?:TM|T/M|KT|K/T|TL|TUQ|Q)\s?\.?\s+[A-ZĐÀ-Ỹ]{2,}.*|(?:PHÓ )?(?:CHỦ TỊCH|BÍ THƯ)(?: THƯỜNG TRỰC)?\s*$"
)

_PAGE_NUMBER = re.compile(r"[-–\s]*(?:Trang\s+)?\d{1,3}(?:\s*/\s*\d{1,3})?[-–\s]*", re.I)
_STAMP = re.compile(
    r"\d{4}-\d\d-\d\dT\d\d:\d\d"  # time stamps of digital signatures
    r"|[^\s@]{1,64}@[^\s@]{1,255}\.\w+"
    r"|đã ký lên văn bản|ký bởi|người ký\s*:|thời gian ký|ngày ký\s*:|cơ quan\s*:.*;|phiên bản thử nghiệm"
    r"|\bfax\s*:",
    re.I,
)
_ENDED = re.compile(r"[.;:!?…)”\"]\s*$|\./\.?$")
_HARD_END = re.compile(r"[.:!?]\s*$|\./\.?$")


@dataclass(frozen=True, slots=True)
class Line:
    number: int
    text: str


@dataclass(slots=True)
class Paragraph:
    """A paragraph with the line on which it began."""

    line: int
    text: str


@dataclass(slots=True)
class Cleaned:
    """Lines without marks and noise, and what was left out."""

    lines: list[Line] = field(default_factory=list)
    left_out: list[Unread] = field(default_factory=list)


def cleaned(raw: Sequence[str], *, whole_paragraphs: bool = False) -> Cleaned:
    """NFC lines with single spaces, marks of formatting taken off; noise is listed with its reason."""
    found = Cleaned()
    lines = [Line(number, _tidy(text)) for number, text in enumerate(raw, 1)]
    often = _running_lines(lines)
    for line in lines:
        if not line.text:
            continue
        reason = _noise(line.text, often, paged=not whole_paragraphs)
        if reason:
            found.left_out.append(Unread(line.number, line.text, reason))
        else:
            found.lines.append(line)
    return found


def _tidy(text: str) -> str:
    text = repair_lookalikes(clean(text).text).replace("\t", " ").replace("\u00a0", " ")
    text = re.sub(r"^\s*#{1,6}\s+", "", text)
    star = re.match(r"\s*(?:\*{1,3})\s+(?P<rest>.*)", text)
    if star:
        return "* " + " ".join(star["rest"].replace("*", "").split())
    return " ".join(text.replace("*", "").split())


def _running_lines(lines: Iterable[Line]) -> frozenset[str]:
    """Heads and feet of pages: the same words on a line of their own three times or more."""
    short = (line.text for line in lines if 4 < len(line.text) <= 90 and not starts_item(line.text))
    counts = Counter(map(fold, short))
    return frozenset(key for key, count in counts.items() if count >= 3)


def _noise(text: str, often: frozenset[str], *, paged: bool) -> str:
    if paged and _PAGE_NUMBER.fullmatch(text):
        return "số trang"
    if _STAMP.search(text):
        return "dấu chữ ký số"
    if paged and fold(text) in often:
        return "dòng lặp ở đầu hoặc cuối trang"
    if not any(letter.isalnum() for letter in text):
        return "nét kẻ, không có chữ"
    return ""


def starts_item(text: str) -> bool:
    return any(pattern.match(text) for pattern in (ROMAN, NUMBERED, ITEM, LETTERED, BULLET))


def is_capitals(text: str) -> bool:
    """A line in capitals: a heading, a title or a form of signature."""
    letters = [letter for letter in text if letter.isalpha()]
    return len(letters) >= 3 and sum(letter.isupper() for letter in letters) >= 0.85 * len(letters)


def joined(lines: Sequence[Line], *, whole_paragraphs: bool) -> tuple[list[Paragraph], list[Unread]]:
    """Paragraphs of the lines, and the lines that only repeat the end of the paragraph before them."""
    width = None if whole_paragraphs else line_width(lines)
    found: list[Paragraph] = []
    left_out: list[Unread] = []
    previous = ""
    for line in lines:
        if found and _repeats(line.text, found[-1].text):
            left_out.append(Unread(line.number, line.text, "lặp lại cuối đoạn trước"))
            continue
        if found and _goes_on(previous, line.text, width):
            found[-1].text = f"{found[-1].text} {line.text}"
        else:
            found.append(Paragraph(line.number, line.text))
        previous = line.text
    return found, left_out


def line_width(lines: Iterable[Line]) -> int:
    """The usual full width in letters of a text whose lines are broken at the edge of the page; 0 when
    every line is a whole paragraph."""
    lengths = sorted(len(line.text) for line in lines if not is_capitals(line.text))
    if len(lengths) < 8:
        return 0
    wide = lengths[int(len(lengths) * 0.9)]
    return wide if wide <= 120 else 0


def _repeats(text: str, paragraph: str) -> bool:
    return len(text) >= 15 and text[0].islower() and fold(paragraph).endswith(fold(text))


def _goes_on(previous: str, text: str, width: int | None) -> bool:
    """Whether a line continues the paragraph: by how it begins, and by whether its first word had still
    found room on the line before. `width` 0: lines are paragraphs, but pages may break them; None: the
    author's own paragraphs."""
    if _OPENERS.match(text) or SIGNATURE.match(text) or ROMAN.match(text):
        return False
    if is_capitals(previous) and is_capitals(text):
        return not starts_item(text) and not SIGNATURE.match(previous) and width is not None
    if is_capitals(text) != is_capitals(previous) and is_capitals(previous):
        return False
    bullet = BULLET.match(text)
    if bullet is not None:
        # "an ninh / - chính trị": a dash inside a sentence that came to stand at the beginning of a line
        inside = bullet["mark"] in "-–" and bullet["text"][0].islower() and not _ENDED.search(previous)
        return inside and len(previous) >= 0.7 * (width or 1000)
    if starts_item(text):
        return False
    if text[0].islower() or text[0] in ",;)":
        return not _HARD_END.search(previous) or bool(width and _is_full(previous, text, width, 0.97))
    if not width:
        return False
    return _is_full(previous, text, width, 0.97 if _ENDED.search(previous) else 0.86)


def _is_full(previous: str, text: str, width: int, part: float) -> bool:
    first_word = text.split(" ", 1)[0]
    return len(previous) + 1 + len(first_word) >= part * width
