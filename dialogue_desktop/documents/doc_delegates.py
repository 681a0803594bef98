"""The list of delegates by group and thôn, with what was planned and who has a name (C11, P8)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from dialogue_desktop.documents.office_words import capital
from dialogue_desktop.documents.record_paper import RecordPaper, beside
from dialogue_desktop.documents.tree import (
    Align,
    Block,
    Cell,
    Column,
    Document,
    Role,
    Row,
    Table,
    cell,
    para,
)
from dialogue_desktop.domain.inviting import SeatCount, counted, group_counts, in_printed_order, is_open
from dialogue_desktop.domain.plan import Locality
from dialogue_desktop.domain.records import Delegate, Reply
from dialogue_desktop.domain.seats import SeatMap, locality_seats
from dialogue_desktop.domain.text_vi import fold
from dialogue_desktop.domain.words_vi import count2

_COUNTS = (
    Column(11, Align.CENTER),
    Column(),
    Column(24, Align.CENTER),
    Column(24, Align.CENTER),
    Column(30, Align.CENTER),
)
#: A name of three words with its "ông" on one line.
_LIST = (Column(15, Align.CENTER), Column(50), Column(), Column(36))
_WHOLE_TABLE = 12  # rows; so short a table is not cut at the foot of a page


@dataclass(frozen=True, slots=True)
class _Line:
    """One line of figures; `part` of the one above it."""

    label: str
    count: SeatCount
    part: bool = False


def build(source: RecordPaper) -> Document:
    """Two tables of figures, then everybody in printed order, numbered through."""
    paper, phrases = source.paper, source.paper.phrases
    subject = phrases("subject", conference=paper.conference)
    blocks: list[Block] = [source.letterhead(""), paper.title(subject), paper.enclosed()]
    blocks.append(source.section(1, "count"))
    blocks.append(_counts(source, "group_columns", _groups(source)))
    number = 2
    localities = list(_localities(source))
    if localities:
        blocks.append(source.section(number, "locality_count"))
        blocks.append(_counts(source, "locality_columns", localities))
        number += 1
    blocks.append(source.section(number, "list"))
    header = Row(tuple(cell(name) for name in phrases.list("columns")))
    blocks.append(Table(_LIST, tuple(_rows(source)), (header,)))
    named = sum(one.count for one in source.records.delegates if not is_open(one))
    blocks.append(para(paper.ended(phrases("closing", count=count2(named))), Role.CLOSING, "closing"))
    blocks.append(paper.signature())
    return paper.document(blocks, subject=subject)


# --- figures


def _groups(source: RecordPaper) -> list[_Line]:
    """Every group of the plan, and those besides where somebody is."""
    plan = source.paper.plan
    counts = group_counts(plan, source.records.delegates)
    own = {group.id for group in plan.participants}
    found = []
    for group in SeatMap(plan).groups:
        count = counts.get(group.id, SeatCount(group.expected))
        if group.id in own or count.filled or count.open:
            found.append(_Line(group.title, count))
    return found


def _localities(source: RecordPaper) -> Iterator[_Line]:
    """The thôn with seats, each with those of its xóm under it where the plan parts them."""
    plan = source.paper.plan
    seat_map, seats = SeatMap(plan), locality_seats(plan)
    counts = counted(seat_map, source.records.delegates)
    for locality in plan.localities:
        if locality.id not in seats:
            continue
        places = [
            place
            for place in counts
            if place.group_id == seat_map.seats_group and fold(place.locality) == fold(locality.label)
        ]
        filled = sum(counts[place].filled for place in places)
        yield _Line(capital(locality.label), SeatCount(seats[locality.id], filled))
        for place in places:
            if place.hamlet:
                yield _Line(place.hamlet, counts[place], part=True)


def _counts(source: RecordPaper, columns: str, lines: list[_Line]) -> Table:
    phrases = source.paper.phrases
    header = Row(tuple(cell(name) for name in phrases.list(columns)))
    rows: list[Row] = []
    number = 0
    for line in lines:
        number += not line.part
        label = phrases("part", label=line.label) if line.part else line.label
        figures = _figures(line.count)
        cells = (cell("" if line.part else str(number)), cell(label), *figures)
        rows.append(Row(cells, keep_next=len(lines) <= _WHOLE_TABLE))
    whole = [line.count for line in lines if not line.part]
    total = cell(phrases("total"), Align.CENTER, span=2)
    rows.append(Row((total, *_figures(sum(whole, SeatCount()), whole)), bold=True, anchor="total"))
    return Table(_COUNTS, tuple(rows), (header,))


def _figures(count: SeatCount, summed: list[SeatCount] | None = None) -> tuple[Cell, Cell, Cell]:
    """Planned, named, over or under; a sum over lines without a number of their own is left open."""
    planned = "" if count.seats is None else count2(count.seats)
    known = count.seats is not None and all(one.seats is not None or one.filled for one in summed or ())
    over = _signed(count.filled - (count.seats or 0)) if known else ""
    return cell(planned), cell(count2(count.filled)), cell(over)


def _signed(over: int) -> str:
    """ "+02", "-05"; a full group is "0"."""
    return f"{'+' if over > 0 else '-' if over < 0 else ''}{count2(abs(over))}"


# --- people


def _rows(source: RecordPaper) -> Iterator[Row]:
    phrases, plan = source.paper.phrases, source.paper.plan
    seat_map = SeatMap(plan)
    ordered = in_printed_order(plan, source.records.delegates)
    counts = group_counts(plan, ordered)
    own = {group.id for group in plan.participants}
    number = 0
    for group in seat_map.groups:
        found = [one for one in ordered if seat_map.group_of(one.group_id) == group.id]
        if not found and group.id not in own:
            continue
        count = counts.get(group.id, SeatCount(group.expected))
        key = "group" if count.seats is None else "group_of"
        planned = "" if count.seats is None else count2(count.seats)
        words = phrases(key, group=group.title, named=count2(count.filled), planned=planned)
        head = cell(words, Align.LEFT, span=len(_LIST))
        yield Row((head,), bold=True, anchor=f"group:{group.id}", keep_next=True)
        if not found:
            yield Row((cell(""), cell(phrases("nobody"), span=len(_LIST) - 1)))
        for delegate in found:
            if is_open(delegate):
                yield Row((cell(""), *_open(source, delegate)), anchor=f"delegate:{delegate.id}")
                continue
            first = number + 1
            number += max(delegate.count, 1)
            shown = str(first) if number == first else f"{first}-{number}"
            yield Row((cell(shown), *_cells(source, delegate)), anchor=f"delegate:{delegate.id}")


def _cells(source: RecordPaper, delegate: Delegate) -> tuple[Cell, ...]:
    phrases = source.paper.phrases
    name = capital(delegate.shown) if delegate.name else phrases("whole")
    return cell(name), cell(office_words(delegate)), cell(_note(source, delegate))


def _open(source: RecordPaper, delegate: Delegate) -> tuple[Cell, ...]:
    """Seats that nobody is named for."""
    phrases = source.paper.phrases
    count = phrases("people", count=count2(delegate.count))
    return cell(phrases("nobody")), cell(capital(delegate.address)), cell(count)


def office_words(delegate: Delegate, within: Locality | None = None) -> str:
    """Office and address, nothing said twice; the thôn `within` which a list stands is not named again."""
    address = beside(delegate.office, delegate, within.label if within else "")
    return capital(", ".join(part.strip() for part in (delegate.office, address) if part.strip()))


def _note(source: RecordPaper, delegate: Delegate) -> str:
    phrases = source.paper.phrases
    notes = []
    if delegate.count > 1:
        notes.append(phrases("people", count=count2(delegate.count)))
    if delegate.reply is not None:
        notes.append(phrases("coming" if delegate.reply is Reply.COMING else "not_coming"))
    if delegate.replaced_by.strip():
        notes.append(phrases("replaced", name=delegate.replaced_by.strip()))
    if delegate.note.strip():
        notes.append(delegate.note.strip())
    return ". ".join(notes)  # each begins with a capital
