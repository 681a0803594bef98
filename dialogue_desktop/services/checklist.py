"""The checklist of every conference: counted from the plan, ticked, added to, never lost (P14, C12)."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from uuid import uuid4

from dialogue_desktop.clock import Clock
from dialogue_desktop.domain.checklist import ChecklistItem, ItemKind, KeptItem, checklist, item_faults
from dialogue_desktop.domain.notice_proof import usual_people
from dialogue_desktop.domain.own_calendar import OwnCalendar
from dialogue_desktop.domain.plan import Plan
from dialogue_desktop.domain.preparation import Preparation
from dialogue_desktop.domain.text_vi import clean, one_line
from dialogue_desktop.errors import BadInput, StorageError
from dialogue_desktop.events import ChecklistChanged, EventBus
from dialogue_desktop.lists import preparations
from dialogue_desktop.services.deadlines import Deadlines
from dialogue_desktop.services.settings import Settings
from dialogue_desktop.storage.conferences import Conferences
from dialogue_desktop.storage.database import Database
from dialogue_desktop.storage.duties import Duties

#: With which list of preparations all checklists were counted last.
COUNTED_KEY = "checklist.counted"
#: Raised when the counting itself changes, so that the lists of conferences already there follow.
_COUNTING = 1


@dataclass(frozen=True, slots=True)
class ChecklistView:
    """The checklist of one conference as pages see it.

    `removed` are those that the office took away and may take back; `units` and `people` are offered where
    one is asked.
    """

    conference_id: str
    title: str
    items: tuple[ChecklistItem, ...]
    removed: tuple[ChecklistItem, ...]
    day: date | None
    issued_on: date | None
    today: date
    units: tuple[str, ...] = ()
    people: tuple[str, ...] = ()


class Checklist:
    """Counts, keeps what the office puts down, and writes the rows that the first screen reads."""

    def __init__(
        self,
        database: Database,
        conferences: Conferences,
        deadlines: Deadlines,
        settings: Settings,
        resources: Path,
        bus: EventBus,
        clock: Clock,
    ) -> None:
        self._duties = Duties(database)
        self._conferences = conferences
        self._deadlines = deadlines
        self._settings = settings
        self._lists = resources / "lists"
        self._bus = bus
        self._clock = clock
        self._usual: tuple[Preparation, ...] | None = None

    # --- what there is ------------------------------------------------------------------------

    def view(self, conference_id: str) -> ChecklistView:
        """NotFound."""
        info = self._conferences.info(conference_id)
        plan = self._conferences.plan(conference_id)
        items = self._count(plan, self._duties.kept(conference_id))
        units = dict.fromkeys((*(unit.unit for unit in plan.tasks), *plan.units))
        return ChecklistView(
            conference_id,
            info.title,
            tuple(item for item in items if item.shown),
            tuple(item for item in items if item.own.removed),
            plan.day,
            plan.issued_on,
            self._clock.today(),
            tuple(unit for unit in units if unit),
            usual_people(plan),
        )

    def counted(self, conference_id: str, *, own: OwnCalendar | None = None) -> tuple[ChecklistItem, ...]:
        """All that is shown, with `own` as it would be under that calendar. NotFound."""
        plan = self._conferences.plan(conference_id)
        items = self._count(plan, self._duties.kept(conference_id), own=own)
        return tuple(item for item in items if item.shown)

    def kept(self, conference_id: str) -> tuple[KeptItem, ...]:
        """What the office has put down, by kind and id."""
        return self._duties.kept(conference_id)

    # --- what is put down ---------------------------------------------------------------------

    def put(self, conference_id: str, *wanted: KeptItem) -> tuple[KeptItem, ...]:
        """Put down what the office says of some items; the answer is what stood there before, and putting
        that down takes this back. BadInput, NotFound, StorageError; then nothing is changed."""
        plan = self._conferences.plan(conference_id)
        before = {one.key: one for one in self._duties.kept(conference_id)}
        cleaned = [_clean(one) for one in wanted]
        for one in cleaned:
            faults = item_faults(one, today=self._clock.today(), issued_on=plan.issued_on)
            if faults and one != before.get(one.key):
                raise BadInput(next(iter(faults.values())))
        after = before | {one.key: one for one in cleaned}
        self._duties.replace(conference_id, self._count(plan, after.values()))
        self._bus.publish(ChecklistChanged(conference_id, self._clock.now()))
        return tuple(before.get(one.key, KeptItem(one.kind, one.id)) for one in cleaned)

    def set_done(
        self, conference_id: str, kind: ItemKind, item_id: str, day: date | None
    ) -> tuple[KeptItem, ...]:
        """Tick an item as done on that day, or take the tick back; note and name stay."""
        there = {one.key: one for one in self._duties.kept(conference_id)}
        own = there.get((kind, item_id), KeptItem(kind, item_id))
        return self.put(conference_id, replace(own, done_on=day))

    def new_item(self) -> KeptItem:
        """An empty item of the office's own, to be filled in."""
        return KeptItem(ItemKind.OWN, uuid4().hex[:12], edited=True)

    # --- counting -----------------------------------------------------------------------------

    def recount(self, conference_id: str, plan: Plan) -> None:
        """Write the lines anew after a change of the plan or the calendar; what was put down stays."""
        self._duties.replace(conference_id, self._count(plan, self._duties.kept(conference_id)))

    def copy(self, from_id: str, to_id: str, plan: Plan) -> None:
        """The office's own items and changes for the next conference: no ticks, notes or fixed days."""
        carried = [
            replace(one, day=None, rank=None, done_on=None, done_by="", note="")
            for one in self._duties.kept(from_id)
            if one.kind.editable and (one.edited or one.removed)
        ]
        carried = [one for one in carried if not (one.kind is ItemKind.OWN and one.removed)]
        self._duties.replace(to_id, self._count(plan, carried))

    def bring_up_to_date(self) -> None:
        """Count every conference once where this program's list of preparations is another than before."""
        mark = f"{_COUNTING} {hashlib.sha256((self._lists / 'preparations.json').read_bytes()).hexdigest()}"
        if self._settings.get(COUNTED_KEY, "") == mark:
            return
        try:
            for info in self._conferences.list():
                self.recount(info.id, self._conferences.plan(info.id))
            self._settings.set(COUNTED_KEY, mark)
        except StorageError:
            return  # another program is writing, or the disk is full: the next start counts

    def _count(
        self, plan: Plan, kept: Iterable[KeptItem], *, own: OwnCalendar | None = None
    ) -> tuple[ChecklistItem, ...]:
        calendar = self._deadlines.calendar() if own is None else own.over(self._deadlines.tables())
        return checklist(
            plan,
            self._deadlines.schedule(plan, own=own),
            self._preparations(),
            kept,
            calendar,
            own_limits=(self._deadlines.own() if own is None else own).limits,
        )

    def _preparations(self) -> Sequence[Preparation]:
        if self._usual is None:
            self._usual = preparations(self._lists)
        return self._usual


def _clean(one: KeptItem) -> KeptItem:
    return replace(
        one,
        title=one_line(one.title) if one.edited else "",
        unit=one_line(one.unit) if one.edited else "",
        done_by=one_line(one.done_by),
        note=clean(one.note).text.strip(),
    )
