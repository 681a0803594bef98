"""A second conference of the year entered and opened from the plan, by keyboard (P5)."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from dialogue_desktop.domain.plan import TimeKind, TimePlan
from tests.data.loc_thinh import loc_thinh_plan
from tests.ui.wizard.driver import fill, tab_to
from tests.ui.wizard.stage import Stage
from ui.wizard.steps import StepId

pytestmark = pytest.mark.qt_log_ignore("does not support grabbing the keyboard", extend=True)


@pytest.fixture
def stage(qapp: Any, data_dir: Path) -> Iterator[Stage]:
    made = Stage(data_dir, plan=loc_thinh_plan())
    yield made
    made.close()


def _second(stage: Stage) -> None:
    stage.page.presenter.go(StepId.TIME_PLACE)
    fill(stage, "Số người dự", "1.400")
    tab_to(stage, "Thêm hội nghị")
    stage.key(Qt.Key.Key_Space)
    stage.write("quý III, IV/2024")
    fill(stage, "Số người dự", "60")
    fill(stage, "Các thôn", "thôn Lộc Nam, Lộc Bắc")
    fill(stage, "Địa điểm", "Nhà văn hóa thôn Lộc Nam")
    stage.settle()


def test_a_second_conference_is_entered_and_opened(stage: Stage) -> None:
    opened: list[str] = []
    stage.page.session_opened.connect(opened.append)
    _second(stage)
    (session,) = stage.stored.more_sessions
    assert stage.stored.people_per_session == 1400
    assert session.time == TimePlan(TimeKind.QUARTERS, quarters=(3, 4), year=2024)
    assert [one.label for one in session.localities] == ["thôn Lộc Nam", "thôn Lộc Bắc"]
    assert (session.people, session.places) == (60, ("Nhà văn hóa thôn Lộc Nam",))
    tab_to(stage, "Mở hội nghị này")
    stage.key(Qt.Key.Key_Space)
    stage.until(lambda: bool(opened))
    other = stage.core.planning.plan(opened[0])
    assert other.places == ("Nhà văn hóa thôn Lộc Nam",)
    assert other.more_sessions[0].conference == stage.cid
    assert stage.stored.more_sessions[0].conference == opened[0]


def test_what_is_no_time_is_said_and_the_old_one_stays(stage: Stage) -> None:
    """G5: the sentence stands under the field; nothing is lost."""
    _second(stage)
    fill(stage, "Thời gian đã biết", "31/02/2024")
    stage.tab()
    stage.settle()
    assert stage.stored.more_sessions[0].time.quarters == (3, 4)
    labels = list[QLabel](stage.view.findChildren(QLabel))
    assert [label for label in labels if label.isVisible() and "chỉ có 29 ngày" in label.text()]


def test_a_conference_without_place_is_missing(stage: Stage) -> None:
    stage.page.presenter.go(StepId.TIME_PLACE)
    tab_to(stage, "Thêm hội nghị")
    stage.key(Qt.Key.Key_Space)
    stage.settle()
    assert [gap.text for gap in stage.page.presenter.gaps()] == ["Có hội nghị chưa ghi thôn, địa điểm"]
    stage.key(Qt.Key.Key_Escape)
    stage.key(Qt.Key.Key_Delete)
    stage.settle()
    assert stage.plan.more_sessions == ()
