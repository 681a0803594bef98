"""Why the database takes nothing now, and what is kept for it meanwhile (L9, G5)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import Enum

from dialogue_desktop.domain.conference import Stage
from dialogue_desktop.domain.journal import Entry
from dialogue_desktop.domain.live import LiveDraft
from dialogue_desktop.errors import StorageError
from dialogue_desktop.storage import failures


class Reason(Enum):
    """What is the matter with the disk."""

    FULL = "full"
    LOCKED = "locked"
    READ_ONLY = "read_only"
    GONE = "gone"
    DAMAGED = "damaged"
    OTHER = "other"


_BY_SENTENCE = {
    failures.FULL: Reason.FULL,
    failures.LOCKED: Reason.LOCKED,
    failures.READ_ONLY: Reason.READ_ONLY,
    failures.GONE: Reason.GONE,
    failures.DAMAGED: Reason.DAMAGED,
}


def reason_of(error: StorageError) -> Reason:
    return _BY_SENTENCE.get(error.sentence, Reason.OTHER)


@dataclass(frozen=True, slots=True)
class Away:
    """`acts` are done and not yet written; `rescued`: they and the half-typed words lie in a rescue file."""

    reason: Reason
    acts: int = 0
    rescued: bool = False


@dataclass(frozen=True, slots=True)
class Rescue:
    """What a rescue file of a session holds: the acts in their order, what was half typed, the stage."""

    at: datetime
    acts: tuple[Entry, ...] = ()
    draft: LiveDraft | None = None
    stage: Stage | None = None


@dataclass(frozen=True, slots=True)
class Found:
    """A rescue file that was found on opening: since when, how many acts, whether words were half typed."""

    at: datetime
    acts: int
    words: bool


class NothingHeld:
    """A session that fails where it cannot write; `SteadySession` holds, and keeps rescue files."""

    @property
    def away(self) -> Away | None:
        return None

    def rescued(self, conference_id: str) -> Found | None:
        return None

    def take_rescued(self, conference_id: str) -> tuple[LiveDraft, ...]:
        return ()
