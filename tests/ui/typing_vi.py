"""Typing Vietnamese the two ways it is really typed: an input method's open word, and UniKey's Backspaces."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QInputMethodEvent, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget


def preedit(widget: QWidget, text: str) -> None:
    """Show a word that is still open."""
    QCoreApplication.sendEvent(widget, QInputMethodEvent(text, []))


def commit(widget: QWidget, text: str) -> None:
    """End the open word."""
    event = QInputMethodEvent("", [])
    event.setCommitString(text)
    QCoreApplication.sendEvent(widget, event)


def letter_key(widget: QWidget, letter: str) -> None:
    """A key that carries any letter; QTest knows only those of Latin 1."""
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        event = QKeyEvent(kind, 0, Qt.KeyboardModifier.NoModifier, letter)
        QCoreApplication.sendEvent(widget, event)


def unikey(widget: QWidget, *steps: str) -> None:
    """Each step is typed; every "<" in it is a Backspace first: ("thi", "<í") makes "thí"."""
    for step in steps:
        for letter in step:
            if letter == "<":
                QTest.keyClick(widget, Qt.Key.Key_Backspace)
            else:
                letter_key(widget, letter)
