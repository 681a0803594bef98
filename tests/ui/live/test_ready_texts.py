"""Ctrl+I and Ctrl+N in the hall: a ready sentence, an abbreviation of marked words (L1, L12)."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, Qt
from PySide6.QtGui import QInputMethodEvent, QMouseEvent
from PySide6.QtWidgets import QApplication

from dialogue_desktop.domain.quick_text import ReadyPlace
from dialogue_desktop.errors import StorageError
from tests.live.hall import Hall
from tests.ui.live.stage import Stage
from tests.ui.live.typing_tools import bursts
from ui.quick_text.line_popup import LinePopup
from ui.theme import Role
from ui.widgets.editor import Editor

OFFICE = "Ủy ban nhân dân xã Minh Khê"


@pytest.fixture
def stage(open_stage: Callable[..., Stage]) -> Stage:
    made = open_stage()
    made.key("F3", "F5")
    return made


def shown(stage: Stage) -> str:
    editor = stage.focused
    assert isinstance(editor, Editor)
    text, at = editor.toPlainText(), editor.textCursor().position()
    return f"{text[:at]}|{text[at:]}"


def titles(stage: Stage) -> list[str]:
    return [row.title for row in stage.page._verbs.quick.picker.shown]


def test_a_sentence_is_found_without_accents_and_put_in(stage: Stage) -> None:
    """L1: Ctrl+I, some letters, Enter; the cursor where one writes on; one Ctrl+Z takes it back."""
    stage.type("Đường hỏng.")
    stage.key("Ctrl+I")
    assert titles(stage)[0] == "Đề nghị sửa chữa"
    stage.type("o nhiem")
    assert titles(stage) == ["Phản ánh ô nhiễm"]
    assert shown(stage) == "Đường hỏng.|"
    stage.key("Return")
    assert shown(stage).startswith("Đường hỏng. Phản ánh tình trạng | gây ô nhiễm, ảnh hưởng")
    assert titles(stage) == []
    stage.type("đốt rơm rạ")
    assert "Phản ánh tình trạng đốt rơm rạ| gây ô nhiễm" in shown(stage)
    stage.key("Ctrl+Z")
    assert "Phản ánh tình trạng | gây ô nhiễm" in shown(stage)
    stage.key("Ctrl+Z")
    assert shown(stage) == "Đường hỏng.|"
    stage.saved()
    assert stage.live.desk.spoken == "Đường hỏng."


def test_the_marks_are_filled_in_from_the_plan(stage: Stage) -> None:
    """L1: the office's name and the year as everywhere else; arrows choose."""
    stage.key("Ctrl+I", "Down", "Down", "Up", "Up", "Return")
    assert shown(stage).startswith(f"Đề nghị {OFFICE} sửa chữa | ,".replace(" ,", ","))


@pytest.mark.parametrize(
    ("keys", "first"),
    [
        (("F5",), ReadyPlace.OPENING),
        (("F6",), ReadyPlace.ANSWER),
        (("F6", "Ctrl+3"), ReadyPlace.WRITTEN),
        (("F6", "Ctrl+4"), ReadyPlace.SENT_UP),
        (("F6", "Ctrl+5"), ReadyPlace.REFUSED),
        (("Ctrl+L",), ReadyPlace.CONCLUSION),
    ],
)
def test_what_fits_the_box_and_the_outcome_comes_first(
    stage: Stage, keys: tuple[str, ...], first: ReadyPlace
) -> None:
    """L1, L3: the right one is mostly the first."""
    stage.key(*keys, "Ctrl+I")
    assert stage.page._verbs.quick.picker.shown[0].place is first
    assert len(stage.page._verbs.quick.picker.shown) == len(stage.page._verbs.quick.book.ready)


def test_escape_and_the_same_key_close_it_and_change_nothing(stage: Stage) -> None:
    """L9: what was looked for never gets into the text; Esc is not for the page behind."""
    stage.type("Nước yếu")
    for close in ("Escape", "Ctrl+I", "Tab"):
        stage.key("F5", "Ctrl+I")
        stage.type("hẹn xx")
        assert titles(stage) == []
        stage.key("Return")
        assert stage.page._verbs.quick.picker.is_open
        stage.key(close)
        assert not stage.page._verbs.quick.picker.is_open
        assert stage.page.work.opinion.editor.toPlainText() == "Nước yếu"
    stage.key("F5")
    stage.type(".")
    assert shown(stage) == "Nước yếu.|"


