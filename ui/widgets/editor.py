"""The box in which opinions and answers are written: large letters, 1.5 em lines, plain text only."""

from __future__ import annotations

from typing import Protocol

from PySide6.QtCore import QEvent, QMargins, QMimeData, QSize, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QInputMethodEvent,
    QKeyEvent,
    QPainter,
    QPalette,
    QResizeEvent,
    QTextBlockFormat,
    QTextCursor,
    QWheelEvent,
)
from PySide6.QtWidgets import QFrame, QSizePolicy, QTextEdit, QWidget

from ui.look import Look
from ui.theme import Role
from ui.type_scale import Type
from ui.widgets.open_word import end_word_of, ends_word
from ui.widgets.scroll import ScrollBar

_BY_TAB = (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason)


class Helper(Protocol):
    """Somebody who helps while one types, as abbreviations do."""

    def takes_key(self, event: QKeyEvent) -> bool:
        """Before the editor's own answer to a key; True where there is none any more."""
        ...

    def before_words(self, event: QInputMethodEvent) -> None:
        """An input method is about to change the text."""
        ...

    def typed(self, text: str) -> None:
        """A key or an input method put this in; no word is open."""
        ...

    def pasted(self) -> None: ...

    def end_word(self) -> None:
        """The text is left by Tab: its last word has ended."""
        ...


