"""The wizard without a window: the plan being written, its saving, its history, and what is missing (P1)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from enum import Enum
from typing import Protocol

from dialogue_desktop.domain.plan import Plan
from ui.wizard.autosave import Autosave, Delay, Runner, SaveState
from ui.wizard.checks import Facts, Gap, gaps_of
from ui.wizard.history import Act, History
from ui.wizard.steps import STEPS, StepId, neighbour, place_of, read_step

PlanAct = Act[Plan, StepId]


class PlanStore(Protocol):
    """Where plans are kept (services.planning.Planning)."""

    def save_plan(self, cid: str, plan: Plan, *, step: str = "") -> datetime: ...


class StepStatus(Enum):
    """How a step stands in the rail; the current step is told apart by its place alone."""

    TO_COME = "to_come"
    MISSING = "missing"
    WARNED = "warned"
    DONE = "done"


@dataclass(frozen=True, slots=True)
class StepState:
    """One line of the rail. `missing` and `warnings` are in the order of the step's fields."""

    id: StepId
    title: str
    status: StepStatus
    missing: tuple[Gap, ...]
    warnings: tuple[Gap, ...]


@dataclass(frozen=True, slots=True)
class PlanChange:
    """The plan became another. `source` is who typed it: that field must not be written over.

    `anchor` is the place on the page that changed; "" when it is not one place.
    """

    plan: Plan
    before: Plan
    anchor: str = ""
    source: object = None


