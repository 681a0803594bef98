"""Ending a word that an input method still holds open, before anything acts on the text (L12)."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QGuiApplication, QInputMethodEvent, QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget

#: Keys that lead away from the word. Enter, Esc, ↑ and ↓ are the input method's as long as a word is open.
_LEADING_AWAY = frozenset(
    {
        Qt.Key.Key_Tab, Qt.Key.Key_Backtab, Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Home,
        Qt.Key.Key_End, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown,
    }
)  # fmt: skip
_HELD = frozenset(
    {Qt.Key.Key_Control, Qt.Key.Key_Shift, Qt.Key.Key_Alt, Qt.Key.Key_Meta, Qt.Key.Key_AltGr}
)  # fmt: skip
_VERB = (
    Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier
)


def end_open_word() -> None:
    """The word counts as it stands; nothing of it is dropped."""
    focused = QApplication.focusWidget()
    if focused is not None:
        end_word_of(focused)


def end_word_of(field: QWidget) -> None:
    """The same for a field that may have lost the focus already."""
    if not getattr(field, "composing", False):
        return
    QGuiApplication.inputMethod().commit()
    word = str(getattr(field, "open_word", ""))
    if word:
        # Some input methods do not answer: put the word in as it is shown.
        event = QInputMethodEvent()
        event.setCommitString(word)
        QCoreApplication.sendEvent(field, event)


def ends_word(event: QKeyEvent) -> bool:
    """A verb, or a key that leads away: what it acts on must have the whole word."""
    key = event.key()
    if key in _HELD or key in (0, Qt.Key.Key_unknown):
        return False
    if event.modifiers() & _VERB:
        return True
    return key in _LEADING_AWAY or Qt.Key.Key_F1 <= key <= Qt.Key.Key_F35
