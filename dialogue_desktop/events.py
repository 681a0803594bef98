"""What the core tells those who listen, and the bus that carries it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:  # the first screen hears events and must not wait for the whole plan to be read in
    from datetime import datetime

    from dialogue_desktop.domain.journal import Entry


@dataclass(frozen=True, slots=True)
class ConferenceListChanged:
    """A conference was added, removed or changed in what lists show."""


@dataclass(frozen=True, slots=True)
class CalendarChanged:
    """The office's calendar or its law limits became others; every deadline was counted anew."""


@dataclass(frozen=True, slots=True)
class LibraryChanged:
    """The office's profiles or lists became others."""


@dataclass(frozen=True, slots=True)
class PlanSaved:
    conference_id: str
    at: datetime


@dataclass(frozen=True, slots=True)
class ChecklistChanged:
    """Something was put down in the checklist or the proof of notice; `at` is what "Đã lưu" shows. UTC."""

    conference_id: str
    at: datetime


@dataclass(frozen=True, slots=True)
class JournalAppended:
    """An act is committed; `at` is what "Đã lưu" shows. UTC."""

    conference_id: str
    entry: Entry
    at: datetime


@dataclass(frozen=True, slots=True)
class DraftSaved:
    conference_id: str
    at: datetime


@dataclass(frozen=True, slots=True)
class SaveFailed:
    """Something could not be written; `sentence` is Vietnamese and says what is safe."""

    conference_id: str
    sentence: str


Event = (
    ConferenceListChanged
    | CalendarChanged
    | LibraryChanged
    | PlanSaved
    | ChecklistChanged
    | JournalAppended
    | DraftSaved
    | SaveFailed
)
Listener = Callable[[Event], None]


class EventBus:
    """Hands each event to every listener at once, in the order in which they subscribed."""

    def __init__(self) -> None:
        self._listeners: list[Listener] = []

    def subscribe(self, listener: Listener) -> Callable[[], None]:
        """Add a listener; the answer takes it away again."""
        self._listeners.append(listener)

        def unsubscribe() -> None:
            if listener in self._listeners:
                self._listeners.remove(listener)

        return unsubscribe

    def publish(self, event: Event) -> None:
        for listener in tuple(self._listeners):
            listener(event)
