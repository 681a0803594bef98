"""The form of one batch of slips: where, who, from which number to which, when, and what came back (C3)."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, datetime
from itertools import pairwise

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from dialogue_desktop.domain.plan import Locality
from dialogue_desktop.domain.slips import slip_number
from dialogue_desktop.domain.words_vi import thousands
from ui.invite.entry import read_sent, write_day
from ui.look import Look
from ui.opinions.entry import place_label
from ui.opinions.known_field import KnownField
from ui.opinions.words import capital
from ui.slips.entry import SlipEntry
from ui.theme import Role
from ui.type_scale import Type
from ui.widgets.button import Button, Kind
from ui.widgets.field import Field, FieldBox
from ui.widgets.field_row import FieldRow, NarrowBox
from ui.widgets.form_foot import FormFoot
from ui.widgets.panes import HBox, Pane, Rule, VBox
from ui.widgets.scroll import Scroll
from ui.widgets.suggestions import Suggestion
from ui.widgets.text import Label
from ui.wizard.form import Form
from ui.wizard.parts import attr

_DAYS = ("handed", "due", "returned_on")
_ORDER = (
    "locality", "collector", "first", "last", "handed", "due", "returned", "returned_on", "note",
)  # fmt: skip


class SlipForm(Pane):
    """`changed` carries the entry after every settled key; Enter goes on from field to field."""

    changed = Signal(object)  # SlipEntry
    closed = Signal()
    entered = Signal(str)

    def __init__(self, look: Look, *, save: QAction, save_close: QAction) -> None:
        super().__init__(look, Role.SURFACE)
        self._today: Callable[[], date] = lambda: date.max
        self._localities: tuple[Locality, ...] = ()
        self._collectors: Callable[[], Sequence[str]] = tuple
        self._entry = SlipEntry()
        self._last_field: QWidget | None = None
        self.form: Form[SlipEntry] = Form(self._edited, lambda: None)
        self._boxes: dict[str, FieldBox] = {}
        self.setAccessibleName("Phiếu phát ra, thu về")
        sides = HBox(look)
        self.setLayout(sides)
        self._side = Rule(look, upright=True, role=Role.BORDER)
        sides.addWidget(self._side)
        whole = VBox(look)
        sides.addLayout(whole, 1)
        head = HBox(look, (5, 3, 3.5, 2), 2)
        self.title = Label(look, "", Type.SECTION)
        head.addWidget(self.title)
        head.addStretch(1)
        self.close_button = Button(look, "Đóng", kind=Kind.BAR, icon="dismiss", key="Esc", small=True)
        self.close_button.clicked.connect(self.closed)
        head.addWidget(self.close_button)
        whole.addLayout(head)
        inner = QWidget()
        column = VBox(look, (5, 0, 5, 3), 2.5)
        inner.setLayout(column)
        self._inner = inner
        self.area = Scroll(look, inner)
        whole.addWidget(self.area, 1)
        column.addWidget(self._known("locality", "Thôn", self._places))
        column.addWidget(self._known("collector", "Người phát và thu phiếu", self._who))
        first, last = self._line("first", "Từ số"), self._line("last", "Đến số")
        self.numbers = FieldRow(look, first, 1, last, 1, gap=2)
        column.addLayout(self.numbers)
        handed = self._line("handed", "Ngày phát", placeholder="26/3/2026")
        due = self._line("due", "Hạn nộp", placeholder="06/4/2026")
        column.addLayout(FieldRow(look, handed, 1, due, 1, gap=2))
        column.addWidget(Rule(look))
        back = self._line("returned", "Thu về (số phiếu)")
        column.addLayout(FieldRow(look, back, 1, self._line("returned_on", "Ngày thu về"), 1, gap=2))
        column.addWidget(self._line("note", "Ghi chú"))
        column.addStretch(1)
        whole.addWidget(Rule(look, role=Role.BORDER))
        self.foot = FormFoot(look, save=save, save_close=save_close)
        self.save_close_button, self.save_button = self.foot.save_close_button, self.foot.save_button
        whole.addWidget(self.foot)
        order: list[QWidget] = [
            *(self.form.fields[name] for name in _ORDER), self.save_close_button, self.save_button,
            self.close_button,
        ]  # fmt: skip
        for before, after in pairwise(order):
            QWidget.setTabOrder(before, after)
        for widget in order:
            widget.installEventFilter(self)
        for name in _DAYS:
            self._field(name).left.connect(lambda name=name: self._settle_day(name))
        self._field("locality").left.connect(self._settle_place)

    def _line(self, name: str, label: str, *, placeholder: str = "") -> FieldBox:
        field = Field(self.look, name=label, placeholder=placeholder)
        self.form.text(name, field, *attr(name))
        self._boxes[name] = NarrowBox(self.look, label, field)
        return self._boxes[name]

    def _known(self, name: str, label: str, options: Callable[[], Sequence[Suggestion]]) -> FieldBox:
        field = KnownField(self.look, options, name=label)
        self.form.text(name, field, *attr(name))
        self._boxes[name] = FieldBox(self.look, label, field)
        return self._boxes[name]

    def _field(self, name: str) -> Field:
        widget = self.form.fields[name]
        assert isinstance(widget, Field)
        return widget

    # --- what it offers and shows ---------------------------------------------------------------------

    def offer(
        self,
        localities: tuple[Locality, ...],
        collectors: Callable[[], Sequence[str]],
        today: Callable[[], date],
    ) -> None:
        self._localities, self._collectors, self._today = localities, collectors, today

    def _places(self) -> Sequence[Suggestion]:
        return [
            Suggestion(capital(x.label), f"Trưởng thôn {x.head}" if x.head else "", x.label)
            for x in self._localities
        ]

    def _who(self) -> Sequence[Suggestion]:
        return [Suggestion(one) for one in self._collectors()]

    def fill(self, entry: SlipEntry, focus: str) -> None:
        """Another batch; the cursor into the named field, "" for the first."""
        self._entry = entry
        self.form.show(entry, fresh=True)
        self._last_field = None
        for box in self._boxes.values():
            box.set_warning("")
        self._count()
        self.foot.clear_kept()
        for widget in self.form.fields.values():
            if isinstance(widget, QLineEdit):
                widget.setModified(False)
                widget.setCursorPosition(0)
        self.go_to(focus)

    def go_to(self, field: str) -> None:
        """Put the cursor into a field."""
        widget = self._field(field if field in self.form.fields else "locality")
        widget.setFocus(Qt.FocusReason.OtherFocusReason)
        if field in ("", "returned"):
            widget.selectAll()  # written anew: the number that came back, the thôn kept from the batch before
        else:
            widget.end(False)

    def go_back(self) -> None:
        (self._last_field or self._field("locality")).setFocus(Qt.FocusReason.OtherFocusReason)

    def set_alone(self, alone: bool) -> None:
        self._side.setVisible(not alone)

    def complain(self, field: str, sentence: str) -> None:
        self._boxes[field].set_warning(sentence)
        self.go_to(field)

    def show_kept(self, at: datetime) -> None:
        """What is half typed is on the disk."""
        self.foot.show_kept(at)

    # --- changes --------------------------------------------------------------------------------------

    def _edited(self, entry: SlipEntry, name: str, widget: QWidget) -> None:
        self._entry = entry
        for box in self._boxes.values():
            if box.warning:
                box.set_warning("")
        self._count()
        self.changed.emit(entry)

    def _count(self) -> None:
        """ "30 phiếu": how many the numbers give."""
        first, last = slip_number(self._entry.first), slip_number(self._entry.last)
        there = first is not None and last is not None and last >= first
        self.numbers.say(f"{thousands(last - first + 1)} phiếu" if there and last and first else "")

    def _settle_day(self, name: str) -> None:
        """A day that can be read is written out with its weekday, so that a slip of the hand is seen."""
        field = self._field(name)
        try:
            day = read_sent(field.value(), self._today())
        except ValueError as wrong:
            self._boxes[name].set_warning(str(wrong))
            return
        self._boxes[name].set_warning("")
        self._write(field, write_day(day))

    def _settle_place(self) -> None:
        field = self._field("locality")
        self._write(field, place_label(field.value(), self._localities))

    @staticmethod
    def _write(field: Field, text: str) -> None:
        if text != field.value():
            field.setText(text)
            field.setModified(False)

    # --- keys -----------------------------------------------------------------------------------------

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if kind is QEvent.Type.FocusIn and isinstance(watched, QWidget):
            self._last_field = watched
            if self._inner.isAncestorOf(watched):
                self.area.ensureWidgetVisible(watched, 0, self.look.px(7))
            self.entered.emit(next((n for n, field in self.form.fields.items() if field is watched), ""))
        elif kind is QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and isinstance(watched, Field):
            return self._key(watched, event)
        return False

    def _key(self, watched: Field, event: QKeyEvent) -> bool:
        """Enter goes on to the next field; in a list that hangs open it is the list's."""
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if not enter or event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier or watched.composing:
            return False
        if isinstance(watched, KnownField) and watched.offering_chosen:
            return False
        names = [name for name in _ORDER if self.form.fields[name] is watched]
        at = _ORDER.index(names[0]) + 1 if names else 0
        self._field(_ORDER[at % len(_ORDER)]).setFocus(Qt.FocusReason.TabFocusReason)
        return True
