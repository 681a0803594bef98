"""The day of the meeting as it is typed: its weekday, the deadlines counted from it (P6, P10)."""

from __future__ import annotations

from datetime import date, time

from tests.ui.wizard.conftest import Open
from tests.ui.wizard.driver import fill, open_row, tab_to, tasks_step
from tests.ui.wizard.minh_khe import SPRING, minh_khe
from ui.wizard.steps import StepId


def test_the_weekday_is_shown_and_a_wrong_one_refused(open_stage: Open) -> None:
    """P6: "thứ năm 24/4/2026" is a Friday; the day already chosen stays until the date is right."""
    stage = open_stage(plan=minh_khe(), now=SPRING)
    stage.page.presenter.go(StepId.TIME_PLACE)
    stage.page.focus_first()
    day = tab_to(stage, "Ngày họp")
    stage.write("thứ năm 24/4/2026")
    stage.tab()
    assert "là thứ Sáu, không phải thứ Năm" in day.accessibleDescription()
    fill(stage, "Ngày họp", "26/4/2026")
    stage.tab()
    assert stage.plan.day == date(2026, 4, 26)
    assert "ngày nghỉ" in stage.page.presenter.gaps(StepId.TIME_PLACE)[0].text
    fill(stage, "Bắt đầu", "8 giờ 30")
    assert stage.plan.time.start == time(8, 30)


def test_moving_the_day_moves_what_is_counted_from_it(open_stage: Open) -> None:
    """P10: every open deadline follows; none keeps a day that was counted from the old one."""
    stage = open_stage(plan=minh_khe(), now=SPRING)
    stage.page.presenter.go(StepId.TIME_PLACE)
    stage.page.focus_first()
    fill(stage, "Ngày họp", "28/4/2026")
    view = tasks_step(stage)
    open_row(stage, "Các việc", 3)
    assert view._duty.sentence.text().startswith("Hạn: thứ Năm 14/5/2026.")
