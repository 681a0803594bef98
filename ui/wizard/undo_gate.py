"""Lets Ctrl+Z through a text field that has nothing to take back, to the plan's own undo."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLineEdit, QTextEdit, QWidget


class UndoGate(QObject):
    """A text field takes Ctrl+Z even when it has nothing to take back; then it is the plan's."""

    def watch(self, view: QWidget) -> None:
        """Every text field inside."""
        for kind in (QLineEdit, QTextEdit):
            for widget in list[QWidget](view.findChildren(kind)):
                widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            undo = event.matches(QKeySequence.StandardKey.Undo) and not _has_undo(watched)
            redo = event.matches(QKeySequence.StandardKey.Redo) and not _has_redo(watched)
            if undo or redo:
                event.ignore()
                return True
        return False


def _has_undo(widget: QObject) -> bool:
    if isinstance(widget, QLineEdit):
        return widget.isUndoAvailable()
    return isinstance(widget, QTextEdit) and widget.document().isUndoAvailable()


def _has_redo(widget: QObject) -> bool:
    if isinstance(widget, QLineEdit):
        return widget.isRedoAvailable()
    return isinstance(widget, QTextEdit) and widget.document().isRedoAvailable()
