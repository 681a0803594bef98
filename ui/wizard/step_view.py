"""What the nine steps have in common: fields bound to the plan, lists, and the way to a named field."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLayout, QWidget

from dialogue_desktop.domain.plan import Plan
from ui.type_scale import Type
from ui.widgets.field_row import FieldRow
from ui.widgets.panes import VBox
from ui.widgets.scroll import Scroll
from ui.widgets.text import Label
from ui.wizard.desk import WizardDesk
from ui.wizard.form import Form
from ui.wizard.pick_sheet import PickSheet
from ui.wizard.presenter import PlanChange

_SIDE = 5.0  # u left and right of a step


class StepView(QWidget):
    """One step. Subclasses fill `self.column` and bind `self.form`; `refresh` shows what is computed.

    `anchors` names for a field of the form the place of the page that it changes.
    """

    def __init__(self, desk: WizardDesk) -> None:
        super().__init__()
        self.desk = desk
        self.look = desk.look
        self.anchors: dict[str, str] = {}
        self.labels: dict[str, str] = {}
        self.form: Form[Plan] = Form(self._edited, desk.presenter.seal)
        self.shown = PlanChange(desk.presenter.plan, desk.presenter.plan)
        self.first: QWidget | None = None
        self._places: dict[str, QWidget] = {}
        self._lists: list[Callable[[int, int], None]] = []
        self._inner = QWidget()
        self.column = VBox(self.look, (_SIDE, 0, _SIDE, 4), 4)
        self._inner.setLayout(self.column)
        self.area = Scroll(self.look, self._inner)
        self._outer = VBox(self.look)
        self.setLayout(self._outer)
        self._outer.addWidget(self.area)
        self._open_sheet: PickSheet | None = None

    # --- to be filled ---------------------------------------------------------------------------------

    def refresh(self, plan: Plan) -> None:
        """Show what is computed from the plan (sums, weekdays, warnings)."""

    def lead(self, plan: Plan) -> str:
        """The sentence under the title, where it depends on the plan; "" for the step's usual one."""
        return ""

    # --- used by the page -----------------------------------------------------------------------------

    def show_plan(self, change: PlanChange) -> None:
        self.shown = change
        self.form.show(change.plan, source=change.source)
        self.refresh(change.plan)

    def place(self, name: str, widget: QWidget) -> None:
        """A field or list that gaps may point to."""
        self._places[name] = widget
        room = getattr(widget, "set_room", None)
        if room is not None:
            self._lists.append(room)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        wide = self.width() - self.look.px(2 * _SIDE + 3)
        for room in self._lists:
            room(wide, self.height())

    def focus_first(self) -> None:
        """Give the focus to the first thing that can be typed into."""
        if self._open_sheet is not None:
            self._open_sheet.focus_first()
            return
        if self.first is not None and self.first.isVisibleTo(self):
            self.first.setFocus(Qt.FocusReason.TabFocusReason)
            return
        for widget in list[QWidget](self._inner.findChildren(QWidget)):
            if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.isVisibleTo(self):
                widget.setFocus(Qt.FocusReason.TabFocusReason)
                return

    def go_to(self, field: str, row: str = "") -> bool:
        """Put the focus into the field of a gap; False when the step has no such field."""
        self.close_sheet()
        widget, inner = self._places.get(field) or self.form.fields.get(field), ""
        if widget is None:  # "secretaries.name": a list, and the field of its row
            place, _, inner = field.partition(".")
            widget = self._places.get(place)
        if widget is None:
            return False
        choose = getattr(widget, "choose", None)
        if choose is not None:
            choose(row, inner)
        else:
            widget.setFocus(Qt.FocusReason.OtherFocusReason)
        self.reveal(widget)
        return True

    def reveal(self, widget: QWidget) -> None:
        """Scroll so that the widget is seen whole where it fits."""
        self.area.ensureWidgetVisible(widget, 0, self.look.px(4))

    # --- choosing from the library --------------------------------------------------------------------

    def open_sheet(self, sheet: PickSheet) -> None:
        """Show a library in place of the fields, until `close_sheet`."""
        self.close_sheet()
        self._outer.addWidget(sheet)
        self._open_sheet = sheet
        self.area.hide()
        sheet.show()
        sheet.focus_first()

    def close_sheet(self) -> None:
        """The fields again, as they were left."""
        if self._open_sheet is not None:
            self._open_sheet.hide()
            self._outer.removeWidget(self._open_sheet)
            self._open_sheet = None
            self.area.show()

    # --- building -------------------------------------------------------------------------------------

    def group(self, title: str) -> VBox:
        """A title, and under it closely what belongs to it."""
        box = VBox(self.look, gap=1.5)
        box.addWidget(Label(self.look, title, Type.STRONG))
        self.column.addLayout(box)
        return box

    def side_by_side(self, *parts: QWidget | QLayout | int) -> FieldRow:
        """Fields in one row, their labels on one line; a number is the stretch of the part before it."""
        return FieldRow(self.desk.look, *parts)

    # --- inside ---------------------------------------------------------------------------------------

    def _edited(self, plan: Plan, name: str, widget: QWidget) -> None:
        self.desk.presenter.edit(
            plan,
            anchor=self.anchors.get(name, name),
            label=self.labels.get(name, ""),
            merge=name,
            source=widget,
        )
