"""An open word counts as it stands when a verb acts, a button is pressed or the field is left (L12)."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.typing_vi import commit, preedit
from ui.actions import Actions, Verb
from ui.look import Look
from ui.widgets.button import Button
from ui.widgets.editor import Editor
from ui.widgets.field import Field
from ui.widgets.panes import VBox


class Page(QWidget):
    """A field, another one, a button that leaves the cursor where it is, and a verb."""

    def __init__(self, look: Look, text: Field | Editor) -> None:
        super().__init__()
        self.text, self.other = text, Field(look, name="Khác")
        self.button = Button(look, "Lưu")
        self.button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.saved: list[str] = []
        column = VBox(look)
        self.setLayout(column)
        for widget in (self.text, self.other, self.button):
            column.addWidget(widget)
        self.button.clicked.connect(self.save)
        actions = Actions()
        for number, key in enumerate(("Ctrl+S", "F9", "Ctrl+Return", "Ctrl+1")):
            actions.add(self, Verb(f"page.save_{number}", "Lưu", key), self.save)

    def save(self) -> None:
        self.saved.append(self.text.value())


@pytest.fixture(params=["line", "lines"])
def page(request: pytest.FixtureRequest, qtbot: QtBot, look: Look) -> Page:
    text = Field(look, name="Ý kiến") if request.param == "line" else Editor(look, name="Ý kiến")
    made = Page(look, text)
    qtbot.addWidget(made)
    with qtbot.waitExposed(made):
        made.show()
    made.activateWindow()
    text.setFocus()
    commit(text, "Đường ")
    preedit(text, "hong")
    preedit(text, "hỏng")
    return made


def words(text: Field | Editor) -> str:
    return text.toPlainText() if isinstance(text, Editor) else text.text()


@pytest.mark.parametrize("key", ["Ctrl+S", "F9", "Ctrl+Return", "Ctrl+1"])
def test_a_verb_has_the_whole_word(page: Page, key: str) -> None:
    window = page.windowHandle()
    held = Qt.KeyboardModifier.ControlModifier if "Ctrl" in key else Qt.KeyboardModifier.NoModifier
    code = {"Ctrl+S": Qt.Key.Key_S, "F9": Qt.Key.Key_F9, "Ctrl+1": Qt.Key.Key_1}.get(key, Qt.Key.Key_Return)
    QTest.keyClick(window, code, held)
    assert page.saved == ["Đường hỏng"]
    assert words(page.text) == "Đường hỏng"
    assert not page.text.composing


def test_a_button_that_leaves_the_cursor_has_the_whole_word(page: Page) -> None:
    QTest.mouseClick(page.button, Qt.MouseButton.LeftButton)
    assert page.saved == ["Đường hỏng"]
    assert QApplication.focusWidget() is page.text


def test_the_word_stays_in_the_field_that_is_left(page: Page) -> None:
    """By a click elsewhere, by Tab, by another window."""
    heard: list[str] = []
    page.text.settled.connect(heard.append)
    QTest.mouseClick(page.other, Qt.MouseButton.LeftButton)
    assert words(page.text) == "Đường hỏng"
    assert page.other.text() == ""
    assert heard[-1] == "Đường hỏng"
    page.text.setFocus()
    preedit(page.text, " nặng")
    QTest.keyClick(page.windowHandle(), Qt.Key.Key_Tab)
    assert words(page.text) == "Đường hỏng nặng"
    assert QApplication.focusWidget() is page.other


def test_a_word_that_was_handed_over_stands_once(page: Page) -> None:
    """An input method that answers gives the word before the verb; nothing is put in again."""
    commit(page.text, "hỏng")
    QTest.keyClick(page.windowHandle(), Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    page.other.setFocus()
    assert page.saved == ["Đường hỏng"]
    assert words(page.text) == "Đường hỏng"


def test_the_cursor_moves_after_the_word(page: Page) -> None:
    """Qt drops an open word when the cursor goes elsewhere."""
    QTest.keyClick(page.windowHandle(), Qt.Key.Key_Home)
    assert words(page.text) == "Đường hỏng"
    preedit(page.text, "Con ")
    QTest.keyClick(page.windowHandle(), Qt.Key.Key_End)
    assert words(page.text) == "Con Đường hỏng"


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Escape, Qt.Key.Key_Up, Qt.Key.Key_Down])
def test_keys_of_the_input_method_end_nothing(page: Page, key: Qt.Key) -> None:
    """Enter, Esc and the arrows choose among candidates; the word goes on, and comes out whole."""
    QTest.keyClick(page.text, key)
    assert QApplication.focusWidget() is page.text
    assert page.saved == []
    commit(page.text, "hỏng")
    assert words(page.text).replace("\n", "").replace("  ", " ").strip() == "Đường hỏng"
