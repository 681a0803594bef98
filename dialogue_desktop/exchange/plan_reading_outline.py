"""Paragraphs of an old plan to its parts: head, title, bases, lead-in, numbered sections, closing, foot."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from dialogue_desktop.domain.plan import Bullet
from dialogue_desktop.domain.text_vi import fold
from dialogue_desktop.exchange.plan_reading_lines import (
    BULLET,
    ITEM,
    LETTERED,
    NUMBERED,
    ROMAN,
    SIGNATURE,
    Paragraph,
    is_capitals,
    starts_item,
)
from dialogue_desktop.exchange.plan_reading_types import Doubt, ReadBlock, ReadSection, Unread

#: A heading with its text behind a colon ("2.1. Hình thức: Tổ chức …") is cut there when it is no longer.
_LONGEST_HEADING = 90

_BASIS = re.compile(r"(?:Căn cứ|Thực hiện|Theo |Xét |Để |Nhằm )")
_MAKES_PLAN = re.compile(
    r"(?:xây dựng|ban hành|lập)\s+(?:kế hoạch|Kế hoạch)|(?:kế hoạch|Kế hoạch)\b[^;]{0,200}?như sau"
)
_ISSUER_BEGINS = re.compile(
    r"(?:^|[;.,]\s+)(?P<issuer>(?:Ủy|Uỷ) ban nhân dân|UBND|Đảng (?:ủy|uỷ)|Ban Thường vụ"
    r"|Ban Chấp hành|Chủ tịch)\b"
)


@dataclass(slots=True)
class Node:
    """A section while it is built; `level` 1 is a Roman number, 2 "1.", 3 "1.1." …"""

    line: int
    level: int
    number: str
    heading: str
    blocks: list[ReadBlock] = field(default_factory=list)
    children: list[Node] = field(default_factory=list)

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
    recipients: list[str] = field(default_factory=list)
    signature: list[str] = field(default_factory=list)
    signer: str = ""
    doubts: list[Doubt] = field(default_factory=list)
    left_out: list[Unread] = field(default_factory=list)


def outline(paragraphs: Sequence[Paragraph]) -> Outline:
    """Divide the paragraphs among the parts; what fits nowhere is listed."""
    found = Outline()
    rest = _title(found, list(paragraphs))
    rest = _foot(found, rest)
    rest = _opening(found, rest)
    _sections(found, rest)
    _missing_numbers(found, found.sections, "")
    return found


def _title(found: Outline, paragraphs: list[Paragraph]) -> list[Paragraph]:
    """What stands above "KẾ HOẠCH", and the lines under it up to the first basis or number."""
    at = next((i for i, p in enumerate(paragraphs) if fold(p.text).strip(" .:") == "ke hoach"), None)
    if at is None:
        at = next(
            (i for i, p in enumerate(paragraphs) if i < 15 and fold(p.text).startswith("ke hoach ")), None
        )
        if at is None:
            found.doubts.append(Doubt(1, "title", "không thấy dòng “KẾ HOẠCH”"))
            return paragraphs
        paragraphs[at].text = paragraphs[at].text[len("kế hoạch") :].strip()
        start = at
    else:
        start = at + 1
    found.head = paragraphs[:at]
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
        or bool(_BASIS.match(text) or starts_item(text) or _MAKES_PLAN.search(text))
        or len(text) > 400
    )


def _foot(found: Outline, paragraphs: list[Paragraph]) -> list[Paragraph]:
    """Recipients, signature and name at the end; the lines between and after them that are neither."""
    at = next((i for i, p in enumerate(paragraphs) if fold(p.text).startswith("noi nhan")), len(paragraphs))
    signed = next(
        (i for i, p in enumerate(paragraphs[:at]) if SIGNATURE.match(p.text) and is_capitals(p.text)), at
    )
    body, foot = paragraphs[:signed], paragraphs[signed:]
    in_recipients = False
    open_entry = False
    bulleted = any(BULLET.match(paragraph.text) for paragraph in foot)
    for paragraph in foot:
        text = paragraph.text
        if fold(text).startswith("noi nhan"):
            in_recipients = True
            text = text.partition(":")[2].strip()
            if not text:
                continue
        bullet = BULLET.match(text)
        plain = bullet is None and not is_capitals(text)
        if in_recipients and open_entry and bulleted and plain and text[0].isalnum():
            # the entry was broken in the narrow column
            found.recipients[-1] = f"{found.recipients[-1]} {text.strip(' ;.,')}"
            open_entry = not _ENTRY_ENDS.search(text)
        elif in_recipients and (bullet is not None or (plain and not _is_name(text))):
            found.recipients.append((bullet["text"] if bullet else text).strip(" ;.,"))
            open_entry = not _ENTRY_ENDS.search(text)
        elif is_capitals(text):
            in_recipients = False
            found.signature.append(" ".join(text.split()))
        elif _is_name(text) and found.signature and not found.signer:
            found.signer = text
        else:
            found.left_out.append(Unread(paragraph.line, text, "chưa rõ thuộc phần nào ở cuối kế hoạch"))
    return body


_ENTRY_ENDS = re.compile(r"[;.]\s*$")
_NAME = re.compile(r"(?:[^\W\d_]['’]?[^\W\d_]*)(?: [^\W\d_]['’]?[^\W\d_]*){1,5}")


def _is_name(text: str) -> bool:
    words = text.split()
    return bool(_NAME.fullmatch(text)) and len(words) >= 2 and all(word[0].isupper() for word in words)


def _opening(found: Outline, paragraphs: list[Paragraph]) -> list[Paragraph]:
    """Bases and lead-in, up to the first numbered heading."""
    end = next((i for i, p in enumerate(paragraphs) if ROMAN.match(p.text) or NUMBERED.match(p.text)), None)
    if end is None:
        found.doubts.append(Doubt(1, "sections", "không thấy mục nào có số"))
        end = next((i for i, p in enumerate(paragraphs) if not _BASIS.match(p.text)), len(paragraphs))
    for paragraph in paragraphs[:end]:
        basis, lead_in = _divided(paragraph.text)
        if basis:
            found.bases.append(Paragraph(paragraph.line, basis))
        if lead_in:
            found.lead_in = f"{found.lead_in} {lead_in}".strip()
    return paragraphs[end:]


def _divided(text: str) -> tuple[str, str]:
    """A paragraph that begins with its basis and ends with "… xây dựng kế hoạch … như sau:"."""
    if not _BASIS.match(text):
        return "", text
    makes = list(_MAKES_PLAN.finditer(text))
    if not makes:
        return text, ""
    # the last one: a basis may be a plan itself
    begins = [match for match in _ISSUER_BEGINS.finditer(text) if match.start() < makes[-1].start()]
    if not begins or begins[-1].start("issuer") == 0:
        return text, ""
    cut = begins[-1].start("issuer")
    return text[:cut].rstrip(), text[cut:]


def _sections(found: Outline, paragraphs: list[Paragraph]) -> None:
    """The tree of numbered headings; everything else becomes a block of the heading above it."""
    stack: list[Node] = []
    roman = any(ROMAN.match(p.text) for p in paragraphs)
    for paragraph in paragraphs:
        if fold(paragraph.text).startswith("tren day la"):
            found.closing = paragraph.text
            continue
        node = _heading(paragraph, roman)
        if node is None:
            block = _block(paragraph)
            if stack:
                stack[-1].blocks.append(block)
            else:
                found.left_out.append(Unread(paragraph.line, paragraph.text, "đứng trước mọi mục có số"))
            continue
        while stack and stack[-1].level >= node.level:
            stack.pop()
        (stack[-1].children if stack else found.sections).append(node)
        stack.append(node)


def _heading(paragraph: Paragraph, roman: bool) -> Node | None:
    text = paragraph.text
    match = ROMAN.match(text)
    level = 1
    if match is None:
        match = NUMBERED.match(text)
        if match is None:
            return None
        level = 1 + len(match["number"].split(".")) if roman else len(match["number"].split("."))
    number = match["number"].replace(" ", "")
    heading = match["text"].strip()
    node = Node(paragraph.line, level, number, heading.rstrip(" :."))
    before, colon, after = heading.partition(":")
    if colon and after.strip() and len(before) <= _LONGEST_HEADING:
        node.heading = before.strip()
        node.blocks.append(ReadBlock(paragraph.line, after.strip()))
    elif len(heading) > 1.4 * _LONGEST_HEADING and not is_capitals(heading):
        # No heading at all: a numbered paragraph.
        node.heading = ""
        node.blocks.append(ReadBlock(paragraph.line, heading))
    return node


def _block(paragraph: Paragraph) -> ReadBlock:
    text = paragraph.text
    bullet = BULLET.match(text)
    if bullet is not None:
        kind = Bullet.PLUS if bullet["mark"] == "+" else Bullet.DASH
        if bullet["mark"] == "*":
            kind = Bullet.PARAGRAPH
        return ReadBlock(paragraph.line, bullet["text"].strip(), kind)
    item = ITEM.match(text) or LETTERED.match(text)
    if item is not None:
        return ReadBlock(paragraph.line, item["text"].strip(), Bullet.DASH)
    return ReadBlock(paragraph.line, text)


def _missing_numbers(found: Outline, nodes: Sequence[Node], above: str) -> None:
    """A number left out or used twice: the old plan has a slip, or a heading was not seen."""
    numbers = [(node, _last_number(node.number)) for node in nodes]
    for (_, before), (node, number) in pairwise(numbers):
        if before is not None and number is not None and number != before + 1:
            where = f"mục {above}: " if above else ""
            found.doubts.append(Doubt(node.line, "sections", f"{where}sau số {before} đến số {number}"))
    for node in nodes:
        _missing_numbers(found, node.children, node.number)


_ROMAN_DIGITS = {"I": 1, "V": 5, "X": 10}


def _last_number(number: str) -> int | None:
    last = number.split(".")[-1]
    if last.isdigit():
        return int(last)
    values = [_ROMAN_DIGITS.get(letter, 0) for letter in last]
    if not values or not all(values):
        return None
    pairs = zip(values, [*values[1:], 0], strict=True)
    return sum(-value if value < following else value for value, following in pairs)
