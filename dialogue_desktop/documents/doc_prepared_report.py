"""The report before the conference: opinions and prepared answers by field (C8)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from dialogue_desktop.documents.numbering import number_of
from dialogue_desktop.documents.office_words import capital, joined, sentence
from dialogue_desktop.documents.record_paper import RecordPaper, locality_of, numbers
from dialogue_desktop.documents.tree import (
    Align,
    Block,
    Column,
    Document,
    Heading,
    Item,
    Level,
    Paragraph,
    Role,
    Row,
    Run,
    Table,
    cell,
    para,
    text,
)
from dialogue_desktop.domain.assigned import answering_unit
from dialogue_desktop.domain.records import Opinion, Source
from dialogue_desktop.domain.words_vi import count2, date_short

_CODE = "BC"
_ANSWERS_AT = 2
_LONG = 700  # letters
_SOURCES = (Source.VILLAGE_HEAD, Source.SLIP, Source.VIA_SECRETARY, Source.ONLINE)
_COLUMNS = (
    Column(11, Align.CENTER),
    Column(),
    Column(22, Align.CENTER),
    Column(27, Align.CENTER),
    Column(27, Align.CENTER),
    Column(27, Align.CENTER),
)


@dataclass(frozen=True, slots=True)
class _Topic:
    """One opinion, or several with the same content; `answers` are (text, unit, to whom), each once."""

    opinions: tuple[Opinion, ...]
    answers: tuple[tuple[str, str, tuple[Opinion, ...]], ...]

    @property
    def joint(self) -> bool:
        """Whether one answer goes to all of several opinions."""
        return len(self.opinions) > 1 and len(self.answers) == 1


def build(source: RecordPaper) -> Document:
    """Figures, each field with its opinions and answers, what waits, what is beyond competence."""
    paper, phrases = source.paper, source.paper.phrases
    subject = phrases("subject", conference=paper.conference)
    fields = _fields(source)
    blocks: list[Block] = [
        source.letterhead(_CODE),
        paper.title(subject),
        para(phrases("lead_in", plan=paper.cited_plan(), body=paper.body), anchor="lead_in"),
        source.section(1, "overview"),
        *_overview(source, fields),
        source.section(_ANSWERS_AT, "answers"),
        *_answers(source, fields),
        source.section(3, "waiting"),
        *_waiting(source),
        source.section(4, "beyond"),
        *_beyond(source),
        para(paper.ended(phrases("closing")), Role.CLOSING, "closing"),
        paper.signature(source.recipients("recipients_party" if paper.party else "recipients_state")),
    ]
    return paper.document(blocks, subject=subject)


def _fields(source: RecordPaper) -> dict[str, tuple[Opinion, ...]]:
    """Collected opinions by field, in the plan's order; fields of the office's own making after them."""
    found = source.records.collected()
    given = dict.fromkeys(opinion.field for opinion in found)
    order = [name for name in source.paper.plan.fields if name in given]
    order += [name for name in given if name and name not in order]
    if "" in given:
        order.append("")
    return {name: tuple(o for o in found if o.field == name) for name in order}


# --- figures


def _overview(source: RecordPaper, fields: dict[str, tuple[Opinion, ...]]) -> Iterator[Block]:
    phrases, common = source.paper.phrases, source.paper.common
    found = source.records.collected()
    by_source = Counter(opinion.source for opinion in found)
    parts = [
        f"{count2(by_source[kind])} {common(f'source_{kind.value}')}" for kind in _SOURCES if by_source[kind]
    ]
    yield para(phrases("received", count=count2(len(found)), sources=joined(parts)), anchor="received")
    places = Counter(locality_of(opinion) for opinion in found)
    if len(places) > 1 or "" not in places:
        elsewhere = phrases("from_elsewhere")
        shown = [f"{name} {count2(places[name])} ý kiến" for name in places if name]
        shown += [f"{elsewhere} {count2(places[''])} ý kiến"] if places[""] else []
        yield para(phrases("from_localities", localities="; ".join(shown)), anchor="from_localities")
    yield _figures(source, fields)


def _figures(source: RecordPaper, fields: dict[str, tuple[Opinion, ...]]) -> Table:
    phrases = source.paper.phrases
    answered = _answered(source)
    header = Row(tuple(cell(name) for name in phrases.list("columns")))
    rows: list[Row] = []
    sums = [0, 0, 0, 0]
    for k, (name, found) in enumerate(fields.items(), start=1):
        ready = sum(opinion.id in answered for opinion in found)
        beyond = sum(opinion.beyond_competence for opinion in found)
        counts = [len(found), ready, len(found) - ready, beyond]
        sums = [a + b for a, b in zip(sums, counts, strict=True)]
        shown = (cell(count2(count)) for count in counts)
        rows.append(Row((cell(str(k)), cell(name or phrases("no_field")), *shown), anchor=f"field:{name}"))
    total = (cell(phrases("total"), Align.CENTER, span=2), *(cell(count2(count)) for count in sums))
    return Table(_COLUMNS, (*rows, Row(total, bold=True, anchor="total")), (header,))


def _answered(source: RecordPaper) -> frozenset[str]:
    """Ids of the opinions that have an answer, their own or that of their group."""
    found = source.records.collected()
    groups = {o.group_id for o in found if o.group_id and o.prepared_answer.strip()}
    return frozenset(o.id for o in found if o.prepared_answer.strip() or o.group_id in groups)


# --- opinions and answers


def _answers(source: RecordPaper, fields: dict[str, tuple[Opinion, ...]]) -> Iterator[Block]:
    """By field; an opinion whose group stands in an earlier field is pointed to, so that the count of its
    own field is found there."""
    phrases = source.paper.phrases
    section = number_of(source.paper.sheet, Level.SECTION, _ANSWERS_AT).rstrip(".-")
    shown: dict[str, tuple[int, int]] = {}  # under which opinion of which field
    for k, (name, found) in enumerate(fields.items(), start=1):
        words = phrases("field", field=name or phrases("no_field"), count=count2(len(found)))
        yield Heading(Level.CLAUSE, number_of(source.paper.sheet, Level.CLAUSE, k), words, f"answers:{name}")
        for opinion in found:
            if opinion.id not in shown:
                topic = _topic(source, opinion)
                shown |= {one.id: (opinion.number, k) for one in topic.opinions}
                yield from _told(source, topic)
            elif shown[opinion.id][1] != k:
                first, clause = shown[opinion.id]
                where = f"{section}.{clause}"
                words = phrases("elsewhere", number=opinion.number, first=first, clause=where)
                yield para(words, anchor=f"elsewhere:{opinion.id}")


def _topic(source: RecordPaper, opinion: Opinion) -> _Topic:
    """The opinion with all of its group, whatever their fields, and their answers."""
    same: tuple[Opinion, ...] = (opinion,)
    if opinion.group_id:
        same = tuple(o for o in source.records.collected() if o.group_id == opinion.group_id)
    answers: dict[tuple[str, str], list[Opinion]] = {}
    for one in same:
        words = one.prepared_answer.strip()
        if words:
            answers.setdefault((words, one.prepared_by.strip() or one.unit.strip()), []).append(one)
    return _Topic(same, tuple((words, unit, tuple(who)) for (words, unit), who in answers.items()))


def _told(source: RecordPaper, topic: _Topic) -> Iterator[Block]:
    phrases = source.paper.phrases
    several = len(topic.opinions) > 1
    if several:
        lead_in = text(phrases("joint", numbers=numbers(topic.opinions)))
        yield Paragraph(lead_in, anchor=f"group:{topic.opinions[0].id}", keep_next=True)
    for opinion in topic.opinions:
        asked = Run(f"{phrases('number', number=opinion.number)}, {source.who(opinion)}:", bold=True)
        words = phrases("withheld") if source.public and opinion.withheld else opinion.text.strip()
        runs = (asked, Run(f" {sentence(words) or '………'}"))
        anchor = f"opinion:{opinion.id}"
        kind = Item if several else Paragraph
        # A question does not part from its answer, unless it is so long that half a page would stay empty.
        yield kind(runs, anchor=anchor, keep_next=len(words.rsplit("\n", 1)[-1]) < _LONG)
    if not topic.answers:
        yield Paragraph(text(phrases("no_answer"), italic=True))
    for words, unit, opinions in topic.answers:
        lead = _lead(source, topic, unit, opinions)
        yield Paragraph((Run(f"{lead} ", italic=True, bold=True), Run(sentence(words))))


def _lead(source: RecordPaper, topic: _Topic, unit: str, opinions: Sequence[Opinion]) -> str:
    """The words before an answer: to all together, or to which of several."""
    phrases = source.paper.phrases
    if len(topic.opinions) == 1:
        return phrases("answer_of", unit=unit) if unit else phrases("answer")
    if topic.joint:
        return phrases("joint_answer_of", unit=unit) if unit else phrases("joint_answer")
    if not unit:
        return phrases("answer_numbers_plain", numbers=numbers(opinions))
    return phrases("answer_numbers", numbers=numbers(opinions), unit=unit)


# --- what is left


def _waiting(source: RecordPaper) -> Iterator[Block]:
    phrases = source.paper.phrases
    answered = _answered(source)
    found = [opinion for opinion in source.records.collected() if opinion.id not in answered]
    if not found:
        yield para(phrases("waiting_none"))
    for opinion in found:
        unit = answering_unit(opinion)
        duty = [phrases("unit", unit=unit) if unit else phrases("no_unit")]
        if opinion.draft_due:
            duty.append(phrases("deadline", day=date_short(opinion.draft_due)))
        line = phrases(
            "waiting_line", number=opinion.number, field=_field(source, opinion), duty=", ".join(duty)
        )
        yield Item(text(sentence(line)), anchor=f"waiting:{opinion.id}")


def _beyond(source: RecordPaper) -> Iterator[Block]:
    phrases = source.paper.phrases
    found = [opinion for opinion in source.records.collected() if opinion.beyond_competence]
    if not found:
        yield para(phrases("beyond_none"))
    for opinion in found:
        body = opinion.receiving_body.strip() or phrases("beyond_blank")
        line = phrases("beyond_line", number=opinion.number, field=_field(source, opinion), body=body)
        yield Item(text(sentence(capital(line))), anchor=f"beyond:{opinion.id}")


def _field(source: RecordPaper, opinion: Opinion) -> str:
    return opinion.field or source.paper.phrases("no_field")
