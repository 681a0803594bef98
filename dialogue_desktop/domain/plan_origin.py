"""Where the plan of a conference came from: an old plan, and what is still to be looked at in it (P13)."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class KeptDoubt:
    """A doubt as it is kept with its conference. `number` counts from 0; `step` as in `Doubt`."""

    number: int
    text: str
    reason: str
    step: str
    seen: bool = False


@dataclass(frozen=True, slots=True)
class Origin:
    """Where the plan of a conference came from: the old plan's year, and its doubts."""

    year: int
    doubts: tuple[KeptDoubt, ...] = ()

    @property
    def unseen(self) -> int:
        return sum(1 for doubt in self.doubts if not doubt.seen)
