"""Reading the quick-add line: "ông Nguyễn Văn A /xóm Đình, Phú Ấp - đường trục".

Also "ẩn danh /Phú Ấp", "… @trực tuyến" and "… (pd: bà H'Mai, tiếng Ê-đê)"; a plain line needs none of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from dialogue_desktop.domain.person_words import match_locality as match_locality
from dialogue_desktop.domain.person_words import split_honorific as split_honorific
from dialogue_desktop.domain.plan import Locality
from dialogue_desktop.domain.records import Records, Source, Voice
from dialogue_desktop.domain.text_vi import fold, one_line
from ui.live.session import quick_marks

_TOPIC = re.compile(r"(?:^|\s)[-–—]\s+")
_MOST_SUGGESTIONS = 8


@dataclass(frozen=True, slots=True)
class QuickLine:
    """What a line says; `unknown_locality` when the thôn is not one of the plan's."""

    voice: Voice
    topic: str = ""
    unknown_locality: bool = False
    source: Source = Source.HALL
    interpreter: str = ""
    anonymous: bool = False

    @property
    def empty(self) -> bool:
        return self.voice == Voice() and not self.topic and not self.anonymous

    @property
    def more(self) -> dict[str, Any]:
        """The fields of the turn beside its voice and topic, as far as the line says any."""
        said = {"source": self.source, "interpreter": self.interpreter, "anonymous": self.anonymous}
        return {name: value for name, value in said.items() if value and value is not Source.HALL}


@dataclass(frozen=True, slots=True)
class Suggestion:
    """One line of the list under the field: `line` is what the field holds once it is picked."""

    title: str
    note: str
    line: str


def parse(line: str, localities: Sequence[Locality]) -> QuickLine:
    """Read one line. Nothing is refused: without a name, or with a thôn that nobody knows, it stands."""
    text, marks = quick_marks.take(one_line(line))
    text, topic = _cut_topic(text)
    who, slash, where = text.partition("/")
    if slash and not topic:
        where, topic = _cut_topic(where.strip())
    honorific, name = split_honorific(who.strip())
    hamlet, place, unknown = _place(where, localities)
    voice = Voice(name, honorific, place, hamlet)
    anonymous = marks.anonymous or quick_marks.names_nobody(name)
    if anonymous:
        voice = Voice(locality=place)  # named nowhere, so not kept either
    source = Source.ONLINE if marks.online else Source.HALL
    return QuickLine(voice, topic.strip(), unknown, source, marks.interpreter, anonymous)


def _cut_topic(text: str) -> tuple[str, str]:
    found = _TOPIC.search(text)
    return (text[: found.start()].strip(), text[found.end() :].strip()) if found else (text, "")


def _place(where: str, localities: Sequence[Locality]) -> tuple[str, str, bool]:
    """Hamlet, label of the locality, and whether it is unknown to the plan."""
    parts = [part.strip() for part in where.split(",") if part.strip()]
    if not parts:
        return "", "", False
    for at in range(len(parts) - 1, -1, -1):
        found = match_locality(parts[at], localities)
        if found is not None:
            hamlet = ", ".join(parts[:at] + parts[at + 1 :])
            return hamlet, found.label, False
    return ", ".join(parts[:-1]), parts[-1], True


@dataclass(frozen=True, slots=True)
class KnownPerson:
    """Someone named in slips or registered already."""

    voice: Voice
    topic: str
    key: str


def known_people(records: Records) -> tuple[KnownPerson, ...]:
    """Everyone named in the collected opinions and the queue, each once."""
    found: dict[tuple[str, str], KnownPerson] = {}

    def take(voice: Voice, topic: str) -> None:
        key = fold(voice.name)
        if key:
            found.setdefault((key, fold(voice.locality)), KnownPerson(voice, topic, key))

    for turn in records.turns:
        take(turn.voice, turn.topic)
    for opinion in records.opinions:
        if not opinion.anonymous:
            for voice in opinion.voices:
                take(voice, opinion.field)
    return tuple(found.values())


def short_place(locality: str, localities: Sequence[Locality]) -> str:
    """The proper name alone where the plan knows it: "thôn Phú Ấp" gives "Phú Ấp"."""
    for known in localities:
        if known.label == locality:
            return known.name
    return locality


def line_of(voice: Voice, localities: Sequence[Locality]) -> str:
    """The line that reads back as this voice."""
    place = ", ".join(p for p in (voice.hamlet, short_place(voice.locality, localities)) if p)
    return f"{voice.shown} /{place}" if place else voice.shown


def suggest(
    line: str, localities: Sequence[Locality], people: Iterable[KnownPerson]
) -> tuple[Suggestion, ...]:
    """Who or which thôn the line may mean; accent-free, at most eight."""
    text = line.rstrip("\n")
    if offered := quick_marks.offers(text):
        return tuple(Suggestion(title, note, whole) for title, note, whole in offered)
    if _TOPIC.search(text) or quick_marks.begun(text):
        return ()
    who, slash, where = text.partition("/")
    if slash:
        last = where.rpartition(",")[2].strip()
        key = fold(last)
        hits = [x for x in localities if key in fold(x.label) and fold(x.name) != key]
        head = text[: len(text) - len(where.rpartition(",")[2])].rstrip()
        gap = "" if head.endswith("/") else " "
        return tuple(
            Suggestion(_capital(x.label), x.head, f"{head}{gap}{x.name}") for x in hits[:_MOST_SUGGESTIONS]
        )
    _, name = split_honorific(one_line(who))
    key = fold(name)
    if len(key) < 2:
        return ()
    words = key.split()
    hits_people = [p for p in people if _starts(words, p.key.split())]
    return tuple(
        Suggestion(
            _capital(p.voice.shown),
            ", ".join(x for x in (p.voice.address, p.topic) if x),
            line_of(p.voice, localities),
        )
        for p in hits_people[:_MOST_SUGGESTIONS]
    )


def _starts(typed: list[str], words: list[str]) -> bool:
    """Each typed word begins some word of the name, in order ("ng duc uong", "uong")."""
    at = 0
    for part in typed:
        while at < len(words) and not words[at].startswith(part):
            at += 1
        if at == len(words):
            return False
        at += 1
    return True


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
