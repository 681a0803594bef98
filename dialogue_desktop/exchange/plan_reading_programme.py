"""What an old plan has talked about and done at its conference: topics, steps, copies (P4, P9)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from dialogue_desktop.domain.plan import Bullet, CopyPurpose, ProgrammeStep
from dialogue_desktop.domain.text_vi import fold
from dialogue_desktop.exchange.plan_reading_facts import texts_of
from dialogue_desktop.exchange.plan_reading_outline import Node, Outline, walk
from dialogue_desktop.exchange.plan_reading_tables import Table, tables_of
from dialogue_desktop.exchange.plan_reading_types import ReadBlock

_LONGEST_STEP = 600
_COPIES = re.compile(r"(?P<total>\d{1,2})\s+bản\s*:\s*(?P<rest>[^)]+)", re.I)
_COPY = re.compile(r"(?P<count>\d{1,2})\s+bản\s+(?P<label>[^;,]+)", re.I)
_SPEAKING = re.compile(
    r"(?:nhan dan|cong dan|nguoi dan|ba con|dai bieu).{0,30}(?:phat bieu|trao doi|dat cau hoi|neu y kien)"
)
_PROGRAMME = re.compile(r"chuong t?r?\s*i?nh|trinh tu|tien trinh|dien bien")


# --- topics -----------------------------------------------------------------------------------------


def topics(outline: Outline) -> tuple[str, ...]:
    """What is talked about: the blocks under "Nội dung …"."""
    for node in walk(outline.sections):
        key = fold(node.heading)
        if key.startswith(("noi dung", "chu de")) and node.blocks and "thanh phan" not in key:
            if "chuong trinh" not in key and not _PROGRAMME.search(key):
                return tuple(block.text.strip() for block in node.blocks)
    return ()


# --- programme --------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Programme:
    """The steps, and the lines of the plan on which they stand."""

    steps: tuple[ProgrammeStep, ...] = ()
    lines: tuple[int, ...] = ()


def programme(outline: Outline) -> Programme:
    """The steps under "Trình tự" or "Chương trình", each with its plus items as details."""
    best: Sequence[ReadBlock] = ()
    weight = 0
    for node in walk(outline.sections):
        key = fold(node.heading)
        if not _PROGRAMME.search(key):
            continue
        table = next((one for one in tables_of(node.blocks) if one.is_programme), None)
        if table is not None:
            return _of_table(table)
        blocks = node.blocks
        own = 3 if "trinh tu" in key else 2
        if (
            not blocks
            and node.children
            and not any(_PROGRAMME.search(fold(c.heading)) for c in node.children)
        ):
            blocks, own = [b for child in node.children for b in _as_step(child)], 1
        inner = _introduced(blocks)
        if len(blocks) > 1 and own > weight:
            best, weight = (inner or blocks), own
    if not best:
        for node in walk(outline.sections):
            best = best or _introduced(node.blocks) or ()
    steps: list[ProgrammeStep] = []
    for block in best:
        if block.bullet is Bullet.PLUS and steps:
            steps[-1] = replace(steps[-1], details=(*steps[-1].details, block.text))
        else:
            speaking = bool(_SPEAKING.search(fold(block.text)))
            number = f"buoc-{len(steps) + 1}"
            steps.append(ProgrammeStep(number, block.text, minutes=_said(block.text), speaking=speaking))
    return Programme(_by_the_clock(steps), tuple(block.line for block in best))


_CLOCK = r"(?P<h{0}>\d{{1,2}})\s*(?:giờ|h|g|:)\s*(?P<m{0}>\d{{2}})?(?:\s*(?:phút|['’′]))?"
#: "Khai mạc (15 phút)." but not "mỗi lượt không quá 05 phút".
_MINUTES_BEHIND = re.compile(r"\((?:khoảng\s+|dự kiến\s+)?(?P<n>\d{1,3})\s*(?:phút|['’′])\)\s*[.;]?$", re.I)
#: "Từ 07h30 - 07h45: Khai mạc".
_SPAN_BEFORE = re.compile(rf"(?:từ\s+)?{_CLOCK.format(1)}\s*(?:[-–—]|đến)\s*{_CLOCK.format(2)}\s*[:.,]", re.I)
#: "7 giờ 30: Khai mạc"; the step lasts until the next.
_START_BEFORE = re.compile(rf"(?:lúc\s+)?{_CLOCK.format(1)}\s*[:.,-]", re.I)


def begins_with_hour(text: str) -> bool:
    return bool(_SPAN_BEFORE.match(text) or _START_BEFORE.match(text))


def _said(text: str) -> int | None:
    """The minutes that a step gives for itself."""
    minutes = _MINUTES_BEHIND.search(text)
    if minutes is not None:
        return int(minutes["n"])
    span = _SPAN_BEFORE.match(text)
    return _minutes(span[0]) if span is not None else None


def _by_the_clock(steps: Sequence[ProgrammeStep]) -> tuple[ProgrammeStep, ...]:
    """Steps that say only when they begin last until the next one begins."""
    begins = [_START_BEFORE.match(step.text) for step in steps]
    found = list(steps)
    for at, (one, following) in enumerate(pairwise(begins)):
        if found[at].minutes is None and one is not None and following is not None:
            lasts = _of_day(following) - _of_day(one)
            found[at] = replace(found[at], minutes=lasts if 0 < lasts <= _LONGEST_STEP else None)
    return tuple(found)


def _of_day(match: re.Match[str]) -> int:
    return int(match["h1"]) * 60 + int(match["m1"] or 0)


def _as_step(node: Node) -> list[ReadBlock]:
    """ "5.1. Khai mạc: …" as one step, what stands under it as its parts."""
    head = ReadBlock(node.line, node.heading, Bullet.DASH)
    blocks = node.blocks
    if blocks and blocks[0].line == node.line:
        text = f"{node.heading}: {blocks[0].text}" if node.heading else blocks[0].text
        head, blocks = replace(head, text=text), blocks[1:]
    return [head, *(replace(block, bullet=Bullet.PLUS) for block in blocks)]


_INTRODUCES = re.compile(r"theo (?:trinh tu|chuong trinh)(?: cac buoc)?(?: nhu)?(?: sau)?(?: day)?$")


def _introduced(blocks: Sequence[ReadBlock]) -> list[ReadBlock]:
    """The items behind "… theo trình tự sau:", up to what is no item."""
    for index, block in enumerate(blocks):
        if _INTRODUCES.search(fold(block.text).rstrip(" :.")):
            found: list[ReadBlock] = []
            for following in blocks[index + 1 :]:
                if following.bullet is Bullet.PARAGRAPH:
                    break
                found.append(following)
            return found
    return []


def _of_table(table: Table) -> Programme:
    steps: list[ProgrammeStep] = []
    for row in table.rows:
        text = row.get("content")
        if text:
            lead = row.get("unit")
            step = ProgrammeStep(f"buoc-{len(steps) + 1}", text, lead, _minutes(row.get("when")))
            steps.append(replace(step, speaking=bool(_SPEAKING.search(fold(text)))))
    return Programme(tuple(steps), tuple(row.line for row in table.rows))


_SPAN = re.compile(
    r"(?P<h1>\d{1,2})\s*(?:giờ|h|g|:)\s*(?P<m1>\d{2})?\D{1,12}?(?P<h2>\d{1,2})\s*(?:giờ|h|g|:)\s*(?P<m2>\d{2})?",
    re.I,
)
_MINUTES = re.compile(r"(?P<n>\d{1,3})\s*(?:phút|['’′])", re.I)


def _minutes(when: str) -> int | None:
    """ "08h00 - 08h15" or "15 phút"."""
    span = _SPAN.search(when)
    if span is not None:
        start = int(span["h1"]) * 60 + int(span["m1"] or 0)
        end = int(span["h2"]) * 60 + int(span["m2"] or 0)
        return end - start if 0 < end - start <= _LONGEST_STEP else None
    minutes = _MINUTES.search(when)
    return int(minutes["n"]) if minutes is not None else None


# --- copies, backdrop -------------------------------------------------------------------------------


def copies(outline: Outline) -> tuple[CopyPurpose, ...]:
    """ "gồm 03 bản: 01 bản niêm yết …; 01 bản lưu …"."""
    for _, text in texts_of(outline):
        match = _COPIES.search(text)
        if match is not None:
            parts = [
                (int(part["count"]), part["label"].strip(" ;.")) for part in _COPY.finditer(match["rest"])
            ]
            return tuple(
                CopyPurpose(f"ban-{index}", label, count, "niem yet" in fold(label))
                for index, (count, label) in enumerate(parts, 1)
            )
    return ()


_BACKDROP = re.compile(r"(?:tip|tuýp|típ|tít) chữ|maket|ma két|phông chữ|khẩu hiệu trên phông", re.I)


def backdrop(outline: Outline) -> str:
    """The lines of the backdrop where the plan gives them ("Nội dung tip chữ:")."""
    for node in walk(outline.sections):
        for index, block in enumerate(node.blocks):
            if _BACKDROP.search(block.text) and block.text.rstrip().endswith(":"):
                lines = []
                for following in node.blocks[index + 1 :]:
                    if following.bullet is not Bullet.PARAGRAPH:
                        break
                    lines.append(following.text)
                return "\n".join(lines)
    return ""
