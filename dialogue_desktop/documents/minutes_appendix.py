"""Very many collected opinions as a table behind the minutes: one row for each, in the same order (M1)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from dialogue_desktop.documents.minutes_answers import answer_lines
from dialogue_desktop.documents.minutes_frame import Frame
from dialogue_desktop.documents.minutes_opinions import (
    MANY,
    opinion_words,
    outcome_words,
    sorted_by_source,
    source_words,
)
from dialogue_desktop.documents.office_words import capital, sentence
from dialogue_desktop.documents.said_by import who_said
from dialogue_desktop.documents.tree import (
    Align,
    Appendix,
    Cell,
    Column,
    Orientation,
    Paragraph,
    Row,
    Run,
    Runs,
    Section,
    Table,
    cell,
    text,
)
from dialogue_desktop.domain.records import Opinion
from dialogue_desktop.domain.words_vi import count2

_COLUMNS = (Column(13, Align.CENTER), Column(42), Column(), Column(), Column(44))


def appendix(frame: Frame, reference: str) -> tuple[Section, ...]:
    """No section while they stand in the minutes themselves."""
    if len(frame.records.collected()) <= MANY:
        return ()
    phrases = frame.phrases
    head = Appendix(phrases("appendix"), phrases("collected"), phrases("appendix_of", minutes=reference))
    header = Row(tuple(cell(name) for name in phrases.list("appendix_columns")))
    table = Table(_COLUMNS, tuple(_rows(frame)), (header,))
    return (Section((head, table), Orientation.LANDSCAPE),)


def _rows(frame: Frame) -> Iterator[Row]:
    for source, found in sorted_by_source(frame).items():
        words = f"{source_words(frame, source)}: {count2(len(found))} ý kiến"
        yield Row((Cell(text(words), Align.LEFT, len(_COLUMNS)),), bold=True, keep_next=True)
        for opinion in found:
            yield _row(opinion, frame)


def _row(opinion: Opinion, frame: Frame) -> Row:
    outcome = capital(outcome_words(opinion, frame))
    return Row(
        (
            cell(str(opinion.number)),
            cell(capital(who_said(opinion, frame))),
            cell(opinion_words(opinion, frame)),
            Cell(_lines(answer_lines(opinion, frame))),
            cell(sentence(outcome)),
        ),
        anchor=f"opinion:{opinion.id}",
    )


def _lines(paragraphs: Iterable[Paragraph]) -> Runs:
    """Paragraphs as the lines of one cell."""
    runs: list[Run] = []
    for paragraph in paragraphs:
        runs += [Run("\n"), *paragraph.runs] if runs else paragraph.runs
    return tuple(runs)
