"""One truth for the numbers of plan and minutes: the wizard's and the register's are the same (P2, M1)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from dialogue_desktop.domain.after_records import Paper
from dialogue_desktop.domain.journal import ALIVE, Change
from dialogue_desktop.domain.plan import Plan
from dialogue_desktop.domain.records import RecordKind
from dialogue_desktop.domain.register import newest
from dialogue_desktop.events import JournalAppended, PlanSaved
from dialogue_desktop.services.act_log import ActLog
from dialogue_desktop.services.acts import changed
from dialogue_desktop.services.planning import Planning

_KINDS = ("plan", "minutes")
_FIELDS = frozenset({"number", "dated_on", ALIVE})


class PlanNumbers:
    """Until the minutes are frozen, a number given in the register goes into the plan, and one given in the
    plan into the draft of the register. After that the plan stays as it was frozen, and papers read the
    register (`domain.register.numbered`)."""

    def __init__(self, planning: Planning, log: ActLog) -> None:
        self._planning, self._log = planning, log
        self._busy = False
        self._before: dict[tuple[str, str], Plan] = {}  # as it was before the register had a paper of it

    def heard(self, event: object) -> None:
        if self._busy:
            return
        self._busy = True
        try:
            if isinstance(event, JournalAppended) and _touches(event.entry.changes):
                self._into_plan(event.conference_id, event.entry.changes)
            elif isinstance(event, PlanSaved):
                self._into_register(event.conference_id)
        finally:
            self._busy = False

    def _into_plan(self, conference_id: str, changes: tuple[Change, ...]) -> None:
        view = self._planning.view(conference_id)
        if view.records.versions:
            return
        plan = view.plan
        for kind in _KINDS:
            own = newest(view.records.papers, kind)
            if own is not None and own.issued_at is None:
                if any(_of(change, kind) and _alive(change, True) for change in changes):
                    self._before[conference_id, kind] = plan
                plan = _with(plan, kind, own.number, own.dated_on)
            elif own is None and any(_of(change, kind) and _alive(change, False) for change in changes):
                was = self._before.get((conference_id, kind), plan)
                number = was.minutes_number if kind == "minutes" else was.number
                plan = _with(plan, kind, number, was.issued_on)
        if plan != view.plan:
            self._planning.save_plan(conference_id, plan)

    def _into_register(self, conference_id: str) -> None:
        view = self._planning.view(conference_id)
        if view.records.versions:
            return
        changes: tuple[Change, ...] = ()
        for kind in _KINDS:
            own = newest(view.records.papers, kind)
            if own is not None and own.issued_at is None:
                changes += changed(RecordKind.PAPER, own, **_of_plan(view.plan, kind, own))
        if changes:
            self._log.append(conference_id, "paper.edit", changes)


def _of_plan(plan: Plan, kind: str, own: Paper) -> dict[str, Any]:
    if kind == "plan":
        return {"number": plan.number, "symbol": plan.symbol or own.symbol, "dated_on": plan.issued_on}
    return {"number": plan.minutes_number}


def _with(plan: Plan, kind: str, number: str, day: date | None) -> Plan:
    if kind == "minutes":
        return replace(plan, minutes_number=number)
    return replace(plan, number=number, issued_on=day)


def _touches(changes: tuple[Change, ...]) -> bool:
    return any(_of(change, kind) and change.field in _FIELDS for change in changes for kind in _KINDS)


def _of(change: Change, kind: str) -> bool:
    return change.record is RecordKind.PAPER and change.id.split("~")[0] == f"vb-{kind}"


def _alive(change: Change, now: bool) -> bool:
    """The paper came into the register, or was taken out again."""
    return change.field == ALIVE and change.new is now
