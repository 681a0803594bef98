"""What is half typed survives: drafts, kills and failing disks, seen in the window (L9, G5)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtWidgets import QApplication
from shiboken6 import delete

from dialogue_desktop.domain.records import Outcome
from dialogue_desktop.domain.wall_time import on_wall
from tests.live.hall import Hall
from tests.ui.live.stage import Stage


def test_the_draft_reaches_the_disk_by_itself(hall: Hall, stage: Stage) -> None:
    """L9: a pause is enough; "Đã lưu" says when, and only then."""
    top = stage.page.top
    assert top.saved_words == ""
    stage.key("F5")
    stage.type("Đường trục thôn")
    assert top.saved_words == ""
    stage.saved()
    draft = hall.app.live.draft(hall.cid)
    assert draft is not None
    assert draft.item.text == "Đường trục thôn"
    assert draft.cursor == len("Đường trục thôn")
    assert top.saved_words == f"Đã lưu {on_wall(hall.clock.now()):%H:%M:%S}"


def test_after_a_kill_the_cursor_stands_where_it_stood(hall: Hall, open_stage: Callable[..., Stage]) -> None:
    """L9: nothing is closed; a second program on the same folder shows the same boxes and the cursor."""
    stage = open_stage()
    stage.key("F3", "F2")
    stage.type("ông Nguyễn Đức Ưởng /Phú Ấp")
    stage.key("Return", "F8", "F3")
    stage.type("Đường trục thôn hỏng.")
    stage.key("Ctrl+2", "F6")
    stage.type("Đã có kế hoạch năm nay.")
    stage.key("Home", "Right", "Right", "Right")
    stage.saved()
    hall.reopen()
    again = open_stage()
    work = again.page.work
    assert work.opinion.editor.toPlainText() == "Đường trục thôn hỏng."
    assert work.answer.editor.toPlainText() == "Đã có kế hoạch năm nay."
    assert QApplication.focusWidget() is work.answer.editor
    assert work.answer.editor.textCursor().position() == 3
    assert again.live.desk.item.outcome is Outcome.PARTLY
    assert again.live.screen().speaker.name == "Ông Nguyễn Đức Ưởng"
    again.type("X")
    assert work.answer.editor.toPlainText() == "Đã Xcó kế hoạch năm nay."


def test_a_half_typed_quick_line_is_there_again(hall: Hall, open_stage: Callable[..., Stage]) -> None:
    """L9: the line of a walk-in too."""
    stage = open_stage()
    stage.key("F2")
    stage.type("bà Lê Thị")
    stage.saved()
    hall.reopen()
    again = open_stage()
    assert QApplication.focusWidget() is again.page.queue.quick
    again.type(" Ổn /Phú Ấp")
    again.key("Return")
    assert again.live.records.turns[0].voice.name == "Lê Thị Ổn"


def test_small_fields_and_drawers_survive_a_kill(hall: Hall, open_stage: Callable[..., Stage]) -> None:
    """L9: a reason that is still being typed stands in its field again, a half-typed conclusion and a count
    that nobody entered are in their drawers."""
    stage = open_stage()
    stage.key("F3", "F5")
    stage.type("Xin hỏi về việc tách thửa.")
    stage.key("Ctrl+6")
    reason = stage.page.work.outcomes.reason
    assert stage.at(reason)
    stage.type("Đã trả lời tại công văn số 41")
    stage.saved()
    hall.reopen()
    again = open_stage()
    reason = again.page.work.outcomes.reason
    assert again.at(reason)
    again.type("/UBND")
    again.key("Return")
    assert again.live.desk.item.outcome_reason == "Đã trả lời tại công văn số 41/UBND"
    again.key("Ctrl+L")
    for letter in "Giao Phòng Kinh tế kiểm tra toàn tuyến mương":
        again.letter(letter)
    again.until(lambda: "tuyến" in _conclusion_of(hall))
    hall.reopen()
    last = open_stage()
    last.until(lambda: bool(last.live.records.conclusions))
    assert last.live.records.conclusions[0].text.startswith("Giao Phòng Kinh tế kiểm tra toàn tuyến")


def _conclusion_of(hall: Hall) -> str:
    """What the disk holds of the first conclusion, half typed or written."""
    draft = hall.app.live.draft(hall.cid)
    rows = (draft.conclusions if draft is not None else None) or hall.app.live.records(hall.cid).conclusions
    return rows[0].text if rows else ""


def test_a_count_that_nobody_entered_survives_a_kill(hall: Hall, open_stage: Callable[..., Stage]) -> None:
    """L9, L6: the number stands in its field, Enter was not pressed."""
    stage = open_stage()
    stage.key("F3", "Ctrl+D")
    stage.type("187")
    stage.saved()
    assert hall.app.live.records(hall.cid).attendance[0].present is None
    hall.reopen()
    again = open_stage()
    again.until(lambda: again.live.records.attendance[0].present == 187)


def test_a_name_half_typed_in_the_drawer_survives_a_kill(
    hall: Hall, open_stage: Callable[..., Stage]
) -> None:
    """L9, L2: the field was not left; of a turn, and of the item where nobody was called."""
    stage = open_stage()
    stage.key("F3", "F2")
    stage.type("ông Lò Văn Ế /Phú Ấp")
    stage.key("Return", "F8", "Ctrl+E", "End")
    stage.type("n")
    stage.saved()
    assert hall.app.live.records(hall.cid).turns[0].voice.name == "Lò Văn Ế"
    hall.reopen()
    again = open_stage()
    again.until(lambda: again.live.records.turns[0].voice.name == "Lò Văn Ến")
    assert again.live.records.turns[0].voice.locality == "thôn Phú Ấp"
    again.key("F8", "Ctrl+E")
    again.type("Hoàng Thị Mỵ")
    again.saved()
    hall.reopen()
    last = open_stage()
    last.until(lambda: bool(last.live.desk.item.voices))
    assert last.live.desk.item.voices[0].name == "Hoàng Thị Mỵ"


def test_leaving_the_page_writes_what_is_typed(hall: Hall, stage: Stage) -> None:
    """L9: no question, no loss."""
    stage.key("F5")
    stage.type("Chưa xong câu")
    assert stage.page.may_leave()
    stage.saved()
    draft = hall.app.live.draft(hall.cid)
    assert draft is not None
    assert draft.item.text == "Chưa xong câu"


def test_a_page_that_goes_away_still_writes(hall: Hall, stage: Stage) -> None:
    """L9: the page is thrown away with its last letter not yet saved; the letter is on the disk."""
    stage.key("F5")
    stage.type("Câu cuối")
    page = stage.page
    page.hide()
    page.setParent(None)
    delete(page)
    stage.until(lambda: not stage.tasks.busy)
    draft = hall.app.live.draft(hall.cid)
    assert draft is not None
    assert draft.item.text == "Câu cuối"


def test_what_other_pages_wrote_is_there_when_it_is_shown_again(hall: Hall, stage: Stage) -> None:
    """L9: an opinion entered on another page, a plan changed in the wizard."""
    stage.context.bridge.listen(hall.app.bus)
    stage.page.hide()
    hall.collect("Kênh N4 bồi lấp.", "Vi Thị Ự", "thôn Đồng Vạn")
    QApplication.processEvents()
    stage.page.show()
    stage.until(lambda: len(stage.live.records.opinions) == 1)
    stage.page.hide()
    plan = hall.app.planning.plan(hall.cid)
    hall.app.planning.save_plan(hall.cid, replace(plan, fields=("Thủy lợi",)))
    QApplication.processEvents()
    stage.page.show()
    stage.until(lambda: stage.live.plan.fields == ("Thủy lợi",))


def test_a_plan_changed_elsewhere_takes_nothing_from_the_boxes(hall: Hall, stage: Stage) -> None:
    """L9, M3: the page is shown again after the plan was changed; what is typed at once stays."""
    stage.key("F5")
    stage.type("Đường trục thôn")
    stage.page.hide()
    plan = hall.app.planning.plan(hall.cid)
    hall.app.planning.save_plan(hall.cid, replace(plan, places=("Sân đình Phú Ấp",)))
    stage.page._plan_stale = True  # as the bridge tells it
    stage.page.show()
    stage.page.focus_first()
    stage.type(" xuống cấp")  # before the plan has been read again
    stage.settle()
    assert stage.page.work.opinion.editor.toPlainText() == "Đường trục thôn xuống cấp"
    assert stage.live.plan.places == ("Sân đình Phú Ấp",)
    stage.saved()
    draft = hall.app.live.draft(hall.cid)
    assert draft is not None
    assert draft.item.text == "Đường trục thôn xuống cấp"
