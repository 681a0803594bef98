"""The report on what became of the petitions of the conference before (C9, F3)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from dialogue_desktop.documents.office_words import capital, joined
from dialogue_desktop.documents.paper_parts import dated
from dialogue_desktop.documents.record_paper import RecordPaper
from dialogue_desktop.documents.tree import (
    Align,
    Appendix,
    Block,
    Cell,
    Column,
    Document,
    Orientation,
    Paragraph,
    Role,
    Row,
    Run,
    Section,
    Table,
    cell,
    para,
    text,
)
from dialogue_desktop.domain.after_records import CommitmentState
from dialogue_desktop.domain.petition_results import EarlierConference, PetitionResult, ResultState
from dialogue_desktop.domain.words_vi import count2, date_short, decimal_vi

_CODE = "BC"
_FIGURES = (
    Column(11, Align.CENTER),
    Column(),
    Column(19, Align.CENTER),
    Column(23, Align.CENTER),
    Column(24, Align.CENTER),
    Column(24, Align.CENTER),
    Column(24, Align.CENTER),
)
_CARRIED = (Column(13, Align.CENTER), Column(42), Column(43), Column(), Column(28, Align.CENTER))
_CONCLUSIONS = (Column(13, Align.CENTER), Column(), Column(42), Column(28, Align.CENTER))
_DETAILS = (Column(13, Align.CENTER), Column(80), Column(), Column(32), Column(26, Align.CENTER))


def build(source: RecordPaper) -> Document:
    """Figures by field and state, what goes on, and each petition with its outcome in an appendix. ValueError
    without the earlier conference."""
    earlier = source.earlier
    if earlier is None:
        raise ValueError("no earlier conference to report on")
    paper, phrases = source.paper, source.paper.phrases
    held = _held(source, earlier)
    subject = phrases("subject", earlier=held)
    as_of = date_short(earlier.as_of)
    blocks: list[Block] = [
        source.letterhead(_CODE),
        paper.title(subject),
        para(phrases("lead_in", body=paper.body, earlier=held, as_of=as_of), anchor="lead_in"),
        source.section(1, "overview"),
        *_overview(source, earlier.results),
        source.section(2, "carried"),
        *_carried(source, earlier),
        para(phrases("enclosed"), anchor="enclosed"),
        para(paper.ended(phrases("closing")), Role.CLOSING, "closing"),
        paper.signature(source.recipients("recipients_party" if paper.party else "recipients_state")),
    ]
    made = paper.document(blocks, subject=subject)
    return replace(made, sections=(*made.sections, _appendix(source, earlier)))


def _appendix(source: RecordPaper, earlier: EarlierConference) -> Section:
    """Each petition in a landscape table that goes with the report."""
    paper, phrases = source.paper, source.paper.phrases
    number = source.letterhead(_CODE).number.replace(":", "")
    number = number[:1].lower() + number[1:]
    key = "with_party" if paper.party else "with"
    date = dated(source.choices.issued_on, paper.plan.year)
    reference = paper.whole(phrases(key, number=number, date=date, body=paper.body))
    head = Appendix(phrases("appendix"), phrases("details"), reference)
    return Section((head, _details(source, earlier)), Orientation.LANDSCAPE)


def _held(source: RecordPaper, earlier: EarlierConference) -> str:
    """ "Hội nghị … ngày 24/4/2026", without the day where it is not known."""
    name = replace(source.paper, plan=earlier.plan).conference
    if earlier.plan.day is None:
        return name
    return source.paper.phrases("held", conference=name, day=date_short(earlier.plan.day))


# --- figures


def _overview(source: RecordPaper, results: Sequence[PetitionResult]) -> Iterator[Block]:
    phrases = source.paper.phrases
    counts = Counter(one.state for one in results)
    parts = [
        phrases(
            "part",
            count=count2(counts[state]),
            state=phrases(f"state_{state.value}"),
            share=decimal_vi(counts[state] * 100 / len(results), 1).removesuffix(",0"),
        )
        for state in ResultState
        if counts[state]
    ]
    words = phrases("figures", count=count2(len(results)), parts=joined(parts))
    yield Paragraph(text(words), anchor="figures", keep_next=True)
    yield _figures(source, results)


def _figures(source: RecordPaper, results: Sequence[PetitionResult]) -> Table:
    phrases = source.paper.phrases
    header = Row(tuple(cell(name) for name in phrases.list("figure_columns")))
    fields = dict.fromkeys(one.opinion.field for one in results)
    order = [name for name in source.paper.plan.fields if name in fields]
    order += [name for name in fields if name and name not in order]
    order += [""] if "" in fields else []
    rows = []
    for k, name in enumerate(order, start=1):
        found = [one for one in results if one.opinion.field == name]
        shown = _counted(found)
        rows.append(Row((cell(str(k)), cell(name or phrases("no_field")), *shown), anchor=f"field:{name}"))
    total = (cell(phrases("total"), Align.CENTER, span=2), *_counted(results))
    return Table(_FIGURES, (*rows, Row(total, bold=True, anchor="total")), (header,))


def _counted(results: Sequence[PetitionResult]) -> tuple[Cell, ...]:
    counts = Counter(one.state for one in results)
    return (cell(count2(len(results))), *(cell(count2(counts[state])) for state in ResultState))


# --- each petition


def _details(source: RecordPaper, earlier: EarlierConference) -> Table:
    phrases = source.paper.phrases
    header = Row(tuple(cell(name) for name in phrases.list("columns")))
    rows: list[Row] = []
    for state in ResultState:
        found = [one for one in earlier.results if one.state is state]
        if found:
            words = f"{capital(phrases(f'state_{state.value}'))} ({count2(len(found))})"
            head = cell(words, Align.LEFT, span=len(_DETAILS))
            rows.append(Row((head,), bold=True, anchor=f"state:{state.value}", keep_next=True))
        rows += [_row(source, one) for one in found]
    return Table(_DETAILS, tuple(rows), (header,))


def _row(source: RecordPaper, one: PetitionResult) -> Row:
    phrases, opinion = source.paper.phrases, one.opinion
    words = phrases("withheld") if source.public and opinion.withheld else opinion.text.strip()
    day = _day(source, opinion.deadline if one.carried_on else None)
    asked = Cell((Run(f"{capital(source.who(opinion))}: ", bold=True), Run(words)))
    cells = (
        cell(str(opinion.number)),
        asked,
        cell("\n".join(_outcome(source, one))),
        cell(opinion.unit),
        cell(day),
    )
    return Row(cells, anchor=f"opinion:{opinion.id}")


def _day(source: RecordPaper, day: date | None) -> str:
    """ "30/10/2025", and that it has gone by."""
    if day is None:
        return ""
    late = source.earlier is not None and day < source.earlier.as_of
    return f"{date_short(day)}\n{source.paper.phrases('late')}" if late else date_short(day)


def _outcome(source: RecordPaper, one: PetitionResult) -> Iterator[str]:
    """What came of it, what was answered, what was done since."""
    phrases, opinion = source.paper.phrases, one.opinion
    outcome = opinion.outcome
    yield phrases(f"outcome_{outcome.value}" if outcome is not None else "outcome_none")
    if one.repeats:
        yield phrases("repeats", number=one.repeats)
    if opinion.outcome_reason.strip():
        yield phrases("reason", reason=opinion.outcome_reason.strip(" .;"))
    if opinion.receiving_body.strip():
        yield phrases("receiving", body=opinion.receiving_body.strip(" .;"))
    if not (source.public and opinion.withheld):
        yield from (words for words in (one.answer, one.done) if words)
    yield from _promise(source, one)
    if one.reply:
        yield phrases("reply", reply=one.reply)


def _promise(source: RecordPaper, one: PetitionResult) -> Iterator[str]:
    """How what was promised stands, where somebody has written that down."""
    if one.promise is None:
        return
    phrases, now, sent = source.paper.phrases, one.promise.commitment, one.promise.sent()
    match now.state:
        case CommitmentState.DONE if now.done_on is not None:
            yield phrases("promise_done", day=date_short(now.done_on))
        case CommitmentState.PART_DONE:
            yield phrases("promise_part")
        case CommitmentState.PUT_OFF if now.deadline is not None:
            yield phrases("promise_put_off", day=date_short(now.deadline))
        case CommitmentState.WAITING:
            key = "promise_waiting" if now.receiving_body else "promise_waiting_level"
            yield phrases(key, body=now.receiving_body)
        case _:
            pass
    if sent:
        yield phrases("promise_sent", letter=sent)


# --- what goes on


def _carried(source: RecordPaper, earlier: EarlierConference) -> Iterator[Block]:
    phrases = source.paper.phrases
    found = [one for one in earlier.results if one.carried_on]
    if not found:
        yield para(phrases("carried_none"))
    else:
        yield from _petitions(source, found)
    if earlier.conclusions:
        yield Paragraph(text(phrases("conclusions_lead")), anchor="conclusions_lead", keep_next=True)
        header = Row(tuple(cell(name) for name in phrases.list("conclusion_columns")))
        rows = [
            Row(
                (
                    cell(str(k)),
                    cell(one.text.strip()),
                    cell(one.unit.strip() or phrases("no_unit")),
                    cell(_day(source, one.deadline)),
                ),
                anchor=f"conclusion:{one.id}",
            )
            for k, one in enumerate(earlier.conclusions, start=1)
        ]
        yield Table(_CONCLUSIONS, tuple(rows), (header,))


def _petitions(source: RecordPaper, found: Sequence[PetitionResult]) -> Iterator[Block]:
    phrases = source.paper.phrases
    conference = source.paper.conference
    lead = phrases("carried_lead", count=count2(len(found)), conference=conference)
    yield Paragraph(text(lead), anchor="carried_lead", keep_next=True)
    header = Row(tuple(cell(name) for name in phrases.list("carried_columns")))
    rows = [
        Row(
            (
                cell(str(one.opinion.number)),
                cell(one.opinion.field or phrases("no_field")),
                cell(capital(phrases(f"state_{one.state.value}"))),
                cell(one.opinion.unit.strip() or phrases("no_unit")),
                cell(_day(source, one.opinion.deadline)),
            ),
            anchor=f"carried:{one.opinion.id}",
        )
        for one in found
    ]
    yield Table(_CARRIED, tuple(rows), (header,))
