"""What this machine remembers of merging: copies out, what was merged, what is to be looked at (L11).

Kept in the settings, beside the journal: it is about this machine, and no part of the conference.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import TYPE_CHECKING, Any

from dialogue_desktop.codec import to_json
from dialogue_desktop.domain.plan import Plan
from dialogue_desktop.services.merge_items import ItemSide, MergeItem
from dialogue_desktop.services.settings import Settings

if TYPE_CHECKING:
    from dialogue_desktop.exchange.package import Travel

_ITEMS, _RUNS, _PLAN, _SEEN = "merge.items.", "merge.runs.", "merge.plan.", "merge.seen."
#: Read by the first screen too (storage.first_screen).
_OUT, _HERE, _MACHINES = "travel.out.", "travel.here.", "travel.machines"
#: Of what was merged before so much is shown.
MOST_RUNS = 20

#: What of an item tells it from one of another merge.
Look = tuple[str, str, tuple[ItemSide, ...]]


@dataclass(frozen=True, slots=True)
class MergeRun:
    """One merge: when, which file, whose copy, how many acts came, and the backup made before. UTC."""

    at: datetime
    file: str
    whose: str
    acts: int
    backup: str


@dataclass(frozen=True, slots=True)
class OutCopy:
    """A copy that went out from here; `back_at` is when the first came back from it. UTC."""

    id: str
    out_at: datetime
    by: str = ""
    place: str = ""
    back_at: datetime | None = None


class MergeMemory:
    """Reads and writes the settings; `kept` only says what to write, for the merge's own transaction."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings

    # --- what is to be looked at -------------------------------------------------------------------

    def items(self, conference_id: str) -> tuple[MergeItem, ...]:
        return self._settings.read(_ITEMS + conference_id, tuple[MergeItem, ...], ())

    def runs(self, conference_id: str) -> tuple[MergeRun, ...]:
        return self._settings.read(_RUNS + conference_id, tuple[MergeRun, ...], ())

    def other_plan(self, conference_id: str) -> Plan | None:
        """The plan that did not hold when both were changed."""
        return self._settings.read(_PLAN + conference_id, Plan | None, None)  # type: ignore[arg-type]

    def looked_at(self, conference_id: str) -> frozenset[Look]:
        """Local items that were looked at or wait in the list: the same file brings them again."""
        seen = self._settings.read(_SEEN + conference_id, tuple[MergeItem, ...], ())
        return frozenset(_look(item) for item in (*seen, *self.items(conference_id)))

    def kept(
        self,
        conference_id: str,
        run: MergeRun,
        left: Sequence[MergeItem],
        other_plan: Plan | None,
        seen: Sequence[MergeItem],
    ) -> dict[str, str]:
        """Settings as key and JSON after one more merge."""
        fresh = {item.key for item in left}
        items = (*(item for item in self.items(conference_id) if item.key not in fresh), *left)
        runs = (run, *self.runs(conference_id))[:MOST_RUNS]
        found: dict[str, object] = {
            _ITEMS + conference_id: items,
            _RUNS + conference_id: runs,
            _SEEN + conference_id: (*self._seen(conference_id), *seen),
        }
        if other_plan is not None:
            found[_PLAN + conference_id] = other_plan
        return {key: to_json(value).decode() for key, value in found.items()}

    def look_at(self, conference_id: str, keys: Collection[str]) -> None:
        """These are decided, or looked at."""
        items = self.items(conference_id)
        done = tuple(item for item in items if item.key in keys)
        if done:
            self._settings.set_all(
                {
                    _ITEMS + conference_id: tuple(item for item in items if item.key not in keys),
                    _SEEN + conference_id: (*self._seen(conference_id), *done),
                }
            )

    def _seen(self, conference_id: str) -> tuple[MergeItem, ...]:
        return self._settings.read(_SEEN + conference_id, tuple[MergeItem, ...], ())

    # --- copies that travel ------------------------------------------------------------------------

    def out(self, conference_id: str) -> tuple[OutCopy, ...]:
        """Copies that went out, newest first."""
        return self._settings.read(_OUT + conference_id, tuple[OutCopy, ...], ())

    def went_out(self, conference_id: str, copy: OutCopy) -> None:
        self._settings.set(_OUT + conference_id, (copy, *self.out(conference_id)))

    def close_copies(self, conference_id: str, at: datetime, ids: Collection[str] | None = None) -> None:
        """Those copies (or all) are not waited for any more."""
        rows = tuple(
            replace(copy, back_at=at) if copy.back_at is None and (ids is None or copy.id in ids) else copy
            for copy in self.out(conference_id)
        )
        if rows != self.out(conference_id):
            self._settings.set(_OUT + conference_id, rows)

    def here(self, conference_id: str) -> tuple[Travel, ...]:
        """Marks of the copies from which this machine got the conference, newest first."""
        from dialogue_desktop.exchange.package import Travel

        return self._settings.read(_HERE + conference_id, tuple[Travel, ...], ())

    def arrived(self, conference_id: str, travel: Travel, at: datetime) -> None:
        """A marked copy was taken in: what it is called, and which of ours it brings back."""
        machines = self.machines()
        if travel.machine and machines.get(travel.device) != travel.machine:
            self._settings.set(_MACHINES, {**machines, travel.device: travel.machine})
        here = self.here(conference_id)
        if all(one.id != travel.id for one in here):
            self._settings.set(_HERE + conference_id, (travel, *here)[:MOST_RUNS])
        self.close_copies(conference_id, at, travel.answers)

    def machines(self) -> Mapping[str, str]:
        """What other devices are called."""
        found: Any = self._settings.read(_MACHINES, dict[str, str], {})
        return dict(found)


def _look(item: MergeItem) -> Look:
    return (item.key, item.sentence, item.sides)
