"""A list at the text cursor with a line that is typed into, while the focus stays in the editor (L12).

The keys and words meant for the line are taken before the editor sees them: the input method stays with the
same box, nothing of what is looked for gets into the text, and closing it changes nothing.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QInputMethodEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QWidget

from ui.look import Look
from ui.theme import Role
from ui.type_scale import Type
from ui.widgets.editor import Editor

_WIDTH, _SIDE, _GAP = 124.0, 3.0, 1.0
_ENOUGH = 5  # rows under the line before it is put above
_MOST = 7


class LinePopup(QWidget):
    """Subclasses say what the line is for (`prompt`), what stands under it, and what Enter does (`take`)."""

    closed = Signal()
    name = "Gợi ý"

    def __init__(self, look: Look, home: QWidget) -> None:
        super().__init__(home)
        self._look, self._home = look, home
        self._editor: Editor | None = None
        self._line, self._open_word = "", ""
        self._at = self._top = self._rows = 0
        self._under = True
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setMouseTracking(True)
        self.setAccessibleName(self.name)
        self.hide()
        look.changed.connect(self.close_list)

    # --- for subclasses -------------------------------------------------------------------------------

    @property
    def prompt(self) -> str:
        """Shown in the empty line."""
        return ""

    @property
    def head(self) -> str:
        """One line above, "" for none."""
        return ""

    @property
    def note(self) -> tuple[str, Role, str]:
        """One line below with its colour and icon: what the keys do, or what is wrong."""
        return "", Role.TEXT2, ""

    @property
    def count(self) -> int:
        """How many rows there are."""
        return 0

    def row(self, place: int) -> tuple[str, str, str]:
        """Words, words at the right, second line."""
        raise NotImplementedError

    def looked_for(self) -> None:
        """The line is another."""

    def take(self) -> None:
        """Enter."""

    # --- opening and closing --------------------------------------------------------------------------

    @property
    def line(self) -> str:
        """What was typed, with the word that is still open."""
        return self._line + self._open_word

    @property
    def at(self) -> int:
        """Which row Enter takes."""
        return self._at

    @property
    def is_open(self) -> bool:
        return self._editor is not None

    def open_at(self, editor: Editor) -> None:
        """At the cursor of an editor that has the focus."""
        self.close_list()
        self._editor = editor
        self._line = self._open_word = ""
        self.setParent(editor.window())
        self.looked_for()
        self._choose_side()
        self._show_line()
        self.show()
        self.raise_()
        editor.installEventFilter(self)
        editor.viewport().installEventFilter(self)
        editor.textChanged.connect(self.close_list)
        editor.cursorPositionChanged.connect(self.close_list)

    def close_list(self) -> None:
        editor, self._editor = self._editor, None
        if editor is None:
            return
        editor.removeEventFilter(self)
        editor.viewport().removeEventFilter(self)
        editor.textChanged.disconnect(self.close_list)
        editor.cursorPositionChanged.disconnect(self.close_list)
        editor.setAccessibleDescription("")
        self.hide()
        self.setParent(self._home)  # goes with its page, whatever window it was shown in
        self.closed.emit()

    def _show_line(self) -> None:
        self._at = self._top = 0
        self._place()
        self._tell()

    def _tell(self) -> None:
        """Aloud, and on the screen."""
        if self._editor is not None:
            row = ", ".join(part for part in self.row(self._at) if part) if self.count else ""
            words = (self.head, self.line, row, self.note[0])
            self._editor.setAccessibleDescription(". ".join(part for part in words if part))
        self.update()

    def _written(self, editor: Editor) -> QRect:
        """The line that is written, in the window, with a little air."""
        line = editor.cursorRect()
        air = self._look.px(_GAP)
        corner = editor.viewport().mapTo(editor.window(), line.topLeft())
        return QRect(corner, line.size()).adjusted(0, -air, 0, air)

    def _choose_side(self) -> None:
        """Under the line that is written, above it where there is more room; it stays there."""
        editor = self._editor
        if editor is not None:
            line = self._written(editor)
            below = editor.window().height() - line.bottom()
            self._under = below >= self._height(min(self.count, _ENOUGH)) or below >= line.top()

    def _place(self) -> None:
        """Never on the line that is written, never out of the window."""
        editor = self._editor
        if editor is None:
            return
        look, window, line = self._look, editor.window(), self._written(editor)
        room = (window.height() - line.bottom() if self._under else line.top()) - look.px(_GAP)
        self._rows = max(0, min(self.count, _MOST, (room - self._height(0)) // self._row_height()))
        size = QSize(min(look.px(_WIDTH), window.width() - look.px(4)), self._height(self._rows))
        left = min(line.left() - look.px(_SIDE), window.width() - size.width() - look.px(2))
        top = line.bottom() if self._under else line.top() - size.height()
        self.setGeometry(QRect(QPoint(max(look.px(2), left), top), size))

    def _row_height(self) -> int:
        return self._look.px(11)

    def _line_height(self) -> int:
        return self._look.px(8)

    def _note_height(self) -> int:
        return self._look.px(6.5)

    def _height(self, rows: int) -> int:
        heads = self._note_height() if self.head else 0
        return (
            heads + self._line_height() + rows * self._row_height() + self._note_height() + self._look.px(1)
        )

    # --- keys -----------------------------------------------------------------------------------------

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if watched is not self._editor:
            if kind in (QEvent.Type.MouseButtonPress, QEvent.Type.Wheel):
                self.close_list()
            return False
        if isinstance(event, QKeyEvent):
            if kind is QEvent.Type.ShortcutOverride and self._mine(event):
                event.accept()
                return True
            return kind is QEvent.Type.KeyPress and self._mine(event) and self._key(event)
        if isinstance(event, QInputMethodEvent):
            self._words(event)
            return True
        if kind in (QEvent.Type.FocusOut, QEvent.Type.Hide, QEvent.Type.Resize):
            self.close_list()
        return False

    def _mine(self, event: QKeyEvent) -> bool:
        """Keys with Ctrl and function keys stay verbs of the page."""
        plain = not event.modifiers() & ~(
            Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier
        )
        return plain and (event.key() in _KEYS or (event.text() != "" and event.text().isprintable()))

    def _key(self, event: QKeyEvent) -> bool:
        key = event.key()
        if key == Qt.Key.Key_Escape:
            self.close_list()
        elif key in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
            self.close_list()
            return False
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if not self._open_word:
                self.take()
        elif key in _STEPS:
            self._go(self._at + _STEPS[key] * (max(1, self._rows - 1) if key in _PAGES else 1))
        elif key == Qt.Key.Key_Backspace:
            self._change(self._line[:-1])
        elif event.text().isprintable() and event.text():
            self._change(self._line + event.text())
        return True

    def _words(self, event: QInputMethodEvent) -> None:
        """What an input method takes back, commits and holds open."""
        line = self._line
        if event.replacementLength() > 0:
            start = max(0, len(line) + event.replacementStart())
            line = line[:start] + line[start + event.replacementLength() :]
        self._open_word = event.preeditString()
        self._change(line + "".join(event.commitString().split("\n")))

    def _change(self, line: str) -> None:
        self._line = line
        self.looked_for()
        self._show_line()

    def _go(self, place: int) -> None:
        self._at = max(0, min(place, self.count - 1))
        self._top = max(min(self._top, self._at), self._at - self._rows + 1, 0)
        self._tell()

    # --- the mouse ------------------------------------------------------------------------------------

    def _row_at(self, y: int) -> int:
        place = (y - self._rows_top()) // self._row_height()
        return self._top + place if 0 <= place < self._rows else -1

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        place = self._row_at(event.position().toPoint().y())
        if place >= 0:
            self._at = place
            self._tell()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        place = self._row_at(event.position().toPoint().y())
        if place >= 0:
            self._at = place
            self.take()

    def wheelEvent(self, event: QWheelEvent) -> None:
        self._go(self._at + (-1 if event.angleDelta().y() > 0 else 1))

    # --- look -----------------------------------------------------------------------------------------

    def _rows_top(self) -> int:
        return self._look.px(0.5) + (self._note_height() if self.head else 0) + self._line_height()

    def paintEvent(self, event: QPaintEvent) -> None:
        look, px = self._look, self._look.px
        painter = QPainter(self)
        look.draw_box(painter, self.rect(), fill=Role.SURFACE, edge=Role.FIELD)
        wide, y = self.width() - 2 * px(_SIDE), px(0.5)
        if self.head:
            box = QRect(px(_SIDE), y, wide, self._note_height())
            look.draw_text(painter, box, self.head, Type.CAPTION, Role.TEXT2, elide=True)
            y += self._note_height()
        self._draw_line(painter, QRect(px(_SIDE), y, wide, self._line_height()))
        for number in range(self._rows):
            self._draw_row(painter, number)
        y = self._rows_top() + self._rows * self._row_height()
        words, role, icon = self.note
        box = QRect(px(_SIDE), y, wide, self._note_height())
        if icon:
            look.draw_icon(painter, QRect(box.x(), y, px(4), box.height()), icon, role, 4)
            box = box.adjusted(px(5), 0, 0, 0)
        look.draw_text(painter, box, words, Type.CAPTION, role, elide=True)

    def _draw_line(self, painter: QPainter, box: QRect) -> None:
        """The typed words with a cursor; an open word is underlined."""
        look, px = self._look, self._look.px
        look.draw_icon(painter, QRect(box.x(), box.y(), px(5), box.height()), self.icon, Role.TEXT2)
        far = look.width(self._far, Type.CAPTION) if self._far else 0
        room = box.adjusted(px(6.5), 0, -far - px(1), 0)
        if not self.line:
            look.draw_text(
                painter, room.adjusted(px(1), 0, 0, 0), self.prompt, Type.BODY, Role.TEXT3, elide=True
            )
        end = room.x() + (look.draw_text(painter, room, self.line, elide=True) if self.line else 0)
        high = look.line()
        middle = QRect(room.x(), box.y() + (box.height() - high) // 2, room.width(), high)
        if self._open_word:
            start = room.x() + look.width(self._line)
            look.fill(painter, QRect(start, middle.bottom() - look.edge, end - start, look.edge), Role.TEXT)
        look.fill(painter, QRect(min(end, room.right()) + look.edge, middle.y(), look.ring, high), Role.FOCUS)
        look.draw_text(painter, box, self._far, Type.CAPTION, Role.TEXT2, Qt.AlignmentFlag.AlignRight)
        edge = QRect(0, box.bottom(), self.width(), look.edge)
        look.fill(painter, edge.adjusted(look.edge, 0, -look.edge, 0), Role.LINE)

    icon = "search"

    @property
    def _far(self) -> str:
        """Where one is, where not all rows are seen."""
        return f"{self._at + 1}/{self.count}" if self.count > self._rows else ""

    def _draw_row(self, painter: QPainter, number: int) -> None:
        look, px, high = self._look, self._look.px, self._row_height()
        place = self._top + number
        words, far, second = self.row(place)
        box = QRect(look.edge, self._rows_top() + number * high, self.width() - 2 * look.edge, high)
        if place == self._at:
            painter.fillRect(box, look.color(Role.ACCENT_SOFT))
            painter.fillRect(QRect(box.x(), box.y(), px(0.75), high), look.color(Role.ACCENT))
        room = box.adjusted(px(_SIDE) - look.edge, 0, look.edge - px(_SIDE), 0)
        first, below = look.line(), look.line(Type.CAPTION)
        top = box.y() + (high - first - below) // 2
        line = QRect(room.x(), top, room.width(), first)
        width = look.width(far, Type.CAPTION) + px(2)
        look.draw_text(painter, line, far, Type.CAPTION, Role.TEXT2, Qt.AlignmentFlag.AlignRight)
        look.draw_text(painter, line.adjusted(0, 0, -width, 0), words, Type.MEDIUM, elide=True)
        under = QRect(room.x(), top + first, room.width(), below)
        look.draw_text(painter, under, second, Type.CAPTION, Role.TEXT2, elide=True)


_KEY = Qt.Key
_PAGES = (_KEY.Key_PageUp, _KEY.Key_PageDown)
_STEPS: dict[int, int] = {
    _KEY.Key_Up: -1, _KEY.Key_Down: 1, _KEY.Key_PageUp: -1, _KEY.Key_PageDown: 1,
    _KEY.Key_Home: -10_000, _KEY.Key_End: 10_000,
}  # fmt: skip
_KEYS = {
    *_STEPS, _KEY.Key_Escape, _KEY.Key_Return, _KEY.Key_Enter, _KEY.Key_Backspace, _KEY.Key_Tab,
    _KEY.Key_Backtab, _KEY.Key_Left, _KEY.Key_Right, _KEY.Key_Delete,
}  # fmt: skip
