"""The sheet that those present sign, by group and by thôn, with empty lines for those who walk in (C11)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from dialogue_desktop.documents.doc_delegates import office_words
from dialogue_desktop.documents.office_words import capital
from dialogue_desktop.documents.record_paper import RecordPaper
from dialogue_desktop.documents.tree import (
    Align,
    Blank,
    Block,
    Column,
    Document,
    FormLine,
    Heading,
    Level,
    PageBreak,
    Row,
    Table,
    cell,
)
from dialogue_desktop.domain.inviting import in_printed_order, is_open
from dialogue_desktop.domain.plan import Locality
from dialogue_desktop.domain.records import Delegate, Reply
from dialogue_desktop.domain.seats import SeatMap, locality_seats
from dialogue_desktop.domain.text_vi import fold
from dialogue_desktop.domain.words_vi import count2

#: A name of three words with its "ông" on one line, "Báo vắng" too.
_COLUMNS = (Column(12, Align.CENTER), Column(49), Column(), Column(29), Column(22.5))
_ROW = 9.5  # millimetres to sign in


@dataclass(frozen=True, slots=True)
class _Part:
    """A part of the sheet: its heading, who is expected, how many empty lines follow, and of which thôn."""

    heading: str
    delegates: tuple[Delegate, ...]
    blanks: int
    anchor: str
    within: Locality | None = None


def build(source: RecordPaper) -> Document:
    """Invited guests by group, then each thôn; the numbers go on through the whole sheet."""
    paper, phrases = source.paper, source.paper.phrases
    subject = phrases("subject", conference=paper.conference)
    blocks: list[Block] = [
        source.letterhead(""),
        paper.title(subject),
        paper.labelled("time", paper.when(), "time"),
        paper.labelled("place", paper.where(), "place"),
    ]
    number = 0
    parts = tuple(_parts(source))
    for k, part in enumerate(parts):
        if k and source.choices.page_per_locality:
            blocks.append(PageBreak())
        rows, number = _rows(source, part, number)
        if len(parts) > 1:
            blocks.append(Heading(Level.CLAUSE, "", part.heading, part.anchor))
        header = Row(tuple(cell(name) for name in phrases.list("columns")))
        blocks.append(Table(_COLUMNS, rows, (header,)))
        blocks.append(FormLine((Blank(phrases("present"), 1.0), Blank(phrases("checked"), 2.0))))
    return paper.document(blocks, subject=subject)


def _parts(source: RecordPaper) -> Iterator[_Part]:
    """Delegates whose thôn is the plan's stand with it; all others are guests."""
    plan, phrases = source.paper.plan, source.paper.phrases
    delegates = in_printed_order(plan, source.records.delegates)
    extra = max(source.choices.walk_ins, 0)
    own = {fold(locality.label) for locality in plan.localities}
    guests = tuple(d for d in delegates if fold(d.locality) not in own)
    if guests or not plan.localities:
        yield _Part(phrases("invited"), guests, extra, "invited")
    seats = locality_seats(plan)
    for locality in plan.localities:
        found = tuple(d for d in delegates if fold(d.locality) == fold(locality.label))
        blanks = _unnamed(source, found, seats.get(locality.id, 0)) + extra
        heading = phrases("locality", locality=locality.label)
        if seats.get(locality.id):
            heading = phrases("seats", part=heading, count=count2(seats[locality.id]))
        named = tuple(d for d in found if not is_open(d))
        yield _Part(heading, named, blanks, f"locality:{locality.id}", locality)


def _unnamed(source: RecordPaper, found: Sequence[Delegate], seats: int) -> int:
    """Seats of a thôn for which there is no name: as many as the plan lacks or as stand open on the list."""
    seat_map = SeatMap(source.paper.plan)
    people = [d for d in found if seat_map.group_of(d.group_id) == seat_map.seats_group]
    missing = seats - sum(d.count for d in people if not is_open(d))
    return max(missing, sum(d.count for d in found if is_open(d)), 0)


def _rows(source: RecordPaper, part: _Part, number: int) -> tuple[tuple[Row, ...], int]:
    """The rows of a part and the last number in it; a line that stands for several has as many rows."""
    seat_map = SeatMap(source.paper.plan)
    rows: list[Row] = []
    here = {seat_map.group_of(delegate.group_id) for delegate in part.delegates}
    groups = [group for group in seat_map.groups if group.id in here]
    for group in groups:
        if len(groups) > 1:
            head = cell(group.title, Align.LEFT, span=len(_COLUMNS))
            rows.append(Row((head,), bold=True, anchor=f"group:{group.id}", keep_next=True))
        for delegate in (d for d in part.delegates if seat_map.group_of(d.group_id) == group.id):
            for place in range(max(delegate.count, 1)):
                number += 1
                anchor = f"delegate:{delegate.id}" if place == 0 else ""
                rows.append(_row(number, _words(source, delegate, place, part.within), anchor))
    for _ in range(part.blanks):
        number += 1
        rows.append(_row(number, ("", "", ""), ""))
    return tuple(rows), number


def _words(
    source: RecordPaper, delegate: Delegate, place: int, within: Locality | None
) -> tuple[str, str, str]:
    """Name, office with address, note; only the first of several has the name. One who comes in the place
    of another signs for himself."""
    phrases = source.paper.phrases
    name = capital(delegate.shown) if delegate.name and place == 0 else ""
    office, note = office_words(delegate, within), ""
    if place == 0 and delegate.replaced_by.strip():
        note = phrases("instead", name=delegate.shown)
        instead, _, position = delegate.replaced_by.strip().partition(",")
        name = capital(instead.strip())
        office = capital(position.strip()) or ("" if delegate.name else office)
    elif delegate.reply is Reply.NOT_COMING:
        note = phrases("not_coming")
    return name, office, note


def _row(number: int, words: tuple[str, str, str], anchor: str) -> Row:
    name, office, note = words
    cells = (cell(str(number)), cell(name), cell(office), cell(""), cell(note))
    return Row(cells, anchor=anchor, height=_ROW)
