"""The quiet word after an act, with its undo."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from ui.look import Look
from ui.qt_later import QAccessible, QEvent, Qt
from ui.theme import Role
from ui.type_scale import Type
from ui.widgets.button import Button, Kind
from ui.widgets.panes import HBox
from ui.widgets.text import Label

if TYPE_CHECKING:
    from PySide6.QtGui import QEnterEvent, QPaintEvent

SHOWN_MS = 8_000
SHOWN_TO_A_READER_MS = 24_000


class Toast(QWidget):
    """Inverse colours, at the bottom left of its host; takes no focus and never moves anything.

    One at a time: a new one takes the place of the old. `above` u stay free below it (bottom bar).
    """

    gone = Signal()

    def __init__(self, look: Look, host: QWidget, *, above: float = 12, left: float = 6) -> None:
        super().__init__(host)
        self._look, self._host, self._above, self._left = look, host, above, left
        self._undo: Callable[[], None] | None = None
        self._built = False
        self.hide()

    def _build(self) -> None:
        """At the first word: the window's first paint need not wait for it."""
        look = self._look
        row = HBox(look, (3.5, 0.5, 2, 0.5), 6)
        self.setLayout(row)
        self._label = Label(look, "", Type.BODY, Role.ON_INVERSE)
        self._button = Button(look, "Hoàn tác", kind=Kind.INVERSE, icon="arrow_undo", key="Ctrl+Z")
        self._button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._button.clicked.connect(self._take_back)
        row.addWidget(self._label, 1)
        row.addWidget(self._button)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.dismiss)
        self._host.installEventFilter(self)
        look.changed.connect(self._place)
        self._built = True

    def lift(self, above: float) -> None:
        """Keep so many u free below, where a page's foot is higher than the usual bar."""
        self._above = above
        self._place()

    @property
    def words(self) -> str:
        return self._label.text() if self._built and not self.isHidden() else ""

    def say(self, words: str, undo: Callable[[], None] | None = None) -> None:
        """Show what was done ("Đã gộp 4 ý kiến vào một câu trả lời")."""
        if not self._built:
            self._build()
        self._label.setText(words)
        self._undo = undo
        self._button.setVisible(undo is not None)
        self._button.setAccessibleName(f"Hoàn tác: {words}")
        self.setAccessibleName(words)
        self._place()
        self.show()
        self.raise_()
        self._timer.start(SHOWN_TO_A_READER_MS if QAccessible.isActive() else SHOWN_MS)
        from PySide6.QtGui import QAccessibleEvent

        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))

    def dismiss(self) -> None:
        if not self._built or self.isHidden():
            return
        self._timer.stop()
        self._undo = None
        self.hide()
        self.gone.emit()

    def _take_back(self) -> None:
        undo = self._undo
        self.dismiss()
        if undo is not None:
            undo()

    def _place(self) -> None:
        px = self._look.px
        size = self.sizeHint()
        wide = min(max(size.width(), px(90)), max(px(40), self._host.width() - 2 * px(self._left)))
        high = max(size.height(), px(9))
        self.setGeometry(px(self._left), self._host.height() - px(self._above) - high, wide, high)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and not self.isHidden():
            self._place()
        return False

    def enterEvent(self, event: QEnterEvent) -> None:
        self._timer.stop()
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        if not self.isHidden():
            self._timer.start(SHOWN_MS)
        super().leaveEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        self._look.draw_box(QPainter(self), self.rect(), fill=Role.INVERSE)