def test_keyboard_tools_and_input_methods_type_into_the_line(stage: Stage) -> None:
    """L12: bursts, an open word, one that is replaced; the editor keeps the focus and its text."""
    editor = stage.focused
    stage.key("Ctrl+I")
    for letter in bursts("thủ tục"):
        stage.letter(letter)
    assert stage.page._verbs.quick.picker.line == "thủ tục "
    assert titles(stage)[0] == "Hỏi thủ tục"
    stage.key("Escape", "Ctrl+I")
    stage.preedit("vượt")
    assert titles(stage)[0] == "Vượt thẩm quyền"
    stage.key("Return")  # the word is open: nothing is taken yet
    assert stage.page._verbs.quick.picker.is_open
    stage.compose(commit="vươt ")
    event = QInputMethodEvent("", [])
    event.setCommitString("ợt thẩm", -3, 3)
    QApplication.sendEvent(stage.focused, event)
    assert stage.page._verbs.quick.picker.line == "vượt thẩm"
    assert stage.at(editor)
    assert shown(stage) == "|"
    stage.key("Return")
    assert shown(stage).startswith(f"Việc này vượt thẩm quyền của cấp xã. {OFFICE} sẽ có văn bản gửi |")


def test_other_verbs_work_on_and_close_it(stage: Stage) -> None:
    """L1: F6 while it is open leads to the answer; an abbreviation typed into it stays one."""
    stage.key("Ctrl+I")
    stage.type("dtt ")
    assert stage.page._verbs.quick.picker.line == "dtt "
    stage.key("F6")
    assert not stage.page._verbs.quick.picker.is_open
    assert stage.at(stage.page.work.answer.editor)
    assert stage.page.work.opinion.editor.toPlainText() == ""


def test_from_a_list_it_opens_in_the_box_written_in_last(stage: Stage) -> None:
    """G6: Ctrl+I works wherever the focus is."""
    stage.key("F6", "Ctrl+H", "Ctrl+I")
    assert stage.at(stage.page.work.answer.editor)
    assert stage.page._verbs.quick.picker.is_open


def test_the_mouse_takes_a_row(stage: Stage) -> None:
    """G6: as the keys do."""
    stage.key("Ctrl+I")
    picker = stage.page._verbs.quick.picker
    at = QPointF(picker.width() / 2, picker._rows_top() + 1.5 * picker._row_height())
    button = Qt.MouseButton.LeftButton
    press = QMouseEvent(
        QEvent.Type.MouseButtonPress, at, picker.mapToGlobal(at), button, button,
        Qt.KeyboardModifier.NoModifier,
    )  # fmt: skip
    QApplication.sendEvent(picker, press)
    assert shown(stage).startswith("Hỏi: việc | đã nêu ở hội nghị lần trước")


# --- an abbreviation of marked words ----------------------------------------------------------------


def mark(stage: Stage, words: int) -> None:
    stage.key(*["Ctrl+Shift+Left"] * words)


def test_marked_words_get_an_abbreviation_at_once(stage: Stage) -> None:
    """L1: mark, Ctrl+N, Enter takes the first letters; used in the next sentence, and kept."""
    stage.type("Sửa trạm bơm Đồng Vạn")
    mark(stage, 4)
    stage.key("Ctrl+N")
    assert stage.page._verbs.quick.shortener.prompt == "tbdv"
    stage.key("Return")
    assert shown(stage) == "Sửa trạm bơm Đồng Vạn|"
    stage.type(", hỏi về tbdv, Tbdv ")
    assert shown(stage) == "Sửa trạm bơm Đồng Vạn, hỏi về trạm bơm Đồng Vạn, Trạm bơm Đồng Vạn |"
    stage.settle()
    assert stage.toast == "Đã đặt chữ tắt: gõ “tbdv” rồi dấu cách."
    row = stage.hall.app.library.lists().shorthands[-1]
    assert (row.short, row.text) == ("tbdv", "trạm bơm Đồng Vạn")


