"""The minutes of the meeting that looks back on the conference: form 1.9 of NĐ 30/2020 (F4)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dialogue_desktop.documents import review_hints
from dialogue_desktop.documents.after_paper import AfterPaper
from dialogue_desktop.documents.letterhead import number_line
from dialogue_desktop.documents.numbering import number_of
from dialogue_desktop.documents.office_words import capital, issuer_lines, sentence
from dialogue_desktop.documents.paper_parts import blank_rows, dated
from dialogue_desktop.documents.tree import (
    Align,
    Block,
    Column,
    Document,
    Heading,
    Item,
    Letterhead,
    Level,
    MinutesSignature,
    Paragraph,
    Role,
    Row,
    Signer,
    Table,
    cell,
    para,
    text,
)
from dialogue_desktop.domain.after_records import Review
from dialogue_desktop.domain.person_words import split_honorific
from dialogue_desktop.domain.register_kinds import symbol_of
from dialogue_desktop.domain.words_vi import date_short, time_doc

_COLUMNS = (Column(12, Align.CENTER), Column(), Column(48), Column(28, Align.CENTER))
_BLANK_ROWS = 4


def build(source: AfterPaper) -> Document:
    """What was written down of the meeting; where nothing was, room for the pen and what the figures say."""
    review = source.records.review() or Review("review")
    drafted = source.paper.phrases("subject", conference=source.paper.conference)
    subject = source.words("subject", drafted).replace("\n", " ")
    return source.paper.document(tuple(_blocks(source, review, subject)), subject=subject)


def _blocks(source: AfterPaper, review: Review, subject: str) -> Iterator[Block]:
    paper, phrases, line = source.paper, source.paper.phrases, source.line()
    plan = paper.plan
    number = number_line(paper.sheet, line.number, line.symbol.strip() or symbol_of(plan, source.name))
    superior = (plan.issuer.superior,) if plan.issuer.superior else ()
    yield Letterhead(issuer_lines(plan.issuer), superior, number)
    yield paper.title(subject)
    yield from _head(source, review)
    opening = phrases("opening", conference=paper.conference)
    yield from _paragraphs(source.words("opening", opening), "opening")
    hints = {"good": review_hints.good(source), "bad": review_hints.bad(source)}
    for k, key in enumerate(("good", "bad", "causes", "lessons"), start=1):
        yield _heading(source, k, key)
        yield from _told(source, key, getattr(review, key), hints.get(key, ()))
    yield _heading(source, 5, "tasks")
    yield from _tasks(source, review)
    yield from _end(source, review)


def _head(source: AfterPaper, review: Review) -> Iterator[Block]:
    paper, phrases = source.paper, source.paper.phrases
    hour = time_doc(review.starts_at) if review.starts_at else phrases("hour_blank")
    yield _labelled(source, "start", phrases("at", time=hour, day=dated(review.day, paper.plan.year)))
    yield _labelled(source, "place", review.place.strip())
    if review.attendees:
        yield Paragraph(text(phrases("people"), bold=True), anchor="people", keep_next=True)
        for who in review.attendees:
            yield Item(text(sentence(capital(who.strip()))))
    else:
        yield _labelled(source, "people", "")
    yield _labelled(source, "chair", _with_office(review.chair, review.chair_position))
    yield _labelled(source, "recorder", _with_office(review.recorder, review.recorder_position))
    yield Paragraph(text(phrases("content"), bold=True), anchor="content", keep_next=True)


def _labelled(source: AfterPaper, key: str, words: str) -> Paragraph:
    return source.paper.labelled(key, capital(words) or source.paper.phrases("room"), key)


def _heading(source: AfterPaper, n: int, key: str) -> Heading:
    number = number_of(source.paper.sheet, Level.CLAUSE, n)
    return Heading(Level.CLAUSE, number, source.paper.phrases(key), key)


def _told(source: AfterPaper, key: str, written: str, hints: Sequence[str]) -> Iterator[Block]:
    """What the meeting found; else what the figures say, marked as something to be checked, and dots."""
    phrases = source.paper.phrases
    own = source.line().part(key).strip() or written.strip()
    # What the figures say is told to an editor without its mark: who keeps it has checked it.
    words = source.words(key, written.strip() or "\n".join(hints))
    if own:
        yield from _paragraphs(words, key)
        return
    if hints:
        yield Paragraph(text(phrases("hint"), italic=True), anchor=key, keep_next=True)
    for hint in hints:
        yield Item(text(hint, italic=True), anchor=key)
    yield para(phrases("dots"), anchor=key)


def _paragraphs(words: str, anchor: str) -> Iterator[Block]:
    for line in words.split("\n"):
        if line.strip().startswith(("- ", "– ")):
            yield Item(text(sentence(line.strip()[2:])), anchor=anchor)
        elif line.strip():
            yield para(sentence(line.strip()), anchor=anchor)


def _tasks(source: AfterPaper, review: Review) -> Iterator[Block]:
    phrases = source.paper.phrases
    own = source.words("tasks", "")
    if own:
        yield from _paragraphs(own, "tasks")
    header = Row(tuple(cell(words) for words in phrases.list("columns")))
    rows = tuple(
        Row(
            (
                cell(str(k)),
                cell(sentence(task.text)),
                cell(task.unit.strip() or phrases("blank")),
                cell(date_short(task.deadline) if task.deadline else phrases("blank")),
            ),
            anchor=f"task:{k}",
        )
        for k, task in enumerate(review.tasks, start=1)
    )
    if rows or not own:
        yield Table(_COLUMNS, rows or blank_rows(len(_COLUMNS), _BLANK_ROWS), (header,))


def _end(source: AfterPaper, review: Review) -> Iterator[Block]:
    paper, phrases = source.paper, source.paper.phrases
    hour = time_doc(review.ends_at) if review.ends_at else phrases("hour_blank")
    closing = phrases("closing", time=hour, day=dated(review.day, paper.plan.year))
    yield para(paper.ended(source.words("closing", closing)), Role.CLOSING, "closing")
    yield MinutesSignature(
        (_signer(review.recorder, review.recorder_position),),
        (_signer(review.chair, review.chair_position),),
        source.line().recipients or (phrases("file"),),
        "signature",
    )


def _with_office(name: str, office: str) -> str:
    return ", ".join(part.strip() for part in (name, office) if part.strip())


def _signer(name: str, office: str) -> Signer:
    return Signer(split_honorific(name.strip())[1], office.strip())
