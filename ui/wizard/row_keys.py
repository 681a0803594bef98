"""The keys of a list and its fields: add, remove, move, in and out, on to the next."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget

from ui.wizard.row_form import widgets_in

if TYPE_CHECKING:
    from ui.wizard.rows_editor import ListEditor

_NONE = Qt.KeyboardModifier.NoModifier
_CONTROL = Qt.KeyboardModifier.ControlModifier
_SHIFT = Qt.KeyboardModifier.ShiftModifier


class RowKeys(QObject):
    """Hears the keys before the table and the fields do; what it does not know goes on to them."""

    def __init__(self, editor: ListEditor[Any, Any]) -> None:
        super().__init__(editor)
        self._editor = editor
        for widget in (editor.table.rows, editor.add_button, *widgets_in(editor.card)):
            widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if kind not in (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress):
            return False
        if not isinstance(event, QKeyEvent) or not isinstance(watched, QWidget):
            return False
        act = self._verb_of(watched, event)
        if kind is QEvent.Type.ShortcutOverride:
            # Taken here, no shortcut of the window (Ctrl+N: a new plan) can have it.
            if act is not None:
                event.accept()
            return act is not None
        act = act or self._step_of(watched, event)
        if act is None:
            return False
        act()
        return True

    def _verb_of(self, watched: QWidget, event: QKeyEvent) -> Callable[[], None] | None:
        editor = self._editor
        key, held = event.key(), event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if held == _CONTROL and key == Qt.Key.Key_N:
            return editor.add_row
        if held == _CONTROL | _SHIFT:
            verbs: dict[int, Callable[[], None]] = {
                Qt.Key.Key_Up: editor.move_up,
                Qt.Key.Key_Down: editor.move_down,
                Qt.Key.Key_Delete: editor.remove_row,
            }
            return verbs.get(key)
        if watched is editor.table.rows and key == Qt.Key.Key_Delete and held in (_CONTROL, _NONE):
            return editor.remove_row
        return None

    def _step_of(self, watched: QWidget, event: QKeyEvent) -> Callable[[], None] | None:
        """Esc back to the table, Enter on to the next field: in the fields only."""
        editor = self._editor
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if watched is editor.table.rows or held != _NONE or _busy(watched) or editor.offering(watched):
            return None
        if event.key() == Qt.Key.Key_Escape:
            return editor.back_to_table
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and isinstance(watched, QLineEdit):
            return editor.next_field
        return None


def _busy(widget: QWidget) -> bool:
    """A word is being composed, or a list hangs open: the keys are theirs."""
    if isinstance(widget, QComboBox):
        return bool(widget.view().isVisible())
    return bool(getattr(widget, "composing", False))
