"""A list with the editor of its selected row: add, remove, move, tick, all by keyboard."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import pairwise
from typing import Generic, TypeVar

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QLineEdit, QSizePolicy, QStackedWidget, QWidget

from dialogue_desktop.domain.plan import Plan
from ui.theme import Role
from ui.type_scale import Type
from ui.widgets.button import Button, Kind
from ui.widgets.panes import Card, HBox, VBox
from ui.widgets.row_table import RowTable
from ui.widgets.rows import Cell, Column, Row
from ui.widgets.text import Label
from ui.wizard.desk import ListDesk
from ui.wizard.presenter import PlanChange
from ui.wizard.row_form import ListWords, RowForm
from ui.wizard.row_keys import RowKeys
from ui.wizard.row_show import reveal, worded_row
from ui.wizard.row_source import Source

R = TypeVar("R")
S = TypeVar("S")

_KEPT_FREE = 44.0  # u for title, editor and what stands above
_FEWEST = 3


class ListEditor(QWidget, Generic[S, R]):
    """A list inside the value that the desk's presenter holds: title and verbs, the table, and under it the
    fields of the selected row.

    Keys anywhere in it: Ctrl+N adds, Ctrl+Shift+↑ ↓ move, Ctrl+Shift+Delete removes (in the table also
    Delete and Ctrl+Delete), Enter goes from the table into the fields and on from field to field, Esc
    back to the table.
    """

    def __init__(
        self,
        desk: ListDesk[S],
        words: ListWords,
        source: Source[S, R],
        columns: Sequence[Column],
        cells: Callable[[str, R, int, S], tuple[Cell, ...]],
        forms: Sequence[RowForm[R]],
        *,
        anchor: Callable[[R], str],
        tick: Callable[[R, bool], R] | None = None,
        most: int = 6,
        two_lines: bool = False,
        beside: Sequence[QWidget] = (),
        can_change: bool = True,
        bare: bool = False,
    ) -> None:
        super().__init__()
        self._desk, self._words, self._source = desk, words, source
        self._cells, self._anchor, self._tick = cells, anchor, tick
        self._forms, self._most = tuple(forms), most
        self._room = 0
        self._items: dict[str, R] = {}
        self._order: tuple[str, ...] = ()
        self._shown: dict[str, Row] = {}
        self._filling = False
        look = desk.look
        column = VBox(look, gap=2)
        self.setLayout(column)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)

        head = self._head = HBox(look, gap=1)
        head.addWidget(Label(look, words.title, Type.STRONG))
        self._count = Label(look, "", role=Role.TEXT2)
        head.addSpacing(look.px(1))
        head.addWidget(self._count)
        head.addStretch(1)
        for widget in beside:
            head.addWidget(widget)
        self._beside = [widget for widget in beside if isinstance(widget, Button)]
        self.add_button = self._verb(words.add, "add", f"Thêm {words.noun}", "Ctrl+N", self.add_row)
        noun = words.noun
        self._up = self._verb("", "arrow_up", f"Chuyển {noun} lên", "Ctrl+Shift+↑", self.move_up)
        self._down = self._verb("", "arrow_down", f"Chuyển {noun} xuống", "Ctrl+Shift+↓", self.move_down)
        self._bin = self._verb("", "delete", f"Xóa {noun}", "Ctrl+Shift+Delete", self.remove_row)
        for button in (self.add_button, self._up, self._down, self._bin):
            head.addWidget(button)
            button.setVisible(can_change)
        column.addLayout(head)

        self.table = RowTable(look, columns, name=words.title, two_lines=two_lines)
        self.table.rows.current_row.connect(self._row_chosen)
        self.table.rows.opened.connect(self._open)
        self.table.rows.ticked.connect(self._row_ticked)
        column.addWidget(self.table)
        self._empty = Label(look, f"Chưa có {words.noun} nào.", role=Role.TEXT2)
        column.addWidget(self._empty)

        # One field needs no frame around it.
        self.card = Card(look, edge=None if bare else Role.BORDER)
        inside = VBox(look, (0, 0, 0, 0) if bare else (3, 2.5, 3, 3))
        self.card.setLayout(inside)
        self._stack = QStackedWidget()
        for form in self._forms:
            form.form.answer_to(self._row_edited)
            self._stack.addWidget(form.body)
            form.body.installEventFilter(self)
        inside.addWidget(self._stack)
        column.addWidget(self.card)
        self.card.setVisible(bool(self._forms))
        self._set_tab_order(beside)
        self._keys = RowKeys(self)
        look.changed.connect(self._fit)

    def _verb(self, text: str, icon: str, name: str, key: str, act: Callable[[], object]) -> Button:
        button = Button(
            self._desk.look, text, kind=Kind.BAR, icon=icon, key=key, name=name, small=True, parent=self
        )
        button.set_cap_shown(bool(text))  # without words the tool tip names the key
        # The verbs act on the row in hand: a click must not take the cursor out of its field.
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        button.clicked.connect(lambda: act())
        return button

    def _set_tab_order(self, beside: Sequence[QWidget]) -> None:
        """As read: what stands beside the title, the table, the fields of its row."""
        order = [*beside, self.add_button, self.table.rows]
        for form in self._forms:
            order += form.inputs()
        for first, second in pairwise(order):
            QWidget.setTabOrder(first, second)

    # --- what it shows --------------------------------------------------------------------------------

    @property
    def current(self) -> str:
        """The id of the selected row; "" when there is none."""
        return self.table.rows.current_id()

    def row(self, row_id: str) -> R | None:
        return self._items.get(row_id)

    def show_rows(self, plan: S, source: object = None) -> None:
        """Show the rows of a value; the field that was typed into (`source`) is left alone."""
        pairs = list(self._source.rows(plan))
        order = tuple(row_id for row_id, _ in pairs)
        values = self._desk.values()
        shown = {
            row_id: worded_row(row_id, self._cells(row_id, row, place, plan), values)
            for place, (row_id, row) in enumerate(pairs)
        }
        self._items = dict(pairs)
        self._filling = True
        if order != self._order:
            keep = self.current
            where = self._order.index(keep) if keep in self._order else 0
            self.table.set_items(shown.values())
            if keep not in shown and order:
                self.table.rows.set_current(order[min(where, len(order) - 1)])
        else:
            for row_id, item in shown.items():
                if self._shown.get(row_id) != item:
                    self.table.rows.set_row(item)
        fresh = order != self._order
        self._order, self._shown = order, shown
        self._filling = False
        if order and not self.current:
            self.table.rows.set_current(order[0])
        self._fit()
        self._show_form(source, fresh=fresh and source is None)
        self._count.setText(str(len(order)) if order else "")
        for button in (self._up, self._down, self._bin):
            button.setEnabled(bool(order))

    def _fit(self) -> None:
        rows = self.table.rows
        heading = self.table.fitted_height() - rows.content_height()
        most = self._most
        if self._room:
            spare = self._room - heading - self._desk.look.px(_KEPT_FREE)
            most = max(_FEWEST, min(most, spare // rows.drawer.row_height()))
        high = min(self.table.fitted_height(), heading + most * rows.drawer.row_height())
        self.table.setFixedHeight(high)
        self.table.setVisible(bool(self._order))
        # With rows the verbs act on the row in hand and stay out of the way of Tab; without, adding is all.
        policy = Qt.FocusPolicy.NoFocus if self._order else Qt.FocusPolicy.StrongFocus
        self.add_button.setFocusPolicy(policy)
        self._empty.setVisible(not self._order)
        self.card.setVisible(bool(self._order) and bool(self._forms))

    def set_room(self, width: int, height: int) -> None:
        """How much of the step is seen at once: the list leaves room for the editor of its row.

        Where the verbs find no room, the cap goes first, then the words of the one that adds, then those
        of what stands beside.
        """
        if height != self._room:
            self._room = height
            self._fit()
        for caps, words, others in (
            (True, True, True),
            (False, True, True),
            (False, False, True),
            (False,) * 3,
        ):
            self.add_button.set_cap_shown(caps)
            self.add_button.set_words_shown(words)
            for button in self._beside:
                button.set_words_shown(others)
            self._head.invalidate()  # a box remembers its size while only what is in it changed
            if self._head.minimumSize().width() <= width:
                break

    def _form_of(self, row: R) -> RowForm[R] | None:
        return next((form for form in self._forms if form.takes(row)), None)

    def _show_form(self, source: object = None, *, fresh: bool = False) -> None:
        row = self._items.get(self.current)
        form = None if row is None else self._form_of(row)
        if row is None or form is None:
            self.card.setVisible(False)
            return
        if self._stack.currentWidget() is not form.body:
            self._stack.setCurrentWidget(form.body)
            fresh = True
        self.card.setVisible(True)
        form.form.show(row, source=source, fresh=fresh)
        self.fit_form()

    def fit_form(self) -> None:
        """The fields of the row in hand became more or fewer: give them the room that they need."""
        if not self._forms:
            return
        body = self._stack.currentWidget()
        layout = body.layout()
        if layout is not None:
            layout.activate()
        high = max(body.sizeHint().height(), body.minimumSizeHint().height())
        if layout is not None and layout.hasHeightForWidth() and self._stack.width() > 0:
            high = layout.totalHeightForWidth(self._stack.width())
        if high != self._stack.height() or high != self._stack.minimumHeight():
            self._stack.setFixedHeight(high)
            # Said aloud to every layout above: their remembered sizes outlive a change made inside
            # the request that brought us here.
            for widget in (self._stack, self.card, self):
                widget.updateGeometry()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A sentence came or went under a field of the row."""
        if event.type() is QEvent.Type.LayoutRequest and watched is self._stack.currentWidget():
            self.fit_form()
        return False

    def set_movable(self, on: bool) -> None:
        """Whether the rows have an order of their own."""
        self._up.setVisible(on)
        self._down.setVisible(on)

    def choose(self, row_id: str = "", field: str = "") -> None:
        """Go to a row and into its fields, the named one or the first; without a row to the table, or to a
        new row where there is none."""
        if not self._order:
            self.add_row()
            return
        if row_id and self.table.rows.set_current(row_id):
            self._open(row_id, field)
        else:
            self.table.rows.setFocus(Qt.FocusReason.OtherFocusReason)

    # --- acts -----------------------------------------------------------------------------------------

    def add_row(self) -> None:
        made = self._source.add(self._desk.presenter.plan, self.current)
        if made is not None:
            self.take(*made)

    def take(self, plan: S, row_id: str, *, open_it: bool = True) -> None:
        """The value got a new row (also from a library): show it and go into it."""
        row = dict(self._source.rows(plan)).get(row_id)
        anchor = "" if row is None else self._anchor(row)
        self._desk.presenter.edit(plan, anchor=anchor, label=f"Đã thêm {self._words.noun}")
        self.table.rows.set_current(row_id)
        if open_it:
            self._open(row_id)

    def remove_row(self) -> None:
        row_id = self.current
        row = self._items.get(row_id)
        if row is None:
            return
        plan = self._source.remove(self._desk.presenter.plan, row_id)
        if plan is None:
            return
        words = self.remove_words(row_id)
        in_fields = self.card.isAncestorOf(self.focusWidget()) if self.focusWidget() is not None else False
        self._desk.presenter.edit(plan, anchor=self._anchor(row), label=words)
        self._desk.say(words)
        if in_fields or not self._order:
            (self.table.rows if self._order else self.add_button).setFocus(Qt.FocusReason.OtherFocusReason)

    def remove_words(self, row_id: str) -> str:
        """What is said when a row is removed."""
        return f"Đã xóa {self._words.noun}"

    def move_row(self, by: int) -> None:
        row = self._items.get(self.current)
        if row is None:
            return
        made = self._source.move(self._desk.presenter.plan, self.current, by)
        if made is None:
            return
        plan, row_id = made
        self._filling = True  # the form shows the same row at its new place
        self._desk.presenter.edit(plan, anchor=self._anchor(row), label=f"Đã chuyển {self._words.noun}")
        self._filling = False
        self.table.rows.set_current(row_id)

    def move_up(self) -> None:
        self.move_row(-1)

    def move_down(self) -> None:
        self.move_row(1)

    def _row_chosen(self, _: str) -> None:
        if not self._filling:
            self._desk.presenter.seal()
            self._show_form(fresh=True)

    def _row_edited(self, row: R, name: str, widget: QWidget) -> None:
        row_id = self.current
        plan = self._source.put(self._desk.presenter.plan, row_id, row)
        merge = f"{self._words.field}/{row_id}/{name}"
        self._desk.presenter.edit(plan, anchor=self._anchor(row), merge=merge, source=widget)

    def _row_ticked(self, row_id: str, on: bool) -> None:
        row = self._items.get(row_id)
        if row is None or self._tick is None:
            return
        changed = self._tick(row, on)
        plan = self._source.put(self._desk.presenter.plan, row_id, changed)
        self._desk.presenter.edit(plan, anchor=self._anchor(changed))

    def _open(self, row_id: str, field: str = "") -> None:
        row = self._items.get(row_id)
        form = None if row is None else self._form_of(row)
        wanted = None if form is None else form.form.fields.get(field, form.first)
        if wanted is not None:
            wanted.setFocus(Qt.FocusReason.TabFocusReason)
            reveal(wanted, self._desk.look.px(4))
            if isinstance(wanted, QLineEdit):
                wanted.end(False)

    # --- focus (asked for by RowKeys) -----------------------------------------------------------------

    def back_to_table(self) -> None:
        self.table.rows.setFocus(Qt.FocusReason.OtherFocusReason)

    def next_field(self) -> None:
        """On to the next field of the row; after the last one to the next row, or back to the table."""
        row = self._items.get(self.current)
        form = None if row is None else self._form_of(row)
        if form is None:
            return
        fields = [widget for widget in form.inputs() if widget.isVisibleTo(form.body)]
        now = self.focusWidget()
        place = next((number for number, field in enumerate(fields) if field is now), len(fields))
        if place + 1 < len(fields):
            fields[place + 1].setFocus(Qt.FocusReason.TabFocusReason)
            return
        at = self._order.index(self.current)
        if at + 1 < len(self._order):
            self.table.rows.set_current(self._order[at + 1])
            self._open(self._order[at + 1])
        else:
            self.back_to_table()

    def offering(self, widget: QWidget) -> bool:
        """A list of suggestions hangs open under this field."""
        lists = (form.offers.get(widget) for form in self._forms)
        return any(offer.shown for offer in lists if offer is not None)


class RowsEditor(ListEditor[Plan, R]):
    """A list of the plan."""

    def show_plan(self, change: PlanChange) -> None:
        self.show_rows(change.plan, change.source)
