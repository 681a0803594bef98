"""The harness finds what breaks Vietnamese: each known fault, built on purpose, is seen (L12)."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QRegularExpression, Qt, QTimer
from PySide6.QtGui import QKeyEvent, QRegularExpressionValidator
from PySide6.QtWidgets import QApplication, QCompleter, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.vietnamese import hand
from tests.ui.vietnamese.strokes import TOOLS
from tests.ui.vietnamese.trial import Pause, Trial
from ui.look import Look
from ui.widgets.editor import Editor
from ui.widgets.field import Field
from ui.widgets.panes import VBox
from ui.widgets.suggestions import Suggestion, Suggestions

TEXT = "Nguyễn Đức Ưởng, 74 tuổi, thôn Thượng Vĩnh Ổn"
#: As a book of contacts has them: with marks, and without.
KNOWN = (f"{TEXT} và gia đình", "Nguyen Van An", "Nguyễn Duc Anh", "Nguyễn Đức Uong")


class Eager(Field):
    """Each of the faults, one at a time."""

    fault = ""
    _waiting: Callable[[], None] | None = None

    def at_a_pause(self, act: Callable[[], None]) -> None:
        """Done when the one who types pauses, however long a busy machine took for the letters before."""
        self._waiting = act

    def pause(self) -> None:
        act, self._waiting = self._waiting, None
        if act is not None:
            act()

    def inline_completion(self) -> None:
        completer = QCompleter(list(KNOWN), self)
        completer.setCompletionMode(QCompleter.CompletionMode.InlineCompletion)
        self.setCompleter(completer)

    def letters_of_latin_only(self) -> None:
        self.setValidator(QRegularExpressionValidator(QRegularExpression("[A-Za-z, ]*"), self))

    def longest_text(self) -> None:
        self.setMaxLength(20)

    def capitals(self) -> None:
        self.textChanged.connect(lambda text: self.setText(text.title()))

    def trimmed_at_a_pause(self) -> None:
        self.textChanged.connect(lambda _text: self.at_a_pause(lambda: self.setText(self.text().strip())))

    def shown_anew_while_marked(self) -> None:
        """As a page does that fills its fields when something was saved: what a tool has marked to type
        over is marked no more."""
        self.selectionChanged.connect(lambda: QTimer.singleShot(0, self, lambda: self.setText(self.text())))

    def no_input_method(self) -> None:
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, False)

    def stored_decomposed(self) -> None:
        self.fault = "NFD"

    def backspace_for_the_list(self) -> None:
        self.fault = "backspace"

    def digits_for_verbs(self) -> None:
        self.fault = "digits"

    def focus_to_the_list(self) -> None:
        self.textChanged.connect(lambda _text: self.window().setFocus())

    def value(self) -> str:
        form = "NFD" if self.fault == "NFD" else "NFC"
        return unicodedata.normalize(form, super().value())  # type: ignore[arg-type]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self.fault == "backspace" and event.key() == Qt.Key.Key_Backspace and len(self.text()) % 7 == 3:
            return
        if self.fault == "digits" and event.text().isdigit():
            return
        super().keyPressEvent(event)


FAULTS: tuple[Callable[[Eager], None], ...] = (
    Eager.inline_completion, Eager.letters_of_latin_only, Eager.longest_text, Eager.capitals,
    Eager.trimmed_at_a_pause, Eager.shown_anew_while_marked, Eager.no_input_method, Eager.stored_decomposed,
    Eager.backspace_for_the_list, Eager.digits_for_verbs, Eager.focus_to_the_list,
)  # fmt: skip


@pytest.fixture
def window(qtbot: QtBot, look: Look) -> QWidget:
    made = QWidget()
    made.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    qtbot.addWidget(made)
    made.setLayout(VBox(look))
    return made


def show(qtbot: QtBot, window: QWidget, field: QWidget) -> None:
    layout = window.layout()
    assert layout is not None
    layout.addWidget(field)
    with qtbot.waitExposed(window):
        window.show()
    window.activateWindow()
    field.setFocus()
    hand.turn()


def pass_time(field: QWidget) -> None:
    """Long enough for every pause that a field here waits for."""
    if isinstance(field, Eager):
        field.pause()
    gone: list[bool] = []
    QTimer.singleShot(12, lambda: gone.append(True))
    while not gone:
        QApplication.processEvents()


def faults(field: Field | Editor, offered: Suggestions | None = None) -> Iterator[str]:
    """Every tool, with pauses in words and after blanks; the first is enough for who only asks whether."""
    for tool in TOOLS:
        for pause in (None, *Pause):
            wrong = Trial(field, TEXT, tool, offered, pause, lambda: pass_time(field)).fault()
            if wrong:
                yield wrong


@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: fault.__name__)
def test_a_fault_is_found(qtbot: QtBot, look: Look, window: QWidget, fault: Callable[[Eager], None]) -> None:
    field = Eager(look, name="Họ và tên")
    show(qtbot, window, field)
    fault(field)
    assert next(faults(field), "") != ""


@pytest.mark.qt_log_ignore("does not support grabbing the keyboard", extend=True)
def test_a_list_that_takes_the_keys_is_found(qtbot: QtBot, look: Look, window: QWidget) -> None:
    """QCompleter's own list, as it is given: a popup has the keyboard, and an input method has none there."""
    field = Field(look, name="Họ và tên")
    show(qtbot, window, field)
    completer = QCompleter(list(KNOWN), field)
    completer.setCompletionMode(QCompleter.CompletionMode.PopupCompletion)
    field.setCompleter(completer)
    assert next(faults(field), "") != ""
    completer.popup().hide()


def test_our_own_list_is_in_nobodys_way(qtbot: QtBot, look: Look, window: QWidget) -> None:
    field = Field(look, name="Họ và tên")
    offered = Suggestions(look, field, lambda words: [Suggestion(TEXT)])
    show(qtbot, window, field)
    assert list(faults(field, offered)) == []


def test_a_text_of_several_lines_comes_out(qtbot: QtBot, look: Look, window: QWidget) -> None:
    editor = Editor(look, name="Ý kiến")
    show(qtbot, window, editor)
    assert list(faults(editor)) == []
