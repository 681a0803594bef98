"""Raw lines of an old plan to tidy ones: marks of formatting and noise of pages taken out (P13)."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from dialogue_desktop.domain.text_vi import clean, fold, repair_lookalikes
from dialogue_desktop.exchange.plan_reading_marks import starts_item
from dialogue_desktop.exchange.plan_reading_markup import CELL as CELL
from dialogue_desktop.exchange.plan_reading_markup import without_markup
from dialogue_desktop.exchange.plan_reading_types import Unread

#: Stands in front of the first line of a page where the file has pages.
PAGE = "\f"

PAGE_NUMBER = "số trang"
STAMP = "dấu chữ ký số"
RUNNING = "dòng lặp ở đầu hoặc cuối trang"
CONTACTS = "dòng địa chỉ liên hệ của cơ quan"
RULED = "nét kẻ, không có chữ"

#: Surely the number of a page; a number alone on its line may be the end of a sentence.
_PAGE = re.compile(
    r"[-–]\s*\d{1,3}\s*[-–]|(?:Trang|Page)(?:\s+số)?\s*:?\s*\d{1,3}(?:\s*/\s*\d{1,3})?|\d{1,3}\s*/\s*\d{1,3}",
    re.I,
)
_NUMBER = re.compile(r"\d{1,3}")
_ENDED = re.compile(r"[.;:!?)”\"]$")
_STAMP = re.compile(
    r"\d{4}-\d\d-\d\dT\d\d:\d\d"  # time stamps of digital signatures
    r"|<[^\s@<>]{1,64}@[^\s@<>]{1,255}>"
    r"|đã ký lên văn bản|phiên bản thử nghiệm|ban cơ yếu chính phủ"
    r"|signature (?:not verified|valid)|digitally signed"
    r"|^(?:được\s+)?ký (?:bởi|số bởi)\b|^người ký\s*:|^thời gian ký\s*:|^(?:ngày|giờ) ký\s*:|^ký ngày\s*:",
    re.I,
)
_ADDRESS = re.compile(r"^(?:e-?mail\s*:?\s*)?[^\s@]{1,64}@[^\s@]{1,255}\.\w+$", re.I)
_CONTACT = re.compile(r"\b(?:ĐT|điện thoại|fax|e-?mail|website)\s*:", re.I)
_CONTACTS = re.compile(r"^(?:địa chỉ|ĐT|điện thoại|tel|fax|e-?mail|website)\s*:", re.I)
#: A stamp's lines broken in a narrow box: at most so many between two that are surely its own.
_STAMP_GAP = 3
_STAMP_WIDTH = 45
_EDGE = 3  # lines at the top and at the bottom of a page that may be its head or foot


@dataclass(frozen=True, slots=True)
class Line:
    """A tidy line. `gap`: an empty line stood above it; `indented`: it began with blanks."""

    number: int
    text: str
    gap: bool = False
    indented: bool = False
    page: int = 0


@dataclass(slots=True)
class Cleaned:
    """Lines without marks and noise, and what was left out."""

    lines: list[Line] = field(default_factory=list)
    left_out: list[Unread] = field(default_factory=list)


def cleaned(raw: Sequence[str], *, whole_paragraphs: bool = False) -> Cleaned:
    """NFC lines with single spaces; noise is listed with its reason."""
    found = Cleaned()
    lines = list(_tidied(raw))
    running = _running(lines) if not whole_paragraphs else frozenset()
    stamps = _stamps(lines)
    pages = _page_numbers(lines) if not whole_paragraphs else frozenset()
    gap = False
    for line in lines:
        if line.number in stamps:
            reason = STAMP
        elif line.number in pages:
            reason = PAGE_NUMBER
        elif line.number in running:
            reason = RUNNING
        elif _CONTACTS.match(line.text) and len(_CONTACT.findall(line.text)) >= 2:
            reason = CONTACTS
        elif not any(letter.isalnum() for letter in line.text):
            reason = RULED
        else:
            found.lines.append(Line(line.number, line.text, line.gap or gap, line.indented, line.page))
            gap = False
            continue
        gap = gap or line.gap
        found.left_out.append(Unread(line.number, line.text, reason))
    return found


def _tidied(raw: Sequence[str]) -> Iterable[Line]:
    gap, page = False, 0
    for number, text in without_markup(raw):
        if text.startswith(PAGE):
            page += 1
            text = text[1:]
        body = repair_lookalikes(clean(text).text)
        tidy = " ".join(body.split())
        if not tidy:
            gap = True
            continue
        yield Line(number, tidy, gap, body[0].isspace(), page)
        gap = False


def _page_numbers(lines: Sequence[Line]) -> frozenset[int]:
    """Lines that number pages: a number alone only where it is the next one (the first page bears none)."""
    found: set[int] = set()
    last = 0
    for at, line in enumerate(lines):
        if _PAGE.fullmatch(line.text):
            found.add(line.number)
            last = int(re.findall(r"\d+", line.text)[0])
        elif _NUMBER.fullmatch(line.text):
            first_of_page = at > 0 and line.page > lines[at - 1].page
            last_of_page = at + 1 < len(lines) and lines[at + 1].page > line.page
            value = int(line.text)
            ended = at > 0 and _ENDED.search(lines[at - 1].text) is not None
            if last < value <= last + 2 or ended or first_of_page or last_of_page:
                found.add(line.number)
                last = value
    return frozenset(found)


def _running(lines: Sequence[Line]) -> frozenset[int]:
    """Lines of heads and feet of pages: on the edges of several pages, or three times anywhere. Their numbers
    may differ."""
    counts: dict[str, list[int]] = defaultdict(list)
    for line in lines:
        if _may_run(line.text):
            counts[_numberless(line.text)].append(line.number)
    often = frozenset(number for found in counts.values() if len(found) >= 3 for number in found)
    return often | _on_edges(lines) if lines and lines[-1].page > 1 else often


def _on_edges(lines: Sequence[Line]) -> frozenset[int]:
    pages: dict[int, list[Line]] = defaultdict(list)
    for line in lines:
        pages[line.page].append(line)
    edges: dict[str, list[Line]] = defaultdict(list)
    for page in pages.values():
        edge = {line.number: line for line in (*page[:_EDGE], *page[-_EDGE:])}
        for line in edge.values():
            if _may_run(line.text):
                edges[_numberless(line.text)].append(line)
    least = max(2, (len(pages) + 1) // 2)
    return frozenset(
        line.number
        for found in edges.values()
        if len({line.page for line in found}) >= least
        for line in found
    )


def _may_run(text: str) -> bool:
    letters = sum(letter.isalpha() for letter in text)
    return letters >= 4 and len(text) <= 110 and not text[0].islower() and not starts_item(text)


def _numberless(text: str) -> str:
    return re.sub(r"\d+", "#", fold(text))


def _stamps(lines: Sequence[Line]) -> frozenset[int]:
    """Lines of digital signatures, and the ends of their lines that were broken in a narrow box."""
    sure = [at for at, line in enumerate(lines) if _STAMP.search(line.text) or _ADDRESS.match(line.text)]
    found = {lines[at].number for at in sure}
    for at, following in pairwise(sure):
        between = lines[at + 1 : following]
        if len(between) <= _STAMP_GAP and all(
            len(line.text) <= _STAMP_WIDTH and not starts_item(line.text) for line in between
        ):
            found |= {line.number for line in between}
    return frozenset(found)
