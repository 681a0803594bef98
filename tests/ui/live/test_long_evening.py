"""What a long evening must not do to the screen: lose the speaker, blame a clock put right (L1)."""

from __future__ import annotations

from collections.abc import Callable

from dialogue_desktop.domain.records import TurnState
from tests.live.hall import ROAD, Hall
from tests.ui.live.stage import Stage
from ui.turn_clock import Level


def _many(stage: Stage, count: int) -> None:
    stage.key("F3")
    for number in range(count):
        stage.key("F2")
        stage.type(f"ông Nguyễn Văn Số {number + 1} /Phú Ấp")
        stage.key("Return", "F8")
        stage.type("Đèn đường hỏng.")


def _row_of(stage: Stage, name: str) -> tuple[int, int]:
    """Top and height of a row within what is seen of the list."""
    queue = stage.page.queue.list
    place = [row.name for row in stage.page.seen.queue].index(name)
    box = queue.visualRect(queue.model().index(place, 0))
    return box.top(), box.height()


def _in_sight(stage: Stage, name: str) -> bool:
    """Whole, and above the lines at the foot of the list."""
    queue, toast = stage.page.queue.list, stage.page.frame.toast
    top, high = _row_of(stage, name)
    over = toast.mapTo(stage.window, toast.rect().topLeft()).y()
    foot = queue.viewport().mapTo(stage.window, queue.viewport().rect().topLeft()).y() + top + high
    return top >= 0 and foot <= over


def test_the_speaker_is_in_sight_when_nobody_waits_and_who_comes_next(hall: Hall, stage: Stage) -> None:
    """L1: the line that says what was done lies over no row."""
    _many(stage, 17)
    stage.key("Ctrl+Return")
    assert stage.page.frame.toast.isVisible()
    assert _in_sight(stage, "Ông Nguyễn Văn Số 17")
    for number in range(3):
        stage.key("F2")
        stage.type(f"bà Lê Thị Ổn {number} /Phú Ấp")
        stage.key("Return")
    assert _in_sight(stage, "Ông Nguyễn Văn Số 17")
    assert _in_sight(stage, "Bà Lê Thị Ổn 0")


def test_a_short_queue_is_shown_from_its_beginning(hall: Hall, stage: Stage) -> None:
    _many(stage, 6)
    assert _row_of(stage, "Ông Nguyễn Văn Số 1")[0] == 0


def test_the_list_goes_back_to_the_speaker(hall: Hall, stage: Stage) -> None:
    """L2: after somebody was looked for far above."""
    _many(stage, 17)
    stage.key("Ctrl+H", "Home")
    assert _row_of(stage, "Ông Nguyễn Văn Số 1")[0] == 0
    stage.key("F5")
    assert _in_sight(stage, "Ông Nguyễn Văn Số 17")


def test_a_clock_put_right_was_not_forgotten(hall: Hall, stage: Stage) -> None:
    """L7: the warning goes when the times are there."""
    stage.key("F3", "F2")
    stage.type("ông Lò Văn Ế /Phú Ấp")
    stage.key("Return", "F8")
    stage.type("Cột đèn ở ngã ba tắt hẳn từ sau Tết.")
    assert stage.live.clock().words == "Chưa bấm giờ"
    hall.wait(600)
    stage.key("Ctrl+E")
    stage.page.side.speaker._add.setFocus()
    stage.key("Space")
    stage.type("08:31:00")
    stage.key("Tab")
    stage.type("08:33:30")
    stage.key("Return")
    assert stage.live.clock().level is Level.STILL
    assert stage.live.clock().digits == "02:30"


def test_the_last_answer_is_over_with_the_time_to_speak(hall: Hall, stage: Stage) -> None:
    """L1, L2: nobody runs over time while the chair concludes; what is half written stays."""
    stage.key("F3", "Ctrl+PgDown", "Ctrl+PgDown", "F2")
    stage.type("ông Lò Văn Ế /Phú Ấp")
    stage.key("Return", "F8", "F3")
    stage.type("Đèn đường hỏng.")
    stage.key("F6")
    stage.type("Thay bóng")
    stage.key("Ctrl+PgUp")
    assert stage.live.turn().state is TurnState.DONE  # a step without speech, backwards too
    stage.key("Ctrl+PgDown", "F4", "Ctrl+PgDown")
    assert stage.live.records.session.step_id == "s4"
    assert stage.page.work.answer.editor.toPlainText() == "Thay bóng"


def test_a_collected_opinion_is_saved_under_its_own_name(
    hall: Hall, open_stage: Callable[..., Stage]
) -> None:
    """L5: the line names who sent it."""
    hall.collect("Đề nghị sửa đường trục.", "Nguyễn Đức Ưởng", "thôn Phú Ấp", answer=ROAD)
    stage = open_stage()
    stage.key("F3", "Shift+F8", "F12", "Ctrl+1", "Ctrl+Return")
    assert stage.toast == "Đã lưu ý kiến 1 của ông Nguyễn Đức Ưởng"


def test_a_conclusion_just_begun_is_in_sight(hall: Hall, stage: Stage) -> None:
    """L8: behind many others; the drawer scrolls to the row that is made."""
    stage.key("F3", "Ctrl+L")
    for number in range(9):
        stage.type(f"Kết luận thứ {number + 1}.")
        stage.key("Ctrl+Return")
    stage.type("Việc cuối.")
    drawer = stage.page.side.conclusions
    box = drawer._rows[-1].text
    cursor = box.mapTo(drawer.scroller, box.cursorRect().bottomLeft())
    assert 0 < cursor.y() <= drawer.scroller.viewport().height()
