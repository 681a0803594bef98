"""Who is already known, offered while a name is being typed (L2, C5)."""

from __future__ import annotations

from threading import Lock
from typing import Any

from dialogue_desktop.codec import convert
from dialogue_desktop.domain.people_index import OFFERED, KnownPerson, PeopleIndex
from dialogue_desktop.domain.records import RecordKind, Voice
from dialogue_desktop.events import ConferenceListChanged, Event, EventBus, JournalAppended, PlanSaved
from dialogue_desktop.storage.database import Database
from dialogue_desktop.storage.people_query import PeopleQuery, of_voice, together

#: So many newcomers are kept beside the index before it is made anew.
_BESIDE = 200


class KnownPeople:
    """Reads the names once, then follows the journal: who was written down a moment ago is offered too."""

    def __init__(self, database: Database, bus: EventBus) -> None:
        self._query = PeopleQuery(database)
        self._lock = Lock()
        self._index: PeopleIndex | None = None
        self._new: list[KnownPerson] = []
        self._newcomers: PeopleIndex | None = None  # of `_new`, made when first asked
        bus.subscribe(self._hear)

    def prepare(self) -> None:
        """Read the names now, away from the window: half a second for 20,000 of them."""
        with self._lock:
            self._ready()

    def suggest(self, typed: str, *, locality: str = "", limit: int = OFFERED) -> tuple[KnownPerson, ...]:
        """People whose name has a word beginning with each word typed, with or without accents; given names
        and the people of `locality` first."""
        with self._lock:
            return self._found(self._ready(), typed, locality, limit)

    def suggest_now(
        self, typed: str, *, locality: str = "", limit: int = OFFERED
    ) -> tuple[KnownPerson, ...] | None:
        """The same for the thread of the window: never waits. None while the names are not read; then
        `prepare` is to be called away from it."""
        if not self._lock.acquire(blocking=False):
            return None
        try:
            return None if self._index is None else self._found(self._index, typed, locality, limit)
        finally:
            self._lock.release()

    def _found(self, index: PeopleIndex, typed: str, locality: str, limit: int) -> tuple[KnownPerson, ...]:
        found = index.suggest(typed, locality=locality, limit=limit)
        if self._new:
            if self._newcomers is None:
                self._newcomers = PeopleIndex(together(self._new))
            newcomers = self._newcomers.suggest(typed, locality=locality, limit=limit)
            found = together((*found, *newcomers))[:limit]
        return found

    def _ready(self) -> PeopleIndex:
        if self._index is None:
            self._index, self._new, self._newcomers = PeopleIndex(self._query.all()), [], None
        return self._index

    def _hear(self, event: Event) -> None:
        if isinstance(event, PlanSaved | ConferenceListChanged):
            with self._lock:
                self._index = None
        elif isinstance(event, JournalAppended):
            for change in event.entry.changes:
                hidden = change.field == "anonymous" and bool(change.old or change.new)
                if change.record is RecordKind.DELEGATE or hidden:
                    with self._lock:
                        self._index = None
                    return
            new = [
                of_voice(voice)
                for change in event.entry.changes
                for voice in _voices_of(change.new, change.field)
            ]
            with self._lock:
                self._new += new
                self._newcomers = None
                if len(self._new) > _BESIDE:
                    self._index = None


def _voices_of(value: Any, field: str) -> tuple[Voice, ...]:
    if field == "voice" and isinstance(value, dict):
        return (convert(value, Voice),)
    if field == "voices" and isinstance(value, list):
        return convert(value, tuple[Voice, ...])
    return ()
