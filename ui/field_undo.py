"""Ctrl+Z in a field: first what was typed there, then the last act of the page."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLineEdit, QTextEdit, QWidget

from ui.context import Context


class FieldUndo(QObject):
    """Lets Ctrl+Z through to the page from a field where nothing is left to take back, as long as the toast
    offers it."""

    def __init__(self, context: Context, page: QWidget) -> None:
        super().__init__(page)
        self._context = context

    def watch(self, fields: Iterable[QObject]) -> None:
        for field in fields:
            if isinstance(field, QLineEdit | QTextEdit):
                field.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is not QEvent.Type.ShortcutOverride or not isinstance(event, QKeyEvent):
            return False
        if not event.matches(QKeySequence.StandardKey.Undo) or not self._context.toast.words:
            return False
        empty = (
            not watched.isUndoAvailable()
            if isinstance(watched, QLineEdit)
            else isinstance(watched, QTextEdit) and not watched.document().isUndoAvailable()
        )
        if empty:
            event.ignore()
        return empty
