"""The chair's conclusions by keys alone: drafted, put right, moved, brought up to date (L8)."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from dialogue_desktop.domain.records import Conclusion, Outcome
from tests.live.hall import Hall
from tests.ui.live.concluding import ROAD, evening, say
from tests.ui.live.stage import Stage
from ui.live.drawers.conclusions_drawer import ConclusionsDrawer
from ui.live.drawers.side_host import Side
from ui.live.session.conclusion_verbs import NO_RESULT, NOTHING_NEW

DRAFT = "Ctrl+F7"


@pytest.fixture
def stage(hall: Hall, open_stage: Callable[..., Stage]) -> Stage:
    evening(hall)
    return open_stage()


def _rows(stage: Stage) -> tuple[Conclusion, ...]:
    rows: tuple[Conclusion, ...] = stage.live.records.conclusions
    return rows


def _drawer(stage: Stage) -> ConclusionsDrawer:
    return stage.page.side.conclusions


def _again(stage: Stage) -> None:
    """Another page wrote; this one reads it."""
    stage.live.refresh()
    stage.settle()


def test_one_key_drafts_and_one_undo_takes_all_of_it_back(hall: Hall, stage: Stage) -> None:
    """From the opinion box: the drawer opens, the cursor stands in the first row, the toast says how many."""
    stage.key(DRAFT)
    assert [row.settled for row in _rows(stage)] == [True, False, False]
    assert stage.page.side.side is Side.CONCLUSIONS
    assert stage.at(_drawer(stage)._rows[0].text)
    assert stage.toast == "Đã soạn 3 kết luận"
    assert "Đạo" not in " ".join(row.text for row in _rows(stage))
    assert _drawer(stage)._coverage.isHidden()
    stage.key("Escape", "Ctrl+Z")
    assert _rows(stage) == ()
    assert "soạn kết luận từ các ý kiến" in stage.toast
    stage.key("Ctrl+Y")
    assert len(_rows(stage)) == 3


def test_an_empty_row_that_was_begun_makes_room_for_the_draft(stage: Stage) -> None:
    stage.key("Ctrl+L", DRAFT)
    assert len(_drawer(stage)._rows) == 3
    stage.key(DRAFT)
    assert stage.toast == NOTHING_NEW
    assert len(_rows(stage)) == 3


def test_without_a_result_there_is_nothing_to_draft(hall: Hall, open_stage: Callable[..., Stage]) -> None:
    hall.app.live.start(hall.cid)
    say(hall, ROAD, None)
    stage = open_stage()
    stage.key(DRAFT)
    assert stage.toast == NO_RESULT
    assert _drawer(stage).missing.text() == "1 ý kiến chưa có trong kết luận"


def test_what_was_put_in_other_words_stays_and_the_new_comes_behind(hall: Hall, stage: Stage) -> None:
    stage.key(DRAFT, "Ctrl+End")
    stage.type(" Cảm ơn bà con.")
    stage.until(lambda: _rows(stage)[0].text.endswith("Cảm ơn bà con."))
    own = _rows(stage)[0].text
    say(hall, "Nước đục", Outcome.ANSWERED, "Hà Văn Tiệp")
    _again(stage)
    assert _drawer(stage).missing.text() == "1 ý kiến chưa có trong kết luận"
    stage.key(DRAFT)
    assert _rows(stage)[0].text == own
    assert _rows(stage)[3].text.startswith("Ngoài ra, đã trả lời")
    assert stage.at(_drawer(stage)._rows[3].text)


def test_a_draft_that_grows_under_the_cursor_is_not_written_back(hall: Hall, stage: Stage) -> None:
    """The cursor stands in the row; it shows the new words, and leaving it writes nothing old."""
    stage.key(DRAFT)
    say(hall, "Nước đục", Outcome.ANSWERED, "Hà Văn Tiệp")
    _again(stage)
    stage.key(DRAFT)
    assert stage.toast == "Đã thêm ý kiến vào 1 kết luận"
    assert "02 ý kiến" in _drawer(stage)._rows[0].text.value()
    stage.key("Escape")
    stage.saved()
    assert "02 ý kiến" in _rows(stage)[0].text


def test_unit_and_day_changed_in_the_drawer_change_the_sentence(stage: Stage) -> None:
    stage.key(DRAFT)
    row = _drawer(stage)._rows[1]
    row.unit.setFocus()
    stage.key("Ctrl+A")
    stage.type("cong an xa")
    stage.key("Return")
    assert _rows(stage)[1].text.startswith("Giao Công an xã xem xét")
    stage.key("Ctrl+A")
    stage.type("15/5")
    stage.key("Return")
    assert _rows(stage)[1].text.endswith("chậm nhất ngày 15/5/2026.")
    assert row.note.text().startswith("thứ Sáu 15/5/2026")
    assert row.text.value() == _rows(stage)[1].text


def test_a_day_off_is_warned_of_and_one_key_takes_a_working_day(stage: Stage) -> None:
    stage.key(DRAFT)
    row = _drawer(stage)._rows[1]
    row.day.setFocus()
    stage.key("Ctrl+A")
    stage.type("3/5")
    stage.key("Return")
    assert "Chủ nhật 03/5" in row.note.text()
    assert _rows(stage)[1].deadline == date(2026, 5, 3)  # never moved by itself
    row.other_day.setFocus()
    stage.key("Space")
    assert _rows(stage)[1].deadline == date(2026, 4, 29)
    assert "29/4/2026" in _rows(stage)[1].text
    assert row.other_day.isHidden()


def test_an_opinion_that_got_another_unit_is_offered_and_taken_over(hall: Hall, stage: Stage) -> None:
    stage.key(DRAFT)
    road = stage.live.records.opinions[1]
    hall.app.live.edit_opinion(hall.cid, road.id, unit="Công an xã", deadline=date(2026, 5, 15))
    _again(stage)
    row = _drawer(stage)._rows[1]
    assert row.change.text() == "Ý kiến 2 nay ghi: Công an xã, thứ Sáu 15/5/2026."
    assert _rows(stage)[1].unit == "Phòng Kinh tế"
    row.renew.setFocus()
    stage.key("Space")
    assert (_rows(stage)[1].unit, _rows(stage)[1].deadline) == ("Công an xã", date(2026, 5, 15))
    assert row.change.isHidden()
    hall.app.live.edit_opinion(hall.cid, stage.live.records.opinions[0].id, outcome=Outcome.PARTLY)
    _again(stage)
    _drawer(stage)._rows[0].renew.setFocus()
    stage.key("Space")
    assert [len(row.opinion_ids) for row in _rows(stage)] == [1, 1, 1]
    assert _rows(stage)[0].text.startswith("Tiếp tục giải quyết")


def test_rows_are_moved_from_the_text_itself(stage: Stage) -> None:
    """Ctrl+↑ and Ctrl+↓; the cursor goes along, and so does Tab."""
    stage.key(DRAFT)
    first, second, third = (row.id for row in _rows(stage))
    stage.key("Ctrl+Down")
    assert [row.id for row in _rows(stage)] == [second, first, third]
    moved = _drawer(stage)._rows[1]
    assert stage.at(moved.text)
    stage.key("Tab", "Tab", "Tab")
    assert stage.at(_drawer(stage)._rows[2].text)
    moved.text.setFocus()
    stage.key("Ctrl+Up", "Ctrl+Up")
    assert [row.id for row in _rows(stage)] == [first, second, third]


def test_what_is_missing_is_one_press_away(hall: Hall, stage: Stage) -> None:
    lost = say(hall, "Cống sập nắp", None, "Hà Văn Tiệp")
    _again(stage)
    stage.key(DRAFT)
    drawer = _drawer(stage)
    assert drawer.missing.text() == "1 ý kiến chưa có trong kết luận"
    drawer.show_missing.setFocus()
    stage.key("Space")
    assert stage.live.desk.item.opinion_id == lost.id
    assert stage.page.side.side is Side.PREPARED
