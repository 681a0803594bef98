"""Sends strokes where the system would send them: to the window that has the focus, and what has it there."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import (
    QGuiApplication,
    QInputMethodEvent,
    QInputMethodQueryEvent,
    QKeyEvent,
    QTextCharFormat,
    QWindow,
)
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from tests.ui.vietnamese.strokes import Act, Stroke

_NONE = Qt.KeyboardModifier.NoModifier
_SHIFT = Qt.KeyboardModifier.ShiftModifier
#: What the key code of a letter without a key is: Windows gives the letter's own, X11 none, others "unknown".
_CODES: tuple[Callable[[str], int], ...] = (
    lambda letter: 0,
    lambda letter: ord(letter.upper()) if len(letter.upper()) == 1 else 0,
    lambda letter: Qt.Key.Key_unknown.value,
)


class NoInputMethodError(AssertionError):
    """What has the focus takes no input method: Vietnamese cannot be typed there."""


def window() -> QWindow:
    """Where the system sends its keys."""
    found: QWindow | None = QGuiApplication.focusWindow()
    assert found is not None, "no window of the program has the keyboard"
    return found


def press(words: str) -> None:
    """ "Ctrl+A", "Down": by the road of a real key, over the shortcuts of the window."""
    from PySide6.QtGui import QKeySequence

    combination = QKeySequence.fromString(words)[0]  # type: ignore[index]  # the stubs forget it
    QTest.keyClick(window(), combination.key(), combination.keyboardModifiers())


def key(letter: str) -> None:
    """A key of the keyboard that types its own letter, with Shift where it needs it."""
    if letter == "\n":
        QTest.keyClick(window(), Qt.Key.Key_Return)
        return
    QTest.keyClick(window(), letter, _SHIFT if letter.isupper() else _NONE)  # type: ignore[call-overload]


def letters(text: str, number: int) -> None:
    """Letters without a key, as a tool injects them."""
    code = _CODES[number % len(_CODES)]
    for letter in text:
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            QCoreApplication.sendEvent(window(), QKeyEvent(kind, code(letter), _NONE, letter))


def open_word(text: str) -> None:
    """The open word with the marks of an input method: underlined, its cursor at the end."""
    kind = QInputMethodEvent.AttributeType
    underlined = QTextCharFormat()
    underlined.setFontUnderline(True)
    marks = [
        QInputMethodEvent.Attribute(kind.TextFormat, 0, len(text), underlined),
        QInputMethodEvent.Attribute(kind.Cursor, len(text), 1, None),
    ]
    _to_input(QInputMethodEvent(text, marks))


def commit(text: str, replaced: int = 0) -> None:
    """Hand a word over, in place of so many letters before the cursor."""
    event = QInputMethodEvent("", [])
    event.setCommitString(text, -replaced, replaced)
    _to_input(event)


def _to_input(event: QInputMethodEvent) -> None:
    target = QGuiApplication.focusObject()
    query = QInputMethodQueryEvent(Qt.InputMethodQuery.ImEnabled)
    QCoreApplication.sendEvent(target, query)
    takes = not isinstance(target, QWidget) or target.testAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled)
    # A popup has the keyboard, and no input method is asked for it.
    if not takes or not query.value(Qt.InputMethodQuery.ImEnabled) or QApplication.activePopupWidget():
        raise NoInputMethodError(repr(target))
    QCoreApplication.sendEvent(target, event)


def paste(text: str) -> None:
    """Over the clipboard, by Shift and Insert."""
    QGuiApplication.clipboard().setText(text)
    QTest.keyClick(window(), Qt.Key.Key_Insert, _SHIFT)


def send(stream: Iterable[Stroke], between: Callable[[int, Stroke], None] | None = None) -> None:
    """Every stroke; `between` is asked after each, and may turn the event loop as a slow hand does."""
    for number, stroke in enumerate(stream):
        match stroke.act:
            case Act.KEY:
                key(stroke.text)
            case Act.BACK:
                QTest.keyClick(window(), Qt.Key.Key_Backspace)
            case Act.LETTERS:
                letters(stroke.text, number)
            case Act.SELECT:
                for _ in range(stroke.times):
                    QTest.keyClick(window(), Qt.Key.Key_Left, _SHIFT)
            case Act.PASTE:
                paste(stroke.text)
            case Act.OPEN:
                open_word(stroke.text)
            case Act.COMMIT:
                commit(stroke.text, stroke.times)
        if between is not None:
            between(number, stroke)


def turn() -> None:
    """What waits is done."""
    QApplication.processEvents()