def test_a_doubtful_one_is_told_while_it_is_typed(stage: Stage) -> None:
    """L1, L12: the sentence stands there before Enter; a second Enter keeps what may stay."""
    asked = stage.page._verbs.quick.shortener
    stage.type("Ban công tác Mặt trận")
    stage.key("Ctrl+A", "Ctrl+N")
    stage.type("b n")
    assert "không được có dấu cách" in asked.note[0]
    stage.key("Return", "Return")
    assert asked.is_open
    stage.type("\b\b\bdtt")
    assert asked.note[0] == "Có hai chữ tắt “dtt”; chỉ dòng đứng trên được dùng."
    stage.key("Return", "Return")
    assert asked.is_open
    stage.type("\b\b\bban")
    assert asked.note[0].startswith("“ban” là một tiếng hay gõ")
    stage.key("Return")
    assert asked.note[0].endswith("Enter lần nữa để vẫn dùng.")
    stage.key("Return")
    assert not asked.is_open
    stage.type(" ban ")
    assert shown(stage) == "Ban công tác Mặt trận Ban công tác Mặt trận |"
    stage.settle()
    assert stage.hall.app.library.lists().shorthands[-1].sure


def test_escape_keeps_the_words_marked(stage: Stage) -> None:
    """L9: nothing is changed, nothing is kept."""
    stage.type("Sửa cống")
    stage.key("Ctrl+A", "Ctrl+N")
    stage.type("sc")
    stage.key("Escape")
    editor = stage.focused
    assert isinstance(editor, Editor)
    assert editor.textCursor().selectedText() == editor.toPlainText() == "Sửa cống"
    assert "sc" not in stage.page._verbs.quick.book.known


def test_without_marked_words_it_says_what_to_do(stage: Stage) -> None:
    """G5: and known words say which abbreviation they have."""
    stage.key("Ctrl+N")
    assert stage.toast.startswith("Hãy bôi đen những chữ cần đặt chữ tắt")
    assert not stage.page._verbs.quick.shortener.is_open
    stage.type("Đường trục thôn")
    stage.key("Ctrl+A", "Ctrl+N")
    assert "Đã có chữ tắt “dtt”" in stage.page._verbs.quick.shortener.note[0]


def test_a_full_disk_leaves_it_usable(hall: Hall, open_stage: Callable[..., Stage]) -> None:
    """L9, G5: it works on in this session, and says that it is not in the list."""
    stage = open_stage()

    def full(*args: object, **more: object) -> None:
        raise StorageError("Ổ đĩa đã đầy.")

    hall.app.library.keep = full  # type: ignore[method-assign,assignment]
    stage.key("F3", "F5")
    stage.type("trạm bơm Đồng Vạn")
    stage.key("Ctrl+A", "Ctrl+N", "Return")
    stage.settle()
    assert "chưa ghi được vào danh mục. Ổ đĩa đã đầy." in stage.toast
    stage.type(" tbdv ")
    assert shown(stage) == "trạm bơm Đồng Vạn trạm bơm Đồng Vạn |"


# --- where it stands ----------------------------------------------------------------------------------


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
def test_it_never_lies_on_the_line_that_is_written(
    open_stage: Callable[..., Stage], scale: float, theme: str
) -> None:
    """G6: in every box, at the first and the last line, inside the window, with a row to choose from."""
    stage = open_stage(scale=scale, theme=theme)
    stage.key("F3")
    long = "Đường trục thôn đã xuống cấp, mùa mưa ngập sâu, các cháu đi học nguy hiểm. " * 4
    for keys in ("F5", "F6", "Ctrl+L"):
        stage.key(keys)
        for text in ("", long):
            stage.type(text)
            stage.key("Ctrl+I")
            _stands_well(stage, stage.page._verbs.quick.picker)
            assert stage.page._verbs.quick.picker._rows >= 2, (keys, scale)
            stage.key("Escape", "Shift+Home", "Ctrl+N")
            if text:
                _stands_well(stage, stage.page._verbs.quick.shortener)
            stage.key("Escape", "End")


def _stands_well(stage: Stage, popup: LinePopup) -> None:
    editor = stage.focused
    assert isinstance(editor, Editor)
    assert popup.isVisible()
    line = editor.cursorRect()
    written = QRect(editor.viewport().mapTo(stage.window, line.topLeft()), line.size())
    assert not popup.geometry().intersects(written)
    assert stage.window.rect().contains(popup.geometry())
    assert stage.window.childAt(popup.geometry().center()) is popup
    # Its own colours, not those of what lies under it.
    picture = stage.window.grab().toImage()
    inside = popup.geometry().topRight() + QPoint(-4 * stage.look.edge, popup.height() - 4 * stage.look.edge)
    assert picture.pixelColor(inside) == stage.look.color(Role.SURFACE)
