"""Duties of the units as the rows of one list: by unit, or by the day on which they are due (P10)."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date

from dialogue_desktop.domain.deadlines import Anchor, DayUnit, Direction, FixedDate, Rule
from dialogue_desktop.domain.plan import Duty, Plan, UnitTasks
from dialogue_desktop.domain.schedule import ScheduledDuty
from ui.wizard import rows

TaskRow = UnitTasks | Duty

_LAST = date.max


def unit_of(plan: Plan, duty_id: str) -> UnitTasks | None:
    """The unit that a duty is given to."""
    return next((unit for unit in plan.tasks if any(duty.id == duty_id for duty in unit.duties)), None)


def change_duty(plan: Plan, duty_id: str, change: Callable[[Duty], Duty]) -> Plan:
    return replace(
        plan,
        tasks=tuple(
            replace(
                unit,
                duties=tuple(change(duty) if duty.id == duty_id else duty for duty in unit.duties),
            )
            for unit in plan.tasks
        ),
    )


def give_to(plan: Plan, duty_id: str, unit_id: str) -> Plan:
    """The duty goes to another unit, as its last one."""
    owner = unit_of(plan, duty_id)
    if owner is None or owner.id == unit_id:
        return plan
    duty = next(duty for duty in owner.duties if duty.id == duty_id)
    tasks = []
    for unit in plan.tasks:
        if unit.id == owner.id:
            unit = replace(unit, duties=tuple(one for one in unit.duties if one.id != duty_id))
        elif unit.id == unit_id:
            unit = replace(unit, duties=(*unit.duties, duty))
        tasks.append(unit)
    return replace(plan, tasks=tuple(tasks))


# --- the rule of one duty ------------------------------------------------------------------------------

#: What a deadline is counted from, beside the anchors: a date of its own, or nothing.
FIXED, NONE = "fixed", "none"


def counted_from(duty: Duty) -> Anchor | str:
    if duty.rule is not None:
        return duty.rule.anchor
    return FIXED if duty.fixed is not None else NONE


def _fresh(duty: Duty, **changes: object) -> Duty:
    """Another rule: the day that was chosen for the old one no longer holds."""
    return replace(duty, moved_to=None, kept=False, **changes)  # type: ignore[arg-type]


def with_count_from(duty: Duty, source: Anchor | str, today: date) -> Duty:
    """Count from another day; number, unit and direction stay where there were some."""
    if isinstance(source, Anchor):
        rule = duty.rule or Rule(source, Direction.BEFORE, 5, DayUnit.CALENDAR, wording="chậm nhất")
        return _fresh(duty, rule=replace(rule, anchor=source), fixed=None)
    if source == FIXED:
        return _fresh(duty, rule=None, fixed=duty.fixed or FixedDate(today))
    return _fresh(duty, rule=None, fixed=None)


def with_rule(duty: Duty, **changes: object) -> Duty:
    """The rule with another number, unit, direction …; a duty without a rule stays as it is."""
    if duty.rule is None:
        return duty
    return _fresh(duty, rule=replace(duty.rule, **changes))  # type: ignore[arg-type]


def with_fixed(duty: Duty, **changes: object) -> Duty:
    if duty.fixed is None:
        return duty
    return _fresh(duty, fixed=replace(duty.fixed, **changes))  # type: ignore[arg-type]


# --- the list ------------------------------------------------------------------------------------------


class TaskRows:
    """`by_unit`: each unit followed by its duties. Else the duties alone, the first due first."""

    def __init__(self, schedule: Callable[[Plan], Sequence[ScheduledDuty]]) -> None:
        self._schedule = schedule
        self.by_unit = False
        self._order: list[str] = []

    def rows(self, plan: Plan) -> Sequence[tuple[str, TaskRow]]:
        if self.by_unit:
            found: list[tuple[str, TaskRow]] = []
            for unit in plan.tasks:
                found.append((unit.id, unit))
                found += [(duty.id, duty) for duty in unit.duties]
            return found
        duties = {line.duty.id: line.duty for line in self._schedule(plan)}
        self._take_in(duties, plan)
        return [(duty_id, duties[duty_id]) for duty_id in self._order if duty_id in duties]

    def sort(self, plan: Plan) -> None:
        """Put the first due first. Asked for when the list is opened, not while it is edited: a row whose
        day is being changed must not jump away."""
        lines = sorted(
            enumerate(self._schedule(plan)),
            key=lambda pair: (pair[1].due or _LAST, pair[0]),
        )
        self._order = [line.duty.id for _, line in lines]

    def _take_in(self, duties: Mapping[str, Duty], plan: Plan) -> None:
        """New duties stand behind the one before them in their unit, else at the end."""
        if not self._order:
            self.sort(plan)
        known = set(self._order)
        for unit in plan.tasks:
            before = ""
            for duty in unit.duties:
                if duty.id not in known and duty.id in duties:
                    at = self._order.index(before) + 1 if before in self._order else len(self._order)
                    self._order.insert(at, duty.id)
                    known.add(duty.id)
                before = duty.id

    def put(self, plan: Plan, row_id: str, row: TaskRow) -> Plan:
        if isinstance(row, Duty):
            return change_duty(plan, row_id, lambda _: row)
        return replace(plan, tasks=tuple(row if unit.id == row_id else unit for unit in plan.tasks))

    def add(self, plan: Plan, after: str) -> tuple[Plan, str] | None:
        """A duty after the duty, or as the first one of the unit; without a unit there is a new one."""
        duty = Duty(rows.new_id(), "")
        owner = next((unit for unit in plan.tasks if unit.id == after), None)
        at = 0
        if owner is None:
            owner = unit_of(plan, after)
            if owner is None:
                if not plan.tasks:
                    unit = UnitTasks(rows.new_id(), "", "", (duty,))
                    return replace(plan, tasks=(unit,)), unit.id if self.by_unit else duty.id
                owner = plan.tasks[-1]
                at = len(owner.duties)
            else:
                at = 1 + next(place for place, one in enumerate(owner.duties) if one.id == after)
        given = replace(owner, duties=rows.inserted(owner.duties, at, duty))
        return self.put(plan, owner.id, given), duty.id

    def add_unit(self, plan: Plan, after: str) -> tuple[Plan, str]:
        """A unit after the one that the row belongs to."""
        owner = next((unit for unit in plan.tasks if unit.id == after), None) or unit_of(plan, after)
        at = len(plan.tasks) if owner is None else 1 + plan.tasks.index(owner)
        unit = UnitTasks(rows.new_id(), "")
        return replace(plan, tasks=rows.inserted(plan.tasks, at, unit)), unit.id

    def remove(self, plan: Plan, row_id: str) -> Plan | None:
        kept = tuple(unit for unit in plan.tasks if unit.id != row_id)
        if len(kept) < len(plan.tasks):
            return replace(plan, tasks=kept)
        owner = unit_of(plan, row_id)
        if owner is None:
            return None
        given = replace(owner, duties=tuple(duty for duty in owner.duties if duty.id != row_id))
        return self.put(plan, owner.id, given)

    def move(self, plan: Plan, row_id: str, by: int) -> tuple[Plan, str] | None:
        """Among the units or among the duties of one unit; by day there is nothing to move."""
        if not self.by_unit:
            return None
        for at, unit in enumerate(plan.tasks):
            if unit.id == row_id:
                tasks = rows.moved(plan.tasks, at, by)
                return None if tasks == plan.tasks else (replace(plan, tasks=tasks), row_id)
        owner = unit_of(plan, row_id)
        if owner is None:
            return None
        at = next(place for place, duty in enumerate(owner.duties) if duty.id == row_id)
        duties = rows.moved(owner.duties, at, by)
        if duties == owner.duties:
            return None
        return self.put(plan, owner.id, replace(owner, duties=duties)), row_id
