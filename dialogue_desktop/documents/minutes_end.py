"""The end of the minutes: what is still to be answered, conclusions, copies, hour and signers (M1, M2)."""

from __future__ import annotations

from collections.abc import Iterator

from dialogue_desktop.documents.minutes_frame import DOTS, Frame
from dialogue_desktop.documents.minutes_opinions import duty, trimmed
from dialogue_desktop.documents.office_words import capital, copies_text, moment, sentence
from dialogue_desktop.documents.said_by import of_whom
from dialogue_desktop.documents.tree import Block, Item, MinutesSignature, Role, Signer, para, text
from dialogue_desktop.domain.commitments import owes
from dialogue_desktop.domain.conclusion_words import says_day, says_unit
from dialogue_desktop.domain.plan import ChairRole
from dialogue_desktop.domain.records import Conclusion, Outcome
from dialogue_desktop.domain.words_vi import count2, date_short


def later(frame: Frame) -> Iterator[Block]:
    """Who is answered in writing, or was promised something by a day, and what goes up; who does it until
    when stands at each."""
    yield frame.section(3, "later")
    opinions = frame.records.opinions
    written = [o for o in opinions if owes(o) and o.outcome is not Outcome.ESCALATED]
    escalated = [o for o in opinions if o.outcome is Outcome.ESCALATED]
    for k, (key, found) in enumerate((("later_written", written), ("later_escalated", escalated)), start=1):
        yield frame.clause(k, frame.phrases(key))
        if not found:
            yield para(frame.phrases("later_none"))
        for opinion in found:
            words = "; ".join(duty(opinion, frame)) or frame.phrases(f"outcome_{opinion.outcome}")
            line = frame.phrases("later_line", number=opinion.number, who=of_whom(opinion, frame), duty=words)
            yield Item(text(sentence(line)), anchor=f"later:{opinion.id}")


def conclusions(frame: Frame) -> Iterator[Block]:
    yield frame.section(4, "conclusion")
    yield from _figures(frame)
    rows = [row for row in frame.records.conclusions if row.text.strip()]
    if not rows:
        yield para(frame.phrases("conclusion_none"), anchor="conclusions")
        return
    shown = 0
    for key, settled in (("settled", True), ("unsettled", False)):
        found = [row for row in rows if row.settled is settled]
        if not found:
            continue
        shown += 1
        yield frame.clause(shown, frame.phrases(key), key)
        for row in found:
            yield Item(text(sentence(_conclusion(row, frame))), anchor=f"conclusion:{row.id}")


def _figures(frame: Frame) -> Iterator[Block]:
    """How many there were of each outcome; those without one are counted too, so that the sum is right."""
    opinions, phrases = frame.records.opinions, frame.phrases
    parts = []
    for outcome in (*Outcome, None):
        count = sum(1 for opinion in opinions if opinion.outcome is outcome)
        if count:
            words = phrases(f"outcome_{outcome.value}" if outcome is not None else "outcome_open")
            parts.append(f"{count2(count)} ý kiến {words}")
    if parts:
        whole = count2(len(opinions))
        yield para(phrases("figures", count=whole, parts="; ".join(parts)), anchor="figures")


def _conclusion(row: Conclusion, frame: Frame) -> str:
    """With the unit and the day that its words do not say themselves."""
    extra = []
    unit = trimmed(row.unit)
    if unit and not says_unit(row.text, unit):
        extra.append(frame.phrases("unit", unit=unit))
    if row.deadline and not says_day(row.text, row.deadline):
        extra.append(frame.phrases("deadline", day=date_short(row.deadline)))
    return "; ".join((trimmed(row.text), *extra))


def end(frame: Frame, copy_phrase: str) -> Iterator[Block]:
    session, phrases = frame.records.session, frame.phrases
    count, copies = copies_text(frame.view.plan.copies, copy_phrase)
    if count:
        key = "adopted" if session.adopted else "adopted_plain"
        yield para(phrases(key, count=count2(count), copies=copies))
    ended = moment(session.ended_at) if session.ended_at else DOTS
    yield para(phrases("end", time=ended) + frame.sheet.words.end, Role.CLOSING, "end")


def signature(frame: Frame) -> MinutesSignature:
    """The secretaries on the left; on the right who chaired, a deputy only where nobody else did."""
    everybody = list(frame.chairs())
    signing = [chair for chair in everybody if chair.role is not ChairRole.DEPUTY] or everybody
    people = capital(frame.phrases("people_secretary"))
    secretaries = tuple(
        Signer(one.official.name, one.official.position or (people if one.citizen else ""))
        for one in frame.secretaries()
    )
    chairs = tuple(Signer(chair.official.name, chair.official.position) for chair in signing)
    return MinutesSignature(secretaries, chairs, (frame.phrases("file"),), "signature")