class WizardPresenter:
    """Holds the frozen plan; every edit makes a new one, is remembered for undo and saved by itself.

    `facts` must answer at once (a calendar in memory). The callbacks are called on the thread that edits.
    """

    def __init__(
        self,
        cid: str,
        plan: Plan,
        *,
        step: str = "",
        store: PlanStore,
        run: Runner,
        delay: Delay,
        facts: Facts,
    ) -> None:
        self.cid = cid
        self._plan = plan
        self._step = read_step(step)
        self._furthest = place_of(self._step)
        self._facts = facts
        self._history: History[Plan, StepId] = History()
        self._gaps: tuple[Gap, ...] | None = None
        self._anchor = ""
        self._before_flush: list[Callable[[], None]] = []
        self._plan_watchers: list[Callable[[PlanChange], None]] = []
        self._step_watchers: list[Callable[[StepId], None]] = []
        self._save_watchers: list[Callable[[SaveState], None]] = []
        self._saving: Autosave[Plan] = Autosave(
            lambda wanted, name: store.save_plan(cid, wanted, step=name), run, delay, self._saved
        )

    # --- what is shown --------------------------------------------------------------------------------

    @property
    def plan(self) -> Plan:
        return self._plan

    @property
    def step(self) -> StepId:
        return self._step

    @property
    def facts(self) -> Facts:
        return self._facts

    @property
    def save_state(self) -> SaveState:
        return self._saving.state

    @property
    def anchor(self) -> str:
        """The place on the page that the last edit touched."""
        return self._anchor

    @property
    def last_act(self) -> PlanAct | None:
        """What was done last; its `before` is the plan without the words typed just now."""
        return self._history.last

    @property
    def clean(self) -> bool:
        """Everything typed is committed."""
        return self._saving.clean

    def gaps(self, step: StepId | None = None) -> tuple[Gap, ...]:
        """What is missing or warned of, in the whole plan or in one step."""
        if self._gaps is None:
            self._gaps = gaps_of(self._plan, self._facts)
        return self._gaps if step is None else tuple(gap for gap in self._gaps if gap.step is step)

    def steps(self) -> tuple[StepState, ...]:
        states = []
        for place, info in enumerate(STEPS):
            gaps = self.gaps(info.id)
            missing = tuple(gap for gap in gaps if not gap.warning)
            warnings = tuple(gap for gap in gaps if gap.warning)
            if place > self._furthest:
                status = StepStatus.TO_COME
            elif missing:
                status = StepStatus.MISSING
            elif warnings:
                status = StepStatus.WARNED
            else:
                status = StepStatus.DONE
            if info.id is StepId.REVIEW:
                # The review is done when the plan goes on to its next stage, not by being looked at.
                status = StepStatus.TO_COME
            states.append(StepState(info.id, info.title, status, missing, warnings))
        return tuple(states)

    @property
    def complete(self) -> bool:
        """Nothing is missing; warnings do not hold the plan up."""
        return all(gap.warning for gap in self.gaps())

    # --- who listens ----------------------------------------------------------------------------------

    def on_plan(self, watcher: Callable[[PlanChange], None]) -> None:
        self._plan_watchers.append(watcher)

    def on_step(self, watcher: Callable[[StepId], None]) -> None:
        self._step_watchers.append(watcher)

    def on_save(self, watcher: Callable[[SaveState], None]) -> None:
        self._save_watchers.append(watcher)

    def before_flush(self, act: Callable[[], None]) -> None:
        """What waits in a field is done before everything is saved."""
        self._before_flush.append(act)

    # --- what the secretary does ----------------------------------------------------------------------

    def edit(
        self, plan: Plan, *, anchor: str = "", label: str = "", merge: str = "", source: object = None
    ) -> bool:
        """The plan is now `plan`; False when nothing changed.

        `label` names the act for the toast ("Đã xóa căn cứ"). Edits with the same `merge` in a row are
        one act to take back (typing into one field).
        """
        if plan == self._plan:
            return False
        before = self._plan
        self._history.record(Act(before, plan, self._step, label, anchor, merge))
        self._become(plan, anchor, source)
        return True

    def seal(self) -> None:
        """The field was left: what is typed next is an act of its own."""
        self._history.seal()

    def undo(self) -> PlanAct | None:
        """Take back the last act and go to its step; None when there is none."""
        act = self._history.undo()
        if act is not None:
            self._turn_to(act.step)
            self._become(act.before, act.anchor, None)
        return act

    def redo(self) -> PlanAct | None:
        act = self._history.redo()
        if act is not None:
            self._turn_to(act.step)
            self._become(act.after, act.anchor, None)
        return act

    @property
    def can_undo(self) -> bool:
        return self._history.can_undo

    @property
    def can_redo(self) -> bool:
        return self._history.can_redo

    def go(self, step: StepId) -> None:
        """Any step at any time; where the secretary is, is saved with the plan."""
        if step is self._step:
            return
        self._history.seal()
        self._turn_to(step)
        self._saving.want(self._plan, self._step)

    def go_on(self, by: int = 1) -> None:
        step = neighbour(self._step, by)
        if step is not None:
            self.go(step)

    def flush(self, then: Callable[[bool], None] | None = None) -> None:
        """Save now (leaving, printing, finishing); `then` hears whether all is committed."""
        for act in tuple(self._before_flush):
            act()
        self._saving.flush(then)

    def set_facts(self, facts: Facts) -> None:
        """The calendar or the day changed: every warning is looked at anew."""
        self._facts = facts
        self._gaps = None
        self._tell(PlanChange(self._plan, self._plan))

    # --- inside ---------------------------------------------------------------------------------------

    def _become(self, plan: Plan, anchor: str, source: object) -> None:
        before, self._plan = self._plan, plan
        self._gaps = None
        if anchor:
            self._anchor = anchor
        self._saving.want(plan, self._step)
        self._tell(PlanChange(plan, before, anchor, source))

    def _turn_to(self, step: StepId) -> None:
        if step is self._step:
            return
        self._step = step
        self._furthest = max(self._furthest, place_of(step))
        for watcher in tuple(self._step_watchers):
            watcher(step)

    def _tell(self, change: PlanChange) -> None:
        for watcher in tuple(self._plan_watchers):
            watcher(change)

    def _saved(self, state: SaveState) -> None:
        for watcher in tuple(self._save_watchers):
            watcher(state)
