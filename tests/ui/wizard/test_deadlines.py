"""The step of tasks: deadlines are kept, moved, counted and warned of, duties put in order (P10)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit

from dialogue_desktop.domain.deadlines import Anchor, DayUnit, Direction, FixedDate, Rule
from dialogue_desktop.domain.plan import Duty, Plan
from tests.ui.wizard.conftest import Open
from tests.ui.wizard.driver import CONTROL, choose, fill, name_of, open_row, tab_to, tasks_step, to_row
from tests.ui.wizard.minh_khe import SPRING, minh_khe
from ui.wizard.step_tasks import TasksStep
from ui.wizard.steps import StepId

#: The offscreen platform has no keyboard to grab for a list that hangs open.
pytestmark = pytest.mark.qt_log_ignore("does not support grabbing the keyboard", extend=True)


def duty_of(plan: Plan, key: str) -> Duty:
    return next(duty for unit in plan.tasks for duty in unit.duties if duty.id == key)


def said(view: TasksStep) -> str:
    return view.banner.accessibleName()


def test_a_warned_day_can_be_kept_or_moved_and_is_never_moved_by_itself(open_stage: Open) -> None:
    """P10: the Sunday is named, both choices stand in the banner, nothing moves before one is taken."""
    stage = open_stage(plan=minh_khe(), now=SPRING)
    view = tasks_step(stage)
    to_row(stage, "Các việc", 1)
    assert said(view).startswith("Tổng hợp ý kiến của thôn rơi vào Chủ nhật 19/4.")
    assert "thứ Sáu 17/4" in said(view)
    assert (view.keep.words, view.change.words) == ("Giữ 19/4", "Chuyển sang 17/4")
    assert duty_of(stage.plan, "tong-hop").moved_to is None
    tab_to(stage, "Chuyển sang 17/4")
    stage.key(Qt.Key.Key_Space)
    assert duty_of(stage.plan, "tong-hop").moved_to == date(2026, 4, 17)
    assert not said(view).startswith("Tổng hợp")
    stage.key(Qt.Key.Key_Z, CONTROL)
    assert duty_of(stage.plan, "tong-hop").moved_to is None
    to_row(stage, "Các việc", 1)
    tab_to(stage, "Giữ 19/4")
    stage.key(Qt.Key.Key_Space)
    assert duty_of(stage.plan, "tong-hop").kept
    assert not said(view).startswith("Tổng hợp"), "the next thing to decide stands there now"


def test_the_rule_is_four_small_fields_and_the_days_are_shown(open_stage: Open) -> None:
    """P10: 10 working days after 24/4/2026 are 13/5, without the weekends, 27/4, 30/4 and 1/5."""
    stage = open_stage(plan=minh_khe(), now=SPRING)
    view = tasks_step(stage)
    open_row(stage, "Các việc", 3)
    form = view._duty
    assert name_of(stage.focused) == "Số ngày"
    marks = form.strip.marks
    assert (marks[0].day, marks[-1].day, marks[-1].number) == (date(2026, 4, 24), date(2026, 5, 13), 10)
    assert form.sentence.text().startswith("Hạn: thứ Tư 13/5/2026. 10 ngày làm việc")
    assert "27/4 (nghỉ bù Giỗ Tổ)" in form.sentence.text()
    stage.write("7")
    assert form.sentence.text().startswith("Hạn: thứ Sáu 08/5/2026.")
    choose(stage, "Loại ngày", "ngày")
    assert form.sentence.text().startswith("Hạn: thứ Sáu 01/5/2026.")
    choose(stage, "Trước hay sau", "trước")
    assert form.sentence.text().startswith("Hạn: thứ Sáu 17/4/2026.")
    choose(stage, "Tính từ", "ngày ban hành kế hoạch 31/3/2026")
    assert duty_of(stage.plan, "bao-cao").rule == Rule(
        Anchor.PLAN_DATE, Direction.BEFORE, 7, DayUnit.CALENDAR, None, "chậm nhất", "mục III.2 của Kế hoạch"
    )


def test_a_duty_may_have_a_date_of_its_own_or_none(open_stage: Open) -> None:
    """P10: "trước ngày 15/4" is not inclusive; without a deadline nothing is counted."""
    stage = open_stage(plan=minh_khe(), now=SPRING)
    view = tasks_step(stage)
    open_row(stage, "Các việc", 0)
    choose(stage, "Tính từ", "một ngày cố định")
    fill(stage, "Ngày cố định", "15/4/2026")
    choose(stage, "Kể cả ngày ấy", "trước")
    assert duty_of(stage.plan, "gui").fixed == FixedDate(date(2026, 4, 15), inclusive=False)
    assert view._duty.sentence.text().startswith("Hạn: thứ Ba 14/4/2026.")
    choose(stage, "Tính từ", "không ghi thời hạn")
    assert duty_of(stage.plan, "gui").fixed is None
    assert view._duty.sentence.text() == "Việc này không ghi thời hạn."


def test_a_number_of_days_that_cannot_be_is_said_and_kept_in_the_field(open_stage: Open) -> None:
    """P10, G5: the rule stays as it was until the number can be read."""
    stage = open_stage(plan=minh_khe(), now=SPRING)
    tasks_step(stage)
    open_row(stage, "Các việc", 3)
    stage.write("5x")
    assert duty_of(stage.plan, "bao-cao").rule is not None
    assert duty_of(stage.plan, "bao-cao").rule.n == 5  # type: ignore[union-attr]
    field = stage.focused
    stage.tab()
    assert isinstance(field, QLineEdit)
    assert field.text() == "5x"
    assert "Chỉ ghi số" in field.accessibleDescription()


def test_the_limit_of_the_law_is_warned_of_when_it_is_earlier(open_stage: Open) -> None:
    """P10: Luật 72/2025, Điều 43: ten calendar days, the plan's five working days come later."""
    stage = open_stage(plan=minh_khe(), now=SPRING)
    view = tasks_step(stage)
    to_row(stage, "Các việc", 2)
    assert "muộn hơn hạn của luật" in said(view)
    assert "72/2025/QH15" in said(view)


