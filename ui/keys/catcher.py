"""A field that takes the next key that is pressed, whatever it is."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.live.key_names import shown_key
from ui.look import Look
from ui.theme import Role
from ui.type_scale import Type

_HELD = frozenset(
    {Qt.Key.Key_Control, Qt.Key.Key_Shift, Qt.Key.Key_Alt, Qt.Key.Key_Meta, Qt.Key.Key_AltGr}
)  # fmt: skip
_INVITATION = "Nhấn phím mới"


class KeyCatcher(QWidget):
    """`pressed` carries the portable key. Esc, Enter, Tab and Shift+Tab do what they do everywhere:
    `left`, `agreed`, and the next control."""

    pressed = Signal(str)
    agreed = Signal()
    left = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look, self._key = look, ""
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, False)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(_INVITATION)
        look.changed.connect(self.updateGeometry)

    @property
    def key(self) -> str:
        return self._key

    def set_key(self, key: str) -> None:
        self._key = key
        self.setAccessibleDescription(shown_key(key))
        self.update()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride:
            event.accept()  # no shortcut of the window is done while a key is chosen
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        plain = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier == Qt.KeyboardModifier.NoModifier
        if key in _HELD or key == Qt.Key.Key_unknown:
            return
        if plain and key == Qt.Key.Key_Escape:
            self.left.emit()
        elif plain and key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.agreed.emit()
        elif key in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
            super().keyPressEvent(event)
        else:
            sequence = QKeySequence(event.keyCombination())
            text = sequence.toString(sequence.SequenceFormat.PortableText)
            # The Enter and the digits of the number pad are the same keys to people.
            self.pressed.emit(text.replace("Num+", "").replace("Ctrl+Enter", "Ctrl+Return"))

    def sizeHint(self) -> QSize:
        return QSize(self._look.px(40), self._look.px(8))

    def paintEvent(self, event: QPaintEvent) -> None:
        look, px = self._look, self._look.px
        painter = QPainter(self)
        focused = self.hasFocus()
        edge = Role.FOCUS if focused else Role.FIELD
        look.draw_box(painter, self.rect(), fill=Role.SURFACE, edge=edge, width=look.ring if focused else 0)
        room = self.rect().adjusted(px(2), 0, -px(2), 0)
        words = shown_key(self._key) or _INVITATION
        role = Role.TEXT if self._key else Role.TEXT3
        look.draw_text(painter, room, words, Type.STRONG if self._key else Type.BODY, role, elide=True)
