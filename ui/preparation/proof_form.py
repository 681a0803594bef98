"""The right side of the proof of notice: one place with its days, people and verdicts (C2)."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from dialogue_desktop.domain.notice_proof import ProofForm
from ui.look import Look
from ui.opinions.known_field import KnownField
from ui.preparation.fields import FormKeys, Line, put
from ui.preparation.proof_entry import ProofEntry
from ui.preparation.screen import ProofDetail
from ui.preparation.verdict_lines import VerdictLines
from ui.theme import Role
from ui.type_scale import Type
from ui.widgets.badge import Badge
from ui.widgets.button import Button, Kind
from ui.widgets.combo import Combo
from ui.widgets.field import Field
from ui.widgets.field_row import LowEditor
from ui.widgets.panes import HBox, Pane, Rule, Space, VBox
from ui.widgets.scroll import Scroll
from ui.widgets.suggestions import Suggestion
from ui.widgets.text import Label


class PlaceForm(Pane):
    """`changed` carries the ProofEntry after every settled key; `left` says that a field was left."""

    changed = Signal(object)
    left = Signal()
    back = Signal()
    removed = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__(look, Role.CANVAS)
        self._filling = False
        self._places: tuple[str, ...] = ()
        self._people: tuple[str, ...] = ()
        self.setAccessibleName("Nơi thông báo đang chọn")
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
        self._build()
        self._column.addStretch(1)
        self._scroll = Scroll(look, inner, Role.CANVAS)
        whole.addWidget(self._scroll, 1)
        self._foot = QWidget()
        column = VBox(look)
        self._foot.setLayout(column)
        column.addWidget(Rule(look, role=Role.BORDER))
        row = HBox(look, (4, 2, 4, 2.5), 2)
        column.addLayout(row)
        self.remove_button = Button(look, "Bỏ dòng này", kind=Kind.BAR, icon="delete", key="Delete")
        self.remove_button.clicked.connect(self.removed)
        row.addWidget(self.remove_button)
        row.addStretch(1)
        whole.addWidget(self._foot)
        fields: list[QWidget] = [
            self.way, self.place, self.first_day, self.last_day, self.times, self.by, self.witness, self.note,
        ]  # fmt: skip
        self._keys = FormKeys(self, fields, self._scroll)
        self._keys.left.connect(self.left)
        self._keys.back.connect(self.back)
        for field in (self.place, self.first_day, self.last_day, self.times, self.by, self.witness):
            field.settled.connect(self._changed)
        self.note.settled.connect(self._changed)
        self.way.chosen.connect(self._chosen)

    def _build(self) -> None:
        look, add = self.look, self._column.addWidget
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
        self.way = Combo(look, [(one, one.label) for one in ProofForm], name="Cách thông báo", units=68)
        add(Line(look, ("Cách thông báo", self.way, 0)))
        self.place = KnownField(look, lambda: [Suggestion(one) for one in self._places], name="Nơi")
        self._place_line = Line(look, ("Nơi", self.place, 1))
        add(self._place_line)
        self.first_day = Field(look, name="Từ ngày", placeholder="13/4/2026", units=36)
        self.last_day = Field(look, name="Đến ngày", placeholder="còn niêm yết", units=36)
        self._days_line = Line(look, ("Từ ngày", self.first_day, 0), ("Đến ngày", self.last_day, 0))
        add(self._days_line)
        self.times = Field(look, name="Giờ phát", placeholder="5 giờ 30 và 17 giờ")
        self._times_line = Line(look, ("Giờ phát mỗi ngày", self.times, 1))
        add(self._times_line)
        people = lambda: [Suggestion(one) for one in self._people]  # noqa: E731 - two fields, one list
        self.by = KnownField(look, people, name="Người thực hiện")
        self.witness = KnownField(look, people, name="Người chứng kiến")
        add(Line(look, ("Người thực hiện", self.by, 1)))
        add(Line(look, ("Người chứng kiến (Trưởng thôn, người nhận thông báo)", self.witness, 1)))
        self.note = LowEditor(look, 2, name="Ghi chú")
        add(Line(look, ("Ghi chú", self.note, 1)))
        self._rule = Rule(look, role=Role.BORDER)
        add(self._rule)
        self.verdicts = VerdictLines(look)
        add(self.verdicts)

    # --- showing --------------------------------------------------------------------------------------

    def offer(self, places: Sequence[str], people: Sequence[str]) -> None:
        self._places, self._people = tuple(places), tuple(people)

    def show_detail(self, detail: ProofDetail) -> None:
        self._head.setText(detail.head)
        self._badge.setVisible(detail.badge is not None)
        if detail.badge is not None:
            self._badge.show_state(detail.badge.words, detail.badge.role, detail.badge.icon)
        self.verdicts.show_verdicts(detail.verdicts)
        self._rule.setVisible(bool(detail.verdicts))
        self._foot.setVisible(detail.removable)

    def fill(self, entry: ProofEntry, focus: str) -> None:
        self._filling = True
        self.way.set_value(entry.form)
        put(self.place, entry.place)
        put(self.first_day, entry.first_day)
        put(self.last_day, entry.last_day)
        put(self.times, entry.times)
        put(self.by, entry.by)
        put(self.witness, entry.witness)
        self.note.set_value(entry.note)
        self._filling = False
        self.complain({})
        self._arrange()
        if focus:
            self._scroll.verticalScrollBar().setValue(0)
            self.focus_first()

    def _arrange(self) -> None:
        self._times_line.set_shown(self.times, self.way.value() is ProofForm.LOUDSPEAKER)

    def complain(self, faults: dict[str, str]) -> None:
        """One sentence at each field that could not be taken."""
        wrong = "first_day" if "first_day" in faults else "last_day"
        field = self.first_day if wrong == "first_day" else self.last_day
        self._days_line.complain(field, faults.get(wrong, ""))
        self._place_line.complain(self.place, faults.get("place", ""))

    def fault(self) -> str:
        """The sentences on view."""
        return " ".join(line.fault for line in (self._days_line, self._place_line) if line.fault)

    # --- typing ---------------------------------------------------------------------------------------

    def entry(self) -> ProofEntry:
        return ProofEntry(
            self.way.value(),
            self.place.text(),
            self.first_day.text(),
            self.last_day.text(),
            self.times.text(),
            self.by.text(),
            self.witness.text(),
            self.note.toPlainText(),
        )

    def _changed(self, _value: object = None) -> None:
        if not self._filling:
            self.changed.emit(self.entry())

    def _chosen(self, _way: object) -> None:
        self._arrange()
        self._changed()
        self.left.emit()

    def focus_first(self) -> None:
        self.way.setFocus(Qt.FocusReason.OtherFocusReason)

    def set_alone(self, alone: bool) -> None:
        self.back_button.setVisible(alone)
        self._side.setVisible(not alone)
        self._gap.setVisible(alone)
