"""The form of one delegate: filled from top to bottom by keyboard, one person after the other (C11)."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from itertools import pairwise

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget

from dialogue_desktop.domain.plan import Locality
from dialogue_desktop.domain.records import REPLY_LABELS, Reply
from dialogue_desktop.domain.seats import InviteGroup
from ui.invite.entry import DelegateEntry, read_sent, write_day
from ui.invite.screen import FormView
from ui.live.session.quick_add import KnownPerson
from ui.look import Look
from ui.opinions.entry import place_label
from ui.opinions.known_field import KnownField
from ui.opinions.words import capital
from ui.theme import Role
from ui.type_scale import Type
from ui.widgets.button import Button, Kind
from ui.widgets.combo import Combo
from ui.widgets.field import Field, FieldBox
from ui.widgets.form_foot import FormFoot
from ui.widgets.panes import HBox, Pane, Rule, VBox
from ui.widgets.scroll import Scroll
from ui.widgets.suggestions import Suggestion
from ui.widgets.text import Label
from ui.wizard.form import Form
from ui.wizard.parts import attr

_WAYS = ((False, "Gửi trực tiếp"), (True, "Gửi qua thôn"))
_REPLIES: tuple[tuple[Reply | None, str], ...] = ((None, "Chưa trả lời"), *REPLY_LABELS.items())
_PRESENCE = ((None, "Chưa rõ"), (True, "Có mặt"), (False, "Vắng"))


@dataclass(frozen=True, slots=True)
class Offers:
    """What the fields offer: groups to choose from, thôn, xóm and offices that are known, people."""

    groups: tuple[InviteGroup, ...] = ()
    localities: tuple[Locality, ...] = ()
    hamlets: tuple[str, ...] = ()
    offices: tuple[str, ...] = ()
    people: tuple[KnownPerson, ...] = field(default=())


class DelegateForm(Pane):
    """`changed` carries the entry after every settled key; `entered` the name of the field with the cursor.

    Enter goes on from field to field; Ctrl+Enter, Ctrl+S and Esc are actions of the page.
    """

    changed = Signal(object)  # DelegateEntry
    closed = Signal()
    entered = Signal(str)

    def __init__(self, look: Look, *, save: QAction, save_close: QAction) -> None:
        super().__init__(look, Role.SURFACE)
        self._offers = Offers()
        self._today: Callable[[], date] = lambda: date.max
        self._double: Callable[[str], str] = lambda name: ""
        self._entry = DelegateEntry()
        self._last_field: QWidget | None = None
        self.form: Form[DelegateEntry] = Form(self._edited, lambda: None)
        self.setAccessibleName("Thông tin đại biểu")
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
        self._inner = QWidget()
        self._column = VBox(look, (5, 0, 5, 3), 2.5)
        self._inner.setLayout(self._column)
        self.area = Scroll(look, self._inner)
        self.area.verticalScrollBar().rangeChanged.connect(self._reveal_again)
        whole.addWidget(self.area, 1)
        self._boxes: dict[str, FieldBox] = {}
        self._build()
        whole.addWidget(Rule(look, role=Role.BORDER))
        self.foot = FormFoot(look, save=save, save_close=save_close)
        self.save_close_button, self.save_button = self.foot.save_close_button, self.foot.save_button
        whole.addWidget(self.foot)
        self._order_tabs()

    # --- building -------------------------------------------------------------------------------------

    def _build(self) -> None:
        look, add = self.look, self._column.addWidget
        add(self._known("name", "Họ và tên", self._people, placeholder="ông Nguyễn Văn …"))
        self.double_note = Label(look, "", Type.CAPTION, Role.WARN, icon="warning_16", elide=True)
        self.double_note.hide()
        add(self.double_note)
        add(self._known("office", "Chức vụ, cơ quan, đơn vị", self._offices))
        add(self._choice("group_id", "Nhóm", ()))
        self._column.addLayout(
            self._row(
                self._known("locality", "Thôn", self._places),
                self._known("hamlet", "Xóm, tổ", self._hamlets),
                self._line("count", "Số chỗ", units=16),
            )
        )
        self._column.addLayout(
            self._row(
                self._choice("through", "Cách gửi", _WAYS, units=34),
                self._line("letter_number", "Số giấy mời", units=31),
                self._line("sent", "Ngày gửi", placeholder="16/4/2026"),
            )
        )
        self.day_note = Label(look, "", Type.CAPTION, Role.BAD, icon="error_circle_16", elide=True)
        self.day_note.hide()
        add(self.day_note)
        self._column.addLayout(
            self._row(
                self._choice("reply", "Trả lời", _REPLIES, units=36),
                self._choice("attended", "Tại hội nghị", _PRESENCE, units=28),
                self._line("replaced_by", "Người dự thay", placeholder="họ tên, chức vụ"),
            )
        )
        add(self._line("note", "Ghi chú"))
        words = "Không in vào văn bản nào, xóa được khi có yêu cầu."
        self._reach = (
            Rule(look), Label(look, "Liên hệ", Type.STRONG),
            Label(look, words, Type.CAPTION, Role.TEXT2, elide=True),
        )  # fmt: skip
        for part in self._reach:
            add(part)
        self._column.addLayout(
            self._row(self._line("phone", "Điện thoại", units=34), self._line("house_address", "Địa chỉ nhà"))
        )
        self._column.addStretch(1)
        name, sent = self.form.fields["name"], self.form.fields["sent"]
        place = self.form.fields["locality"]
        for widget, react in (
            (name, self._warn_of_double),
            (sent, self._settle_day),
            (place, self._settle_place),
        ):
            if isinstance(widget, Field):
                widget.left.connect(react)

    def _row(self, *boxes: FieldBox) -> HBox:
        row = HBox(self.look, gap=2)
        for box in boxes:
            row.addWidget(box, 0 if box.property("fixed") else 1)
        return row

    def _line(self, name: str, label: str, *, units: float | None = None, placeholder: str = "") -> FieldBox:
        field = Field(self.look, name=label, units=units, placeholder=placeholder)
        self.form.text(name, field, *attr(name))
        return self._box(name, label, field, fixed=units is not None)

    def _known(
        self, name: str, label: str, options: Callable[[], Sequence[Suggestion]], *, placeholder: str = ""
    ) -> FieldBox:
        field = KnownField(self.look, options, name=label, placeholder=placeholder)
        self.form.text(name, field, *attr(name))
        return self._box(name, label, field)

    def _choice(
        self, name: str, label: str, items: Sequence[tuple[object, str]], *, units: float | None = None
    ) -> FieldBox:
        combo = Combo(self.look, items, name=label, units=units)
        if units is None:
            combo.setSizePolicy(combo.sizePolicy().Policy.Expanding, combo.sizePolicy().Policy.Fixed)
        self.form.choice(name, combo, *attr(name))
        return self._box(name, label, combo, fixed=units is not None)

    def _box(self, name: str, label: str, control: QWidget, *, fixed: bool = False) -> FieldBox:
        box = FieldBox(self.look, label, control)
        box.setProperty("fixed", fixed)
        self._boxes[name] = box
        return box

    def _order_tabs(self) -> None:
        fields = self.form.fields
        order: list[QWidget] = [
            *(fields[name] for name in _ORDER), self.save_close_button, self.save_button, self.close_button,
        ]  # fmt: skip
        for before, after in pairwise(order):
            QWidget.setTabOrder(before, after)
        for widget in order:
            widget.installEventFilter(self)

    # --- what it offers -------------------------------------------------------------------------------

    def offer(self, offers: Offers, today: Callable[[], date], double: Callable[[str], str]) -> None:
        """What the fields suggest, and what is asked when a name is written."""
        self._today, self._double = today, double
        group = self.form.fields["group_id"]
        if isinstance(group, Combo) and offers.groups != self._offers.groups:
            group.set_items((one.id, one.short) for one in offers.groups)
            group.set_value(self._entry.group_id)
        self._offers = offers

    def _people(self) -> Sequence[Suggestion]:
        return [
            Suggestion(capital(p.voice.shown), p.voice.address, p.voice.shown) for p in self._offers.people
        ]

    def _places(self) -> Sequence[Suggestion]:
        return [
            Suggestion(capital(x.label), f"Trưởng thôn {x.head}" if x.head else "", x.label)
            for x in self._offers.localities
        ]

    def _hamlets(self) -> Sequence[Suggestion]:
        return [Suggestion(capital(one), "", one) for one in self._offers.hamlets]

    def _offices(self) -> Sequence[Suggestion]:
        return [Suggestion(one) for one in self._offers.offices]

    # --- what it shows --------------------------------------------------------------------------------

    def show_view(self, view: FormView, *, held: bool) -> None:
        """Its title; a line of open seats has no name; who came is asked once the conference is held."""
        self.title.setText(view.title)
        for name in ("name", "office", "reply", "phone", "house_address", "note"):
            self._boxes[name].setVisible(not view.seat)
        for part in self._reach:
            part.setVisible(not view.seat)
        self._boxes["attended"].setVisible(held and not view.seat)
        self._show_dependent()

    def fill(self, entry: DelegateEntry, focus: str) -> None:
        """Another line; the cursor into the named field, "" for the first."""
        self._entry = entry
        self.form.show(entry, fresh=True)
        self._last_field = None
        for box in self._boxes.values():
            box.set_warning("")
        self._say_of_day("")
        self._warn_of_double()
        self._show_dependent()
        self.foot.clear_kept()
        for widget in self.form.fields.values():
            if isinstance(widget, QLineEdit):
                widget.setModified(False)
                widget.setCursorPosition(0)
        if not focus:
            self.area.verticalScrollBar().setValue(0)
        self.go_to(focus)

    def go_to(self, field: str) -> None:
        """Put the cursor into a field."""
        widget = self.form.fields.get(field) or self.form.fields["name"]
        widget.setFocus(Qt.FocusReason.OtherFocusReason)
        if isinstance(widget, QLineEdit):
            widget.end(False)
        self._reveal(widget)

    def go_back(self) -> None:
        """The cursor into the field that had it last."""
        (self._last_field or self.form.fields["name"]).setFocus(Qt.FocusReason.OtherFocusReason)

    def set_alone(self, alone: bool) -> None:
        """In the place of the list: no line at its side."""
        self._side.setVisible(not alone)

    def complain(self, field: str, sentence: str) -> None:
        """Say what must be put right and go there."""
        if field == "sent":
            self._say_of_day(sentence)
        elif field in self._boxes:
            self._boxes[field].set_warning(sentence)
        self.go_to(field)

    def show_kept(self, at: datetime) -> None:
        """What is half typed is on the disk."""
        self.foot.show_kept(at)

    def _show_dependent(self) -> None:
        entry = self._entry
        self._boxes["replaced_by"].setVisible(entry.reply is Reply.NOT_COMING and not entry.seat)
        self._boxes["count"].setVisible(entry.seat or not entry.name.strip())

    # --- changes --------------------------------------------------------------------------------------

    def _edited(self, entry: DelegateEntry, name: str, widget: QWidget) -> None:
        self._entry = entry
        self._show_dependent()
        box = self._boxes.get(name)
        if box is not None and box.warning:
            box.set_warning("")
        if name in ("name", "office") and self._boxes["name"].warning:
            self._boxes["name"].set_warning("")
        self.changed.emit(entry)

    def _value(self, name: str) -> str:
        widget = self.form.fields[name]
        return widget.value() if isinstance(widget, Field) else ""

    def _warn_of_double(self) -> None:
        sentence = self._double(self._value("name"))
        self.double_note.setText(sentence)
        self.double_note.setVisible(bool(sentence))

    def _say_of_day(self, sentence: str) -> None:
        sent = self.form.fields["sent"]
        if isinstance(sent, Field):
            sent.set_warned(bool(sentence))
            sent.setAccessibleDescription(sentence)
        self.day_note.setText(sentence)
        self.day_note.setVisible(bool(sentence))

    def _settle_day(self) -> None:
        """A day that can be read is written out with its weekday, so that a slip of the hand is seen."""
        try:
            day = read_sent(self._value("sent"), self._today())
        except ValueError as wrong:
            self._say_of_day(str(wrong))
            return
        self._say_of_day("")
        self._write("sent", write_day(day))

    def _settle_place(self) -> None:
        """ "phu ap" becomes "thôn Phú Ấp" when the field is left and it can mean only that."""
        self._write("locality", place_label(self._value("locality"), self._offers.localities))

    def _write(self, name: str, text: str) -> None:
        widget = self.form.fields[name]
        if isinstance(widget, Field) and text != widget.value():
            widget.setText(text)
            widget.setModified(False)

    # --- keys -----------------------------------------------------------------------------------------

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if kind is QEvent.Type.FocusIn and isinstance(watched, QWidget):
            self._reveal(watched)
            self._last_field = watched
            name = next((n for n, field in self.form.fields.items() if field is watched), "")
            self.entered.emit(name)
        elif kind is QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._key(watched, event)
        return False

    def _key(self, watched: QObject, event: QKeyEvent) -> bool:
        """Enter goes on to the next field; in a list that hangs open it is the list's."""
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if not enter or event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            return False
        if isinstance(watched, Field):
            if watched.composing or (isinstance(watched, KnownField) and watched.offering_chosen):
                return False
        elif not isinstance(watched, QComboBox):
            return False
        widget: QWidget | None = watched.nextInFocusChain()
        while widget is not None and widget is not watched:
            if isinstance(widget, QLineEdit | QComboBox) and widget.isVisibleTo(self._inner):
                widget.setFocus(Qt.FocusReason.TabFocusReason)
                break
            widget = widget.nextInFocusChain()
        return True

    def _reveal_again(self) -> None:
        if self._last_field is not None and self._last_field.hasFocus():
            self._reveal(self._last_field)

    def _reveal(self, widget: QWidget) -> None:
        if self._inner.isAncestorOf(widget):
            top = widget.mapTo(self._inner, QPoint(0, 0)).y()
            self.area.ensureVisible(0, top + widget.height(), 0, self.look.px(2.5))
            self.area.ensureVisible(0, top, 0, self.look.px(7))


_ORDER = (
    "name", "office", "group_id", "locality", "hamlet", "count", "through", "letter_number", "sent", "reply",
    "attended", "replaced_by", "note", "phone", "house_address",
)  # fmt: skip
