"""A drawer: something asked for in place of the side pane, closed with Esc; never over the editors."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from ui.look import Look
from ui.theme import Role
from ui.type_scale import Type
from ui.widgets.button import Button, Kind
from ui.widgets.panes import HBox, Pane, VBox
from ui.widgets.scroll import Scroll
from ui.widgets.text import Label


class Drawer(Pane):
    """Title and cross above, content that scrolls, and a foot that stays in sight."""

    closed = Signal()

    def __init__(self, look: Look, title: str) -> None:
        super().__init__(look, Role.CANVAS)
        self.setAccessibleName(title)
        self.title = Label(look, title, Type.SECTION, elide=True)
        self._close = Button(look, icon="dismiss", name="Đóng (Esc)", kind=Kind.BAR, small=True)
        self._close.clicked.connect(self.closed)
        head = HBox(look, (3, 2, 1, 1), 2)
        head.addWidget(self.title, 1)
        head.addWidget(self._close)
        self.content = Pane(look, Role.CANVAS)
        self.body = VBox(look, (3, 1, 2.5, 2), 2)
        self.content.setLayout(self.body)
        self.scroller = Scroll(look, self.content, Role.CANVAS)
        self._reached: QWidget | None = None
        self.scroller.verticalScrollBar().rangeChanged.connect(self._show_reached)
        self.foot = VBox(look, (3, 1, 3, 3), 2)
        column = VBox(look)
        column.addLayout(head)
        column.addWidget(self.scroller, 1)
        column.addLayout(self.foot)
        self.setLayout(column)

    def focus_first(self) -> None:
        """Where the keys begin when the drawer is opened."""

    def take_all(self) -> None:
        """Before the drawer goes: what stands in its fields counts, also when nobody pressed Enter."""

    def keep_in_sight(self, *widgets: QWidget) -> None:
        """Scroll to a field when it gets the focus."""
        for widget in widgets:
            widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusIn and isinstance(watched, QWidget):
            self._reached = watched
            self._show_reached()
        elif event.type() in (QEvent.Type.KeyRelease, QEvent.Type.InputMethod):
            self._show_reached()
        return False

    def _show_reached(self) -> None:
        """Again when the content has grown: a row that was made just now has its place only then."""
        field = self._reached
        if field is not None and isValid(field) and field.hasFocus():
            self.scroller.ensureWidgetVisible(field, 0, self.look.px(4))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
            return
        super().keyPressEvent(event)
