"""Who registered to speak with a collected opinion, and what their turn in the queue says (L2)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from dialogue_desktop.domain.records import Opinion, Records, Turn, Voice
from dialogue_desktop.domain.slips import slip_number
from dialogue_desktop.domain.text_vi import fold

_TOPIC_WORDS = 8
_TOPIC_LETTERS = 40
#: Words with which nearly every petition begins; the topic comes after them.
_OPENINGS = (
    "kính đề nghị", "tôi đề nghị", "bà con đề nghị", "nhân dân đề nghị", "đề nghị", "kiến nghị", "xin",
    "mong",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Registration:
    """One person with a name; `opinion` is the first that was handed in, `count` how many there are."""

    opinion: Opinion
    voice: Voice
    count: int = 1

    @property
    def topic(self) -> str:
        return self.opinion.field.strip() or opening(self.opinion.text)


def registrations(records: Records) -> tuple[Registration, ...]:
    """Everybody behind a collected opinion who has no turn yet, in the order in which they registered: slips
    by their numbers, then what has no number by the day on which it came."""
    taken = {turn.opinion_id for turn in records.turns if turn.opinion_id}
    here = {_key(turn.voice) for turn in records.turns if turn.voice.name}
    found: dict[tuple[str, str], Registration] = {}
    for opinion in sorted(records.collected(), key=_order):
        voice = next((v for v in opinion.voices if v.name.strip()), None)
        if opinion.anonymous or voice is None or _key(voice) in here or opinion.id in taken:
            continue
        first = found.get(_key(voice))
        if first is None:
            found[_key(voice)] = Registration(opinion, voice)
        else:
            found[_key(voice)] = Registration(first.opinion, first.voice, first.count + 1)
    return tuple(found.values())


def registered_turns(
    records: Records, opinion_ids: Sequence[str], limit_seconds: int, new_id: Iterable[str]
) -> tuple[Turn, ...]:
    """The turns of those who were ticked, at the end of the queue in the order in which they registered; who
    has a turn already gets no second one."""
    wanted = frozenset(opinion_ids)
    number = max((turn.number for turn in records.turns), default=0)
    position = max((turn.position for turn in records.turns), default=0.0)
    chosen = [one for one in registrations(records) if one.opinion.id in wanted]
    return tuple(
        Turn(
            made,
            number=number + at,
            position=position + at,
            voice=one.voice,
            topic=one.topic,
            limit_seconds=limit_seconds,
            consent=one.opinion.consent,
            opinion_id=one.opinion.id,
        )
        for at, (one, made) in enumerate(zip(chosen, new_id, strict=False), start=1)
    )


def opening(text: str) -> str:
    """The first words of an opinion as a topic: "sửa đường trục thôn" of "Đề nghị sửa đường trục thôn, …"."""
    words = " ".join(text.split())
    low = words.lower()
    for begins in _OPENINGS:
        if low.startswith(f"{begins} "):
            words = words[len(begins) :].strip()
            break
    for stop in (".", ";", ":", ","):
        head = words.partition(stop)[0].strip()
        words = head if len(head) >= 8 else words
    short = " ".join(words.split()[:_TOPIC_WORDS])
    while len(short) > _TOPIC_LETTERS and " " in short:
        short = short.rpartition(" ")[0]
    return short


def _order(opinion: Opinion) -> tuple[int, int, date, int]:
    number = slip_number(opinion.slip_number)
    return (number is None, number or 0, opinion.received_on or date.max, opinion.number)


def _key(voice: Voice) -> tuple[str, str]:
    return fold(voice.name), fold(voice.locality)
