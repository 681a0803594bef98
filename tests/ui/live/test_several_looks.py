"""Several opinions and answers on the screen at every size: nothing cut, the words have room (L3, G6)."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from dialogue_desktop.domain.records import Outcome
from tests.live.hall import Hall
from tests.ui.live.stage import Stage
from tests.ui.live.test_layout import _begin, _cut, _overlapping
from ui.live.density import Density
from ui.live.session.promised_days import off_words


def _fine(stage: Stage) -> None:
    stage.settle()
    assert _cut(stage) == []
    assert _overlapping(stage) == []


@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
def test_several_of_all_fit(hall: Hall, open_stage: Callable[..., Stage], scale: float) -> None:
    stage = open_stage(scale=scale)
    _begin(hall, stage)
    work, live = stage.page.work, stage.live
    stage.key("Ctrl+Return")
    for number in range(6):
        stage.type(f"Ý kiến thứ {number + 2}: cống đầu làng tắc, mưa là ngập vào nhà bà con xóm Đình.")
        stage.key("Ctrl+Return")
    stage.type("Đèn đường xóm Đình hỏng từ tết.")
    _fine(stage)
    assert work.opinion.chips.isVisible()
    assert any(b.isVisible() and b.chip.current for b in work.opinion.chips.buttons)
    stage.key("F6")
    stage.type("Xã sẽ kiểm tra.")
    stage.key("Shift+F9")
    stage.type("pham quoc")
    stage.key("Down", "Return", "Ctrl+3")
    live.set_deadline(date(2026, 5, 2))
    live.set_unit("Phòng VH – XH")
    for box in ("F5", "F6"):
        stage.key(box)
        _fine(stage)
        editor = work.opinion.editor if box == "F5" else work.answer.editor
        assert editor.height() >= 2 * stage.look.line()
    assert work.outcomes.unit.isVisible()
    assert work.outcomes.day.isVisible()
    stage.key("Ctrl+J")
    _fine(stage)
    stage.key("Return", "Shift+F5")
    _fine(stage)


def test_who_is_responsible_stays_in_sight_with_every_outcome(
    hall: Hall, open_stage: Callable[..., Stage]
) -> None:
    """L3: also of what was answered at the hall, with large letters, and in the list of what was written."""
    stage = open_stage(scale=2.0)
    _begin(hall, stage)
    live, outcomes = stage.live, stage.page.work.outcomes
    assert stage.page.frame.density is Density.SMALL
    live.set_unit("Phòng Kinh tế")
    live.set_deadline(date(2026, 8, 28))
    for outcome in Outcome:
        live.set_outcome(outcome)
        assert outcomes.unit.isVisible()
        assert outcomes.day.isVisible()
    live.set_outcome(Outcome.WRITTEN)
    stage.key("Ctrl+Return")
    (row,) = live.screen().entries
    assert (row.note, row.day) == ("Hẹn văn bản, Phòng Kinh tế", "28/8")
    stage.type("Nước yếu.")
    stage.key("Ctrl+3", "Ctrl+Return")
    assert live.screen().entries[0].note == "Hẹn văn bản, chưa giao đơn vị"


def test_a_day_off_is_said_under_the_day_and_never_moved(hall: Hall, stage: Stage) -> None:
    """P10, L3: one calm line; the day stays as it was promised."""
    _begin(hall, stage)
    bar = stage.page.work.outcomes
    stage.key("F7", "3")
    assert bar._off.isHidden()  # the plan's own day is a working day
    stage.key("Tab")
    stage.key("Ctrl+A")
    stage.type("2/5/2026")
    stage.key("Return")
    assert bar._off.text() == "Thứ Bảy 2/5 là ngày nghỉ. Ngày làm việc kế tiếp: thứ Hai 4/5."
    assert not bar._off.isHidden()
    assert stage.live.desk.item.deadline == date(2026, 5, 2)
    calendar = hall.app.deadlines.calendar()
    assert off_words(calendar, date(2026, 4, 30)).startswith("Thứ Năm 30/4 là ngày nghỉ (")
    assert off_words(calendar, date(2026, 5, 4)) == ""


def test_why_it_is_off_topic_is_asked_and_may_be_left_out(hall: Hall, stage: Stage) -> None:
    """L3: the office's words are offered; the reason goes with its outcome and comes back with it."""
    _begin(hall, stage)
    bar = stage.page.work.outcomes
    stage.key("F7", "5")
    assert stage.at(bar.reason)
    stage.type("trụ sở")
    stage.key("Down", "Return")
    assert stage.at(bar.unit)
    assert stage.live.desk.item.outcome_reason == "Việc riêng của một hộ, mời làm việc tại trụ sở."
    stage.key("Ctrl+1")
    assert stage.live.desk.item.outcome_reason == ""
    stage.key("Ctrl+5")
    assert stage.live.desk.item.outcome_reason.startswith("Việc riêng")
    stage.key("Ctrl+6")
    assert "Việc đã được giải quyết" in next(one.text for one in bar.reason._options())
    stage.key("F5", "Ctrl+5", "F7", "5")
    assert stage.live.desk.item.outcome is None
