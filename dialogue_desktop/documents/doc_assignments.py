"""The duties and deadlines: all on one line of days, then by unit with how each was counted (P10, C1)."""

from __future__ import annotations

from collections.abc import Iterator

from dialogue_desktop.documents import schedule_chart
from dialogue_desktop.documents.numbering import number_of
from dialogue_desktop.documents.office_words import capital
from dialogue_desktop.documents.paper_parts import Paper, blank_rows
from dialogue_desktop.documents.tree import (
    Align,
    Block,
    Column,
    Document,
    Heading,
    Level,
    Orientation,
    Role,
    Row,
    Table,
    cell,
    para,
)
from dialogue_desktop.domain.assignment import Assignment, assignments
from dialogue_desktop.domain.text_vi import fold

_COLUMNS = (Column(11, Align.CENTER), Column(), Column(51), Column(34, Align.CENTER), Column(62))
_BLANK_ROWS = 12


def build(paper: Paper) -> Document:
    """The chart where anything has a day, and a landscape table with one group a unit."""
    phrases, plan = paper.phrases, paper.plan
    subject = phrases("subject", conference=paper.conference)
    lines = assignments(plan, paper.duties)
    chart = tuple(schedule_chart.blocks(paper))
    reporter = _reporter(paper)
    table = _table(paper, lines)
    blocks: list[Block] = [
        paper.letterhead(),
        paper.title(subject),
        paper.enclosed(),
        para(phrases("time", time=paper.when()), anchor="time"),
        *(
            (_heading(paper, 1, "chart_heading"), *chart, _heading(paper, 2, "table_heading"))
            if chart
            else ()
        ),
        table,
        para(phrases("closing", reporter=reporter)),
        para(paper.ended(phrases("report", reporter=reporter)), Role.CLOSING, "closing"),
        paper.signature(),
    ]
    return paper.document(blocks, subject=subject, orientation=Orientation.LANDSCAPE)


def _heading(paper: Paper, number: int, key: str) -> Heading:
    return Heading(Level.SECTION, number_of(paper.sheet, Level.SECTION, number), paper.phrases(key), key)


def _reporter(paper: Paper) -> str:
    """The plan's own office unit, else the usual words for it."""
    units = [paper.filled(unit.unit) for unit in paper.plan.tasks if "van phong" in fold(unit.unit)]
    return units[0] if units else paper.phrases("reporter")


def _table(paper: Paper, lines: tuple[Assignment, ...]) -> Table:
    header = Row(tuple(cell(name) for name in paper.phrases.list("columns")))
    rows = tuple(_rows(paper, lines)) or blank_rows(len(_COLUMNS), _BLANK_ROWS)
    return Table(_COLUMNS, rows, (header,))


def _rows(paper: Paper, lines: tuple[Assignment, ...]) -> Iterator[Row]:
    unit = None
    number = 0
    for line in lines:
        if line.unit_id != unit:
            unit, number = line.unit_id, 0
            head = cell(line.unit, Align.LEFT, span=len(_COLUMNS))
            yield Row((head,), bold=True, anchor=f"unit:{unit}", keep_next=True)
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
