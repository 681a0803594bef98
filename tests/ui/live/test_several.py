"""Several opinions and several answers in the window, by keys alone (L3, L4, L5)."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from dialogue_desktop.domain.records import Outcome
from tests.live.hall import Hall
from tests.ui.live.stage import Stage
from ui.live.drawers.side_host import Side

ROAD = "Đường trục thôn lầy lội. "
DRAIN = "Cống đầu làng tắc 🌾."


def _speaker(stage: Stage, line: str = "bà Lê Thị Ổn /Phú Ấp") -> None:
    stage.key("F3", "F2")
    stage.type(line)
    stage.key("Return", "F8")


def test_ctrl_t_cuts_at_the_cursor_and_ctrl_z_joins(stage: Stage) -> None:
    _speaker(stage)
    editor = stage.page.work.opinion.editor
    stage.type(f"🌾 {ROAD}{DRAIN}")
    stage.key(*["Left"] * len(DRAIN.replace("🌾", "x")))
    stage.key("Ctrl+T")
    assert [o.text for o in stage.live.records.at_hall()] == [f"🌾 {ROAD}".strip()]
    assert editor.toPlainText() == DRAIN
    assert stage.at(editor)
    assert editor.textCursor().position() == 0
    assert stage.toast == "Đã tách, đã lưu ý kiến 1. Ý kế tiếp đang ở trong ô."
    stage.key("Ctrl+Z")
    assert editor.toPlainText() == f"🌾 {ROAD}{DRAIN}"
    assert stage.live.records.at_hall() == ()


def test_what_is_marked_is_taken_out_by_ctrl_t(stage: Stage) -> None:
    _speaker(stage)
    stage.type("Điện yếu. Đường tối. Sửa điện sớm.")
    stage.key(*["Left"] * len(" Sửa điện sớm."))
    stage.key(*["Shift+Left"] * len("Đường tối."))
    stage.key("Ctrl+T")
    assert stage.live.records.at_hall()[0].text == "Điện yếu. Sửa điện sớm."
    assert stage.page.work.opinion.editor.toPlainText() == "Đường tối."


def test_a_word_that_is_being_composed_is_cut_whole(stage: Stage) -> None:
    """L12: the open word is ended first, nothing of it is dropped."""
    _speaker(stage)
    stage.type(ROAD)
    stage.preedit("cống")
    stage.key("Ctrl+T")
    assert stage.page.work.opinion.editor.toPlainText() == f"{ROAD}cống"
    assert "Đặt con trỏ" in stage.toast


def test_two_answer_and_the_screen_counts_no_second_round(stage: Stage) -> None:
    _speaker(stage)
    stage.type("Bao giờ làm đường?")
    stage.key("F6")
    stage.type("Đã bố trí vốn.")
    stage.key("Shift+F9")
    panel = stage.page.work.answer
    assert stage.at(panel.answerer)
    stage.type("pham quoc")
    stage.key("Down", "Return")
    assert stage.at(panel.editor)
    stage.type("Khởi công tháng 6.")
    assert panel._round.text() == "Trả lời thêm (2)"
    assert stage.page.work.opinion.editor.toPlainText() == "Bao giờ làm đường?"
    stage.key("Ctrl+1", "Ctrl+Return")
    (opinion,) = stage.live.records.at_hall()
    assert [a.answerer for a in stage.live.records.answers_of(opinion.id)] == ["", "ông Phạm Quốc Thắng"]


def test_four_speak_then_they_are_answered(hall: Hall, stage: Stage) -> None:
    """L3: the evening as it happens, three keys for each answer."""
    stage.key("F3")
    for name in ("Lò Văn Ế", "Vũ Đình Ất", "Lê Thị Ổn", "Đỗ Văn Sỹ"):
        stage.key("F2")
        stage.type(f"ông {name} /Phú Ấp")
        stage.key("Return", "F8")
        stage.type(f"Ý kiến của {name}.")
        hall.wait(30)
    stage.key("Ctrl+Return")
    for _ in range(4):
        stage.key("Shift+F7")
        assert stage.at(stage.page.work.answer.editor)
        stage.type("Xã trả lời.")
        stage.key("Ctrl+1")
    stage.key("Shift+F7")
    assert stage.toast == "Các ý kiến tại hội trường đều đã được trả lời."
    said = stage.live.records.at_hall()
    assert [o.outcome for o in said] == [Outcome.ANSWERED] * 4
    assert len(stage.live.records.answers) == 4


def test_chips_walk_by_keys_and_mouse(stage: Stage) -> None:
    _speaker(stage)
    chips = stage.page.work.opinion.chips
    assert not chips.isVisible()
    for text in ("Một.", "Hai."):
        stage.type(text)
        stage.key("Ctrl+Return")
    assert chips.isVisible()
    stage.key("Shift+F5")
    assert stage.page.work.opinion.editor.toPlainText() == "Hai."
    stage.key("Shift+F5")
    assert stage.page.work.opinion.editor.toPlainText() == "Một."
    stage.key("Ctrl+F5", "Ctrl+F5")
    assert not stage.live.desk.editing
    QTest.mouseClick(chips.buttons[0], Qt.MouseButton.LeftButton)
    stage.settle()
    assert stage.page.work.opinion.editor.toPlainText() == "Một."
    assert [b.chip.current for b in chips.buttons[:3]] == [True, False, False]
    QTest.mouseClick(chips.buttons[2], Qt.MouseButton.LeftButton)
    stage.settle()
    assert not stage.live.desk.editing


def test_one_answer_for_several_from_the_drawer(stage: Stage) -> None:
    _speaker(stage)
    for text in ("Một.", "Hai."):
        stage.type(text)
        stage.key("Ctrl+Return")
    stage.type("Ba.")
    stage.key("F6")
    stage.type("Trả lời cho cả ba.")
    stage.key("Ctrl+1", "Ctrl+J")
    drawer = stage.page.side.joint
    assert stage.page.side.side is Side.JOINT
    assert len(drawer.ticked()) == 2
    stage.key("Down", "Space", "Return")
    one, two, three = stage.live.records.at_hall()
    assert (one.answered_with, two.answered_with) == (three.id, "")
    assert one.outcome is Outcome.ANSWERED
    assert stage.page.side.side is not Side.JOINT
    # Again from the one that answers: the tick is there, and without it the tie goes.
    stage.key("Shift+F5", "Ctrl+J")
    assert drawer.ticked() == (one.id,)
    stage.key("Space", "Return")
    assert stage.live.records.at_hall()[0].answered_with == ""
    stage.key("Ctrl+Z")
    assert stage.live.records.at_hall()[0].answered_with == three.id


def test_an_opinion_is_parted_from_the_drawer(stage: Stage) -> None:
    _speaker(stage)
    stage.type("Một.")
    stage.key("Ctrl+Return")
    stage.type("Hai.")
    stage.key("F6")
    stage.type("Trả lời cho cả hai.")
    stage.key("Ctrl+1", "Ctrl+J", "Return", "Shift+F5", "Shift+F5")
    panel = stage.page.work.answer
    assert panel._round.text() == "Vòng 1, chung với ý kiến 2"
    assert panel.editor.placeholderText().startswith("Trả lời chung với ý kiến 2.")
    stage.key("Ctrl+J", "Return")
    assert stage.live.records.at_hall()[0].answered_with == ""
    assert stage.at(panel.editor)


def test_collected_opinions_one_after_the_other(hall: Hall, stage: Stage) -> None:
    """L5: by keys alone, with the prepared answer."""
    hall.collect("Đề nghị sửa đường.", "Nguyễn Đức Ưởng", "thôn Phú Ấp", answer="Đã có vốn.")
    hall.collect("Đề nghị nạo vét mương.", "Lò Văn Ế", "thôn Đồng Vạn", answer="Làm trong tháng 5.")
    stage.live.refresh()
    stage.settle()
    for _ in range(2):
        stage.key("Shift+F8", "F12", "Ctrl+1")
    stage.key("Ctrl+Return", "Shift+F8")
    assert [o.outcome for o in stage.live.records.collected()] == [Outcome.ANSWERED] * 2
    assert {a.text for a in stage.live.records.answers} == {"Đã có vốn.", "Làm trong tháng 5."}
    assert stage.toast == "Không còn ý kiến gửi trước nào chưa trả lời."
