"""The schedule on a line of days, walked by keyboard and heard (P10, G6)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, time
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from dialogue_desktop.calendar_data import load_calendar
from dialogue_desktop.domain.plan import TimeKind, TimePlan
from dialogue_desktop.domain.schedule_line import Off, schedule_line
from tests.documents.conftest import RESOURCES
from tests.ui.wizard.driver import tab_to
from tests.ui.wizard.stage import Stage
from ui.wizard.step_tasks import TasksStep
from ui.wizard.steps import StepId
from ui.wizard.timeline import Mark, Timeline

NOW = datetime(2026, 4, 10, 3, 0, tzinfo=UTC)
DAY = date(2026, 4, 24)


@pytest.fixture
def stage(qapp: Any, data_dir: Path) -> Iterator[Stage]:
    made = Stage(data_dir, now=NOW)
    plan = made.plan
    made.page.presenter.edit(replace(plan, time=TimePlan(TimeKind.EXACT, DAY, time(8))))
    made.page.presenter.go(StepId.TASKS)
    made.settle()
    yield made
    made.close()


def step(stage: Stage) -> TasksStep:
    assert isinstance(stage.view, TasksStep)
    return stage.view


def on_the_line(stage: Stage) -> Timeline:
    """By keys: to the views, → to the last one, on into the picture."""
    view = step(stage)
    tab_to(stage, "Theo hạn")
    stage.key(Qt.Key.Key_Right, times=2)
    assert view.timeline.isVisible()
    assert not view.tasks.isVisible()
    for _ in range(20):
        if view.timeline.hasFocus():
            return view.timeline
        stage.tab()
    raise AssertionError("Tab never came to the line of days")


def test_every_dated_duty_stands_on_its_day(stage: Stage) -> None:
    """P10: what the list counts is what the picture shows, in the order of the days."""
    line = on_the_line(stage)
    due = {one.duty.id: one.due for one in stage.page.presenter.facts.schedule(stage.plan) if one.due}
    assert {mark.id: mark.day for mark in line.marks} == due
    assert [mark.day for mark in line.marks] == sorted(due.values())
    xs = [line.x_of(mark.day) for mark in line.marks]
    assert xs == sorted(xs)
    assert xs[0] >= 0
    assert xs[-1] < line.width()
    assert line.ends() == (min(*due.values(), DAY), max(*due.values(), DAY))


def test_the_paper_tells_the_same(stage: Stage) -> None:
    """P10: the same duties in the same order on the same days as the table of duties, the same days off."""
    line, facts, plan = on_the_line(stage), stage.page.presenter.facts, stage.plan
    drawn = schedule_line(plan, facts.schedule(plan), load_calendar(RESOURCES / "calendar"))
    assert drawn is not None
    duties = [(mark.duty_id, mark.day) for mark in drawn.marks if not mark.is_conference]
    assert duties == [(mark.id, mark.day) for mark in line.marks]
    assert [mark.day for mark in drawn.marks if mark.is_conference] == [DAY]
    assert (drawn.ticks[0].first, drawn.ticks[-1].last) == line.ends()
    for tick in drawn.ticks:
        assert (tick.off is not Off.NO) is bool(facts.day_off(tick.first))
        assert (tick.off is Off.HOLIDAY) is (bool(facts.day_off(tick.first)) and tick.first.weekday() < 5)


def test_the_arrows_walk_the_duties_and_say_them(stage: Stage) -> None:
    """G6: ← → ↑ ↓ Home End; the reader hears place, day, duty and unit; the warning above follows."""
    line = on_the_line(stage)
    count = len(line.marks)
    stage.key(Qt.Key.Key_Home)
    met = [line.current]
    for _ in range(count - 1):
        stage.key(Qt.Key.Key_Right)
        met.append(line.current)
        assert step(stage).tasks.current == line.current
    assert met == [mark.id for mark in line.marks]
    assert line.accessibleName().startswith(f"Trục thời gian, việc {count} trên {count}: thứ ")
    stage.key(Qt.Key.Key_Right)
    assert line.current == met[-1]
    stage.key(Qt.Key.Key_Up)
    assert line.current == met[-2]
    stage.key(Qt.Key.Key_Home)
    assert line.current == met[0]
    warned = next(mark for mark in line.marks if mark.warned)
    line._go([mark.id for mark in line.marks].index(warned.id))
    assert warned.title in step(stage).banner.accessibleName()
    assert "cần xem lại ngày" in line.accessibleName()


def test_enter_leads_to_the_fields_of_the_duty(stage: Stage) -> None:
    """P10: from the picture to the rule, which can be changed there."""
    line = on_the_line(stage)
    stage.key(Qt.Key.Key_End)
    wanted = line.current
    stage.key(Qt.Key.Key_Return)
    view = step(stage)
    assert view.order.value() == "due"
    assert view.tasks.isVisible()
    assert view.tasks.current == wanted
    assert view.tasks.card.isAncestorOf(stage.focused)


def test_a_decision_above_the_line_moves_the_mark(stage: Stage) -> None:
    """P10: the suggested day is taken, the mark stands there, the focus stays in the picture."""
    line = on_the_line(stage)
    warned = next(mark for mark in line.marks if mark.warned)
    line._go([mark.id for mark in line.marks].index(warned.id))
    step(stage).change.click()
    moved = next(mark for mark in line.marks if mark.id == warned.id)
    assert moved.day == date(2026, 4, 17)
    assert not moved.warned
    assert line.current == warned.id
    assert line.hasFocus()


def test_a_click_takes_the_line_under_it(stage: Stage) -> None:
    """P10: mouse and tool tip say the same as the keys."""
    line = on_the_line(stage)
    where = line._row_box(2).center()
    QTest.mouseClick(line, Qt.MouseButton.LeftButton, pos=where)
    assert line.current == line.marks[2].id
    assert line.words_at(where) == line.marks[2].words
    above = QPoint(line.x_of(date(2026, 4, 27)), 3)
    assert line.words_at(above) == "thứ Hai 27/4/2026, nghỉ bù Giỗ Tổ"


def test_without_a_day_nothing_is_invented(stage: Stage) -> None:
    """P6, P10: what cannot be counted yet is told, not drawn."""
    line = on_the_line(stage)
    stage.page.presenter.edit(replace(stage.plan, time=TimePlan(TimeKind.LATER)))
    assert line.marks == ()
    assert line.accessibleName() == "Trục thời gian, chưa có việc nào có ngày"
    assert "việc chưa tính được ngày" in step(stage).undated.text()
    stage.key(Qt.Key.Key_Right)
    stage.settle()


def test_days_off_are_told_apart_without_colour(qapp: Any, make_look: Any) -> None:
    """G6: weekend, holiday and working day differ by more than a tint: the hatching has two shades."""
    line = Timeline(make_look(), lambda day: "nghỉ" if day.day in (27, 25) else "")
    marks = [Mark("a", date(2026, 4, 20), "a", ""), Mark("b", date(2026, 5, 8), "b", "")]
    line.show_marks(marks, None, date(2026, 1, 1))
    line.resize(900, 300)
    picture = line.grab().toImage()
    low = line.height() - 4

    def shades(day: date) -> int:
        x = line.x_of(day)
        return len({picture.pixel(x + dx, low - dy) for dx in range(-8, 9) for dy in range(12)})

    assert shades(date(2026, 4, 22)) == 1
    assert shades(date(2026, 4, 25)) == 1
    assert shades(date(2026, 4, 27)) > 1
    assert picture.pixel(line.x_of(date(2026, 4, 25)), low) != picture.pixel(
        line.x_of(date(2026, 4, 22)), low
    )


def test_a_slip_of_a_century_is_still_drawn(qapp: Any, make_look: Any) -> None:
    """G5: a year 2126 typed by mistake neither hangs nor breaks the picture."""
    line = Timeline(make_look(), lambda day: "")
    marks = [Mark("a", date(2026, 4, 20), "a", ""), Mark("b", date(2126, 5, 8), "b", "", True)]
    line.show_marks(marks, DAY, DAY)
    line.resize(600, 300)
    assert not line.grab().isNull()
    assert line.x_of(marks[1].day) <= line.width()
