"""The wizard's presenter without a window: a store that may fail, delay and runner moved by hand."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta

from dialogue_desktop.domain.plan import Plan
from ui.wizard.checks import Facts
from ui.wizard.presenter import WizardPresenter

TODAY = date(2024, 7, 1)
HOLIDAYS = {date(2024, 9, 2): "Quốc khánh"}


def day_off(day: date) -> str:
    if day in HOLIDAYS:
        return HOLIDAYS[day]
    return {5: "thứ Bảy", 6: "Chủ nhật"}.get(day.weekday(), "")


@dataclass
class Store:
    """Keeps what was saved; may be told to fail."""

    saved: list[tuple[Plan, str]] = field(default_factory=list)
    error: Exception | None = None
    now: datetime = datetime(2024, 7, 1, 3, 22, 31, tzinfo=UTC)

    def save_plan(self, cid: str, plan: Plan, *, step: str = "") -> datetime:
        if self.error is not None:
            raise self.error
        self.saved.append((plan, step))
        self.now += timedelta(seconds=1)
        return self.now


Job = tuple[Callable[[], datetime], Callable[[datetime], None], Callable[[Exception], None]]


@dataclass
class ByHand:
    """Delay and runner that move only when the test says so."""

    delayed: Callable[[], None] | None = None
    milliseconds: int = 0
    queue: list[Job] = field(default_factory=list)

    def start(self, milliseconds: int, act: Callable[[], None]) -> None:
        self.delayed, self.milliseconds = act, milliseconds

    def stop(self) -> None:
        self.delayed = None

    def run(
        self,
        work: Callable[[], datetime],
        done: Callable[[datetime], None],
        failed: Callable[[Exception], None],
    ) -> None:
        self.queue.append((work, done, failed))

    def pass_time(self) -> None:
        act, self.delayed = self.delayed, None
        if act is not None:
            act()

    def work(self) -> None:
        """Finish one save."""
        work, done, failed = self.queue.pop(0)
        try:
            at = work()
        except Exception as error:  # noqa: BLE001 - the runner of the program does the same
            failed(error)
        else:
            done(at)


@dataclass
class Desk:
    presenter: WizardPresenter
    store: Store
    hand: ByHand


def make_desk(plan: Plan, *, step: str = "", today: date = TODAY) -> Desk:
    store, hand = Store(), ByHand()
    facts = Facts(today, day_off, lambda plan: ())
    presenter = WizardPresenter("c1", plan, step=step, store=store, run=hand.run, delay=hand, facts=facts)
    return Desk(presenter, store, hand)
