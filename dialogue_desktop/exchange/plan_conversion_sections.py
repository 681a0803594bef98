"""The numbered parts of an old plan as sections: its own wording, with marks in place of data."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from dialogue_desktop.domain.own_words import ALL_STEPS, NEXT_GROUP
from dialogue_desktop.domain.plan import Bullet, Plan, Section, SectionKind, TextBlock
from dialogue_desktop.domain.text_vi import fold
from dialogue_desktop.exchange.plan_conversion_marks import Marks
from dialogue_desktop.exchange.plan_conversion_types import Doubt
from dialogue_desktop.exchange.plan_reading_people import is_participants
from dialogue_desktop.exchange.plan_reading_programme import begins_with_hour
from dialogue_desktop.exchange.plan_reading_tables import is_row, tables_of
from dialogue_desktop.exchange.plan_reading_types import PlanReading, ReadBlock, ReadSection
from dialogue_desktop.exchange.plan_reading_units import is_tasks

_STEPS = {
    SectionKind.PARTICIPANTS: "participants",
    SectionKind.TIME_PLACE: "time_place",
    SectionKind.PROGRAMME: "programme",
    SectionKind.TASKS: "tasks",
}
_TIME_MARKS = ("{thoi_gian}", "{dia_diem}")


def sections_of(reading: PlanReading, plan: Plan, doubts: list[Doubt]) -> tuple[Section, ...]:
    """The same tree with the same headings and paragraphs in their order."""
    return _Sections(reading, plan, doubts).all()


class _Sections:
    def __init__(self, reading: PlanReading, plan: Plan, doubts: list[Doubt]) -> None:
        self._reading, self._plan, self._doubts = reading, plan, doubts
        self._marks = Marks(reading, plan)
        self._used: set[SectionKind] = set()
        self._ids = 0
        self._groups = [_bare(group.text) for group in plan.participants]
        self._placed = 0  # groups that have their place already
        self._sessions = {line for one in reading.sessions for line in (one.line, *one.lines)}

    def all(self) -> tuple[Section, ...]:
        sections = tuple(self._section(section, 0) for section in self._reading.sections)
        self._say_what_stayed_words(sections)
        return sections

    def _say_what_stayed_words(self, sections: tuple[Section, ...]) -> None:
        """Where the paper will not follow a step of the wizard."""
        reading = self._reading
        if reading.programme and SectionKind.PROGRAMME not in self._used:
            reason = "chương trình vẫn giữ bằng chữ trong mục này; sửa ở bước Chương trình không đổi đoạn đó"
            self._doubts.append(Doubt(reading.programme[0].text, reason, "programme"))
        timed = [step.text for step in reading.programme if begins_with_hour(step.text)]
        if timed:
            reason = "giờ ghi trong lời từng bước vẫn là chữ; đổi giờ họp thì sửa lại lời của bước"
            self._doubts.append(Doubt("\n".join(timed), reason, "programme"))
        if self._placed < len(self._groups):
            text = self._plan.participants[self._placed].text
            reason = "thành phần vẫn giữ bằng chữ; sửa ở bước Thành phần không đổi đoạn đó"
            self._doubts.append(Doubt(text, reason, "participants"))
        if sections and SectionKind.TIME_PLACE not in self._used:
            reason = "kế hoạch cũ không có mục thời gian, địa điểm; thêm một đoạn ghi thời gian, địa điểm"
            self._doubts.append(Doubt("", reason, "purpose"))
        if any(section.number.strip("IVX") != "" for section in reading.sections):
            reason = "các mục được đánh số lại theo Nghị định 30: I., 1., 1.1."
            self._doubts.append(
                Doubt(reading.sections[0].number or reading.sections[0].heading, reason, "purpose")
            )
        self._doubts += self._marks.doubts()
        figures = [block.text for block in _figures(reading.sections)]
        if figures:
            reason = "bảng số liệu còn ở dạng chữ; nhập lại ở bước Kinh phí hoặc sửa đoạn này"
            self._doubts.append(Doubt("\n".join(figures), reason, "budget"))

    # --- one section

    def _section(self, node: ReadSection, depth: int) -> Section:
        if depth and node.number and not node.blocks and not node.children:
            sentence = ReadBlock(node.line, node.heading, Bullet.PARAGRAPH)
            node = replace(node, heading="", blocks=(sentence,))  # a numbered paragraph, no heading
        if depth == 0 and self._gives_tasks(node):
            return self._made(
                node, SectionKind.TASKS, [self._own(block) for block in self._beside_units(node)], ()
            )
        people = is_participants(node.heading) or self._holds_groups(node)
        lines = {*(block.line for block in node.blocks), *(child.line for child in node.children)}
        if not lines.isdisjoint(self._sessions):
            own = [self._own(block) for block in self._without_sessions(node)]
            parts = [self._section(one, depth + 1) for one in node.children if one.line not in self._sessions]
            return self._made(node, SectionKind.TIME_PLACE, own, tuple(parts))
        blocks = self._programme(node)
        kind = SectionKind.PROGRAMME if blocks is not None else SectionKind.TEXT
        if blocks is None:
            blocks = [made for block in node.blocks if (made := self._marked(block, people)) is not None]
        below = [self._child(child, people, depth + 1) for child in node.children]
        children = tuple(one for one in below if one is not None)
        if kind is SectionKind.TEXT:
            kind = self._kind(node, blocks, children, people)
        return self._made(node, kind, blocks, children)

    def _gives_tasks(self, node: ReadSection) -> bool:
        """The first part in which units stand, by its name or by its table."""
        if SectionKind.TASKS in self._used:
            return False
        tables = any(table.is_tasks for table in tables_of(node.blocks))
        units = {unit.line for unit in self._reading.units}
        return is_tasks(node.heading) or (tables and any(block.line in units for block in node.blocks))

    def _without_sessions(self, node: ReadSection) -> Iterator[ReadBlock]:
        """The paragraphs beside the lines or the table of the conferences, which the form prints."""
        known = set(self._sessions)
        for table in tables_of(node.blocks):
            known |= {table.line, *(row.line for row in table.rows)} if table.is_sessions else set()
        yield from (block for block in node.blocks if block.line not in known)

    def _kind(
        self, node: ReadSection, blocks: Sequence[TextBlock], children: Sequence[Section], people: bool
    ) -> SectionKind:
        """Of the first section that has the data, the innermost one."""
        inside = {child.kind for child in children}
        texts = [node.heading, *(block.text for block in blocks)]
        texts += [text for child in children for text in (child.heading, *(b.text for b in child.blocks))]
        if any(mark in text for text in texts for mark in _TIME_MARKS):
            if SectionKind.TIME_PLACE not in inside | self._used:
                return SectionKind.TIME_PLACE
        if people and SectionKind.PARTICIPANTS not in inside | self._used:
            if any(NEXT_GROUP in text for text in texts):
                return SectionKind.PARTICIPANTS
        return SectionKind.TEXT

    def _child(self, child: ReadSection, people: bool, depth: int) -> Section | None:
        """ "2.1. Đại biểu xã: Thường trực …" among the participants is one group, a numbered paragraph."""
        if people and self._run_in_group(child):
            self._placed += 1
            return self._made(replace(child, heading=""), SectionKind.TEXT, [self._block(NEXT_GROUP)], ())
        return self._section(child, depth)

    def _made(
        self, node: ReadSection, kind: SectionKind, blocks: Sequence[TextBlock], children: tuple[Section, ...]
    ) -> Section:
        self._used.add(kind)
        self._ids += 1
        heading = self._marks.put_in(node.heading)
        if not heading and not node.number and blocks and not children:
            heading, blocks = blocks[0].text, blocks[1:]
        return Section(
            f"muc-{self._ids}", heading, kind, tuple(blocks), children, step=_STEPS.get(kind, "purpose")
        )

    # --- paragraphs

    def _block(self, text: str, bullet: Bullet = Bullet.PARAGRAPH) -> TextBlock:
        self._ids += 1
        return TextBlock(f"doan-{self._ids}", text, bullet)

    def _own(self, block: ReadBlock) -> TextBlock:
        """As it was written; a letter or number before it is part of the words."""
        if block.label and block.label[0] not in "-–+":
            return self._block(f"{block.label} {block.text}", Bullet.PARAGRAPH)
        return self._block(block.text, block.bullet)

    def _marked(self, block: ReadBlock, people: bool) -> TextBlock | None:
        """With marks for what the program has as data; None for what its own line says."""
        if people and self._is_next_group(block.text):
            self._placed += 1
            return self._own(replace(block, text=NEXT_GROUP))
        if (
            self._plan.quotas
            and fold(block.text).startswith("chi tieu")
            and self._marks.says_quotas(block.text)
        ):
            return None
        return self._own(replace(block, text=self._marks.put_in(block.text)))

    def _is_next_group(self, text: str) -> bool:
        return self._placed < len(self._groups) and _bare(text) == self._groups[self._placed]

    def _run_in_group(self, child: ReadSection) -> bool:
        if child.children or len(child.blocks) > 1:
            return False
        words = [child.heading, *(block.text for block in child.blocks)]
        return self._is_next_group(": ".join(part for part in words if part))

    def _holds_groups(self, node: ReadSection) -> bool:
        return any(self._is_next_group(block.text) for block in node.blocks) or any(
            self._run_in_group(child) for child in node.children
        )

    def _programme(self, node: ReadSection) -> list[TextBlock] | None:
        """A part among whose paragraphs stand all steps one after the other."""
        steps = [text for step in self._reading.programme for text in (step.text, *step.details)]
        if SectionKind.PROGRAMME in self._used or not steps:
            return None
        table = next((one for one in tables_of(node.blocks) if one.is_programme), None)
        if table is not None and [row.get("content") for row in table.rows] == steps:
            lines = {table.line, *(row.line for row in table.rows)}
            first = next(at for at, block in enumerate(node.blocks) if block.line in lines)
            reason = (
                "chương trình dạng bảng: số phút và người điều hành từng bước nay ghi ở bước Chương trình"
            )
            self._doubts.append(Doubt(table.rows[0].get("content"), reason, "programme"))
            before, after = node.blocks[:first], [b for b in node.blocks[first:] if b.line not in lines]
        else:
            texts = [block.text for block in node.blocks]
            at = next((at for at in range(len(texts)) if texts[at : at + len(steps)] == steps), None)
            if at is None:
                return None
            before, after = node.blocks[:at], list(node.blocks[at + len(steps) :])
        own = [self._own(replace(block, text=self._marks.put_in(block.text))) for block in (*before, *after)]
        return [*own[: len(before)], self._block(ALL_STEPS, Bullet.DASH), *own[len(before) :]]

    def _beside_units(self, node: ReadSection) -> Iterator[ReadBlock]:
        """What stands in the part on tasks and is no unit's."""
        known = {line for unit in self._reading.units for line in (unit.line, *(d.line for d in unit.duties))}
        for table in tables_of(node.blocks):
            known |= {table.line, *(row.line for row in table.rows)} if table.is_tasks else set()
        yield from (block for block in node.blocks if block.line not in known)


def _figures(sections: Sequence[ReadSection]) -> Iterator[ReadBlock]:
    """Rows of tables that are neither tasks nor a programme."""
    for section in sections:
        known = {
            line
            for table in tables_of(section.blocks)
            if table.is_tasks or table.is_programme or table.is_sessions
            for line in (table.line, *(row.line for row in table.rows))
        }
        yield from (block for block in section.blocks if is_row(block.text) and block.line not in known)
        yield from _figures(section.children)


def _bare(text: str) -> str:
    return " ".join(re.findall(r"\w+", text.casefold()))
