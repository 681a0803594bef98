"""The form of one collected opinion: filled from top to bottom by keyboard, one slip after the other (C4)."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from itertools import pairwise

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QComboBox, QLineEdit, QTextEdit, QWidget

from dialogue_desktop.domain.records import OPINION_KIND_LABELS, SOURCE_LABELS, Source, Voice
from ui.look import Look
from ui.opinions.entry import COMPETENCE, CONSENT, SOURCES, Entry, read_day, write_day
from ui.opinions.form_help import FormHelp
from ui.opinions.hint_strip import HintStrip
from ui.opinions.known_field import KnownField
from ui.opinions.people_editor import PeopleEditor
from ui.theme import Role
from ui.type_scale import Type
from ui.widgets.button import Button, Kind
from ui.widgets.checkbox import CheckBox
from ui.widgets.combo import Combo
from ui.widgets.field import Field, FieldBox
from ui.widgets.field_row import LowEditor
from ui.widgets.form_foot import FormFoot
from ui.widgets.panes import HBox, Pane, Rule, VBox
from ui.widgets.scroll import Scroll
from ui.widgets.suggestions import Suggestion
from ui.widgets.text import Label
from ui.wizard.form import Form
from ui.wizard.parts import attr

_PRIVATE = "Chỉ để liên lạc. Không in vào văn bản nào, xóa được khi người dân yêu cầu."


class EntryForm(Pane):
    """`changed` carries the Entry after every settled key; `entered` the name of the field with the cursor.

    Enter goes on from one-line field to field; Ctrl+Enter, Ctrl+S and Esc are actions of the page.
    """

    changed = Signal(object)  # Entry
    closed = Signal()
    entered = Signal(str)

    def __init__(
        self, look: Look, *, save: QAction, save_close: QAction, add_person: QAction,
        takes: Mapping[str, QAction],
    ) -> None:  # fmt: skip
        """`takes`: the actions that take what the words suggest."""
        super().__init__(look, Role.SURFACE)
        self._help = FormHelp()
        self._entry = Entry()
        self._last_field: QWidget | None = None
        self._watched: set[QObject] = set()
        self.form: Form[Entry] = Form(self._edited, lambda: None)
        self.setAccessibleName("Nội dung ý kiến")
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
        # The room or the fields changed: the cursor stays in sight.
        self.area.verticalScrollBar().rangeChanged.connect(self._reveal_again)
        whole.addWidget(self.area, 1)
        self._build(add_person)
        self.hints = HintStrip(look, takes)
        whole.addWidget(self.hints)
        whole.addWidget(Rule(look, role=Role.BORDER))
        self.foot = FormFoot(look, save=save, save_close=save_close)
        self.save_close_button, self.save_button = self.foot.save_close_button, self.foot.save_button
        whole.addWidget(self.foot)
        self._order_tabs()

    # --- building -------------------------------------------------------------------------------------

    def _build(self, add_person: QAction) -> None:
        look, add = self.look, self._column.addWidget
        self._column.addLayout(self._first_row())
        # One line for the whole row: under the short fields no sentence would have room.
        self.slip_note = Label(look, "", Type.CAPTION, Role.WARN, icon="warning_16", elide=True)
        self.day_note = Label(look, "", Type.CAPTION, Role.BAD, icon="error_circle_16", elide=True)
        for note in (self.slip_note, self.day_note):
            add(note)
            note.hide()
        self.people = PeopleEditor(look)
        self.people.changed.connect(self._people_changed)
        self.people.lines_changed.connect(self._order_tabs)
        self.people.picked.connect(self._person_picked)
        add(self.people)
        below = HBox(look, gap=2)
        self.anonymous = CheckBox(look, "Ẩn danh, không nêu tên")
        self.form.tick("anonymous", self.anonymous, *attr("anonymous"))
        self.add_person = Button.of(look, add_person, kind=Kind.BAR, small=True)
        below.addWidget(self.anonymous)
        below.addStretch(1)
        below.addWidget(self.add_person)
        self._column.addLayout(below)
        add(self._line("group_note", "Nhóm người cùng ý kiến, nếu có", placeholder="ví dụ: 6 hộ xóm Đình"))
        self.text = LowEditor(look, 4, name="Nội dung ý kiến")
        self.form.text("text", self.text, *attr("text"))
        self.text_box = FieldBox(look, "Nội dung ý kiến", self.text, check=self._still_missing)
        add(self.text_box)
        self._column.addLayout(self._kinds_row())
        self._column.addLayout(self._competence_row())
        self.answer = LowEditor(look, 5, name="Câu trả lời chuẩn bị")
        self.form.text("prepared_answer", self.answer, *attr("prepared_answer"))
        self.answer_box = FieldBox(look, "Câu trả lời chuẩn bị", self.answer)
        add(self.answer_box)
        add(self._known("prepared_by", "Đơn vị, người chuẩn bị trả lời", lambda: self._help.offers.preparers))
        self.withheld = CheckBox(look, "Không đưa nội dung vào bản niêm yết")
        self.form.tick("withheld", self.withheld, *attr("withheld"))
        add(self.withheld)
        add(Rule(look))
        add(Label(look, "Liên hệ", Type.STRONG))
        add(Label(look, _PRIVATE, Type.CAPTION, Role.TEXT2, elide=True))
        row = HBox(look, gap=2)
        row.addWidget(self._line("phone", "Điện thoại", units=34))
        row.addWidget(self._line("house_address", "Địa chỉ nhà"), 1)
        self._column.addLayout(row)
        self._column.addStretch(1)

    def _first_row(self) -> QBoxLayout:
        look = self.look
        row = HBox(look, gap=2)
        self.source = Combo(look, [(s, SOURCE_LABELS[s]) for s in SOURCES], name="Nguồn", units=46)
        self.form.choice("source", self.source, *attr("source"))
        self._slip = Field(look, name="Số phiếu", units=22)
        self.form.text("slip_number", self._slip, *attr("slip_number"))
        self._slip.left.connect(self._settle_slip)
        self.received = Field(look, name="Ngày nhận", placeholder="17/4/2026")
        self.form.text("received", self.received, *attr("received"))
        self.received.left.connect(self._settle_day)
        row.addWidget(FieldBox(look, "Nguồn", self.source))
        row.addWidget(FieldBox(look, "Số phiếu", self._slip))
        row.addWidget(FieldBox(look, "Ngày nhận", self.received), 1)
        return row

    def _kinds_row(self) -> QBoxLayout:
        look = self.look
        row = HBox(look, gap=2)
        self.kind = Combo(look, list(OPINION_KIND_LABELS.items()), name="Loại", units=28)
        self.form.choice("kind", self.kind, *attr("kind"))
        self.consent = Combo(look, CONSENT, name="Công khai tên", units=46)
        self.form.choice("consent", self.consent, *attr("consent"))
        row.addWidget(self._known("field", "Lĩnh vực", lambda: self._help.offers.fields), 1)
        row.addWidget(FieldBox(look, "Loại", self.kind))
        row.addWidget(FieldBox(look, "Công khai tên", self.consent))
        return row

    def _competence_row(self) -> QBoxLayout:
        row = HBox(self.look, gap=2)
        self.competence = Combo(self.look, COMPETENCE, name="Thẩm quyền", units=46)
        self.form.choice("beyond", self.competence, *attr("beyond"))
        row.addWidget(FieldBox(self.look, "Thẩm quyền", self.competence))
        self.body_box = self._known("receiving_body", "Cơ quan tiếp nhận", lambda: self._help.offers.bodies)
        row.addWidget(self.body_box, 1)
        row.addStretch()
        return row

    def _line(self, name: str, label: str, *, units: float | None = None, placeholder: str = "") -> FieldBox:
        field = Field(self.look, name=label, units=units, placeholder=placeholder)
        self.form.text(name, field, *attr(name))
        return FieldBox(self.look, label, field)

    def _known(self, name: str, label: str, words: Callable[[], Sequence[str]]) -> FieldBox:
        field = KnownField(self.look, lambda: [Suggestion(word) for word in words()], name=label)
        self.form.text(name, field, *attr(name))
        return FieldBox(self.look, label, field)

    def _order_tabs(self) -> None:
        """Tab and Enter follow the form from top to bottom; the buttons come last."""
        fields = self.form.fields
        order: list[QWidget] = [
            self.source, self._slip, self.received, *self.people.fields(), self.anonymous, self.add_person,
            fields["group_note"], self.text, fields["field"], self.kind, self.consent, self.competence,
            fields["receiving_body"], self.answer, fields["prepared_by"], self.withheld, fields["phone"],
            fields["house_address"], self.save_close_button, self.save_button, self.close_button,
        ]  # fmt: skip
        for before, after in pairwise(order):
            QWidget.setTabOrder(before, after)
        for widget in order:
            if widget not in self._watched:
                self._watched.add(widget)
                widget.installEventFilter(self)

    # --- what it shows --------------------------------------------------------------------------------

    def offer(self, help_: FormHelp) -> None:
        """What the fields suggest, and what is asked when the number of a slip is written."""
        self._help = help_
        self.people.offer(help_)

    def show_entry(self, entry: Entry) -> None:
        """Fields of the same form became other by a key: the cursor stays."""
        self._entry = entry
        self.form.show(entry)
        self._show_dependent()

    def fill(self, entry: Entry, focus: str) -> None:
        """Another opinion; the cursor into the named field, "" for where a new one begins."""
        self._entry = entry
        self.form.show(entry, fresh=True)
        self._last_field = None  # it may be a line of people that goes now
        self.people.show_people(entry.people, fresh=entry.nobody)
        self.text_box.set_warning("")
        self._say_of_day("")
        self._warn_of_slip()
        self._show_dependent()
        self.foot.clear_kept()
        for field in self.form.fields.values():
            if isinstance(field, QLineEdit):
                field.setModified(False)
                field.setCursorPosition(0)
        if not focus:
            self.area.verticalScrollBar().setValue(0)
        self.go_to(focus)

    def go_to(self, field: str) -> None:
        """Put the cursor into a field."""
        widget = self._widget(field)
        widget.setFocus(Qt.FocusReason.OtherFocusReason)
        if isinstance(widget, QTextEdit):
            cursor = widget.textCursor()
            cursor.movePosition(cursor.MoveOperation.End)
            widget.setTextCursor(cursor)
        elif isinstance(widget, QLineEdit):
            widget.end(False)
        self._reveal(widget)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.hints.set_room(self.height() / self.look.u)

    def set_alone(self, alone: bool) -> None:
        """In the place of the list: no line at its side."""
        self._side.setVisible(not alone)

    def go_back(self) -> None:
        """The cursor into the field that had it last."""
        (self._last_field or self.people.first).setFocus(Qt.FocusReason.OtherFocusReason)

    def _widget(self, field: str) -> QWidget:
        if field in self.form.fields:
            return self.form.fields[field]
        if field == "" and self._entry.source is Source.SLIP and not self._entry.slip_number:
            return self._slip
        return self.people.first

    def complain(self, field: str, sentence: str) -> None:
        """Say what must be put right and go there."""
        if field == "text":
            self.text_box.set_warning(sentence)
        elif field == "received":
            self._say_of_day(sentence)
        self.go_to(field)

    def show_kept(self, at: datetime) -> None:
        """What is half typed is on the disk."""
        self.foot.show_kept(at)

    def _show_dependent(self) -> None:
        self.body_box.setVisible(self._entry.beyond)

    # --- changes --------------------------------------------------------------------------------------

    def _edited(self, entry: Entry, name: str, widget: QWidget) -> None:
        self._take(replace(entry, people=self._entry.people))

    def _people_changed(self, people: object) -> None:
        self._take(replace(self._entry, people=people))  # type: ignore[arg-type]  # a signal carries objects
        self.form.show(self._entry, source=self.people)

    def _take(self, entry: Entry) -> None:
        moved = [line.locality for line in entry.people] != [line.locality for line in self._entry.people]
        self._entry = entry
        self._show_dependent()
        if moved:
            self._warn_of_slip()
        self.changed.emit(entry)

    def _warn_of_slip(self) -> None:
        sentence = self._help.slip(self._slip.value(), self.people.place).warning
        if sentence != self.slip_note.text():
            self.slip_note.setText(sentence)
        self.slip_note.setVisible(bool(sentence))

    def _settle_slip(self) -> None:
        """The thôn to which the slip was handed stands in the form, where none does yet."""
        place = self._help.slip(self._slip.value(), self.people.place).locality
        if place and not self._entry.opinion_id:
            self.people.suggest_place(place)
        self._warn_of_slip()

    def _person_picked(self, person: object) -> None:
        """Somebody who is known: the telephone too where the field is empty; on to the words of the slip."""
        if isinstance(person, Voice):
            phone = self._help.phone(person)
            if phone and not self._entry.phone.strip():
                self.show_entry(replace(self._entry, phone=phone))
                self.changed.emit(self._entry)
        if not self._entry.opinion_id:
            self.text.setFocus(Qt.FocusReason.TabFocusReason)

    def _say_of_day(self, sentence: str) -> None:
        self.received.set_warned(bool(sentence))
        self.received.setAccessibleDescription(sentence)
        self.day_note.setText(sentence)
        self.day_note.setVisible(bool(sentence))

    def _settle_day(self) -> None:
        """A day that can be read is written out with its weekday, so that a slip of the hand is seen."""
        try:
            written = write_day(read_day(self.received.value(), self._help.today()))
        except ValueError as wrong:
            self._say_of_day(str(wrong))
            return
        self._say_of_day("")
        self.received.set_value(written)
        self.received.setModified(False)

    def _still_missing(self, text: str) -> str:
        return "" if text.strip() else self.text_box.warning

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
        """Enter in a one-line field goes on to the next; in a list that hangs open it is the list's."""
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if not enter or event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            return False
        if isinstance(watched, Field):
            if watched.composing or (isinstance(watched, KnownField) and watched.offering_chosen):
                return False
        elif not isinstance(watched, QComboBox | CheckBox):
            return False
        self._go_on(watched)
        return True

    def _go_on(self, now: QObject) -> None:
        """To the next field that is typed into or chosen from: ticks and buttons are Tab's alone. In the form
        of a new slip also past what stands there already, past xóm (typed after the name: "/xóm Đình") and
        group, so that a pile goes quickly."""
        if now is self._slip:
            self._settle_slip()
        self.people.settle(now)
        widget = now.nextInFocusChain() if isinstance(now, QWidget) else None
        while widget is not None and widget is not now:
            if isinstance(widget, QLineEdit | QTextEdit | QComboBox) and widget.isVisibleTo(self._inner):
                if not self._passed_by(widget):
                    widget.setFocus(Qt.FocusReason.TabFocusReason)
                    return
            widget = widget.nextInFocusChain()

    def _passed_by(self, widget: QWidget) -> bool:
        if self._entry.opinion_id or not isinstance(widget, QLineEdit):
            return False
        optional = widget is self.form.fields["group_note"] or self.people.is_hamlet(widget)
        return optional or bool(widget.text().strip())

    def _reveal_again(self) -> None:
        if self._last_field is not None and self._last_field.hasFocus():
            self._reveal(self._last_field)

    def _reveal(self, widget: QWidget) -> None:
        if widget in (self.source, self._slip, self.received):
            self.area.verticalScrollBar().setValue(0)
        elif self._inner.isAncestorOf(widget):
            # Not ensureWidgetVisible: of a field with the cursor that shows the cursor's line alone.
            top = widget.mapTo(self._inner, QPoint(0, 0)).y()
            self.area.ensureVisible(0, top + widget.height(), 0, self.look.px(2.5))
            self.area.ensureVisible(0, top, 0, self.look.px(7))
