"""The box one writes in stays in its place, its line is whole, the next key is the filled button (L1, G6)."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QWidget

from tests.live.hall import Hall, SickDisk
from tests.ui.live.stage import Stage
from ui.live import verbs
from ui.live.verb_button import VerbButton
from ui.type_scale import Type
from ui.widgets.button import Kind
from ui.widgets.editor import Editor

LONG = "bà Nguyễn Thị Thanh Nguyệt /xóm Đình, Thượng Vĩnh Ổn"


def _add(stage: Stage, *lines: str) -> None:
    for line in lines:
        stage.key("F2")
        stage.type(line)
        stage.key("Return")


def _tops(stage: Stage) -> tuple[int, int]:
    """Where the two boxes begin; at 200 % where the open one does."""
    work = stage.page.work
    stage.window.grab()  # all layouts done

    def top(widget: QWidget) -> int:
        return widget.mapTo(stage.window, QPoint(0, 0)).y() if widget.isVisible() else -1

    return top(work.opinion.editor), top(work.answer.editor)


def _line_is_whole(stage: Stage, editor: Editor) -> bool:
    line = stage.look.line(Type.EDITOR)
    viewport, bar = editor.viewport(), editor.verticalScrollBar()
    whole = viewport.height() % line == 0 and bar.value() % line == 0
    return whole and viewport.rect().contains(editor.cursorRect())


@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
def test_the_line_of_the_cursor_is_whole(open_stage: Callable[..., Stage], scale: float) -> None:
    """G6: however high the box is, only whole lines are in it, and the cursor stands in one of them."""
    stage = open_stage(scale=scale)
    stage.key("F3")
    work = stage.page.work
    for key, editor in (("F5", work.opinion.editor), ("F6", work.answer.editor)):
        stage.key(key)
        for number in range(1, 14):
            stage.type(f"Điểm {number}: đường Ổ Gà, thôn Thượng Vĩnh Ổn.\n")
            assert _line_is_whole(stage, editor), (scale, number)
        for _ in range(13):
            stage.key("Up")
            assert _line_is_whole(stage, editor), scale
        stage.key("Ctrl+End", "Ctrl+3")
        stage.window.grab()
        assert _line_is_whole(stage, editor), "after the outcome took a line of the room"


@pytest.mark.parametrize("scale", [1.0, 1.5])
def test_the_boxes_stay_where_they_are(hall: Hall, open_stage: Callable[..., Stage], scale: float) -> None:
    """L1: a day off, a second opinion, a long name or a sick disk never move the line being written."""
    stage = open_stage(scale=scale)
    _add(stage, LONG, "ông Lò Văn Ế /Phú Ấp")
    stage.key("F3")
    before = _tops(stage)
    stage.key("F8")
    assert _tops(stage) == before, "a long name"
    stage.key("F3")
    stage.type("Kênh tiêu ứ bèo, mưa to là ngập lúa.")
    assert _tops(stage) == before
    stage.key("F6")
    stage.type("Xã ghi nhận.")
    stage.key("Ctrl+3")
    assert _tops(stage) == before, "unit and day"
    stage.key("Ctrl+Return")
    stage.type("Điện yếu vào giờ cao điểm.")
    assert stage.page.work.opinion.chips.isVisible()
    assert _tops(stage) == before, "a second opinion"
    disk = SickDisk(hall.app)
    disk.sick = True
    stage.key("Ctrl+Return")
    assert stage.page.work.banner.isVisible()
    assert _tops(stage) == before, "what could not be saved"
    disk.sick = False
    stage.live.retry()
    stage.settle()
    stage.key("F8")
    assert _tops(stage) == before, "a short name"


def test_at_200_percent_the_open_box_stays_too(hall: Hall, open_stage: Callable[..., Stage]) -> None:
    """L1, G6."""
    stage = open_stage(scale=2.0)
    _add(stage, LONG)
    stage.key("F3", "F8", "F3")
    before = _tops(stage)
    stage.type("Kênh tiêu ứ bèo.")
    stage.key("Ctrl+3", "F5")
    assert _tops(stage) == before
    disk = SickDisk(hall.app)
    disk.sick = True
    stage.key("Ctrl+Return")
    assert stage.page.work.banner.isVisible()
    assert _tops(stage) == before
    disk.sick = False
    stage.live.retry()
    stage.settle()


def _filled(stage: Stage) -> list[str]:
    """The filled buttons in sight; a button of a verb by its key."""
    found = []
    for button in list[VerbButton](stage.page.work.findChildren(VerbButton)):
        if button.isVisible() and button.kind is Kind.PRIMARY:
            found.append(button.key)
    return found


@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
def test_the_filled_button_is_the_next_key(open_stage: Callable[..., Stage], scale: float) -> None:
    """L1: in every phase the eye finds the next key within two seconds: one filled button, or none."""
    stage = open_stage(scale=scale)
    save = "Ctrl+Enter"
    assert _filled(stage) == ["F3"], "before the session"
    stage.key("F3")
    assert _filled(stage) == [], "nobody waits: the title says F2"
    _add(stage, LONG, "ông Lò Văn Ế /Phú Ấp")
    assert _filled(stage) == ["F8"], "somebody waits"
    stage.key("F8")
    assert _filled(stage) == ["F3"], "called"
    stage.key("F3")
    assert _filled(stage) == [save], "speaks"
    stage.key("F4")
    assert _filled(stage) == ["F3"], "paused"
    stage.type("Kênh tiêu ứ bèo.")
    assert _filled(stage) == [save], "a word is written"
    stage.key("F3", "F6")
    stage.type("Xã ghi nhận.")
    stage.key("Ctrl+1", "Ctrl+Return")
    assert _filled(stage) == ["F8"], "written down: the next one"
    stage.type("Còn")
    assert _filled(stage) == [save], "or one more opinion"


def test_when_nobody_waits_any_more_the_title_says_what_comes(stage: Stage) -> None:
    """L1: who does not know the program reads the next key under the title."""
    header = stage.page.work.header
    assert "F3 bắt đầu phiên" in header.words[1]
    stage.key("F3")
    assert "F2 thêm người" in header.words[1]
    _add(stage, "ông Lò Văn Ế /Phú Ấp")
    assert header.words[1] == "F8 mời ông Lò Văn Ế"
    stage.key("F8", "F3")
    stage.type("Điện yếu.")
    stage.key("F3", "F3", "Ctrl+Return", "F8")
    assert header.words[1].startswith("Không còn ai chờ: F2 thêm người, Ctrl+L ghi kết luận")


def test_after_the_end_only_what_still_can_be_done_is_offered(stage: Stage) -> None:
    """L1, M1: back to the minutes is the filled button; nobody is called any more."""
    stage.key("F3")
    _add(stage, "ông Lò Văn Ế /Phú Ấp")
    stage.page.keys.actions[verbs.END.id].trigger()
    stage.settle()
    assert _filled(stage) == []
    assert stage.page.work.minutes.kind is Kind.PRIMARY
    shown = {one.key for one in list[VerbButton](stage.page.work.findChildren(VerbButton)) if one.isVisible()}
    assert not shown & {"F3", "F4", "F8", "F9"}


def test_a_verb_is_found_by_its_words_and_meets_the_cursor(stage: Stage) -> None:
    """L1: laptops whose F-keys dim the screen: F1 finds every verb without marks, and it acts in the text."""
    stage.key("F3")
    _add(stage, "ông Lò Văn Ế /Phú Ấp")
    stage.key("F8", "F3")
    stage.type("Điện yếu. Nước bẩn.")
    stage.key(*["Left"] * 9)
    stage.key("F1")
    sheet = stage.page.side.keys
    assert stage.at(sheet.search)
    every = len(sheet.shown)
    stage.type("tach y")
    assert [line.action.text() for line in sheet.shown] == ["Tách ý kiến"]
    stage.key("Return")
    assert not sheet.isVisible()
    assert stage.page.work.opinion.editor.toPlainText() == "Nước bẩn."
    stage.key("F1")
    assert sheet.search.text() == ""
    assert len(sheet.shown) == every
    stage.type("xyz")
    assert sheet.shown == ()
    stage.key("Escape", "Escape")
    assert not sheet.isVisible()


def test_every_verb_of_the_sheet_can_be_reached_by_mouse(stage: Stage) -> None:
    """L1: each has its line in F1, and F1 has its button."""
    stage.key("F1")
    lines = {line.action for line in stage.page.side.keys.shown}
    listed = [verb for _, members in verbs.SHEET for verb in members]
    assert lines == {stage.page.keys.actions[verb.id] for verb in listed}


def test_beside_a_drawer_at_200_percent_the_day_is_whole(
    hall: Hall, open_stage: Callable[..., Stage]
) -> None:
    """L3, G6: to whom, by whom and until when stand in one line, and what is wrong with a day in the next."""
    stage = open_stage(scale=2.0)
    stage.key("F3")
    _add(stage, LONG)
    stage.key("F8", "F3")
    stage.type("Kênh tiêu ứ bèo.")
    stage.key("Shift+F3", "F6", "Ctrl+4")
    day, words = stage.page.work.outcomes.day, stage.page.work.outcomes
    assert stage.page.side.isVisible()
    assert day.isVisible()
    stage.window.grab()
    assert day.width() >= day.sizeHint().width()
    day.setFocus()
    stage.key("Ctrl+A")
    stage.type("31/2")
    stage.key("Tab")
    assert words.warning
    assert words.warning == day.toolTip()


def test_the_buttons_of_an_answer_have_words_where_there_is_room(stage: Stage) -> None:
    """L3: "Trả lời thêm" and "Trả lời chung" are read, not guessed, until a long name needs their room."""
    answer = stage.page.work.answer
    assert [button.words for button in answer.more] == ["Trả lời thêm", "Trả lời chung"]
    stage.key("F3", "F6")
    stage.type("Nước đã đủ.")
    stage.live.set_answerer("Nguyễn Thị Thanh Nguyệt, Phó Chủ tịch Thường trực Ủy ban nhân dân xã Minh Khê")
    stage.settle()
    stage.window.grab()
    assert [button.words for button in answer.more] == ["", ""]
    assert [button.accessibleName() for button in answer.more] == ["Trả lời thêm", "Trả lời chung"]


@pytest.mark.parametrize("scale", [1.0, 1.5])
def test_every_opinion_of_the_turn_keeps_its_chip(open_stage: Callable[..., Stage], scale: float) -> None:
    """L3: where there is no room for the words of the chips their numbers stay, none goes."""
    stage = open_stage(scale=scale)
    stage.key("F3")
    _add(stage, LONG)
    stage.key("F8", "F3")
    for text in ("Nước sinh hoạt thiếu.", "Rác không ai thu.", "Đường trục hỏng."):
        stage.type(text)
        stage.key("Ctrl+Return")
    stage.key("Shift+F5")
    chips = stage.page.work.opinion.chips
    stage.window.grab()
    assert [chip.isVisible() for chip in chips.buttons] == [True] * 4
    assert stage.page.work.opinion.editor.toPlainText() == "Đường trục hỏng."


def test_one_filled_button_also_beside_the_drawer_of_joint_answers(stage: Stage) -> None:
    """L3: there Enter answers several; Ctrl+Enter waits until it is closed."""
    stage.key("F3")
    _add(stage, LONG)
    stage.key("F8", "F3")
    stage.type("Nước sinh hoạt thiếu.")
    stage.key("Ctrl+Return")
    stage.type("Rác không ai thu.")
    stage.key("F6")
    stage.type("Xã tiếp thu.")
    assert _filled(stage) == ["Ctrl+Enter"]
    stage.key("Ctrl+J")
    assert stage.page.side.joint.isVisible()
    assert _filled(stage) == []
    stage.key("Escape")
    assert _filled(stage) == ["Ctrl+Enter"]
