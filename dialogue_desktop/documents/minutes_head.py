"""The beginning of the minutes: which version, when, where, who came, who chaired and who wrote (M1, M3)."""

from __future__ import annotations

from collections.abc import Iterator

from dialogue_desktop.documents.minutes_attendance import people
from dialogue_desktop.documents.minutes_frame import DOTS, Frame
from dialogue_desktop.documents.office_words import capital, moment, named, sentence
from dialogue_desktop.documents.tree import Block, Paragraph, Role, Run, para, text
from dialogue_desktop.domain.plan import Chair, ChairRole, MeetingForm, Secretary
from dialogue_desktop.domain.presidium import handovers
from dialogue_desktop.domain.records import Source
from dialogue_desktop.domain.text_vi import fold
from dialogue_desktop.domain.wall_time import on_wall
from dialogue_desktop.domain.words_vi import time_doc

_ROLE_WORDS = {ChairRole.CO_CHAIR: "co_chair", ChairRole.DEPUTY: "deputy"}


def head(frame: Frame) -> Iterator[Block]:
    session, plan, phrases = frame.records.session, frame.view.plan, frame.phrases
    yield from version_note(frame)
    start = moment(session.started_at) if session.started_at else DOTS
    yield frame.labelled("start", sentence(start))
    place = session.place.strip() or "; ".join(p.strip().rstrip(".;") for p in plan.places if p.strip())
    yield frame.labelled("place", sentence(place or DOTS))
    yield from meeting_form(frame)
    yield from people(frame)
    yield from chairs(frame)
    secretaries = [words for one in frame.secretaries() if (words := secretary_words(frame, one))]
    yield frame.labelled("secretaries", sentence(capital("; ".join(secretaries)) or DOTS))
    yield Paragraph(text(phrases("content"), bold=True), keep_next=True)
    yield para(phrases("opening"))


def version_note(frame: Frame) -> Iterator[Block]:
    """Which version this is, what was put right and why: only where it is not the first."""
    versions, phrases = frame.records.versions, frame.phrases
    if not versions or versions[-1].number < 2:
        return
    newest = versions[-1]
    before = next((one for one in reversed(versions) if one.number < newest.number), None)
    words = (
        phrases("version_of", number=newest.number, before=before.number, time=moment(before.frozen_at))
        if before is not None and before.frozen_at is not None
        else phrases("version", number=newest.number)
    )
    parts: list[str] = []
    if frame.view.corrected:
        parts.append(phrases("corrected", parts="; ".join(frame.view.corrected)))
    if newest.reason.strip():
        parts.append(phrases("correction_reason", reason=newest.reason.strip()))
    more = "".join(f" {sentence(part)}" for part in parts)
    yield Paragraph((Run(sentence(words), bold=True), Run(more)), Role.NOTE, "version")


def meeting_form(frame: Frame) -> Iterator[Block]:
    """Said where the meeting was not in the hall alone."""
    plan = frame.view.plan
    form = plan.form
    if form is MeetingForm.DIRECT and any(turn.source is Source.ONLINE for turn in frame.records.turns):
        form = MeetingForm.MIXED
    if form is not MeetingForm.DIRECT:
        note = plan.form_note.strip().rstrip(".;,")
        words = f"{capital(form.value)} ({note})" if note else capital(form.value)
        yield frame.labelled("form", sentence(words))


def chairs(frame: Frame) -> Iterator[Block]:
    found = [words for chair in frame.chairs() if (words := chair_words(frame, chair))]
    yield frame.labelled("chairs", sentence(capital("; ".join(found)) or DOTS))
    steps = []
    for step in handovers(frame.chairs(), frame.view.plan.chairs):
        time = time_doc(on_wall(step.at).time())
        to = short_name(step.to)
        if not to:
            continue
        before = short_name(step.before) if step.before is not None else ""
        key = "handed_over" if before else "took_over"
        steps.append(frame.phrases(key, time=time, to=to, before=before))
    if steps:
        yield para(sentence(capital("; ".join(steps))), anchor="handed_over")


def short_name(chair: Chair) -> str:
    official = chair.official
    return f"{official.honorific} {official.name}".strip() if official.name else official.position


def chair_words(frame: Frame, chair: Chair) -> str:
    words = named(chair.official)
    key = _ROLE_WORDS.get(chair.role)
    return f"{words} ({frame.phrases(key)})" if words and key else words


def secretary_words(frame: Frame, secretary: Secretary) -> str:
    """With what makes one the people's, unless the position says it."""
    words = named(secretary.official)
    people = frame.phrases("people_secretary")
    if not words or not secretary.citizen or fold(people) in fold(secretary.official.position):
        return words
    return f"{words} ({people})" if secretary.official.position else f"{words}, {people}"
