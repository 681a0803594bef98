"""Ending a word that an input method still holds open, before anything acts on the text (L12)."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QGuiApplication, QInputMethodEvent
from PySide6.QtWidgets import QApplication, QTextEdit


def end_open_word() -> None:
    """The word counts as it stands; nothing of it is dropped."""
    focused = QApplication.focusWidget()
    if not getattr(focused, "composing", False):
        return
    QGuiApplication.inputMethod().commit()
    if not getattr(focused, "composing", False) or not isinstance(focused, QTextEdit):
        return
    # Some input methods do not answer: put the word in as it is shown.
    word = focused.textCursor().block().layout().preeditAreaText()
    event = QInputMethodEvent()
    event.setCommitString(word)
    QCoreApplication.sendEvent(focused, event)
