"""Expands the office's abbreviations in one editor, after the key that ends the word (L1, L12).

A keyboard tool must never be surprised by it. Nothing happens while a word is open; and because tools keep
their own idea of the letters before the cursor, a Backspace right behind an expansion means the letters that
were typed, not those of the expansion: it is taken back first, as if it had never been. So a tool that sends
the ended word once more (Backspaces and letters, or a replacement by an input method) eats nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent, QKeyEvent, QKeySequence, QTextCursor

from dialogue_desktop.domain.quick_text import ENDS, Expansion, expand
from ui.widgets.editor import Editor

_SEEN = 80  # letters before the cursor that are looked at: more than any abbreviation has
_SPARED = 20


class ShortWords:
    """`known` gives the abbreviations as they are now, each with its text."""

    def __init__(self, editor: Editor, known: Callable[[], Mapping[str, str]]) -> None:
        self._editor, self._known = editor, known
        # Where the cursor stood before an expansion that nothing followed yet.
        self._just: int | None = None
        self._spared: tuple[str, ...] = ()  # texts up to the end of a word that stays as it was typed
        editor.helper = self
        editor.settled.connect(self._forget)
        for changed in (editor.textChanged, editor.cursorPositionChanged):
            changed.connect(self._go_on)

    def _go_on(self) -> None:
        self._just = None

    # --- what the editor tells ------------------------------------------------------------------------

    def takes_key(self, event: QKeyEvent) -> bool:
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if event.key() == Qt.Key.Key_Backspace and plain:
            if self._take_back():
                self._editor.textCursor().deletePreviousChar()
                return True
        elif event.matches(QKeySequence.StandardKey.Undo):
            if not self._take_back():
                self._editor.undo()
                self._spare()
            return True
        return False

    def before_words(self, event: QInputMethodEvent) -> None:
        if event.replacementLength() > 0:
            self._take_back()

    def typed(self, text: str) -> None:
        end = "\n" if text == "\r" else text[-1]
        before = self._before()
        if end in ENDS and before.endswith(end):
            self._put(before)

    def pasted(self) -> None:
        """What was pasted is meant as it is, whatever is typed behind it."""
        self._spare()

    def end_word(self) -> None:
        """As Helper; also where the text is kept."""
        cursor = self._editor.textCursor()
        behind = QTextCursor(cursor)
        behind.movePosition(QTextCursor.MoveOperation.NextCharacter, QTextCursor.MoveMode.KeepAnchor)
        before = self._before()
        open_end = not behind.selectedText()[:1].isalnum() and before[-1:] not in ENDS
        if open_end and not cursor.hasSelection() and not self._editor.composing:
            self._put(before)

    # --- there and back -------------------------------------------------------------------------------

    def _before(self, most: int = _SEEN) -> str:
        """The letters before the cursor, so many that an abbreviation is among them whole."""
        cursor = QTextCursor(self._editor.textCursor())
        at = cursor.position()
        cursor.setPosition(max(0, at - most))
        cursor.setPosition(at, QTextCursor.MoveMode.KeepAnchor)
        return cursor.selectedText().replace("\u2029", "\n").replace("\u2028", "\n")

    def _put(self, before: str) -> None:
        editor = self._editor
        made = expand(before, self._known())
        if made is None or editor.isReadOnly() or self._up_to(before, made) in self._spared:
            return
        at = editor.textCursor().position()
        # Counted from the cursor: the letters in between are plain ones, whatever stands further ahead.
        start = at - (len(before) - made.start)
        cursor = QTextCursor(editor.document())
        cursor.setPosition(start)
        cursor.setPosition(at, QTextCursor.MoveMode.KeepAnchor)
        # With what ended the word, so that the cursor stands behind it after Ctrl+Z and Ctrl+Y too.
        ended = cursor.selectedText()[made.end - made.start :]
        cursor.beginEditBlock()
        # One letter more, and out again: Qt would let what is typed next grow onto this step of undo.
        cursor.insertText(f"{made.laid.text}{ended} ")
        cursor.deletePreviousChar()
        cursor.endEditBlock()
        if made.laid.cursor is not None:
            cursor.setPosition(start + made.laid.cursor)
        editor.setTextCursor(cursor)
        editor.ensureCursorVisible()
        self._just = at

    def _take_back(self) -> bool:
        """The letters as they were typed, and they stay so; False when something came after the expansion."""
        editor, before = self._editor, self._just
        if before is None or editor.composing or not editor.document().isUndoAvailable():
            return False
        editor.undo()
        cursor = editor.textCursor()
        cursor.setPosition(before)
        editor.setTextCursor(cursor)
        self._spare()
        return True

    def _spare(self) -> None:
        """The abbreviation before the cursor stays as it is until a letter of it is changed."""
        before = self._before()
        made = expand(before, self._known())
        if made is not None:
            self._spared = (*self._spared, self._up_to(before, made))[-_SPARED:]

    def _up_to(self, before: str, made: Expansion) -> str:
        """Everything from the beginning of the text to the end of the word."""
        whole = self._before(self._editor.textCursor().position())
        return whole[: len(whole) - (len(before) - made.end)]

    def _forget(self, text: str) -> None:
        """What was spared is so only while it stands there."""
        if self._spared:
            self._spared = tuple(one for one in self._spared if text.startswith(one))
