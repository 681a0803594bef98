"""The programme (chương trình): hours counted from the start and the minutes of each step (C1, P9)."""

from __future__ import annotations

from dialogue_desktop.documents.office_words import capital
from dialogue_desktop.documents.paper_parts import Paper, blank_rows, step_times
from dialogue_desktop.documents.tree import Align, Block, Column, Document, Role, Row, Table, cell, para
from dialogue_desktop.domain.plan import ProgrammeStep
from dialogue_desktop.domain.words_vi import count2, time_hm

_BLANK_ROWS = 7


def build(paper: Paper) -> Document:
    """A table of hours, steps and who leads; hours that cannot be counted are left to write."""
    subject = paper.conference
    blocks: list[Block] = [
        paper.letterhead(),
        paper.title(subject),
        paper.enclosed(),
        paper.labelled("time", paper.when(), "time"),
        paper.labelled("place", paper.where(), "place"),
        _table(paper),
        para(paper.phrases("arrival"), anchor="arrival"),
        para(paper.ended(_closing(paper)), Role.CLOSING, "closing"),
        paper.signature(),
    ]
    return paper.document(blocks, subject=subject)


def _table(paper: Paper) -> Table:
    phrases, plan = paper.phrases, paper.plan
    times = step_times(plan.programme, plan.time.start)
    blank = phrases("blank")
    rows = []
    for step, (start, end) in zip(plan.programme, times, strict=True):
        span = phrases("span", start=time_hm(start) if start else blank, end=time_hm(end) if end else blank)
        if step.minutes:
            span += "\n" + phrases("minutes", minutes=count2(step.minutes))
        rows.append(
            Row((cell(span), cell(step_words(paper, step)), cell(step.lead)), anchor=f"step:{step.id}")
        )
    header = Row(tuple(cell(name) for name in phrases.list("columns")))
    columns = (Column(32, Align.CENTER), Column(), Column(40))
    return Table(columns, tuple(rows) or blank_rows(len(columns), _BLANK_ROWS), (header,))


def step_words(paper: Paper, step: ProgrammeStep) -> str:
    """The step with its details, a line each."""
    head = capital(paper.filled(step.text).strip(" .;:"))
    details = [f"- {paper.filled(detail).strip(' .;')}" for detail in step.details if detail.strip(" .;")]
    return "\n".join((f"{head}:" if details else head, *details))


def _closing(paper: Paper) -> str:
    plan = paper.plan
    words = paper.phrases("closing")
    times = step_times(plan.programme, plan.time.start)
    end = times[-1][1] if times else None
    return f"{words}; {paper.phrases('ends', end=time_hm(end))}" if end else words
