"""The opinions of the minutes with what was answered: those sent before the day, those of the hall (M1)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

from dialogue_desktop.documents.minutes_answers import answer_lines
from dialogue_desktop.documents.minutes_frame import DOTS, Frame
from dialogue_desktop.documents.office_words import capital, joined, lower_first, sentence
from dialogue_desktop.documents.said_by import who_said, with_place
from dialogue_desktop.documents.tree import Block, Paragraph, Run, Runs, para
from dialogue_desktop.domain.figures import turn_count
from dialogue_desktop.domain.queue_rules import UNHEARD
from dialogue_desktop.domain.records import Opinion, Source, Turn, TurnState
from dialogue_desktop.domain.words_vi import count2, date_short

#: Order of the parts of what came before the day.
SOURCES = (Source.VILLAGE_HEAD, Source.SLIP, Source.VIA_SECRETARY, Source.ONLINE)
#: More than so many collected opinions stand in a table behind the minutes.
MANY = 50
#: Letters of about four lines.
_SHORT = 320


def collected(frame: Frame) -> Iterator[Block]:
    """In order of where they came from; of very many the figures, and where the rest stands."""
    yield frame.section(1, "collected")
    opinions, phrases = frame.records.collected(), frame.phrases
    if not opinions:
        yield para(phrases("collected_none"))
        return
    by_source = sorted_by_source(frame)
    parts = [
        f"{count2(len(found))} {lower_first(source_words(frame, source))}"
        for source, found in by_source.items()
    ]
    body = frame.view.plan.issuer.body
    count = count2(len(opinions))
    yield para(phrases("collected_count", body=body, count=count, sources=joined(parts)))
    if len(opinions) > MANY:
        fields = Counter(opinion.field.strip() for opinion in opinions)
        named = [f"{field} {count2(n)} ý kiến" for field, n in fields.items() if field]
        if named:
            named += [f"{phrases('no_field')} {count2(fields[''])} ý kiến"] if fields[""] else []
            yield para(phrases("collected_fields", fields="; ".join(named)))
        yield para(phrases("collected_appendix"), anchor="collected_appendix")
        return
    for shown, (source, found) in enumerate(by_source.items(), start=1):
        yield frame.clause(shown, source_words(frame, source))
        for opinion in found:
            yield from opinion_lines(opinion, frame)


def sorted_by_source(frame: Frame) -> dict[Source, list[Opinion]]:
    """Collected opinions under where they came from; no empty parts."""
    opinions = frame.records.collected()
    found = {source: [o for o in opinions if o.source is source] for source in SOURCES}
    return {source: rows for source, rows in found.items() if rows}


def source_words(frame: Frame, source: Source) -> str:
    return frame.phrases(f"source_{source.value}")


def hall(frame: Frame) -> Iterator[Block]:
    yield frame.section(2, "hall")
    opinions, phrases = frame.records.at_hall(), frame.phrases
    if opinions:
        spoken = [turn for turn in frame.records.turns if turn.state not in UNHEARD]
        online = sum(turn.source is Source.ONLINE for turn in spoken)
        turns = count2(turn_count(frame.records))
        if online:
            turns = phrases("turns_online", turns=turns, online=count2(online))
        else:
            turns = phrases("turns", turns=turns)
        unheard = " ".join(_unheard(frame, opinions))
        count = phrases("hall_count", turns=turns, count=count2(len(opinions)))
        yield para(" ".join(part for part in (count, unheard, phrases("hall_details")) if part))
    else:
        yield para(" ".join((phrases("hall_none"), *_unheard(frame, opinions))))
    for opinion in opinions:
        yield from opinion_lines(opinion, frame)


def _unheard(frame: Frame, opinions: tuple[Opinion, ...]) -> Iterator[str]:
    """Who registered and did not speak, each kind in a sentence."""
    said = {opinion.turn_id for opinion in opinions}
    for state in (TurnState.ABSENT, TurnState.WITHDRAWN, TurnState.WAITING):
        turns = [turn for turn in frame.records.turns if turn.state is state and turn.id not in said]
        if turns:
            people = ", ".join(_registered(turn, frame) for turn in turns)
            yield sentence(frame.phrases(f"unheard_{state.value}", count=count2(len(turns)), people=people))


def _registered(turn: Turn, frame: Frame) -> str:
    voice = turn.voice
    if turn.anonymous or not voice.name:
        return f"{lower_first(frame.phrases('citizen'))} {voice.locality}".strip()
    return with_place(voice.shown, voice.address)


def opinion_lines(opinion: Opinion, frame: Frame) -> Iterator[Paragraph]:
    who = capital(who_said(opinion, frame))
    words = opinion_words(opinion, frame)
    number = frame.phrases("number", number=opinion.number)
    runs: Runs = (Run(f"{number} "), Run(f"{who}:", bold=True), Run(f" {words}"))
    repeated = frame.numbers.get(opinion.linked_id) if opinion.linked_id else None
    if repeated is not None:
        runs += (Run(f" {frame.phrases('linked', number=repeated)}", italic=True),)
    lines = [Paragraph(runs, anchor=f"opinion:{opinion.id}"), *answer_lines(opinion, frame)]
    outcome = outcome_words(opinion, frame)
    if outcome:
        # The result does not stand alone on the next page, unless what it belongs to is long.
        if sum(len(run.text) for run in lines[-1].runs) < _SHORT:
            lines[-1] = replace(lines[-1], keep_next=True)
        lines.append(Paragraph((Run(f"{frame.phrases('outcome')} ", italic=True), Run(sentence(outcome)))))
    yield from lines


def opinion_words(opinion: Opinion, frame: Frame) -> str:
    if opinion.withheld and frame.posted:
        return frame.phrases("withheld")
    return sentence(opinion.text.strip()) or DOTS


def outcome_words(opinion: Opinion, frame: Frame) -> str:
    if opinion.outcome is None:
        return ""
    parts = [frame.phrases(f"outcome_{opinion.outcome.value}")]
    reason = trimmed(opinion.outcome_reason)
    if reason:
        parts.append(frame.phrases("reason", reason=reason))
    return "; ".join((*parts, *duty(opinion, frame)))


def duty(opinion: Opinion, frame: Frame) -> list[str]:
    """Who does what until when."""
    parts = []
    if body := trimmed(opinion.receiving_body):
        parts.append(frame.phrases("receiving", body=body))
    if unit := trimmed(opinion.unit):
        parts.append(frame.phrases("unit", unit=unit))
    if opinion.deadline:
        parts.append(frame.phrases("deadline", day=date_short(opinion.deadline)))
    return parts


def trimmed(words: str) -> str:
    """Without the signs at the end that the line puts there itself."""
    return words.strip().rstrip(" .;,")
