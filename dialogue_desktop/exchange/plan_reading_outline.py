"""Paragraphs of an old plan to its parts: head, title, bases, lead-in, numbered sections, closing, foot."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from dialogue_desktop.domain.plan import Bullet
from dialogue_desktop.domain.text_vi import fold
from dialogue_desktop.exchange.plan_reading_foot import Foot, foot_of
from dialogue_desktop.exchange.plan_reading_joins import CLOSING, Paragraph, is_title, title_at
from dialogue_desktop.exchange.plan_reading_lines import CELL
from dialogue_desktop.exchange.plan_reading_marks import (
    BULLET,
    INNER_BULLETS,
    Mark,
    Style,
    is_capitals,
    mark_of,
    starts_item,
)
from dialogue_desktop.exchange.plan_reading_spelling import modern
from dialogue_desktop.exchange.plan_reading_types import Doubt, ReadBlock, ReadSection, Unread

#: A heading with its text behind a colon ("2.1. Hình thức: Tổ chức …") is cut there when it is no longer.
_LONGEST_HEADING = 90
_LONGEST_TITLE = 400

_BASIS = re.compile(r"(?:Căn cứ|Thực hiện|Tiếp tục thực hiện|Triển khai|Theo |Xét |Để |Nhằm )")
_MAKES_PLAN = re.compile(r"(?:xây dựng|ban hành|lập)\s+(?:kế hoạch|Kế hoạch)")
_AS_FOLLOWS = re.compile(r"(?:kế hoạch|Kế hoạch)\b[^;]{0,200}?như sau")
_ISSUER_BEGINS = re.compile(
    r"(?:^|[;.,]\s+)(?P<issuer>(?:Ủy ban nhân dân|Ủy ban Nhân dân|UBND|Đảng ủy|Ban Thường vụ"
    r"|Ban Chấp hành|Chủ tịch)\b)"
)
_ENDS_PLAN = re.compile(
    r"(?:kế hoạch này|quá trình (?:tổ chức |triển khai )?thực hiện|(?:nhận được|căn cứ) kế hoạch)", re.I
)


@dataclass(slots=True)
class Node:
    """A section while it is built; `rank` says how deep its kind of number stands."""

    line: int
    rank: int
    number: str
    heading: str
    value: int = 0
    blocks: list[ReadBlock] = field(default_factory=list)
    children: list[Node] = field(default_factory=list)
    sign: str = ""

    def frozen(self) -> ReadSection:
        children = tuple(child.frozen() for child in self.children)
        return ReadSection(self.line, self.number, self.heading, tuple(self.blocks), children)


@dataclass(slots=True)
class Outline:
    """The parts of the plan, in the order of the page."""

    head: list[Paragraph] = field(default_factory=list)
    title: str = ""
    title_line: int = 0
    bases: list[Paragraph] = field(default_factory=list)
    lead_in: str = ""
    sections: list[Node] = field(default_factory=list)
    closing: str = ""
    foot: Foot = field(default_factory=Foot)
    doubts: list[Doubt] = field(default_factory=list)
    left_out: list[Unread] = field(default_factory=list)


def walk(nodes: Sequence[Node]) -> Iterator[Node]:
    for node in nodes:
        yield node
        yield from walk(node.children)


def outline(paragraphs: Sequence[Paragraph]) -> Outline:
    """Divide the paragraphs among the parts; what fits nowhere is listed."""
    found = Outline()
    rest = _title(found, list(paragraphs))
    rest, found.foot = foot_of(rest)
    rest = _opening(found, rest)
    rest = _closing(found, rest)
    _Tree(found, rest).build()
    _missing_numbers(found, found.sections, "")
    return found


# --- title, opening, closing --------------------------------------------------------------------------


def _title(found: Outline, paragraphs: list[Paragraph]) -> list[Paragraph]:
    """What stands above "KẾ HOẠCH", and the lines under it up to the first basis or number."""
    start = title_at([p.text for p in paragraphs])
    if start is None:
        found.doubts.append(Doubt(1, "title", "không thấy dòng “KẾ HOẠCH”"))
        return paragraphs
    found.head = paragraphs[:start]
    if is_title(paragraphs[start].text):
        start += 1
    else:
        paragraphs[start].text = paragraphs[start].text[len("kế hoạch") :].strip()
    end = start
    while end < len(paragraphs) and not _ends_title(paragraphs[end].text):
        end += 1
    lines = paragraphs[start:end]
    if lines:
        found.title = " ".join(p.text for p in lines)
        found.title_line = lines[0].line
    return paragraphs[end:]


def _ends_title(text: str) -> bool:
    bare = text.strip("-–_ .")
    return (
        not bare
        or bool(_BASIS.match(text) or starts_item(text) or _makes_plan(text))
        or fold(text).startswith(("kinh gui", "noi nhan"))
        or len(text) > _LONGEST_TITLE
    )


def _opening(found: Outline, paragraphs: list[Paragraph]) -> list[Paragraph]:
    """Bases and lead-in, up to the first numbered heading."""
    end = next((at for at, p in enumerate(paragraphs) if _begins_body(p.text)), None)
    if end is None:
        found.doubts.append(Doubt(1, "sections", "không thấy mục nào có số"))
        end = next((at for at, p in enumerate(paragraphs) if not _BASIS.match(p.text)), len(paragraphs))
    for paragraph in paragraphs[:end]:
        text = paragraph.text
        bullet = BULLET.match(text)
        if bullet is not None and _BASIS.match(bullet["text"]):  # Party plans dash their bases
            text = bullet["text"]
        basis, lead_in = _divided(text)
        if basis:
            found.bases.append(Paragraph(paragraph.line, basis))
        if lead_in:
            found.lead_in = f"{found.lead_in} {lead_in}".strip()
    return paragraphs[end:]


def _begins_body(text: str) -> bool:
    mark = mark_of(text)
    if mark is not None:
        return mark.style is not Style.LETTER and mark.sign != "()"
    return is_capitals(text) and len(text.split()) > 1


def _divided(text: str) -> tuple[str, str]:
    """A paragraph that begins with its basis and ends with "… xây dựng kế hoạch … như sau:"."""
    if not _BASIS.match(text):
        return "", text
    makes = _makes_plan(text)
    if not makes:
        return text, ""
    seen = modern(text)
    begins = [match for match in _ISSUER_BEGINS.finditer(seen) if match.start() < makes]
    if not begins or begins[-1].start("issuer") == 0:
        return text, ""
    cut = begins[-1].start("issuer")
    return text[:cut].rstrip(), text[cut:]


def _makes_plan(text: str) -> int:
    """Where a text says that the plan is made, the last time: a basis may be a plan itself. 0 for nowhere."""
    makes = list(_MAKES_PLAN.finditer(text))
    if makes:
        return makes[-1].end()
    follows = _AS_FOLLOWS.search(text)
    return follows.end() if follows is not None else 0


def _closing(found: Outline, paragraphs: list[Paragraph]) -> list[Paragraph]:
    """ "Trên đây là …" with what stands behind it, else the plain paragraph that ends the plan."""
    at = next((i for i, p in enumerate(paragraphs) if CLOSING.match(p.text)), None)
    if at is None:
        at = len(paragraphs)
        while at and not starts_item(paragraphs[at - 1].text) and _ENDS_PLAN.search(paragraphs[at - 1].text):
            at -= 1
    rest = paragraphs[at:]
    behind = next((i for i, p in enumerate(rest) if i and starts_item(p.text)), len(rest))
    found.closing = "\n".join(p.text for p in rest[:behind])
    return [*paragraphs[:at], *rest[behind:]]


# --- the tree ---------------------------------------------------------------------------------------


class _Tree:
    """Numbered headings as a tree; everything else becomes a block of the heading above it."""

    def __init__(self, found: Outline, paragraphs: Sequence[Paragraph]) -> None:
        self._found, self._paragraphs = found, paragraphs
        self._stack: list[Node] = []
        self._items: tuple[int, str, int] | None = None  # a run of numbered items: rank, sign, last number
        marks = [mark_of(p.text) for p in paragraphs]
        self._numbered = any(mark is not None and mark.style <= Style.ROMAN for mark in marks)

    def build(self) -> None:
        waiting: Node | None = None  # "Phần thứ nhất" whose heading is the next line
        for at, paragraph in enumerate(self._paragraphs):
            text = paragraph.text
            if waiting is not None and mark_of(text) is None and BULLET.match(text) is None:
                waiting.heading = text.rstrip(" :.")
                waiting = None
                continue
            waiting = None
            following = self._paragraphs[at + 1].text if at + 1 < len(self._paragraphs) else ""
            node = self._heading(paragraph, following)
            if node is None:
                self._block(paragraph)
                continue
            while self._stack and self._stack[-1].rank >= node.rank:
                self._stack.pop()
            (self._stack[-1].children if self._stack else self._found.sections).append(node)
            self._stack.append(node)
            if not node.heading and not node.blocks:
                waiting = node

    def _block(self, paragraph: Paragraph) -> None:
        block = block_of(paragraph)
        if self._stack:
            self._stack[-1].blocks.append(block)
        else:
            self._found.left_out.append(Unread(paragraph.line, paragraph.text, "đứng trước mọi mục có số"))

    def _heading(self, paragraph: Paragraph, following: str) -> Node | None:
        text = paragraph.text
        if CELL in text:
            return None
        mark = mark_of(text)
        if mark is None:
            if not self._numbered and self._is_bare_heading(text, following):
                self._items = None
                return Node(paragraph.line, Style.CAPITAL, "", text.rstrip(" :."))
            return None
        if self._is_item(mark, following):
            self._items = (mark.rank, mark.sign, mark.value)
            return None
        if self._items is not None and mark.rank <= self._items[0]:
            self._items = None
        return _node(paragraph.line, mark)

    def _is_bare_heading(self, text: str, following: str) -> bool:
        """A line in capitals in a plan that numbers nothing, with something under it."""
        return is_capitals(text) and BULLET.match(text) is None and 3 < len(text) <= 120 and bool(following)

    def _is_item(self, mark: Mark, following: str) -> bool:
        """An item of a list inside a section, not a heading."""
        if mark.style in (Style.PART, Style.CAPITAL, Style.ROMAN):
            return False
        if mark.sign == "()":
            return True
        if mark.style is Style.LETTER:
            return not _is_titled(mark.text, following)
        run = self._items
        if len(mark.parts) > 1:
            return False
        if run is not None and run[:2] == (mark.rank, mark.sign) and mark.value == run[2] + 1:
            # the list goes on, unless the headings do: "… 1. 2." under "2." and then "3."
            open_node = next((node for node in self._stack if node.rank == mark.rank), None)
            if open_node is None or open_node.value + 1 != mark.value or open_node.sign != mark.sign:
                return True
            return not _is_titled(mark.text, following)
        same = next((node for node in self._stack if node.rank == mark.rank), None)
        if mark.sign != ".":
            if same is not None and mark.value == same.value + 1 and same.sign == mark.sign:
                return False
            above = self._stack[-1] if self._stack else None
            return not (mark.value == 1 and above is not None and above.rank < mark.rank and not above.blocks)
        # "1." under "2." begins a list
        return same is not None and mark.value == 1


def _is_titled(text: str, following: str) -> bool:
    """Short, without a full stop, and something else than the next of its kind under it."""
    if len(text) > _LONGEST_HEADING or text.rstrip()[-1] in ".;,":
        return False
    after = mark_of(following)
    return bool(following) and (after is None or after.style > Style.LETTER)


def _node(line: int, mark: Mark) -> Node:
    heading = mark.text.strip()
    node = Node(line, mark.rank, mark.written, heading.rstrip(" :."), mark.value)
    node.sign = mark.sign
    before, colon, after = heading.partition(":")
    if colon and after.strip() and len(before) <= _LONGEST_HEADING:
        node.heading = before.strip()
        node.blocks.append(ReadBlock(line, after.strip()))
    elif len(heading) > 1.4 * _LONGEST_HEADING and not is_capitals(heading):
        # No heading at all: a numbered paragraph.
        node.heading = ""
        node.blocks.append(ReadBlock(line, heading))
    return node


def block_of(paragraph: Paragraph) -> ReadBlock:
    text = paragraph.text
    bullet = BULLET.match(text)
    if bullet is not None:
        kind = Bullet.PLUS if bullet["mark"] in INNER_BULLETS else Bullet.DASH
        if bullet["mark"] == "*":
            kind = Bullet.PARAGRAPH
        return ReadBlock(paragraph.line, bullet["text"].strip(), kind)
    mark = mark_of(text)
    if mark is not None and CELL not in text:
        return ReadBlock(paragraph.line, mark.text.strip(), Bullet.DASH, mark.label)
    return ReadBlock(paragraph.line, text)


def _missing_numbers(found: Outline, nodes: Sequence[Node], above: str) -> None:
    """A number left out or used twice: the old plan has a slip, or a heading was not seen."""
    for before, node in pairwise(nodes):
        if before.rank == node.rank and node.value != before.value + 1 and node.value and before.value:
            where = f"mục {above}: " if above else ""
            reason = f"{where}sau số {before.value} đến số {node.value}"
            found.doubts.append(Doubt(node.line, "sections", reason))
    for node in nodes:
        _missing_numbers(found, node.children, node.number)
