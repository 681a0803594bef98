"""The budget estimate (dự toán kinh phí): lines, amounts, total in figures and in words (P11)."""

from __future__ import annotations

from dialogue_desktop.documents.paper_parts import Paper, blank_rows
from dialogue_desktop.documents.tree import (
    Align,
    Block,
    Cell,
    Column,
    Document,
    Paragraph,
    Role,
    Row,
    Table,
    cell,
    para,
    text,
)
from dialogue_desktop.domain.plan import BudgetLine
from dialogue_desktop.domain.words_vi import decimal_vi, money_words, thousands

_BLANK_ROWS = 6


def build(paper: Paper) -> Document:
    """Each line with its basis under it; an estimate without lines has empty rows to write in."""
    phrases, plan = paper.phrases, paper.plan
    subject = phrases("subject", conference=paper.conference)
    total = sum(line.amount for line in plan.budget)
    words = money_words(total) if plan.budget else phrases("words_blank")
    source = paper.filled(plan.budget_note).strip() or phrases("source_blank")
    blocks: list[Block] = [
        paper.letterhead(),
        paper.title(subject),
        paper.enclosed(),
        _table(paper, total),
        Paragraph(text(phrases("words", words=words), italic=True), anchor="budget_words"),
        para(paper.ended(source), Role.CLOSING, "budget_note"),
        paper.signature(),
    ]
    return paper.document(blocks, subject=subject)


def _table(paper: Paper, total: int) -> Table:
    phrases, lines = paper.phrases, paper.plan.budget
    columns = (
        Column(11, Align.CENTER),
        Column(),
        Column(28.5, Align.CENTER),  # "người × ngày" on one line
        Column(17, Align.RIGHT),
        Column(26, Align.RIGHT),
        Column(30, Align.RIGHT),
    )
    header = Row(tuple(cell(head) for head in phrases.list("columns")))
    rows = [_row(paper, k, line) for k, line in enumerate(lines, start=1)]
    rows = rows or list(blank_rows(len(columns), _BLANK_ROWS))
    shown = cell(thousands(total) if lines else "")
    rows.append(Row((cell(phrases("total"), Align.CENTER, span=5), shown), bold=True, anchor="total"))
    return Table(columns, tuple(rows), (header,))


def _row(paper: Paper, number: int, line: BudgetLine) -> Row:
    basis = text("\n" + paper.phrases("basis", basis=line.basis.strip()), italic=True)
    item = Cell((*text(line.item), *(basis if line.basis.strip() else ())))
    return Row(
        (
            cell(str(number)),
            item,
            cell(line.unit),
            cell(decimal_vi(line.quantity)),
            cell(thousands(line.price)),
            cell(thousands(line.amount)),
        ),
        anchor=f"budget:{line.id}",
    )
