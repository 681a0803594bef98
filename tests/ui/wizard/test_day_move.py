"""Moving the conference day by keyboard: what moves is shown first, and the old day is one key away (P10)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, time
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt

from dialogue_desktop.domain.plan import TimeKind, TimePlan
from tests.ui.wizard.driver import CONTROL, fill, next_step, tab_to
from tests.ui.wizard.stage import Stage
from ui.wizard.step_time_place import TimePlaceStep
from ui.wizard.steps import StepId

NOW = datetime(2026, 4, 10, 3, 0, tzinfo=UTC)
OLD, NEW = date(2026, 4, 24), date(2026, 4, 28)


@pytest.fixture
def stage(qapp: Any, data_dir: Path) -> Iterator[Stage]:
    made = Stage(data_dir, now=NOW)
    made.page.presenter.edit(replace(made.plan, time=TimePlan(TimeKind.EXACT, OLD, time(8))))
    made.page.presenter.go(StepId.TIME_PLACE)
    made.page.focus_first()
    made.settle()
    yield made
    made.close()


def step(stage: Stage) -> TimePlaceStep:
    assert isinstance(stage.view, TimePlaceStep)
    return stage.view


def words(stage: Stage) -> str:
    card = step(stage).day_move.card
    return card.accessibleName() if card.isVisible() else ""


def test_what_moves_is_shown_before_the_day_is_moved(stage: Stage) -> None:
    """P10: typed, listed, not yet done; Enter does it, in one act that can be taken back."""
    fill(stage, "Ngày họp", "28/4/2026")
    shown = words(stage)
    assert shown.startswith("Chuyển ngày họp sang thứ Ba 28/4/2026 thì ")
    assert "Trả lời bằng văn bản: thứ Sáu 08/5/2026 → " in shown
    assert stage.plan.day == OLD
    assert step(stage)._day._below.text() == "Thứ Ba, còn 18 ngày"
    stage.key(Qt.Key.Key_Return)
    assert stage.plan.day == NEW
    assert words(stage).startswith("Đã chuyển ngày họp sang thứ Ba 28/4/2026: ")
    stage.settle()
    assert stage.stored.day == NEW
    stage.page.undo()
    assert stage.plan.day == OLD
    assert words(stage) == ""


def test_escape_keeps_the_old_day(stage: Stage) -> None:
    """P10: nothing was moved, the field shows the old day again."""
    fill(stage, "Ngày họp", "28/4/2026")
    stage.key(Qt.Key.Key_Escape)
    assert stage.plan.day == OLD
    assert words(stage) == ""
    stage.tab()
    assert stage.plan.day == OLD
    stage.settle()
    assert stage.stored.day == OLD


def test_after_tab_the_button_brings_the_old_day_back(stage: Stage) -> None:
    """P10: leaving the field does it; the list stays with the way back beside it."""
    fill(stage, "Ngày họp", "28/4/2026")
    stage.tab()
    assert stage.plan.day == NEW
    tab_to(stage, "Giữ ngày 24/4/2026")
    stage.key(Qt.Key.Key_Space)
    assert stage.plan.day == OLD
    assert words(stage) == ""


@pytest.mark.parametrize("way", ["next step", "save", "leave"])
def test_a_waiting_day_is_never_lost(stage: Stage, way: str) -> None:
    """P1, P10: the next step, Ctrl+S and leaving do what was typed."""
    fill(stage, "Ngày họp", "28/4/2026")
    assert stage.plan.day == OLD
    if way == "next step":
        next_step(stage)
    elif way == "save":
        stage.key(Qt.Key.Key_S, CONTROL)
    else:
        assert stage.page.may_leave()
    stage.settle()
    assert stage.stored.day == NEW


def test_a_date_that_cannot_be_waits_for_nothing(stage: Stage) -> None:
    """G5: "31/02" after a good date moves nothing and says why at the field."""
    fill(stage, "Ngày họp", "28/4/2026")
    fill(stage, "Ngày họp", "31/02/2026")
    assert words(stage) == ""
    day = stage.focused
    stage.tab()
    assert stage.plan.day == OLD
    assert "Tháng 2 năm 2026 chỉ có 28 ngày" in day.accessibleDescription()


def test_a_day_off_is_named_while_it_is_typed(stage: Stage) -> None:
    """P6: a session on a holiday is said before it is chosen."""
    fill(stage, "Ngày họp", "27/4/2026")
    assert "Ngày này là ngày nghỉ (nghỉ bù Giỗ Tổ)." in words(stage)


def test_the_first_day_is_taken_at_once(stage: Stage) -> None:
    """P6: where no deadline had a day there is nothing to be asked about."""
    stage.page.presenter.edit(replace(stage.plan, time=TimePlan(TimeKind.EXACT)))
    fill(stage, "Ngày họp", "28/4/2026")
    assert stage.plan.day == NEW
    assert words(stage) == ""
