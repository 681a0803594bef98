"""The sheet for the Front and the organisations that watch over the promises (F2)."""

from __future__ import annotations

from collections.abc import Iterator

from dialogue_desktop.documents.after_ends import finished, office_of, recipients, signature
from dialogue_desktop.documents.after_paper import AfterPaper
from dialogue_desktop.documents.office_words import sentence
from dialogue_desktop.documents.tree import (
    Align,
    Block,
    Column,
    Document,
    Orientation,
    Paragraph,
    Role,
    Row,
    Table,
    cell,
    para,
    text,
)
from dialogue_desktop.domain.supervision import SupervisionRow, supervision_rows
from dialogue_desktop.domain.words_vi import count2, date_short

_COLUMNS = (
    Column(11, Align.CENTER),
    Column(),
    Column(32),
    Column(28),
    Column(23, Align.CENTER),
    Column(26),
    Column(44),
    Column(28),
)


def build(source: AfterPaper) -> Document:
    """One landscape table with every promise, settled ones too."""
    subject = source.words("subject", _subject(source)).replace("\n", " ")
    blocks = tuple(_blocks(source, subject))
    made = source.paper.document(blocks, subject=subject, orientation=Orientation.LANDSCAPE)
    return finished(source, made)


def _subject(source: AfterPaper) -> str:
    return source.paper.phrases("subject", conference=source.paper.conference)


def _blocks(source: AfterPaper, subject: str) -> Iterator[Block]:
    paper, phrases = source.paper, source.paper.phrases
    yield source.letterhead("")
    yield paper.title(subject)
    conclusion = source.cited("conclusion")
    if conclusion:
        words = phrases("enclosed", cited=conclusion)
        yield Paragraph(text(words, italic=True), Role.CENTRED, "enclosed")
    for line in source.words("opening", _opening(source)).split("\n"):
        if line.strip():
            yield para(line.strip(), anchor="opening")
    rows = supervision_rows(source.records, source.commitments, source.today, paper.plan)
    if rows:
        header = Row(tuple(cell(words) for words in phrases.list("columns")))
        yield Table(_COLUMNS, tuple(_row(source, row) for row in rows), (header,))
    else:
        yield para(phrases("none"))
    unit = paper.plan.issuer.unit
    closing = phrases("closing", body=paper.body, unit=unit, office=office_of(source))
    yield para(paper.ended(source.words("closing", closing)), Role.CLOSING, "closing")
    drafted = [
        name.format(unit=paper.plan.issuer.unit_kind.value, heads=paper.heads)
        for name in phrases.list("recipients")
    ]
    yield signature(source, recipients(source, drafted))


def _opening(source: AfterPaper) -> str:
    phrases, sums = source.paper.phrases, source.figures.commitments
    counts = {
        "done": sums.done,
        "in_time": sums.in_time,
        "soon": sums.soon,
        "late": sums.late,
        "carried": sums.carried,
    }
    parts = [phrases(f"part_{key}", count=count2(count)) for key, count in counts.items() if count]
    shown = f", trong đó {'; '.join(parts)}" if parts else ""
    words = phrases("opening", today=date_short(source.today), total=count2(sums.total), parts=shown)
    return words + (phrases("waiting", count=count2(sums.waiting)) if sums.waiting else "")


def _row(source: AfterPaper, row: SupervisionRow) -> Row:
    phrases = source.paper.phrases
    words = sentence(row.text)
    if row.opinions:
        words = f"{words}\n{phrases('opinions', numbers=row.opinions)}"
    day = date_short(row.deadline) if row.deadline else phrases("no_day")
    proof = "\n".join(f"- {sentence(line)}" for line in row.proof)
    cells = (str(row.number), words, row.who, row.unit or phrases("no_unit"), day, row.state, proof, "")
    return Row(
        tuple(cell(part) for part in cells), anchor=f"commitment:{row.number}", bold=False, height=12.0
    )
