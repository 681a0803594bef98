"""The right side of the checklist: one item with its day, how that was counted, and what was done (P14)."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from ui.look import Look
from ui.opinions.known_field import KnownField
from ui.preparation.fields import FormKeys, Line, put
from ui.preparation.item_entry import ItemEntry, When
from ui.preparation.screen import ItemDetail
from ui.theme import Role
from ui.type_scale import Type
from ui.widgets.badge import Badge
from ui.widgets.button import Button, Kind
from ui.widgets.checkbox import CheckBox
from ui.widgets.combo import Combo
from ui.widgets.field import Field
from ui.widgets.field_row import LowEditor
from ui.widgets.icon_box import IconBox
from ui.widgets.panes import HBox, Pane, Rule, Space, VBox
from ui.widgets.scroll import Scroll
from ui.widgets.suggestions import Suggestion
from ui.widgets.text import Label, Paragraph, Span


class ItemForm(Pane):
    """`changed` carries the ItemEntry after every settled key; `left` says that a field was left.

    `back` asks for the list; `removed`, `usual_asked` and `plan_asked` are its buttons.
    """

    changed = Signal(object)
    left = Signal()
    back = Signal()
    removed = Signal()
    usual_asked = Signal()
    plan_asked = Signal(str)

    def __init__(self, look: Look) -> None:
        super().__init__(look, Role.CANVAS)
        self._filling = False
        self._units: tuple[str, ...] = ()
        self._people: tuple[str, ...] = ()
        self._duty = ""
        self.setAccessibleName("Việc đang chọn")
        sides = HBox(look)
        self.setLayout(sides)
        self._side = Rule(look, upright=True, role=Role.BORDER)
        sides.addWidget(self._side)
        self._gap = Space(look, width=2)  # alone the fields stand under the page's title
        sides.addWidget(self._gap)
        whole = VBox(look)
        sides.addLayout(whole, 1)
        inner = Pane(look, Role.CANVAS)
        self._column = VBox(look, (4, 3, 4, 3), 2.5)
        inner.setLayout(self._column)
        self._build_head()
        self._build_words()
        self._build_day()
        self._column.addWidget(Rule(look, role=Role.BORDER))
        self._build_done()
        self._column.addStretch(1)
        self._scroll = Scroll(look, inner, Role.CANVAS)
        whole.addWidget(self._scroll, 1)
        whole.addWidget(self._build_foot())
        fields: list[QWidget] = [
            self.title, self.unit, self.days, self.when, self.day, self.hour, self.done, self.done_on,
            self.done_by, self.note,
        ]  # fmt: skip
        self._keys = FormKeys(self, fields, self._scroll)
        self._keys.left.connect(self.left)
        self._keys.back.connect(self.back)
        for field in (self.unit, self.days, self.day, self.hour, self.done_on, self.done_by):
            field.settled.connect(self._changed)
        for editor in (self.title, self.note):
            editor.settled.connect(self._changed)
        self.when.chosen.connect(self._chosen)
        self.done.clicked.connect(self._ticked)
        for known in (self.unit, self.done_by):
            known.suggestions.picked.connect(self._changed)

    # --- building -------------------------------------------------------------------------------------

    def _build_head(self) -> None:
        look = self.look
        self.back_button = Button(look, "Danh sách", kind=Kind.QUIET, icon="arrow_left", small=True)
        self.back_button.clicked.connect(self.back)
        self.back_button.hide()
        self._column.addWidget(self.back_button, alignment=Qt.AlignmentFlag.AlignLeft)
        head = HBox(look, gap=2)
        self._head = Label(look, "", Type.SECTION)
        self._badge = Badge(look, "")
        head.addWidget(self._head)
        head.addStretch(1)
        head.addWidget(self._badge)
        self._column.addLayout(head)

    def _build_words(self) -> None:
        look = self.look
        self._told = Paragraph(look, "", Type.STRONG)
        self._told_unit = Paragraph(look, "", role=Role.TEXT2)
        self._column.addWidget(self._told)
        self._column.addWidget(self._told_unit)
        self.title = LowEditor(look, 2, name="Việc cần làm")
        self._title_line = Line(look, ("Việc cần làm", self.title, 1))
        self.unit = KnownField(look, lambda: [Suggestion(one) for one in self._units], name="Ai làm")
        self._unit_line = Line(look, ("Ai làm", self.unit, 1))
        self._column.addWidget(self._title_line)
        self._column.addWidget(self._unit_line)

    def _build_day(self) -> None:
        look = self.look
        self._due = Paragraph(look)
        self._column.addWidget(self._due)
        self._warning = QWidget()
        row = HBox(look, gap=1)
        self._warning.setLayout(row)
        row.addWidget(IconBox(look, "warning_16", Role.WARN, 4), 0, Qt.AlignmentFlag.AlignTop)
        self._warned = Paragraph(look, "", role=Role.WARN)
        row.addWidget(self._warned, 1)
        self._column.addWidget(self._warning)
        self.days = Field(look, name="Số ngày", units=15)
        self.when = Combo(look, [(one, one.label) for one in When], name="Tính hạn", units=64)
        self._rule_line = Line(look, ("Số ngày", self.days, 0), ("Tính hạn", self.when, 0))
        self.day = Field(look, name="Ngày", placeholder="21/4/2026", units=36)
        self.hour = Field(look, name="Giờ", placeholder="14 giờ 00", units=30)
        self._day_line = Line(look, ("Ngày", self.day, 0), ("Giờ, nếu có", self.hour, 0))
        self._column.addWidget(self._rule_line)
        self._column.addWidget(self._day_line)
        self._usual = QWidget()
        row = HBox(look, gap=2)
        self._usual.setLayout(row)
        self._usual_words = Paragraph(look, "", role=Role.TEXT2)
        row.addWidget(self._usual_words, 1)
        self.usual_button = Button(look, "Lấy ngày này", kind=Kind.QUIET, small=True)
        self.usual_button.clicked.connect(self.usual_asked)
        row.addWidget(self.usual_button, 0, Qt.AlignmentFlag.AlignTop)
        self._column.addWidget(self._usual)

    def _build_done(self) -> None:
        look = self.look
        self.done = CheckBox(look, "Đã xong")
        self._column.addWidget(self.done)
        self.done_on = Field(look, name="Xong ngày", units=36)
        self.done_by = KnownField(look, lambda: [Suggestion(one) for one in self._people], name="Người làm")
        self._done_line = Line(look, ("Xong ngày", self.done_on, 0), ("Người làm", self.done_by, 1))
        self._column.addWidget(self._done_line)
        self.note = LowEditor(look, 3, name="Ghi chú")
        self._note_line = Line(look, ("Ghi chú", self.note, 1))
        self._column.addWidget(self._note_line)

    def _build_foot(self) -> QWidget:
        look = self.look
        self._foot = QWidget()
        column = VBox(look)
        self._foot.setLayout(column)
        column.addWidget(Rule(look, role=Role.BORDER))
        row = HBox(look, (4, 2, 4, 2.5), 2)
        column.addLayout(row)
        self.remove_button = Button(look, "Bỏ việc này", kind=Kind.BAR, icon="delete", key="Delete")
        self.remove_button.clicked.connect(self.removed)
        self.plan_button = Button(look, "Mở trong kế hoạch", kind=Kind.BAR, icon="clipboard_task")
        self.plan_button.clicked.connect(lambda: self.plan_asked.emit(self._duty))
        row.addWidget(self.remove_button)
        row.addWidget(self.plan_button)
        row.addStretch(1)
        return self._foot

    # --- showing --------------------------------------------------------------------------------------

    def offer(self, units: Sequence[str], people: Sequence[str]) -> None:
        self._units, self._people = tuple(units), tuple(people)

    def show_detail(self, detail: ItemDetail) -> None:
        self._head.setText(detail.head)
        self._badge.setVisible(detail.badge is not None)
        if detail.badge is not None:
            self._badge.show_state(detail.badge.words, detail.badge.role, detail.badge.icon)
        for told in (self._told, self._told_unit):
            told.setVisible(not detail.words)
        self._title_line.set_shown(self.title, detail.words)
        self._unit_line.set_shown(self.unit, detail.words)
        spans = [Span(f"{detail.due} ", Type.STRONG)] if detail.due else []
        self._due.set_words([*spans, Span(detail.counted, role=Role.TEXT if detail.due else Role.TEXT2)])
        self._due.setVisible(bool(detail.due or detail.counted))
        self._warned.set_words(detail.warning)
        self._warning.setVisible(bool(detail.warning))
        self._usual_words.set_words(detail.usual)
        self._usual.setVisible(bool(detail.usual))
        self._may_rule, self._may_day, self._may_hour = detail.words, detail.day, detail.hour
        self._duty = detail.plan_duty
        self.remove_button.setVisible(detail.removable)
        self.plan_button.setVisible(bool(detail.plan_duty))
        self._foot.setVisible(detail.removable or bool(detail.plan_duty))
        self._arrange()

    def _arrange(self) -> None:
        """Which of the small fields of the day are there."""
        when = self.when.value()
        self._rule_line.set_shown(self.when, self._may_rule)
        self._rule_line.set_shown(self.days, self._may_rule and when.counted)
        self._day_line.set_shown(self.day, self._may_day and (when is When.DAY or not self._may_rule))
        self._day_line.set_shown(self.hour, self._may_hour)
        self._done_line.set_shown(self.done_on, self.done.isChecked())
        self._done_line.set_shown(self.done_by, self.done.isChecked())

    _may_rule = _may_day = _may_hour = False

    def fill(self, entry: ItemEntry, focus: str) -> None:
        self._filling = True
        self._told.set_words(entry.title)
        self._told_unit.set_words(entry.unit)
        self.title.set_value(entry.title)
        put(self.unit, entry.unit)
        self.when.set_value(entry.when)
        put(self.days, entry.days)
        put(self.day, entry.day)
        put(self.hour, entry.hour)
        self.done.setChecked(entry.done)
        put(self.done_on, entry.done_on)
        put(self.done_by, entry.done_by)
        self.note.set_value(entry.note)
        self._filling = False
        self.complain({})
        self._arrange()
        if focus == "title":
            self._scroll.verticalScrollBar().setValue(0)
            self.title.setFocus(Qt.FocusReason.OtherFocusReason)

    def complain(self, faults: dict[str, str]) -> None:
        """One sentence at each field that could not be taken."""
        for line, fields in (
            (self._title_line, {"title": self.title}),
            (self._rule_line, {"days": self.days}),
            (self._day_line, {"day": self.day, "hour": self.hour}),
            (self._done_line, {"done_on": self.done_on}),
        ):
            wrong = next((name for name in fields if name in faults), "")
            first = next(iter(fields))
            line.complain(fields[wrong or first], faults.get(wrong, ""))

    def fault(self) -> str:
        """The sentences on view, for tests and readers."""
        lines = (self._title_line, self._rule_line, self._day_line, self._done_line)
        return " ".join(line.fault for line in lines if line.fault)

    # --- typing ---------------------------------------------------------------------------------------

    def entry(self) -> ItemEntry:
        """The fields as they stand."""
        when = self.when.value()
        day = self.day.text()
        if not self._may_rule and self._may_day:
            when = When.DAY if day.strip() else When.NONE
        return ItemEntry(
            self.title.toPlainText(),
            self.unit.text(),
            when,
            self.days.text(),
            day,
            self.hour.text(),
            self.done.isChecked(),
            self.done_on.text(),
            self.done_by.text(),
            self.note.toPlainText(),
        )

    def _changed(self, _value: object = None) -> None:
        if not self._filling:
            self.changed.emit(self.entry())

    def _chosen(self, _when: object) -> None:
        """Another way of giving the day: its field is there at once, and the choice is taken."""
        if self.when.value().counted and not self.days.text().strip():
            self.days.set_value("1")
        self._arrange()
        self._changed()
        if self.when.value() is When.DAY and not self.day.text().strip():
            self.day.setFocus(Qt.FocusReason.OtherFocusReason)  # taken when it is left
        else:
            self.left.emit()

    def _ticked(self, _on: bool) -> None:
        self._arrange()
        self._changed()
        self.left.emit()

    def focus_first(self) -> None:
        """Into the first field that may be filled in."""
        for field in (self.title, self.unit, self.done):
            if field.isVisible():
                field.setFocus(Qt.FocusReason.OtherFocusReason)
                return

    def set_alone(self, alone: bool) -> None:
        """In the place of the list: the way back is shown."""
        self.back_button.setVisible(alone)
        self._side.setVisible(not alone)
        self._gap.setVisible(alone)
