"""Tidy lines to paragraphs: what was broken at the edge of the page is joined again (P13)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from dialogue_desktop.domain.text_vi import fold
from dialogue_desktop.exchange.plan_reading_lines import CELL, Line
from dialogue_desktop.exchange.plan_reading_marks import (
    BULLET,
    Mark,
    Style,
    is_capitals,
    mark_of,
    starts_item,
)
from dialogue_desktop.exchange.plan_reading_spelling import modern
from dialogue_desktop.exchange.plan_reading_types import Unread
from dialogue_desktop.exchange.plan_reading_widths import HARD_END, Edge, edge_of

TITLE = re.compile(r"k[eếẾ]\s*ho[aạẠ]ch\s*[.:]?", re.I)
SIGNATURE = re.compile(
    r"(?:TM|T/M|KT|K/T|TL|T/L|TUQ|Q)\s?\.?\s?(?=[A-ZĐÀ-Ỹ]{2,}).+"
    r"|(?:PHÓ )?(?:CHỦ TỊCH|BÍ THƯ|TRƯỞNG BAN|CHÁNH VĂN PHÒNG)(?: ỦY BAN NHÂN DÂN| UBND| THƯỜNG TRỰC)?\s*"
)
RECIPIENTS = re.compile(r"nơi\s+nhận\b", re.I)
CLOSING = re.compile(r"trên đây là\b", re.I)
_BASIS = re.compile(r"(?:[-–] )?(?:Căn cứ|Thực hiện|Xét|Theo|Tiếp tục thực hiện|Triển khai|Để|Nhằm)\b")
_ANY_LABEL = re.compile(r"[A-ZĐÀ-Ỹ][^.:;]{2,60}:\s")
#: How the last words of a plan may begin.
_CLOSERS = re.compile(
    r"(?:Đề nghị các|Yêu cầu các|Trong quá trình|Quá trình|Nhận được [Kk]ế hoạch|Căn cứ [Kk]ế hoạch"
    r"|Giao Văn phòng)\b"
)
_CLOSING_LINES = 6
_SHORTEST_CAPITALS = 7  # "UBND XÃ" may stand at the beginning of any line
#: A line of its own that says one thing of the conference.
_LABEL = re.compile(
    r"(?:[-–+•] )?(?:Chủ trì|Đồng chủ trì|Thư ký|Thành phần|Thời gian|Địa điểm|Hình thức|Số lượng"
    r"|Đối tượng|Nội dung"
    r"|Mời|Đại biểu|Kinh phí)[^.:;]{0,40}:"
)
_ALWAYS_NEW = re.compile(r"(?:Căn cứ|Kính gửi|CỘNG HÒA XÃ|ĐẢNG CỘNG SẢN|Độc lập\s*[-–])")
_ENDED = re.compile(r"[.;:!?…)”\"]\s*$|\./\.?$")
_WAITS = re.compile(r"(?:,|\b(?:và|của|với|các|những|về|cho|theo|tại|từ|đến|do|để|bằng|hoặc|giữa))$")
_GLUED = re.compile(r"[A-ZĐ]{2,}[-–/]$")
_HEAD_LINES = 60
_LONGEST_HEADING = 110
_LONGEST_BRACKET = 600


@dataclass(slots=True)
class Paragraph:
    """A paragraph with the line on which it began; `gap`: an empty line stood above it."""

    line: int
    text: str
    gap: bool = False


def joined(lines: Sequence[Line], *, whole_paragraphs: bool) -> tuple[list[Paragraph], list[Unread]]:
    """Paragraphs of the lines, and the lines that only repeat the end of the paragraph before them."""
    return _Joiner(lines, whole_paragraphs).all()


@dataclass(slots=True)
class _Joiner:
    lines: Sequence[Line]
    whole_paragraphs: bool
    edge: Edge | None = None
    indented: bool = False
    region: str = "head"
    title: int = 0  # the line of "KẾ HOẠCH"
    last: frozenset[int] = frozenset()  # the last lines above "Nơi nhận"
    found: list[Paragraph] = field(default_factory=list)
    previous: str = ""
    lines_so_far: int = 0  # of the paragraph that is being joined
    numbers: dict[int, int] = field(default_factory=dict)  # rank → the number used last

    def all(self) -> tuple[list[Paragraph], list[Unread]]:
        title = title_at([line.text for line in self.lines])
        self.title = self.lines[title].number if title is not None else 0
        if title is None:
            self.region = "opening"
        body = self.lines[(title or 0) :]
        foot = next((at for at, line in enumerate(body) if RECIPIENTS.match(line.text)), len(body))
        self.last = frozenset(line.number for line in body[max(foot - _CLOSING_LINES, 0) : foot])
        self.edge = edge_of(body[:foot])
        if self.whole_paragraphs and self.edge is not None and not _mostly_broken(body[:foot], self.edge):
            self.edge = None
        self.indented = _by_indent(body[:foot])
        left_out: list[Unread] = []
        for at, line in enumerate(self.lines):
            if self.region != "foot" and self.found and _repeats(line.text, self.found[-1].text):
                left_out.append(Unread(line.number, line.text, "lặp lại cuối đoạn trước"))
                continue
            following = self.lines[at + 1].text if at + 1 < len(self.lines) else ""
            if self.found and self._goes_on(line, following):
                last = self.found[-1]
                glue = "" if _GLUED.search(last.text) and line.text[0].isupper() else " "
                last.text = f"{last.text}{glue}{line.text}"
                self.lines_so_far += 1
            else:
                self.lines_so_far = 1
                self.found.append(Paragraph(line.number, line.text, line.gap))
                self._enter(line)
            self.previous = line.text
        return self.found, left_out

    def _enter(self, line: Line) -> None:
        """The part of the plan that a new paragraph leads into, and the number that it uses."""
        text = line.text
        if self.region == "head" and line.number == self.title:
            self.region = "opening"
        elif self.region in ("opening", "body"):
            if RECIPIENTS.match(text) or _is_signature(text):
                self.region = "foot"
                return
            mark = mark_of(text)
            if mark is not None:
                self.region = "body"
                self.numbers = {rank: n for rank, n in self.numbers.items() if rank < mark.rank}
                self.numbers[mark.rank] = mark.value

    # --- does a line go on

    def _goes_on(self, line: Line, following: str) -> bool:
        text = line.text
        if self.region in ("head", "foot") or self.title in (line.number, self.found[-1].line):
            return False
        if CELL in text or CELL in self.found[-1].text:
            return False
        if RECIPIENTS.match(text) or _is_signature(text) or _ALWAYS_NEW.match(text):
            return False
        if self.whole_paragraphs and self.edge is None:
            return False
        full = self._is_full(text)
        ended = bool(_ENDED.search(self.previous))
        if CLOSING.match(text) and (ended or not full):
            return False
        if (
            line.number in self.last
            and _CLOSERS.match(text)
            and not self.found[-1].text.startswith("Trên đây")
        ):
            return False
        if self.region == "opening" and _BASIS.match(text):
            if ended or not full or not _BASIS.match(self.found[-1].text):
                return False
        if (marked := self._by_mark(text, full, ended)) is not None:
            return marked
        if (by_case := self._by_case(line, full)) is not None:
            return by_case
        return self._by_sense(line, following, full, ended)

    def _is_full(self, text: str, *, bold: bool = False) -> bool:
        """Whether the first word had found no room on the line before."""
        first = self.lines_so_far == 1
        return self.edge is not None and self.edge.is_full(self.previous, text, first=first, bold=bold)

    def _by_mark(self, text: str, full: bool, ended: bool) -> bool | None:
        """A number or bullet begins a paragraph, unless it is the middle of a sentence that came to stand at
        the beginning of a line ("an ninh / - chính trị", "khoản / 1. …"). None without one."""
        bullet = BULLET.match(text)
        if bullet is not None:
            inside = bullet["mark"] in "-–" and bullet["text"][0].islower() and not ended
            return inside and full
        mark = mark_of(text)
        if mark is None:
            return None
        return full and not ended and not self._follows(mark)

    def _follows(self, mark: Mark) -> bool:
        """Whether a number is the next one of its kind, or a first one."""
        last = self.numbers.get(mark.rank)
        if mark.style is Style.ARABIC and len(mark.parts) > 1:
            return mark.value == 1 or last == mark.value - 1
        if not mark.text or not (mark.text[0].isupper() or mark.style is Style.LETTER):
            return False
        return mark.value == (1 if last is None else last + 1) or mark.value == 1

    def _by_case(self, line: Line, full: bool) -> bool | None:
        """Capitals go on with capitals (a heading in two lines) and with nothing else."""
        paragraph, text = self.found[-1].text, line.text
        if is_capitals(paragraph) and len(paragraph.split()) > 1:
            if not is_capitals(text):
                return full and text[0].islower()
            return not (self.edge is None and line.gap) and not _is_signature(paragraph)
        if is_capitals(text) and len(text.split()) > 1 and len(text) > _SHORTEST_CAPITALS:
            return full and not _ENDED.search(self.previous)
        return None

    def _by_sense(self, line: Line, following: str, full: bool, ended: bool) -> bool:
        paragraph, text = self.found[-1].text, line.text
        if text[0].islower() or text[0] in ",;)”":
            return not HARD_END.search(self.previous) or full
        if self.previous.endswith(","):
            return True
        if self.edge is None:
            return bool(_WAITS.search(self.previous)) or _is_open(paragraph)
        mark = mark_of(paragraph)
        if not full:
            # the second line of a heading, whose letters are bold, is short and followed by an item
            heading = mark is not None and len(paragraph) <= _LONGEST_HEADING and ":" not in paragraph
            wide = heading and not ended and self._is_full(text, bold=True)
            return wide and not _ENDED.search(text) and (not following or starts_item(following))
        if self.indented:
            return not line.indented
        begins = self.edge.begins_paragraph(text, following)
        if begins is not None and (ended or not begins):
            return not begins
        if not ended:
            return True
        plain = not starts_item(paragraph)
        return not (_LABEL.match(paragraph) or _LABEL.match(text) or (plain and _ANY_LABEL.match(text)))


def _mostly_broken(lines: Sequence[Line], edge: Edge) -> bool:
    """A Word file that was made from a PDF: each line a paragraph of its own."""
    long = sum(1 for line in lines if edge.measure(line.text) > edge.rest * 1.2)
    return long <= len(lines) // 20


def _by_indent(lines: Sequence[Line]) -> bool:
    """Whether first lines of paragraphs are indented and the others are not."""
    items = [line for line in lines if starts_item(line.text)]
    others = [line for line in lines if line.text[0].islower() and not starts_item(line.text)]
    if len(items) < 5 or len(others) < 5:
        return False
    return sum(line.indented for line in items) >= 0.9 * len(items) and sum(
        line.indented for line in others
    ) <= 0.1 * len(others)


def is_title(text: str) -> bool:
    return TITLE.fullmatch(text.strip(" -–*")) is not None


def title_at(texts: Sequence[str]) -> int | None:
    """The line "KẾ HOẠCH", else the first one that begins with these words in capitals or near the top."""
    first = texts[:_HEAD_LINES]
    alone = next((at for at, text in enumerate(first) if is_title(text)), None)
    if alone is not None:
        return alone
    begins = (at for at, text in enumerate(first) if fold(text).startswith("ke hoach "))
    return next((at for at in begins if at < 15 or is_capitals(texts[at])), None)


def _is_signature(text: str) -> bool:
    return SIGNATURE.fullmatch(modern(text)) is not None and is_capitals(text)


def _is_open(paragraph: str) -> bool:
    """A bracket or a quotation mark waits for its end."""
    tail = paragraph[-_LONGEST_BRACKET:]
    return tail.count("(") > tail.count(")") or tail.count("“") > tail.count("”")


def _repeats(text: str, paragraph: str) -> bool:
    return len(text) >= 15 and text[0].islower() and fold(paragraph).endswith(fold(text))
