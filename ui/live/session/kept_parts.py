"""What was worked out before is given again while what it is made of is the very same."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Any, TypeVar, cast

from dialogue_desktop.domain.plan import Locality
from dialogue_desktop.domain.records import Outcome, Turn
from ui.live.session.screen import Place, QueueRow
from ui.live.session.screen_words import queue_row

T = TypeVar("T")


class KeptParts:
    """The parts of a screen by name. Frozen values stay the same objects while nothing of them changes, so
    looking whether one is the same costs nothing, however long the evening has become."""

    def __init__(self) -> None:
        self._parts: dict[str, tuple[tuple[object, ...], Any]] = {}

    def of(self, name: str, made_of: tuple[object, ...], make: Callable[[], T]) -> T:
        """The part as it was made last, or made anew where one of `made_of` is another object."""
        kept = self._parts.get(name)
        if kept is not None and all(a is b for a, b in zip(kept[0], made_of, strict=True)):
            return cast("T", kept[1])
        made = make()
        self._parts[name] = (made_of, made)
        return made

    def same(self, name: str, value: T) -> T:
        """The value; where it says the same as last time, the object of last time."""
        kept = self._parts.get(name)
        if kept is not None and kept[1] == value:
            return cast("T", kept[1])
        self._parts[name] = ((), value)
        return value


class KeptRows:
    """Rows of the queue: an act changes one or two turns, and only theirs are worded again."""

    def __init__(self) -> None:
        self._rows: dict[str, tuple[Turn, Sequence[Locality], QueueRow]] = {}

    def row(
        self,
        turn: Turn,
        place: Place,
        outcome: Outcome | None,
        localities: Sequence[Locality],
        now: datetime,
    ) -> QueueRow:
        """As `queue_row` makes it. The row of one who is speaking goes with the clock and is not kept."""
        kept = self._rows.get(turn.id)
        if (
            kept is not None
            and kept[0] is turn
            and kept[1] is localities
            and (kept[2].place, kept[2].outcome) == (place, outcome)
        ):
            return kept[2]
        made = queue_row(turn, place, outcome, localities, now)
        if all(span.end is not None for span in turn.spans):
            self._rows[turn.id] = (turn, localities, made)
        return made
