"""Everybody whose name was ever written down: who spoke, asked, was invited or holds an office (L2, C5)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Any

import msgspec

from dialogue_desktop.domain.people_index import KnownPerson
from dialogue_desktop.domain.plan import Official
from dialogue_desktop.domain.records import Voice
from dialogue_desktop.domain.text_vi import fold
from dialogue_desktop.storage.database import Database
from dialogue_desktop.storage.failures import translated

_HERE = "JOIN conference c ON c.id = o.conference_id AND c.removed = 0 WHERE o.alive = 1"
_ASKED = f"SELECT o.voices, count(*) FROM opinion o {_HERE} AND coalesce(o.anonymous, 0) = 0 GROUP BY 1"  # noqa: S608
_SPOKE = f"SELECT o.voice, count(*) FROM turn o {_HERE} GROUP BY 1"  # noqa: S608
_INVITED = (
    f"SELECT o.name, o.honorific, o.locality, o.hamlet, o.office, count(*) FROM delegate o {_HERE}"  # noqa: S608
    " AND o.name <> '' GROUP BY 1, 2, 3, 4, 5"
)
_IN_OFFICE = "SELECT json_extract(plan, '$.officials') FROM conference WHERE removed = 0"

_voices = msgspec.json.Decoder(tuple[Voice, ...]).decode
_voice = msgspec.json.Decoder(Voice).decode
_officials = msgspec.json.Decoder(tuple[Official, ...]).decode


def of_voice(voice: Voice, times: int = 1) -> KnownPerson:
    return KnownPerson(voice.name, voice.honorific, voice.locality, voice.hamlet, times=times)


def together(people: Iterable[KnownPerson]) -> tuple[KnownPerson, ...]:
    """One of each name and thôn, with the times added up and what was written of them anywhere."""
    found: dict[tuple[str, str], KnownPerson] = {}
    for person in people:
        if not person.name:
            continue
        key = (fold(person.name), fold(person.locality))
        known = found.get(key)
        if known is None:
            found[key] = person
            continue
        accented = person.name if known.name.isascii() else known.name
        found[key] = replace(
            known,
            name=accented,
            honorific=known.honorific or person.honorific,
            hamlet=known.hamlet or person.hamlet,
            office=known.office or person.office,
            times=known.times + person.times,
        )
    return tuple(found.values())


class PeopleQuery:
    """Reads all conferences but those that were put away."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def all(self) -> tuple[KnownPerson, ...]:
        return together(self._each())

    def _each(self) -> Iterator[KnownPerson]:
        for voices, times in self._rows(_ASKED):
            yield from (of_voice(voice, times) for voice in (_voices(voices) if voices else ()))
        for voice, times in self._rows(_SPOKE):
            if voice:
                yield of_voice(_voice(voice), times)
        for name, honorific, locality, hamlet, office, times in self._rows(_INVITED):
            yield KnownPerson(name, honorific or "", locality or "", hamlet or "", office or "", times)
        for (officials,) in self._rows(_IN_OFFICE):
            for one in _officials(officials) if officials else ():
                yield KnownPerson(one.name, one.honorific, office=one.position)

    def _rows(self, statement: str) -> list[Any]:
        with self._database.lock, translated():
            return self._database.raw.execute(statement).fetchall()
