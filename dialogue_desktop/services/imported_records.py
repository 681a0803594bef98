"""What the rows of a list become when they are kept: opinions, and people who want to speak (C4, L2)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from dialogue_desktop.domain.records import Opinion, Records, Source, Turn
from dialogue_desktop.domain.text_vi import fold
from dialogue_desktop.services.live_changes import new_id

if TYPE_CHECKING:
    from dialogue_desktop.exchange.opinion_rows_types import ReadRow

_LONGEST_TOPIC = 60


def opinions_of(row: ReadRow, source: Source, split: bool) -> list[Opinion]:
    """One opinion, or one for each of its parts; `source` counts where neither list nor slip says another."""
    read = row.opinion
    texts = row.parts if split and row.parts else (read.text,)
    return [
        Opinion(
            new_id(),
            source=read.source or (Source.SLIP if read.slip_number else source),
            text=text,
            field=read.field,
            kind=read.kind,
            voices=read.voices,
            group_note=read.group_note,
            anonymous=read.anonymous,
            consent=read.consent,
            received_on=read.received_on,
            slip_number=read.slip_number,
            prepared_answer=read.prepared_answer if len(texts) == 1 else "",
            prepared_by=read.prepared_by if len(texts) == 1 else "",
        )
        for text in texts
    ]


def speakers_of(rows: Sequence[ReadRow], records: Records) -> list[Turn]:
    """One turn for each person who wants to speak and is not in the queue yet, with what it is about."""
    from dialogue_desktop.exchange.opinion_rows_types import SpeakingForm

    there = {(fold(turn.voice.name), fold(turn.voice.locality)) for turn in records.turns}
    found: dict[tuple[str, str], Turn] = {}
    for row in rows:
        read = row.opinion
        if (
            read.form is not SpeakingForm.SPEAK
            or read.anonymous
            or not read.voices
            or not read.voices[0].name
        ):
            continue
        voice = read.voices[0]
        key = (fold(voice.name), fold(voice.locality))
        if key in there:
            continue
        topic = read.field or _beginning(read.text)
        known = found.get(key)
        if known is None:
            found[key] = Turn("", voice=voice, topic=topic, consent=read.consent)
        elif topic not in known.topic.split("; "):
            found[key] = replace(known, topic=f"{known.topic}; {topic}")
    return list(found.values())


def _beginning(text: str) -> str:
    line = text.split("\n")[0]
    if len(line) <= _LONGEST_TOPIC:
        return line
    return line[:_LONGEST_TOPIC].rpartition(" ")[0] + "…"
