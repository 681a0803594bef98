"""The wizard's window: deadlines, warnings, the page beside, composed words, room, files and paper."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, time
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QTextEdit, QWidget

from dialogue_desktop.domain.deadlines import Anchor, DayUnit, Direction, FixedDate, Rule
from dialogue_desktop.domain.plan import Duty, Issuer, Locality, Plan, Quota, TimeKind, TimePlan, UnitTasks
from dialogue_desktop.errors import StorageError
from dialogue_desktop.services.document_kinds import PLAN_KINDS
from tests.data.loc_thinh import loc_thinh_plan
from tests.ui.wizard.driver import CONTROL, SHIFT, choose, fill, name_of, next_step, open_row, tab_to, to_row
from tests.ui.wizard.stage import Stage
from ui.wizard.page import WizardPage
from ui.wizard.step_purpose import PurposeStep
from ui.wizard.step_review import ReviewStep
from ui.wizard.step_tasks import TasksStep
from ui.wizard.steps import STEPS, StepId

#: The offscreen platform has no keyboard to grab for a list that hangs open.
pytestmark = pytest.mark.qt_log_ignore("does not support grabbing the keyboard", extend=True)

SPRING = datetime(2026, 3, 31, 3, 22, 31, tzinfo=UTC)

Open = Callable[..., Stage]


@pytest.fixture
def open_stage(qapp: Any, data_dir: Path) -> Iterator[Open]:
    made: list[Stage] = []

    def build(**how: Any) -> Stage:
        stage = Stage(data_dir, **how)
        made.append(stage)
        return stage

    yield build
    for stage in made:
        stage.close()


def minh_khe() -> Plan:
    """Two thôn, Friday 24/4/2026, with the duties of the picture "plan-wizard"."""
    before, after = Direction.BEFORE, Direction.AFTER
    working, calendar = DayUnit.WORKING, DayUnit.CALENDAR

    def duty(key: str, summary: str, n: int, unit: DayUnit, way: Direction) -> Duty:
        rule = Rule(Anchor.CONFERENCE_DAY, way, n, unit, wording="chậm nhất", clause="mục III.2 của Kế hoạch")
        return Duty(key, f"{summary} {{han}}.", summary, rule)

    return replace(
        loc_thinh_plan(),
        year=2026,
        issuer=Issuer(name="Minh Khê", province="tỉnh Thanh Hóa"),
        issued_on=date(2026, 3, 31),
        time=TimePlan(TimeKind.EXACT, date(2026, 4, 24), time(8), time(10, 45), year=2026),
        whole_commune=False,
        localities=(Locality("a", "thôn", "Đồng Vạn"), Locality("b", "thôn", "Phú Ấp")),
        tasks=(
            UnitTasks(
                "vp",
                "Văn phòng",
                "Giao Văn phòng",
                (
                    duty("gui", "Gửi giấy mời", 5, working, before),
                    duty("bao-cao", "Báo cáo cấp trên", 10, working, after),
                    duty("niem-yet", "Niêm yết kết luận", 5, working, after),
                ),
            ),
            UnitTasks(
                "thon",
                "Hai trưởng thôn",
                "Giao trưởng thôn",
                (duty("tong-hop", "Tổng hợp ý kiến của thôn", 5, calendar, before),),
            ),
        ),
    )


def tasks_step(stage: Stage) -> TasksStep:
    stage.page.presenter.go(StepId.TASKS)
    stage.page.focus_first()
    view = stage.view
    assert isinstance(view, TasksStep)
    return view


def duty_of(plan: Plan, key: str) -> Duty:
    return next(duty for unit in plan.tasks for duty in unit.duties if duty.id == key)


def said(view: TasksStep) -> str:
    return view.banner.accessibleName()


# --- deadlines ---------------------------------------------------------------------------------------


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


# --- time, seats, money ------------------------------------------------------------------------------


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


def test_seats_over_the_expected_number_are_shown(open_stage: Open) -> None:
    """P8: the quota of each thôn, its sum, and how far it is off."""
    plan = replace(
        minh_khe(),
        participants=tuple(replace(group, expected=100) for group in minh_khe().participants[3:4]),
        quotas=(Quota("a", 60),),
    )
    stage = open_stage(plan=plan, now=SPRING)
    stage.page.presenter.go(StepId.PARTICIPANTS)
    stage.page.focus_first()
    open_row(stage, "Chỉ tiêu đại biểu từng thôn, xóm", 1)
    stage.write("55")
    assert stage.plan.quotas == (Quota("a", 60), Quota("b", 55))
    texts = [gap.text for gap in stage.page.presenter.gaps(StepId.PARTICIPANTS)]
    assert "Chỉ tiêu 115 đại biểu, nhiều hơn số dự kiến 15 người" in texts


def test_seats_of_a_hamlet_are_typed_below_its_thon(open_stage: Open) -> None:
    """P8: Ctrl+N on a thôn adds a xóm, its name and seats are typed; what does not add up is told; the xóm
    without a number for the thôn add up; Ctrl+Shift+Delete takes one away, never a thôn."""
    plan = replace(minh_khe(), quotas=(Quota("a", 60),))
    stage = open_stage(plan=plan, now=SPRING)
    stage.page.presenter.go(StepId.PARTICIPANTS)
    stage.page.focus_first()
    open_row(stage, "Chỉ tiêu đại biểu từng thôn, xóm", 0)
    stage.key(Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    stage.write("xóm Đình")
    fill(stage, "Số đại biểu", "25")
    stage.key(Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    fill(stage, "Số đại biểu", "30")
    assert stage.plan.quotas == (Quota("a", 60), Quota("a", 25, "xóm Đình"), Quota("a", 30, "xóm 1"))
    texts = [gap.text for gap in stage.page.presenter.gaps(StepId.PARTICIPANTS)]
    assert any(text.endswith("cộng 55 đại biểu, ít hơn chỉ tiêu của thôn 5") for text in texts), texts
    both = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    stage.key(Qt.Key.Key_Up, both)
    assert [quota.hamlet for quota in stage.plan.quotas] == ["", "xóm 1", "xóm Đình"]
    stage.key(Qt.Key.Key_Delete, both)
    left = [(quota.seats, quota.hamlet) for quota in stage.plan.quotas]
    assert left == [(60, ""), (25, "xóm Đình")]


def test_the_estimate_adds_up(open_stage: Open) -> None:
    """P11: quantity times price, the total in figures and words, the section in the plan."""
    stage = open_stage(plan=minh_khe(), now=SPRING)
    stage.page.presenter.go(StepId.BUDGET)
    stage.page.focus_first()
    stage.key(Qt.Key.Key_Space)
    tab_to(stage, "Thêm dòng")
    stage.key(Qt.Key.Key_Space)
    stage.write("Nước uống giữa giờ")
    fill(stage, "Đơn vị tính", "người")
    fill(stage, "Số lượng", "150")
    fill(stage, "Đơn giá (đồng)", "20 nghìn")
    assert stage.plan.budget[0].amount == 3_000_000
    view: Any = stage.view
    assert view._total.text() == "3.000.000 đồng"
    assert "Ba triệu đồng" in view._words.text()
    assert any(section.id == "kinh-phi" and section.included for section in stage.plan.sections[1].children)


# --- composed words ----------------------------------------------------------------------------------


def compose(widget: QWidget, *steps: str, commit: str) -> None:
    """An input method that holds the word open, then gives it."""
    for preedit in steps:
        QApplication.sendEvent(widget, QInputMethodEvent(preedit, []))
    event = QInputMethodEvent("", [])
    event.setCommitString(commit)
    QApplication.sendEvent(widget, event)


@pytest.mark.parametrize("step", [info.id for info in STEPS if info.id is not StepId.REVIEW])
def test_no_field_of_a_step_breaks_a_word_that_is_composed(open_stage: Open, step: StepId) -> None:
    """L12: in every text field, nothing reacts to the open word, and the committed one stands once."""
    stage = open_stage(plan=minh_khe(), now=SPRING)
    stage.page.presenter.go(step)
    fields = [
        widget
        for kind in (QLineEdit, QTextEdit)
        for widget in list[QWidget](stage.view.findChildren(kind))
        if widget.isVisibleTo(stage.view)
    ]
    assert fields
    for widget in fields:
        assert isinstance(widget, QLineEdit | QTextEdit)
        widget.setFocus()
        widget.selectAll()
        before = stage.plan
        for preedit in ("ngu", "ngươ", "ngươi"):
            QApplication.sendEvent(widget, QInputMethodEvent(preedit, []))
            assert stage.plan == before, name_of(widget)
        compose(widget, commit="người")
        shown = widget.text() if isinstance(widget, QLineEdit) else widget.toPlainText()
        assert shown == "người", name_of(widget)
        widget.undo()


def test_a_letter_sent_after_a_backspace_is_kept(open_stage: Open) -> None:
    """L12: UniKey takes a letter back and sends the marked one; no field rewrites what it is doing."""
    stage = open_stage(plan=minh_khe(), now=SPRING)
    field = tab_to(stage, "Tên riêng")
    stage.write("Lôc")
    for _ in range(2):
        stage.key(Qt.Key.Key_Backspace)
    stage.type_on("ộc Thịnh")
    assert isinstance(field, QLineEdit)
    assert field.text() == "Lộc Thịnh"
    assert stage.plan.issuer.name == "Lộc Thịnh"


def test_a_space_just_typed_stays_although_it_is_not_stored(open_stage: Open) -> None:
    stage = open_stage(plan=minh_khe(), now=SPRING)
    field = tab_to(stage, "Tên riêng")
    stage.write("Minh ")
    stage.page.presenter.edit(replace(stage.plan, number="5"))
    assert isinstance(field, QLineEdit)
    assert field.text() == "Minh "
    assert stage.plan.issuer.name == "Minh"


# --- the page ----------------------------------------------------------------------------------------


def test_the_page_follows_what_is_edited_and_never_takes_the_focus(open_stage: Open) -> None:
    """P1: the page turns to the edited duty, marks its new date, and the cursor stays in its field."""
    stage = open_stage(plan=minh_khe(), now=SPRING)
    view = tasks_step(stage)
    preview = stage.page.preview
    assert preview is not None
    preview.page.go_to(1)
    stage.settle()
    open_row(stage, "Các việc", 3)
    stage.write("7")
    field = stage.focused
    stage.settle()
    assert stage.focused is field
    drawing = preview.page.drawing
    assert drawing is not None
    assert preview.result is not None
    place = next(p for p in preview.result.places if p.anchor == "duty:bao-cao")
    assert preview.page.page == place.page
    assert drawing.bars
    assert drawing.found, "the new date is marked"
    assert view._duty.sentence.text().startswith("Hạn: thứ Sáu 08/5")


def test_an_edit_elsewhere_leaves_the_page_where_it_is(open_stage: Open) -> None:
    """P1: what has no place on the page (a field of opinions) does not turn it."""
    stage = open_stage(plan=minh_khe(), now=SPRING)
    stage.page.presenter.go(StepId.PROGRAMME)
    stage.page.focus_first()
    stage.settle()
    preview = stage.page.preview
    assert preview is not None
    preview.page.go_to(4)
    stage.settle()
    fill(stage, "Lĩnh vực của ý kiến, mỗi lĩnh vực một dòng", "Đất đai\nGiao thông")
    stage.settle()
    assert stage.plan.fields == ("Đất đai", "Giao thông")
    assert preview.page.page == 4


def test_letters_that_the_paper_lacks_are_told(open_stage: Open) -> None:
    """G5: an emoji is never silently dropped."""
    stage = open_stage(plan=replace(minh_khe(), closing="Trân trọng 😀 cảm ơn."), now=SPRING)
    preview = stage.page.preview
    assert preview is not None
    assert preview._missing.isVisible()
    assert "😀" in preview._missing.text()


# --- room --------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("scale", "size"), [(1.0, (1366, 698)), (1.5, (1366, 698)), (2.0, (1366, 698)), (1.0, (1024, 700))]
)
def test_every_step_fits_without_scrolling_sideways(
    open_stage: Open, scale: float, size: tuple[int, int]
) -> None:
    """G6: nothing of a step stands beyond the right edge."""
    stage = open_stage(plan=minh_khe(), now=SPRING, scale=scale, size=size)
    for info in STEPS:
        stage.page.presenter.go(info.id)
        QApplication.processEvents()
        room = stage.view.area.viewport().width()
        assert stage.view._inner.minimumSizeHint().width() <= room, (info.id, scale)
        for button in (
            stage.page.foot.next_button,
            stage.page.foot.back_button,
            stage.page.foot.close_button,
        ):
            right = button.mapTo(stage.window, button.rect().topRight()).x()
            assert right < stage.window.width(), (info.id, button.words)


def test_where_there_is_no_room_the_page_opens_in_place_of_the_step(open_stage: Open) -> None:
    """P1, G6: at 150 % Ctrl+P shows the page, Esc goes back to the field."""
    stage = open_stage(plan=minh_khe(), now=SPRING, scale=1.5)
    preview = stage.page.preview
    assert preview is not None
    assert not preview.isVisible()
    assert stage.page.work.isVisible()
    stage.key(Qt.Key.Key_P, CONTROL)
    assert preview.isVisible()
    assert not stage.page.work.isVisible()
    assert stage.focused is preview.page
    stage.key(Qt.Key.Key_Escape)
    assert stage.page.work.isVisible()
    assert not preview.isVisible()
    stage.key(Qt.Key.Key_F6)
    assert preview.isVisible()
    stage.key(Qt.Key.Key_F6)
    assert stage.page.work.isVisible()


def test_beside_the_step_the_page_takes_the_focus_by_key_only(open_stage: Open) -> None:
    stage = open_stage(plan=minh_khe(), now=SPRING)
    preview = stage.page.preview
    assert preview is not None
    assert preview.page in stage.page.panes()
    stage.key(Qt.Key.Key_P, CONTROL)
    assert stage.focused is preview.page
    stage.key(Qt.Key.Key_Escape)
    assert stage.focused is not preview.page


# --- review, files, paper ----------------------------------------------------------------------------


def review(stage: Stage) -> ReviewStep:
    stage.page.presenter.go(StepId.REVIEW)
    stage.page.focus_first()
    view = stage.view
    assert isinstance(view, ReviewStep)
    return view


def test_the_review_goes_to_the_very_field(open_stage: Open) -> None:
    """P1: what is missing stands in a list; its button puts the cursor where it is to be typed."""
    stage = open_stage()
    view = review(stage)
    assert "Chưa có tên xã, phường" in [gap.text for gap in view.missing._shown]
    assert stage.page.foot.next_button.reason.startswith("Còn ")
    stage.key(Qt.Key.Key_Return, CONTROL)
    assert stage.finished == []
    tab_to(stage, "Đến chỗ này: Chưa có tên xã, phường")
    stage.key(Qt.Key.Key_Space)
    assert stage.page.presenter.step is StepId.ISSUER
    assert name_of(stage.focused) == "Tên riêng"


def test_every_gap_of_the_empty_plan_can_be_gone_to(open_stage: Open) -> None:
    """P1: no gap points nowhere, and going to an empty list begins its first row."""
    stage = open_stage()
    for gap in stage.page.presenter.gaps():
        stage.page.go_to(gap)
        assert stage.page.presenter.step is gap.step
        assert stage.view.isAncestorOf(stage.focused), gap


def test_leafing_through_never_finishes_the_plan(open_stage: Open) -> None:
    """P1: Ctrl+PgDn stops at the last step."""
    stage = open_stage(plan=loc_thinh_plan())
    for _ in range(12):
        next_step(stage)
    stage.settle()
    assert stage.page.presenter.step is StepId.REVIEW
    assert stage.finished == []


def test_number_and_date_are_written_at_the_end(open_stage: Open) -> None:
    """P2: once known they stand in the plan."""
    stage = open_stage(plan=loc_thinh_plan())
    review(stage)
    fill(stage, "Số", "36")
    fill(stage, "Ngày ban hành", "15/7/2024")
    assert (stage.plan.number, stage.plan.issued_on) == ("36", date(2024, 7, 15))


def test_the_plan_is_written_as_files_after_it_was_saved(open_stage: Open, tmp_path: Path) -> None:
    """P1: what is exported is what was typed last."""
    stage = open_stage(plan=loc_thinh_plan())
    view = review(stage)
    fill(stage, "Số", "41")
    stage.prompter.expect(tmp_path, tmp_path)
    view.pdf.click()
    stage.settle()
    view.word.click()
    stage.settle()
    suffixes = sorted(path.suffix for path in tmp_path.iterdir() if path.is_file())
    assert suffixes == [".docx", ".pdf"]
    assert stage.stored.number == "41"
    assert stage.toast.words.startswith("Đã ghi tệp")
    stage.prompter.done()


def test_the_papers_made_from_the_plan_are_written_too(open_stage: Open, tmp_path: Path) -> None:
    """C1, P10, P11: one paper or all of them; Excel is offered only where there is one."""
    stage = open_stage(plan=loc_thinh_plan())
    view = review(stage)
    stage.settle()
    assert not view.excel.isVisibleTo(view)
    QTest.keyClick(view.which, Qt.Key.Key_Down)
    assert view.which.currentText() == "Bảng phân công, thời hạn"
    assert view.excel.isVisibleTo(view)
    stage.prompter.expect(tmp_path / "một", tmp_path / "tất cả")
    view.excel.click()
    stage.settle()
    assert [path.name for path in (tmp_path / "một").iterdir()] == ["bang-phan-cong.xlsx"]
    assert stage.toast.words == "Đã ghi tệp bang-phan-cong.xlsx"
    QTest.keyClick(view.which, Qt.Key.Key_End)
    assert view.which.currentText() == "Tất cả 9 văn bản"
    view.pdf.click()
    stage.settle()
    names = sorted(path.stem for path in (tmp_path / "tất cả").iterdir())
    assert names == sorted(kind.stem for kind in PLAN_KINDS)
    assert stage.toast.words == "Đã ghi 9 tệp vào thư mục tất cả"
    stage.prompter.done()


def test_the_chosen_paper_is_seen_and_printed(open_stage: Open) -> None:
    """C1: the paper stands beside the last step in the plan's place, and only there."""
    stage = open_stage(plan=loc_thinh_plan())
    view = review(stage)
    stage.settle()
    preview = stage.page.preview
    assert preview is not None
    QTest.keyClick(view.which, Qt.Key.Key_End)
    QTest.keyClick(view.which, Qt.Key.Key_Up)
    stage.settle()
    assert preview.result is not None
    script = preview.result
    assert view.paper.title.text() == f"Kịch bản điều hành, {script.pages} trang"
    assert preview.page.count == script.pages
    view.paper.go.click()
    stage.settle()
    assert stage.shop.jobs[0][0] == script.data
    stage.page.presenter.go(StepId.ISSUER)
    stage.settle()
    assert any(place.anchor == "lead_in" for place in preview.result.places)
    stage.page.presenter.go(StepId.REVIEW)
    stage.settle()
    assert preview.result.data == script.data
    assert view.paper.title.text() == f"Kịch bản điều hành, {script.pages} trang"
    assert view.paper.go.isEnabled()


