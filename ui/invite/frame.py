"""A page of a list with one thing of it beside: header, two views, banners, list, detail and form."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from ui.context import Context
from ui.field_undo import FieldUndo
from ui.form_desk import Trouble
from ui.page_runner import PageRunner
from ui.shell.header import Header
from ui.theme import Role
from ui.widgets.banner import Banner
from ui.widgets.button import Button, Kind
from ui.widgets.panes import HBox, Pane, VBox, follow, framed
from ui.widgets.segment import Segment

_BESIDE_FROM = 300  # u of the window (1200 px at 100 %); in a narrower one the panes take turns
_TURNS_FROM_SCALE = 1.5
_LOW = 76  # u
VIEWS = (("people", "Đại biểu", "people"), ("slips", "Phiếu phát ra, thu về", "document_multiple"))


class Frame(QWidget):
    """`put_panes` gives it the list and what stands beside. Passive: signals say what is wanted.

    `form_open` is set by the view before `arrange`; `right_open` is whether the detail stands in the place
    of the list where there is no room for both.
    """

    switched = Signal(str)
    again = Signal()
    resumed = Signal()
    discarded = Signal()
    escaped = Signal()  # Esc while the form is open

    def __init__(self, context: Context, view: str, title: str, buttons: Sequence[Button]) -> None:
        super().__init__()
        self.context = context
        self.run = PageRunner(context.tasks, self)
        self.form_open = self.right_open = False
        self.beside = True
        self._form: QWidget | None = None
        self._detail: QWidget | None = None
        self._list: QWidget | None = None
        self._units = (82.0, 112.0)
        look = context.look
        whole = VBox(look)
        self.setLayout(whole)
        self.header = Header(look, title, buttons=buttons)
        whole.addWidget(self.header)
        again = Button(look, "Lưu lại")
        again.clicked.connect(self.again)
        self.trouble = Banner(look, role=Role.BAD, icon="error_circle", buttons=(again,))
        self._again = again
        resume = Button(look, "Gõ tiếp")
        resume.clicked.connect(self.resumed)
        discard = Button(look, "Bỏ", kind=Kind.QUIET)
        discard.clicked.connect(self.discarded)
        self.lying = Banner(look, role=Role.ACCENT, icon="edit", buttons=(resume, discard))
        self._banners = [framed(look, banner) for banner in (self.trouble, self.lying)]
        whole.addWidget(self._banners[0])
        self._body = HBox(look)
        whole.addLayout(self._body, 1)
        self._left = Pane(look)
        self._column = VBox(look)
        self._left.setLayout(self._column)
        self.segment = Segment(look, VIEWS, name="Xem")
        self.segment.set_value(view)
        self.segment.chosen.connect(self.switched)
        self._views = QWidget()
        row = HBox(look, (6, 2.5, 6, 0))
        self._views.setLayout(row)
        row.addWidget(self.segment)
        row.addStretch(1)
        self._column.addWidget(self._views)
        self._column.addWidget(self._banners[1])

    def put_panes(
        self, list_pane: QWidget, form: QWidget, detail: QWidget | None, units: tuple[float, float]
    ) -> None:
        """`units`: widths of detail and form beside the list."""
        self._list, self._form, self._detail, self._units = list_pane, form, detail, units
        self._column.addWidget(list_pane, 1)
        self._body.addWidget(self._left, 1)
        for pane in (detail, form):
            if pane is not None:
                pane.hide()
                self._body.addWidget(pane)
        FieldUndo(self.context, self).watch(list[QWidget](form.findChildren(QWidget)))
        follow(self.context.look, self.arrange)

    # --- what it shows --------------------------------------------------------------------------------

    def show_banners(self, trouble: Trouble | None, shelf: str) -> None:
        self._banners[1].setVisible(bool(shelf))
        self.lying.set_words("Đang gõ dở:", f"{shelf}.")
        self._banners[0].setVisible(trouble is not None)
        if trouble is not None:
            self.trouble.set_words(trouble.fact, trouble.sentence)
            self._again.set_words(trouble.act)

    def panes(self) -> Sequence[QWidget]:
        """What F6 walks along."""
        beside = self._form if self.form_open else self._detail
        return tuple(pane for pane in (self._list, beside) if pane is not None)

    def typing(self) -> bool:
        """The cursor stands in the open form."""
        return self.form_open and self._form is not None and self._holds_focus(self._form)

    def _holds_focus(self, pane: QWidget) -> bool:
        focused: QWidget | None = self.window().focusWidget()  # the stubs forget that there may be none
        return focused is not None and pane.isAncestorOf(focused)

    # --- keys -----------------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc leaves the form or the detail; what is typed stays."""
        if event.key() == Qt.Key.Key_Escape:
            if self.form_open:
                self.escaped.emit()
                return
            if not self.beside and self.right_open:
                self.back_to_list()
                return
        super().keyPressEvent(event)

    def back_to_list(self) -> None:
        self.right_open = False
        self.arrange()
        if self._list is not None:
            self._list.setFocus(Qt.FocusReason.OtherFocusReason)

    # --- room -----------------------------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.arrange()

    def has_detail(self) -> bool:
        """Whether there is a row whose detail can be shown; the view says."""
        return False

    def arrange(self) -> None:
        """List and pane side by side, or one at a time in a narrow window or with large letters."""
        look = self.context.look
        self.beside = self.window().width() >= look.px(_BESIDE_FROM) and look.scale < _TURNS_FROM_SCALE
        there = self.form_open or (self._detail is not None and self.has_detail())
        right = there and (self.beside or self.form_open or self.right_open)
        for pane, shown, wide in (
            (self._form, right and self.form_open, self._units[1]),
            (self._detail, right and not self.form_open, self._units[0]),
        ):
            if isinstance(pane, Pane):
                pane.setVisible(shown)
                pane.set_width(wide if self.beside else None)
                alone = getattr(pane, "set_alone", None)
                if alone is not None:
                    alone(not self.beside)
        self._left.setVisible(self.beside or not right)
        self._views.setVisible(not (self.busy() and self._left.height() < look.px(_LOW)))

    def busy(self) -> bool:
        """Whether something else needs the room of the switch on a low screen; the view says."""
        return False
