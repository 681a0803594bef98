"""The slip on which a citizen writes an opinion or asks to speak, numbered through for each thôn (C3)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from dialogue_desktop.documents.office_words import capital
from dialogue_desktop.documents.record_paper import SLIPS_BACK, RecordPaper, on_day
from dialogue_desktop.documents.tree import (
    NBSP,
    Blank,
    Block,
    Columns,
    Document,
    FormLine,
    Leaf,
    Letterhead,
    Paragraph,
    Role,
    Run,
    Section,
    Spacer,
    Ticks,
    Title,
    WritingLines,
    para,
    text,
)
from dialogue_desktop.domain.plan import Locality
from dialogue_desktop.domain.records import SlipBatch
from dialogue_desktop.domain.text_vi import fold

_USUAL_PER_PAGE = 2
_LEAST_DIGITS = 3
_SIGN_WIDTH = 62.0  # millimetres of the column to sign in
_ROOM_TO_SIGN = {Leaf.PAGE: 14.0, Leaf.HALF: 3.0}
_LEVEL = 1.2  # millimetres, so that both columns begin on one line
_LEAST_LINES = {Leaf.PAGE: 6, Leaf.HALF: 4}
_WANTED_LINES = 7


@dataclass(frozen=True, slots=True)
class _Stack:
    """Slips that differ only in their number: of one batch, or blank ones of one thôn."""

    batch: SlipBatch
    numbers: tuple[str, ...]
    anchor: str


def build(source: RecordPaper) -> Document:
    """A leaf for each number of each batch; without batches a page of slips without number for each thôn."""
    leaf = Leaf.HALF if (source.choices.per_page or _USUAL_PER_PAGE) > 1 else Leaf.PAGE
    paper = source.paper
    sections = [section for stack in _stacks(source, leaf) for section in _leaves(source, stack, leaf)]
    made = paper.document((), subject=paper.conference)
    return replace(made, sections=tuple(sections))


def _stacks(source: RecordPaper, leaf: Leaf) -> Iterator[_Stack]:
    only = source.choices.only
    batches = [b for b in source.records.slip_batches if b.handed and (not only or b.id in only)]
    digits = max([_LEAST_DIGITS, *(len(str(batch.last)) for batch in batches)])
    for batch in batches:
        shown = tuple(f"{k:0{digits}d}" for k in range(batch.first, batch.last + 1))
        yield _Stack(batch, shown, f"batch:{batch.id}")
    if batches:
        return
    labels = [locality.label for locality in source.paper.plan.localities] or [""]
    blank = ("",) * (2 if leaf is Leaf.HALF else 1)
    for label in labels:
        yield _Stack(SlipBatch("", locality=label), blank, f"blank:{label}")


def _leaves(source: RecordPaper, stack: _Stack, leaf: Leaf) -> Iterator[Section]:
    """The leaves of a stack; all but the head is one and the same."""
    paper, phrases = source.paper, source.paper.phrases
    head = Letterhead(paper.letterhead().issuer, paper.letterhead().superior)
    thon = capital(stack.batch.locality)
    rest = tuple(_body(source, stack.batch, leaf))
    for number in stack.numbers:
        shown = phrases("number", number=number or phrases("number_blank"))
        own = replace(head, number=shown, place_date=thon)
        yield Section((own, *rest), leaf=leaf, anchor=f"slip:{number}" if number else stack.anchor)


def _body(source: RecordPaper, batch: SlipBatch, leaf: Leaf) -> Iterator[Block]:
    paper, phrases, plan = source.paper, source.paper.phrases, source.paper.plan
    locality = _locality(source, batch.locality)
    hand_in = _hand_in(source, batch, locality)
    if leaf is Leaf.HALF:
        yield Title(phrases("kind"), anchor="title")
        when = phrases("held", conference=paper.conference, time=paper.when(), place=paper.where())
        yield para(f"{when} {hand_in}", Role.FORM_NOTE)
    else:
        yield paper.title(phrases("subject", conference=paper.conference))
        yield para(phrases("when", time=paper.when(), place=paper.where()), Role.FORM_NOTE)
        yield para(hand_in, Role.FORM_NOTE)
    yield FormLine((Blank(phrases("name")),))
    group = locality is not None and locality.kind.startswith("tổ")
    address = phrases("address_group" if group else "address")
    yield FormLine((Blank(address, 1.4), Blank(phrases("phone"))))
    yield Ticks(phrases.list("standings"), phrases("standing"))
    fields = tuple(name for name in plan.fields if name.strip())
    if fields:
        yield Ticks(fields, phrases("field"))
    lead = Run(f"{phrases('content')} ", bold=True)
    yield Paragraph((lead, Run(phrases("content_how"))), Role.FORM, "content")
    yield WritingLines(_LEAST_LINES[leaf], _WANTED_LINES)
    yield Ticks(phrases.list("ways"), phrases("way"))
    yield Columns((0.0, _SIGN_WIDTH), (tuple(_consent(source)), tuple(_sign(source, leaf))))


def _consent(source: RecordPaper) -> Iterator[Block]:
    phrases = source.paper.phrases
    yield Ticks((phrases("consent"),))
    yield para(phrases("purpose"), Role.FORM_NOTE)


def _sign(source: RecordPaper, leaf: Leaf) -> Iterator[Block]:
    phrases = source.paper.phrases
    year = source.paper.plan.time.year or source.paper.plan.year
    yield Spacer(_LEVEL)
    yield Paragraph(text(phrases("date", year=year), italic=True), Role.FORM_CENTRED)
    yield Paragraph(text(phrases("signer"), bold=True), Role.FORM_CENTRED)
    yield Paragraph(text(phrases("sign"), italic=True), Role.FORM_CENTRED)
    yield Spacer(_ROOM_TO_SIGN[leaf])
    yield para(NBSP, Role.FORM_CENTRED)


def _hand_in(source: RecordPaper, batch: SlipBatch, locality: Locality | None) -> str:
    """To whom and until when."""
    paper, phrases = source.paper, source.paper.phrases
    head = paper.heads
    if locality is not None:
        key = "head_group" if locality.kind.startswith("tổ") else "head"
        named = phrases("collector_of", head=paper.common(key, kind=locality.kind), name=locality.name)
        head = named.strip()
    collector = batch.collector.strip() or head
    day = batch.due_on or source.choices.due_on or source.day_of(SLIPS_BACK)
    if day is None and (before := paper.sent_by(note_shown=False)):
        return phrases("hand_in_before", collector=collector, body=paper.body_short, before=before)
    if day is None:
        year = paper.plan.time.year or paper.plan.year
        return phrases("hand_in_blank", collector=collector, body=paper.body_short, year=year)
    return phrases("hand_in", collector=collector, body=paper.body_short, day=on_day(day))


def _locality(source: RecordPaper, label: str) -> Locality | None:
    found = (one for one in source.paper.plan.localities if fold(one.label) == fold(label))
    return next(found, None) if label else None
