"""The numbered parts of an old plan as sections: its own wording, data where the program knows it (P4)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from dialogue_desktop.domain.plan import Bullet, Plan, Section, SectionKind, TextBlock
from dialogue_desktop.domain.schedule import time_words
from dialogue_desktop.domain.text_vi import fold
from dialogue_desktop.exchange.plan_conversion_types import Doubt
from dialogue_desktop.exchange.plan_reading_units import is_tasks
from dialogue_desktop.exchange.plan_reading_types import PlanReading, ReadBlock, ReadSection

_TIME_PLACE = ("thoi gian", "dia diem", "hinh thuc")
#: Words that say what a line is about, not what it says: the program prints its own.
_LABELS = frozenset(
    "thoi gian dia diem hinh thuc to chuc du kien vao ngay thang nam quy gio phut tai luc truoc va cua buoi "
    "thu hai ba tu sau bay chu nhat hoi nghi doi thoai tiep xuc khong bat dau tu trong".split()
)
_PEOPLE_LABELS = frozenset("chu tri dong cung pho thu ky va hoi nghi doi thoai tiep xuc thanh phan".split())
_QUOTA_LABELS = frozenset("chi tieu dai bieu nguoi cong dan tung cac thon".split())
_WORD = re.compile(r"[^\W_]+")
_CHAIRED = ("chu tri", "dong chu tri", "cung chu tri", "pho chu tri", "thu ky")


def sections_of(reading: PlanReading, plan: Plan, doubts: list[Doubt]) -> tuple[Section, ...]:
    """The tree, two levels deep; parts below are paragraphs with their numbers written out."""
    return _Sections(reading, plan, doubts).all()


class _Sections:
    def __init__(self, reading: PlanReading, plan: Plan, doubts: list[Doubt]) -> None:
        self._reading, self._plan, self._doubts = reading, plan, doubts
        self._used: set[SectionKind] = set()
        self._ids = 0

    def all(self) -> tuple[Section, ...]:
        sections = tuple(self._top(section) for section in self._reading.sections)
        if self._reading.programme and SectionKind.PROGRAMME not in self._used:
            reason = (
                "chương trình vẫn giữ trong mục của kế hoạch cũ; sửa ở bước Chương trình không đổi đoạn đó"
            )
            self._doubts.append(Doubt(self._reading.programme[0].text, reason, "programme"))
        if sections and SectionKind.TIME_PLACE not in self._used:
            reason = "kế hoạch cũ không có mục thời gian, địa điểm; thêm một đoạn ghi thời gian, địa điểm"
            self._doubts.append(Doubt("", reason, "purpose"))
        figures = [block.text for block in _all_blocks(self._reading.sections) if " | " in block.text]
        if figures:
            reason = "bảng số liệu còn ở dạng chữ; nhập lại ở bước Kinh phí hoặc sửa đoạn này"
            self._doubts.append(Doubt("\n".join(figures), reason, "budget"))
        return sections

    def _top(self, section: ReadSection) -> Section:
        if is_tasks(section.heading) and SectionKind.TASKS not in self._used:
            return self._made(section, SectionKind.TASKS, tuple(self._own(section.blocks)))
        if not section.children:
            (only,) = self._divided(section) if not _mixed(section) else (self._text(section),)
            return only
        children: list[Section] = []
        for child in _with_place(section.children):
            children += self._divided(child)
        whole = self._made(section, SectionKind.TEXT, tuple(self._own(section.blocks)))
        return replace(whole, children=self._chairs_within(tuple(children)))

    # --- one part

    def _divided(self, node: ReadSection) -> list[Section]:
        """Mostly one section; one for the people and one for time and place where they share a heading."""
        if _mixed(node) and self._reading.participants:
            people = tuple(child for child in node.children if _about_people(child))
            rest = tuple(child for child in node.children if not _about_people(child))
            if people and rest:
                parts = [part.strip() for part in node.heading.split(",")]
                own = [part for part in parts if fold(part).startswith("thanh phan")]
                other = [part for part in parts if part not in own]
                reason = f"mục “{node.heading}” được tách thành hai mục, để sửa ở hai bước"
                self._doubts.append(Doubt(node.heading, reason, "participants"))
                first = replace(node, heading=", ".join(own), children=people)
                second = replace(node, heading=_capital(", ".join(other)), blocks=(), children=rest)
                return [self._part(first), self._part(second)]
        return [self._part(node)]

    def _part(self, node: ReadSection) -> Section:
        key = fold(node.heading)
        if key.startswith("thanh phan") and self._reading.participants:
            if SectionKind.PARTICIPANTS not in self._used:
                return self._people(node)
        elif "thoi gian" in key or key.startswith("dia diem"):
            if SectionKind.TIME_PLACE not in self._used:
                return self._time_place(node)
        steps = self._programme(node)
        return steps if steps is not None else self._text(node)

    def _text(self, node: ReadSection) -> Section:
        return self._made(node, SectionKind.TEXT, tuple(self._written(node)))

    def _made(self, node: ReadSection, kind: SectionKind, blocks: tuple[TextBlock, ...]) -> Section:
        self._used.add(kind)
        self._ids += 1
        heading = node.heading
        if not heading and blocks:
            # A numbered paragraph without heading is one line, its own heading.
            heading, blocks = blocks[0].text, blocks[1:]
        step = "purpose" if kind is SectionKind.TEXT else kind.value
        return Section(f"muc-{self._ids}", heading, kind, blocks, step=step)

    def _block(self, text: str, bullet: Bullet = Bullet.PARAGRAPH) -> TextBlock:
        self._ids += 1
        return TextBlock(f"doan-{self._ids}", text, bullet)

    def _own(self, blocks: Sequence[ReadBlock]) -> Iterator[TextBlock]:
        for block in blocks:
            yield self._block(block.text, block.bullet)

    def _written(self, node: ReadSection) -> Iterator[TextBlock]:
        """Own paragraphs, then the parts below with number and heading as paragraphs."""
        yield from self._own(node.blocks)
        for child in node.children:
            heading = f"{child.number}. {child.heading}".strip()
            blocks = child.blocks
            if blocks and blocks[0].line == child.line:  # "2.1. Hình thức: Tổ chức …" is one line
                heading = f"{heading}: {blocks[0].text}" if child.heading else f"{heading} {blocks[0].text}"
                blocks = blocks[1:]
            yield self._block(heading)
            yield from self._written(replace(child, blocks=blocks))

    # --- parts that are data

    def _people(self, node: ReadSection) -> Section:
        """Printed from chairs, groups and secretaries; a line that they do not say wholly is a doubt."""
        plan = self._plan
        persons = [chair.official for chair in plan.chairs] + [one.official for one in plan.secretaries]
        named = _words(" ".join(f"{one.name} {one.position} {one.honorific}" for one in persons))
        named |= _PEOPLE_LABELS
        said = named | _words(" ".join(group.text for group in plan.participants))
        places = {one.id: one.label for one in plan.localities}
        quotas = _words(
            " ".join(f"{places[one.locality_id]} {one.hamlet} {one.seats}" for one in plan.quotas)
        )
        kept: list[TextBlock] = []
        unplaced: list[str] = []
        for text, bullet, is_heading in _lines(node):
            chaired = fold(text).startswith(_CHAIRED)
            if plan.quotas and fold(text).startswith("chi tieu"):
                left = _words(text) - quotas - _QUOTA_LABELS
            else:
                left = _words(text) - (named if chaired else said)
            if not left:
                continue
            if is_heading:
                kept.append(self._block(f"{text}:"))
            elif chaired:
                self._doubts.append(Doubt(text, "chưa đưa hết vào chủ trì, thư ký", "participants"))
            else:
                kept.append(self._block(text, bullet))
                unplaced.append(text)
        if unplaced:
            reason = "chưa thành nhóm thành phần; giữ nguyên làm đoạn của mục"
            self._doubts.append(Doubt("\n".join(unplaced), reason, "participants"))
        return self._made(node, SectionKind.PARTICIPANTS, tuple(kept))

    def _time_place(self, node: ReadSection) -> Section:
        plan = self._plan
        said = _words(f"{time_words(plan)} {' '.join(plan.places)} {plan.form_note} {plan.form.value}")
        day = plan.time.day
        if day is not None:
            said |= {str(day.day), f"{day.day:02}", str(day.month), f"{day.month:02}", str(day.year)}
        said |= _LABELS
        kept: list[TextBlock] = []
        for text, bullet in _labelled_lines(node):
            if not _of_time_or_place(text, self._reading):
                kept.append(self._block(text, bullet))
            elif _words(text) - said:
                self._doubts.append(Doubt(text, "chưa đưa hết vào thời gian, địa điểm", "time_place"))
        return self._made(node, SectionKind.TIME_PLACE, tuple(kept))

    def _programme(self, node: ReadSection) -> Section | None:
        """A part that ends with the steps and has nothing among them."""
        if SectionKind.PROGRAMME in self._used or node.children or not self._reading.programme:
            return None
        steps = [text for step in self._reading.programme for text in (step.text, *step.details)]
        texts = [block.text for block in node.blocks]
        if len(texts) < len(steps) or texts[-len(steps) :] != steps:
            return None
        own = tuple(self._own(node.blocks[: len(texts) - len(steps)]))
        return self._made(node, SectionKind.PROGRAMME, own)

    def _chairs_within(self, children: tuple[Section, ...]) -> tuple[Section, ...]:
        """A part of its own for who chairs says the same as the list of participants beside it."""
        if not any(child.kind is SectionKind.PARTICIPANTS for child in children):
            return children
        said = _PEOPLE_LABELS | _words(
            " ".join(f"{c.official.name} {c.official.position}" for c in self._plan.chairs)
        )
        kept = []
        for child in children:
            text = " ".join((child.heading, *(block.text for block in child.blocks)))
            if fold(child.heading).startswith(_CHAIRED) and not _words(text) - said:
                reason = "mục này được in trong mục thành phần"
                own = ": ".join((child.heading, *(block.text for block in child.blocks)))
                self._doubts.append(Doubt(own, reason, "participants"))
            else:
                kept.append(child)
        return tuple(kept)


def _all_blocks(sections: Sequence[ReadSection]) -> Iterator[ReadBlock]:
    for section in sections:
        yield from section.blocks
        yield from _all_blocks(section.children)


def _with_place(nodes: Sequence[ReadSection]) -> list[ReadSection]:
    """ "3. Thời gian" and "4. Địa điểm" one after the other are one part."""
    found: list[ReadSection] = []
    for node in nodes:
        before = found[-1] if found else None
        if (
            before is not None
            and fold(node.heading).startswith("dia diem")
            and fold(before.heading).startswith("thoi gian")
            and "dia diem" not in fold(before.heading)
        ):
            heading = f"{before.heading}, {node.heading[:1].lower()}{node.heading[1:]}"
            found[-1] = replace(before, heading=heading, blocks=(), children=(before, node))
        else:
            found.append(node)
    return found


def _mixed(node: ReadSection) -> bool:
    key = fold(node.heading)
    return key.startswith("thanh phan") and ("thoi gian" in key or "dia diem" in key)


def _about_people(node: ReadSection) -> bool:
    return fold(node.heading).startswith(("thanh phan", "so luong", "chi tieu"))


def _lines(node: ReadSection) -> Iterator[tuple[str, Bullet, bool]]:
    """Every line below a heading with its mark; True for the headings of the parts below."""
    for block in node.blocks:
        yield block.text, block.bullet, False
    for child in node.children:
        if child.heading and child.blocks and child.blocks[0].line == child.line:
            yield f"{child.heading}: {child.blocks[0].text}", Bullet.DASH, False
            yield from _lines(replace(child, blocks=child.blocks[1:]))
        else:
            if child.heading:
                yield child.heading, Bullet.PARAGRAPH, bool(child.blocks or child.children)
            yield from _lines(child)


def _labelled_lines(node: ReadSection) -> Iterator[tuple[str, Bullet]]:
    """The same; a line without label has that of the heading above it."""
    label = node.heading if len([key for key in _TIME_PLACE if key in fold(node.heading)]) == 1 else ""
    for block in node.blocks:
        named = label and not fold(block.text).startswith(_TIME_PLACE)
        yield (f"{label}: {block.text}" if named else block.text), block.bullet
    for child in node.children:
        if not child.blocks and not child.children:
            yield child.heading, Bullet.PARAGRAPH
        else:
            yield from _labelled_lines(child)


def _of_time_or_place(text: str, reading: PlanReading) -> bool:
    key = fold(text)
    if key.startswith(_TIME_PLACE) or "thoi gian" in key[:60]:
        return True
    return bool(reading.time_text) and fold(reading.time_text) in key


def _words(text: str) -> set[str]:
    return {fold(word) for word in _WORD.findall(text)}


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
