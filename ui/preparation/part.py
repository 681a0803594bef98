"""A list with the form of its row beside it, or one at a time where the room is short."""

from __future__ import annotations

from typing import Protocol

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from ui.look import Look
from ui.theme import Role
from ui.widgets.banner import Banner
from ui.widgets.button import Button
from ui.widgets.panes import HBox, Pane, VBox, follow
from ui.widgets.row_table import RowTable

_BESIDE_FROM = 300  # u of the window (1200 px at 100 %)
_TURNS_FROM_SCALE = 1.5


class Form(Protocol):
    """What a part needs of its form."""

    def focus_first(self) -> None: ...
    def set_alone(self, alone: bool, /) -> None: ...


class Part(QWidget):
    """`selected` carries the row that is in hand, `removed` the one on which Delete was pressed."""

    selected = Signal(str)
    removed = Signal(str)
    again = Signal()

    def __init__(self, look: Look, table: RowTable, form: Pane, units: float) -> None:
        super().__init__()
        self._look, self.table, self._units = look, table, units
        self.form: Pane = form
        self._open = self._filling = False
        self._beside = True
        body = HBox(look)
        self.setLayout(body)
        self.left = Pane(look)
        self.column = VBox(look, (6, 3, 6, 3), 2)
        self.left.setLayout(self.column)
        again = Button(look, "Làm lại")
        again.clicked.connect(self.again)
        self.trouble = Banner(look, role=Role.BAD, icon="error_circle", buttons=(again,))
        self.trouble.hide()
        self.column.addWidget(self.trouble)
        body.addWidget(self.left, 1)
        body.addWidget(form)
        form.hide()
        table.rows.current_row.connect(self._row_chosen)
        table.rows.opened.connect(self._row_opened)
        table.rows.installEventFilter(self)
        table.rows.rows.modelReset.connect(self._fit)
        follow(look, self.arrange)

    # --- what is shown --------------------------------------------------------------------------------

    def show_rows(self, items: tuple[object, ...], selected: str) -> None:
        """Fresh rows; the one in hand is the presenter's."""
        self._filling = True
        self.table.set_items(items)  # type: ignore[arg-type]  # rows and groups, as the screen has them
        if selected and self.table.rows.current_id() != selected:
            self.table.rows.set_current(selected)
        self._filling = False
        self._fit()

    def show_trouble(self, fact: str, sentence: str) -> None:
        self.trouble.setVisible(bool(fact))
        if fact:
            self.trouble.set_words(fact, sentence)

    def set_form_there(self, there: bool) -> None:
        """Whether anything is to be shown in the form."""
        self._there = there
        if not there:
            self._open = False
        self.arrange()

    _there = False

    # --- focus ----------------------------------------------------------------------------------------

    def open_form(self) -> None:
        """Into the first field; where the room is short, in the place of the list."""
        self._open = True
        self.arrange()
        focus = getattr(self.form, "focus_first", None)
        if focus is not None:
            focus()

    def show_form(self) -> None:
        """The form is on view; where the cursor stands is its own affair."""
        self._open = True
        self.arrange()

    def focus_list(self) -> None:
        self._open = False
        self.arrange()
        target: QWidget = self.table.rows if not self.table.isHidden() else self.left
        target.setFocus(Qt.FocusReason.OtherFocusReason)

    def panes(self) -> tuple[QWidget, ...]:
        return (self.left, self.form)

    # --- inside ---------------------------------------------------------------------------------------

    def _row_chosen(self, row_id: str) -> None:
        if row_id and not self._filling:
            self.selected.emit(row_id)

    def _row_opened(self, row_id: str) -> None:
        self.selected.emit(row_id)
        self.open_form()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            bare = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
            if event.key() == Qt.Key.Key_Delete and bare and watched is self.table.rows:
                if self.table.rows.current_id():
                    self.removed.emit(self.table.rows.current_id())
                return True
        return False

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.arrange()

    def _fit(self) -> None:
        """The frame ends with the last row; what does not fit is scrolled."""
        self.table.setMaximumHeight(self.table.fitted_height())

    def arrange(self) -> None:
        look = self._look
        self._beside = self.window().width() >= look.px(_BESIDE_FROM) and look.scale < _TURNS_FROM_SCALE
        right = self._there and (self._beside or self._open)
        self.form.setVisible(right)
        self.left.setVisible(self._beside or not right)
        alone = getattr(self.form, "set_alone", None)
        if alone is not None:
            alone(not self._beside)
        self.form.set_width(self._units if self._beside else None)
        rows = self.table.rows
        rows.scrollTo(rows.currentIndex())