def test_the_very_pages_that_are_seen_are_printed(open_stage: Open) -> None:
    """P1: the print job is the plan's PDF, in as many copies as were asked for."""
    stage = open_stage(plan=loc_thinh_plan())
    view = review(stage)
    stage.settle()
    fill(stage, "Số bản", "3")
    view.paper.go.click()
    stage.settle()
    data, choice, order = stage.shop.jobs[0]
    assert data.startswith(b"%PDF")
    assert (choice.name, order.copies) == ("Canon LBP 2900", 3)
    assert stage.page.preview is not None
    assert stage.page.preview.result is not None
    assert data == stage.page.preview.result.data


# --- saving ------------------------------------------------------------------------------------------


def test_a_failed_save_is_said_loudly_and_nothing_is_lost(
    open_stage: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    """G5, L9: the banner says what happened; "Lưu lại" writes what is in the window."""
    stage = open_stage(plan=minh_khe(), now=SPRING)
    sentence = "Ổ đĩa đã đầy. Chữ đang gõ vẫn còn trong cửa sổ."

    def full(*args: Any, **kinds: Any) -> Any:
        raise StorageError(sentence)

    with monkeypatch.context() as patch:
        patch.setattr(stage.core.planning, "_conferences", _Broken(full))
        fill(stage, "Tên riêng", "Minh Khê Thượng")
        stage.until(stage.page.trouble.isVisible)
        assert sentence in stage.page.trouble.accessibleName()
        assert stage.page.foot.saved.text() == "Chưa lưu được"
        stage.prompter.expect("stay")
        assert not stage.page.may_leave()
        stage.until(lambda: not stage.tasks.busy)
    stage.page.retry.click()
    stage.until(lambda: stage.page.presenter.clean)
    assert not stage.page.trouble.isVisible()
    assert stage.stored.issuer.name == "Minh Khê Thượng"


class _Broken:
    def __init__(self, act: Callable[..., Any]) -> None:
        self.save_plan = act


def test_saved_is_shown_at_the_left_of_the_bottom_bar(open_stage: Open) -> None:
    """P1: "Đã lưu" with the time, only once something was committed."""
    stage = open_stage(plan=minh_khe(), now=SPRING)
    assert not stage.page.foot.saved.isVisible()
    fill(stage, "Tên riêng", "Minh Hà")
    stage.settle()
    assert stage.page.foot.saved.text().startswith("Đã lưu ")
    assert stage.page.foot.isAncestorOf(stage.page.foot.saved)


def test_undo_of_the_plan_works_from_a_field_that_has_nothing_to_take_back(open_stage: Open) -> None:
    """P1: Ctrl+Z in a field takes back its letters first, then the plan's last act."""
    stage = open_stage(plan=minh_khe(), now=SPRING)
    stage.page.presenter.go(StepId.PURPOSE)
    stage.page.focus_first()
    view = stage.view
    assert isinstance(view, PurposeStep)
    count = len(view._source.rows(stage.plan))
    to_row(stage, "Các mục của kế hoạch", 3)
    stage.key(Qt.Key.Key_Delete, CONTROL, SHIFT)
    assert len(view._source.rows(stage.plan)) == count - 1
    open_row(stage, "Các mục của kế hoạch", 3)
    stage.key(Qt.Key.Key_Z, CONTROL)
    assert len(view._source.rows(stage.plan)) == count


def test_two_wizards_may_be_open_one_after_the_other(open_stage: Open) -> None:
    """P5: the plan of another conference opens while the first page still exists."""
    stage = open_stage(plan=minh_khe(), now=SPRING)
    other = stage.core.planning.create("ubnd_nhan_dan")
    page = WizardPage(stage.context, other, shop=stage.shop)
    ready: list[bool] = []
    page.ready.connect(lambda: ready.append(True))
    stage.until(lambda: bool(ready))
    assert page.presenter.plan.issuer.name == "Minh Khê", "the issuer used last is offered"
    page.deleteLater()
    QApplication.processEvents()
