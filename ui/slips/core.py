"""What the view of the slips asks of the core; every call runs on the database's thread."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from dialogue_desktop.domain.plan import Locality, Plan
from dialogue_desktop.domain.records import SlipBatch
from dialogue_desktop.domain.slips import SlipSums
from ui.rows_core import RowsCore
from ui.slips.entry import SlipEntry, facts_of

#: Who usually hands out and collects, offered where the office has not written any yet.
COLLECTORS = ("Chi bộ thôn", "Ban Công tác Mặt trận", "Trưởng thôn", "Chi hội Phụ nữ", "Chi đoàn Thanh niên")


@dataclass(frozen=True, slots=True)
class Loaded:
    """Everything the view shows; `due` is the day by which the plan wants the slips back."""

    plan: Plan
    sums: SlipSums
    due: date | None
    shelf: tuple[SlipEntry, ...] = ()
    saved_at: datetime | None = None

    @property
    def batches(self) -> tuple[SlipBatch, ...]:
        return tuple(line.batch for line in self.sums.lines)


class Slips(RowsCore[SlipEntry]):
    """`services` is the core's App: `inviting`, `live`, `planning` and `settings` of it are used."""

    page = "slips"

    def __init__(self, services: Any, conference_id: str) -> None:
        super().__init__(services, conference_id, SlipEntry)

    def load(self, *, shelf: bool = True) -> Loaded:
        services, cid = self._services, self._id
        newest = services.live.history(cid, 1)
        return Loaded(
            services.planning.plan(cid),
            services.inviting.slips(cid),
            services.inviting.slips_due(cid),
            self._shelf() if shelf else (),
            newest[0].at if newest else None,
        )

    def save(self, entry: SlipEntry, base: SlipEntry, localities: Sequence[Locality], today: date) -> str:
        """Write the batch; gives its id. Of a known one only what was changed in the form is written."""
        inviting, cid = self._services.inviting, self._id
        facts = facts_of(entry, localities, today)
        if not entry.batch_id:
            return str(inviting.hand_out(cid, SlipBatch("", **facts)))  # type: ignore[arg-type]
        old = facts_of(base, localities, today)
        changed = {name: value for name, value in facts.items() if value != old[name]}
        if changed:
            act = "slip.returned" if changed.keys() <= {"returned", "returned_on"} else "slip.edit"
            inviting.edit_slips(cid, entry.batch_id, act=act, **changed)
        return entry.batch_id

    def remove(self, batch_id: str) -> None:
        self._services.inviting.remove_slips(self._id, batch_id)