class Editor(QTextEdit):
    """Several lines of plain text.

    A QTextEdit and not a QPlainTextEdit: the latter's layout knows no line height, and 1.5 em is what
    keeps Ể and Ệ of two lines apart. Tab moves on, Enter is a new line. `settled` carries the text when
    it changed and no word is being composed. Only whole lines are in sight, whatever its height is.
    """

    settled = Signal(str)
    left = Signal()
    helper: Helper | None = None

    def __init__(
        self,
        look: Look,
        *,
        placeholder: str = "",
        name: str = "",
        kind: Type = Type.EDITOR,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._look, self._kind, self._open_word, self._warned = look, kind, "", False
        self._last = ""
        self._loading = self._wheeled = False
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAcceptRichText(False)
        self.setTabChangesFocus(True)
        self.setPlaceholderText(placeholder)
        self.setAccessibleName(name or placeholder)
        self.setVerticalScrollBar(ScrollBar(look))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.viewport().setAutoFillBackground(False)
        self.textChanged.connect(self._changed)
        self.verticalScrollBar().valueChanged.connect(self._stand_on_line)
        look.changed.connect(self._relook)
        self._relook()

    # --- words --------------------------------------------------------------------------------

    @property
    def composing(self) -> bool:
        """A word is open in the input method: nothing may react to it yet."""
        return bool(self._open_word)

    @property
    def open_word(self) -> str:
        """As it is shown; no part of the text yet."""
        return self._open_word

    def value(self) -> str:
        """The text fit to be stored (NFC, no hidden characters, ends trimmed)."""
        from dialogue_desktop.domain.text_vi import clean

        return clean(self.toPlainText()).text.strip()

    def set_value(self, text: str) -> None:
        """Show a stored text; the old one can no longer be brought back with Ctrl+Z."""
        if text == self.toPlainText():
            return
        self._loading = True
        self.setPlainText(text)
        self._space_lines()
        self._loading = False
        self._last = text
        self.settled.emit(text)

    def set_warned(self, warned: bool) -> None:
        if warned != self._warned:
            self._warned = warned
            self.update()

    def insert_at_end(self, text: str) -> None:
        """Add after what stands there (a prepared answer), as one step that Ctrl+Z takes back."""
        cursor = QTextCursor(self.document())
        cursor.movePosition(QTextCursor.MoveOperation.End)
        old = self.toPlainText()
        cursor.insertText(("\n" if old and not old.endswith("\n") else "") + text)
        self.setTextCursor(cursor)

    def drop_beginning(self, letters: int) -> None:
        """Take away what stands first, as one step that Ctrl+Z takes back."""
        cursor = QTextCursor(self.document())
        cursor.setPosition(letters, QTextCursor.MoveMode.KeepAnchor)
        cursor.removeSelectedText()

    def insertFromMimeData(self, source: QMimeData) -> None:
        if source.hasText():
            from dialogue_desktop.domain.text_vi import clean

            self.textCursor().insertText(clean(source.text()).text)
            self.ensureCursorVisible()
            if self.helper is not None:
                self.helper.pasted()

    def _changed(self) -> None:
        if self._open_word or self._loading:
            return
        text = self.toPlainText()
        if text != self._last:
            self._last = text
            self.settled.emit(text)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        helper, word = self.helper, event.commitString()
        if helper is not None:
            helper.before_words(event)
        self._open_word = event.preeditString()
        super().inputMethodEvent(event)
        self._changed()
        if helper is not None and word and not self.composing:
            helper.typed(word)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and event.modifiers() & (
            Qt.KeyboardModifier.ControlModifier
        ):
            event.ignore()  # Ctrl+Enter is the page's: it saves
            return
        helper, text = self.helper, event.text()
        if helper is not None and helper.takes_key(event):
            return
        was = self.document().revision()
        super().keyPressEvent(event)
        if helper is not None and text and self.document().revision() != was and not self.composing:
            helper.typed(text)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            end_word_of(self)
        super().focusOutEvent(event)
        self.update()
        if self.helper is not None and event.reason() in _BY_TAB:
            self.helper.end_word()
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self._changed()
            self.left.emit()

    # --- look ---------------------------------------------------------------------------------

    def _relook(self) -> None:
        look = self._look
        font = look.font(self._kind)
        self.setFont(font)
        self.document().setDefaultFont(font)
        palette = self.palette()
        part = QPalette.ColorRole
        palette.setColor(part.Base, Qt.GlobalColor.transparent)
        for where, role in (
            (part.Text, Role.TEXT),
            (part.PlaceholderText, Role.TEXT3),
            (part.Highlight, Role.ACCENT),
            (part.HighlightedText, Role.ON_ACCENT),
        ):
            palette.setColor(where, look.color(role))
        self.setPalette(palette)
        self.document().setDocumentMargin(0)
        self._leave_rest()
        self.setCursorWidth(max(1, look.edge))
        self._space_lines()
        self.updateGeometry()
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._leave_rest()
        super().resizeEvent(event)
        if self.hasFocus():
            self.ensureCursorVisible()

    def wheelEvent(self, event: QWheelEvent) -> None:
        self._wheeled = True  # goes as far as the wheel says
        super().wheelEvent(event)
        self._wheeled = False

    def _leave_rest(self) -> None:
        """What is more than whole lines stays blank below them."""
        look = self._look
        above, line = look.px(2), look.line(self._kind)
        rest = max(0, self.height() - 2 * above) % line
        wanted = QMargins(look.px(2.5), above, look.px(1) + look.ring, above + rest)
        if self.viewportMargins() != wanted:
            self.setViewportMargins(wanted)

    def _stand_on_line(self, value: int) -> None:
        """What follows the cursor stops at the beginning of a line."""
        bar, line = self.verticalScrollBar(), self._look.line(self._kind)
        if not self._wheeled and not bar.isSliderDown():
            bar.setValue((value + line // 2) // line * line)

    def _space_lines(self) -> None:
        """Give every block its line height, without leaving a step in the undo list."""
        document = self.document()
        block = QTextBlockFormat()
        height = self._look.line(self._kind)
        block.setLineHeight(height, QTextBlockFormat.LineHeightTypes.FixedHeight.value)
        first = document.firstBlock().blockFormat()
        if first.lineHeight() == height:
            return
        undo = document.isUndoRedoEnabled()
        document.setUndoRedoEnabled(False)
        blocked = self.blockSignals(True)
        cursor = QTextCursor(document)
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.mergeBlockFormat(block)
        self.blockSignals(blocked)
        document.setUndoRedoEnabled(undo)

    def sizeHint(self) -> QSize:
        return QSize(self._look.px(80), 4 * self._look.line(self._kind) + self._look.px(4))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._look.px(30), self._look.line(self._kind) + self._look.px(5))

    def event(self, event: QEvent) -> bool:
        if self._open_word and event.type() is QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            if ends_word(event):
                end_word_of(self)  # comes before any shortcut, filter or key press
        # The frame is the scroll area's own paint event, which never reaches paintEvent().
        if event.type() == QEvent.Type.Paint:
            self._draw_frame()
            return True
        return super().event(event)

    def _draw_frame(self) -> None:
        look = self._look
        focused = self.hasFocus()
        edge = Role.BAD if self._warned else Role.FOCUS if focused else Role.FIELD
        strong = self._warned or focused
        fill = Role.SURFACE if self.isEnabled() and not self.isReadOnly() else Role.CANVAS
        painter = QPainter(self)
        look.draw_box(painter, self.rect(), fill=fill, edge=edge, width=look.ring if strong else 0)
