"""What is shown of a merge: what came new, what differs, what is still to be looked at (L11)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from types import MappingProxyType
from typing import Any

from dialogue_desktop.domain.records import RecordKind


class ItemKind(StrEnum):
    """FIELD and REMOVED are read from the journal anywhere; the others are known where two copies met."""

    FIELD = "field"
    REMOVED = "removed"
    DOUBLE = "double"
    PLAN = "plan"
    NOTE = "note"


#: Choices that are not a side's own id.
BOTH = "both"
SEEN = "seen"


@dataclass(frozen=True, slots=True)
class ItemSide:
    """One of what stands side by side. `id` is how it is chosen; `who` and `where` are words. UTC."""

    id: str
    words: str
    who: str = ""
    where: str = ""
    at: datetime | None = None
    record_id: str = ""


@dataclass(frozen=True, slots=True)
class MergeItem:
    """One thing to be decided, or only to be looked at (no `sides`).

    `sides[0]` holds while nobody decides; where `both_hold`, all do. `may_join`: both can be kept.
    `sentence` says what it means, where the words do not.
    """

    key: str
    kind: ItemKind
    title: str
    about: str
    sides: tuple[ItemSide, ...] = ()
    may_join: bool = False
    both_hold: bool = False
    sentence: str = ""

    @property
    def choices(self) -> tuple[str, ...]:
        """What may be chosen, in the order of ← →."""
        if not self.sides:
            return (SEEN,)
        ids = [side.id for side in self.sides]
        return (*ids, BOTH) if self.may_join else tuple(ids)


@dataclass(frozen=True, slots=True)
class Copy:
    """Whose copy it is: the mark of the one that went out."""

    id: str
    out_at: datetime
    by: str = ""
    machine: str = ""
    answers: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Renumbered:
    """A number that two things had, and the one that it is now."""

    kind: RecordKind
    record_id: str
    name: str
    old: int
    new: int


def _none() -> Mapping[RecordKind, int]:
    return MappingProxyType({})


@dataclass(frozen=True, slots=True)
class MergeReport:
    """What a file would bring; nothing is kept by making it.

    `there` False: the conference is not in the data yet, and comes whole. `acts` counts the entries that
    are new here, `came` and `changed` the records by kind. `plan_came`: the plan of the file is the newer.
    """

    conference_id: str
    title: str
    file: str
    there: bool
    acts: int = 0
    came: Mapping[RecordKind, int] = field(default_factory=_none)
    changed: Mapping[RecordKind, int] = field(default_factory=_none)
    gone: Mapping[RecordKind, int] = field(default_factory=_none)
    items: tuple[MergeItem, ...] = ()
    notes: tuple[MergeItem, ...] = ()
    numbers: tuple[Renumbered, ...] = ()
    as_one: int = 0
    plan_came: bool = False
    beside: bool = False
    copy: Copy | None = None
    cleaned: tuple[str, ...] = ()

    @property
    def anything(self) -> bool:
        """Whether there is anything in the file that is not here."""
        return not self.there or bool(self.acts or self.plan_came or self.beside or self.items or self.notes)


@dataclass(frozen=True, slots=True)
class Merged:
    """What was done: the report as it was, the copy made before (None where nothing changed), and how much
    is left to look at."""

    report: MergeReport
    backup: Any = None
    left: int = 0


Decisions = Mapping[str, str]
"""Key of an item → id of a side, BOTH, or SEEN; what is not named is left for later."""
