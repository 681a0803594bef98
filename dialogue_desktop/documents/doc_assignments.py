"""The table of duties and deadlines by unit: clause, day with weekday, how it was counted (P10, C1)."""

from __future__ import annotations

from collections.abc import Iterator

from dialogue_desktop.documents.office_words import capital
from dialogue_desktop.documents.paper_parts import Paper
from dialogue_desktop.documents.tree import (
    Align,
    Block,
    Column,
    Document,
    Orientation,
    Role,
    Row,
    Table,
    cell,
    para,
)
from dialogue_desktop.domain.assignment import Assignment, assignments


def build(paper: Paper) -> Document:
    """A landscape table, one group a unit."""
    phrases, plan = paper.phrases, paper.plan
    subject = phrases("subject", conference=paper.conference)
    lines = assignments(plan, paper.duties)
    blocks: list[Block] = [
        paper.letterhead(),
        paper.title(subject),
        paper.enclosed(),
        para(phrases("time", time=paper.when()), anchor="time"),
        _table(paper, lines) if lines else para(phrases("empty"), anchor="empty"),
    ]
    reporter = phrases("reporter")
    blocks.append(para(paper.ended(phrases("closing", reporter=reporter)), Role.CLOSING, "closing"))
    blocks.append(paper.signature())
    return paper.document(blocks, subject=subject, orientation=Orientation.LANDSCAPE)


def _table(paper: Paper, lines: tuple[Assignment, ...]) -> Table:
    header = Row(tuple(cell(name) for name in paper.phrases.list("columns")))
    columns = (Column(11, Align.CENTER), Column(), Column(48), Column(36, Align.CENTER), Column(66))
    return Table(columns, tuple(_rows(paper, lines)), (header,))


def _rows(paper: Paper, lines: tuple[Assignment, ...]) -> Iterator[Row]:
    unit = None
    number = 0
    for line in lines:
        if line.unit_id != unit:
            unit, number = line.unit_id, 0
            yield Row(
                (cell(line.unit, Align.LEFT, span=5),), bold=True, anchor=f"unit:{unit}", keep_next=True
            )
        number += 1
        yield Row(
            (
                cell(str(number)),
                cell(line.work),
                cell(line.clause),
                cell(capital(line.day_words) or paper.phrases("unknown" if line.dated else "undated")),
                cell(line.counted),
            ),
            anchor=f"duty:{line.duty_id}",
        )
