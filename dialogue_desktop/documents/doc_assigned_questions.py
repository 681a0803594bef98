"""The sheet that gives a unit the opinions that it has to answer, one section for each unit (C7)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from dialogue_desktop.documents.office_words import capital
from dialogue_desktop.documents.record_paper import ANSWERS_IN, RecordPaper, numbers, on_day, short_day
from dialogue_desktop.documents.tree import (
    Addressee,
    Align,
    Block,
    Cell,
    Column,
    Document,
    Paragraph,
    Role,
    Row,
    Run,
    Section,
    Table,
    cell,
    para,
    text,
)
from dialogue_desktop.domain.assigned import by_unit
from dialogue_desktop.domain.records import Opinion
from dialogue_desktop.domain.text_vi import fold
from dialogue_desktop.domain.words_vi import count2

_CODE = "PC"  # phiếu chuyển: the nearest of the kinds in NĐ 30/2020, Phụ lục III
_COLUMNS = (
    Column(11, Align.CENTER),
    Column(30),
    Column(),
    Column(23),
    Column(23, Align.CENTER),
)


def build(source: RecordPaper) -> Document:
    """A section for each unit, in the order of the plan's units."""
    made = source.paper.document((), subject=source.paper.conference)
    sections = tuple(
        Section(tuple(_blocks(source, unit, found)))
        for unit, found in by_unit(source.paper.plan, source.records, source.choices.only)
    )
    return replace(made, sections=sections)


def _blocks(source: RecordPaper, unit: str, found: Sequence[Opinion]) -> Iterator[Block]:
    paper, phrases = source.paper, source.paper.phrases
    yield source.letterhead(_CODE)
    yield paper.title(phrases("subject", conference=paper.conference))
    yield Addressee((unit,))
    count = count2(len(found))
    lead = phrases("lead_in", plan=paper.cited_plan(), body=paper.body, unit=unit, count=count)
    yield para(lead, anchor=f"unit:{unit}")
    header = Row(tuple(cell(name) for name in phrases.list("columns")))
    yield Table(_COLUMNS, tuple(_rows(source, found)), (header,))
    yield Paragraph((Run(f"{phrases('how')} ", bold=True), Run(phrases("rule"))), anchor="how")
    yield para(paper.ended(_send(source)), Role.CLOSING, "closing")
    yield paper.signature(source.recipients())


def _rows(source: RecordPaper, found: Sequence[Opinion]) -> Iterator[Row]:
    phrases = source.paper.phrases
    planned = source.choices.due_on or source.day_of(ANSWERS_IN)
    shown: dict[str, Opinion] = {}
    for opinion in found:
        same = [o for o in found if o.group_id and o.group_id == opinion.group_id and o.id != opinion.id]
        words = list(text(opinion.text.strip()))
        if same:
            words += text(f"\n{phrases('together', numbers=numbers(same))}", italic=True)
        answer = opinion.prepared_answer.strip()
        if answer:
            first = shown.setdefault(answer, opinion)
            if first is not opinion and first in same:
                answer = phrases("same_answer", number=first.number)
            words += [Run(f"\n{phrases('so_far')} ", italic=True), Run(answer)]
        yield Row(
            (
                cell(str(opinion.number)),
                cell(capital(source.who(opinion))),
                Cell(tuple(words)),
                cell(opinion.field),
                cell(short_day(opinion.draft_due or planned) or phrases("unknown_day")),
            ),
            anchor=f"opinion:{opinion.id}",
        )


def _send(source: RecordPaper) -> str:
    paper, phrases = source.paper, source.paper.phrases
    units = [paper.filled(unit.unit) for unit in paper.plan.tasks if "van phong" in fold(unit.unit)]
    receiver = units[0] if units else phrases("receiver")
    day = source.choices.due_on or source.day_of(ANSWERS_IN)
    if day is None:
        return phrases("send_blank", receiver=receiver)
    return phrases("send", receiver=receiver, day=on_day(day))