def test_a_row_whose_day_is_changed_does_not_jump_away(open_stage: Open) -> None:
    """P10: the first due stands first when the list is opened; while it is edited nothing moves by itself."""
    stage = open_stage(plan=minh_khe(), now=SPRING)
    view = tasks_step(stage)
    before = [row_id for row_id, _ in view._source.rows(stage.plan)]
    assert before == ["gui", "tong-hop", "niem-yet", "bao-cao"]
    open_row(stage, "Các việc", 3)
    stage.write("1")
    assert [row_id for row_id, _ in view._source.rows(stage.plan)] == before
    stage.page.presenter.go(StepId.BUDGET)
    stage.page.presenter.go(StepId.TASKS)
    assert [row_id for row_id, _ in view._source.rows(stage.plan)][2] == "bao-cao"


def test_units_and_duties_are_added_moved_and_given_on(open_stage: Open) -> None:
    """P10: a new unit with a new duty, then the duty goes to another unit."""
    stage = open_stage(plan=minh_khe(), now=SPRING)
    tasks_step(stage)
    tab_to(stage, "Thêm đơn vị")
    stage.key(Qt.Key.Key_Space)
    stage.write("Công an xã")
    stage.key(Qt.Key.Key_N, CONTROL)
    assert stage.plan.tasks[1].duties[0].text == ""
    fill(stage, "Tên gọn của việc", "Bảo đảm trật tự")
    fill(stage, "Lời văn trong kế hoạch", "Bảo đảm an ninh, trật tự trước và trong Hội nghị.")
    assert [unit.unit for unit in stage.plan.tasks] == ["Văn phòng", "Công an xã", "Hai trưởng thôn"]
    choose(stage, "Giao cho", "Văn phòng")
    assert [duty.summary for duty in stage.plan.tasks[0].duties][-1] == "Bảo đảm trật tự"


def test_a_deadline_that_is_not_printed_is_told(open_stage: Open) -> None:
    """P10: the wording lacks {han}; one button puts it in."""
    plan = minh_khe()
    bare = replace(plan.tasks[1].duties[0], text="Tổng hợp ý kiến.")
    plan = replace(plan, tasks=(plan.tasks[0], replace(plan.tasks[1], duties=(bare,))))
    stage = open_stage(plan=plan, now=SPRING)
    tasks_step(stage)
    to_row(stage, "Các việc", 1)
    tab_to(stage, "Chèn «thời hạn»")
    stage.key(Qt.Key.Key_Space)
    assert duty_of(stage.plan, "tong-hop").text == "Tổng hợp ý kiến {han}."
