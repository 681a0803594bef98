"""The quiet word after an act, with its undo."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, QRect, QTimer, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QApplication, QWidget

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

    One at a time: a new one takes the place of the old. `above` u stay free below it (bottom bar). A page
    may name a pane that nobody types into (`stand_on`); wherever it stands, it gets out of the way of the
    field that has the focus.
    """

    gone = Signal()

    def __init__(self, look: Look, host: QWidget, *, above: float = 12, left: float = 6) -> None:
        super().__init__(host)
        self._look, self._host, self._above, self._left = look, host, above, left
        self._pane: QWidget | None = None
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
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._focus_moved)
        self._built = True

    def lift(self, above: float) -> None:
        """Keep so many u free below, where a page's foot is higher than the usual bar."""
        self._above = above
        self._place()

    def stand_on(self, pane: QWidget | None) -> None:
        """Stand at the foot of this pane while it is seen (the page of paper beside a form)."""
        self._pane = pane
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

    def _focus_moved(self, _old: QWidget | None, _now: QWidget | None) -> None:
        if not self.isHidden():
            self._place()

    def _place(self) -> None:
        if not self._built:
            return
        px = self._look.px
        size = self.sizeHint()
        home = self._home()
        margin = px(self._left if home == self._host.rect() else 2)
        wide = min(max(size.width(), px(90)), max(px(40), home.width() - 2 * margin))
        high = max(size.height(), px(9))
        foot = home.bottom() + 1 - (px(self._above) if home == self._host.rect() else margin)
        place = QRect(home.left() + margin, foot - high, wide, high)
        typed_into = self._typed_into()
        if typed_into.intersects(place):
            place.moveBottom(typed_into.top() - px(1))
            if place.top() < 0:
                place.moveTop(typed_into.bottom() + px(1))
        self.setGeometry(place)

    def _home(self) -> QRect:
        """The room whose bottom left corner is taken, in the host's own measure."""
        from shiboken6 import isValid

        pane = self._pane
        if pane is not None and isValid(pane) and pane.isVisible() and self._host.isAncestorOf(pane):
            return QRect(pane.mapTo(self._host, QPoint(0, 0)), pane.size())
        return self._host.rect()

    def _typed_into(self) -> QRect:
        """The field that has the focus, in the host's own measure; an empty one when it lies elsewhere."""
        focused = QApplication.focusWidget()
        if focused is None or not self._host.isAncestorOf(focused):
            return QRect()
        return QRect(focused.mapTo(self._host, QPoint(0, 0)), focused.size())

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
