"""The chair's conclusions, one after the other: settled or not, by whom, until when (L8)."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QWidget

from dialogue_desktop.domain.records import Conclusion
from dialogue_desktop.services.live_changes import new_id
from ui.live import verbs
from ui.live.choice_field import ChoiceField, DateField, goes_on_to
from ui.live.drawer import Drawer
from ui.live.key_names import KeyNames
from ui.look import Look
from ui.theme import Role
from ui.type_scale import Type
from ui.widgets.button import Button, Kind
from ui.widgets.checkbox import CheckBox
from ui.widgets.editor import Editor
from ui.widgets.panes import HBox, Rule, VBox
from ui.widgets.suggestions import Suggestion
from ui.widgets.text import Label, Paragraph

_PAUSE_MS = 700  # what is typed is written at a pause, within a second of the last key


class _Row(QWidget):
    """One conclusion."""

    def __init__(
        self,
        look: Look,
        row: Conclusion,
        units: Callable[[], Sequence[Suggestion]],
        today: Callable[[], date],
    ) -> None:
        super().__init__()
        self._look, self.row = look, row
        self.number = Label(look, "", Type.CAPTION, Role.TEXT2)
        self.remove = Button(look, icon="delete", name="Xóa kết luận", kind=Kind.BAR, small=True)
        self.text = Editor(look, name="Kết luận", placeholder="Chủ trì kết luận điều gì.", kind=Type.BODY)
        self.settled = CheckBox(look, "Đã giải quyết xong")
        self.unit = ChoiceField(
            look,
            units,
            name="Đơn vị thực hiện",
            icon="people_team_16",
            placeholder="giao đơn vị",
            least=36,
            most=70,
        )
        self.day = DateField(look, today, name="Hạn của kết luận")
        self.unit.moved_on.connect(goes_on_to(self.day))
        head = HBox(look)
        head.addWidget(self.number)
        head.addStretch(1)
        head.addWidget(self.remove)
        column = VBox(look, (0, 0, 0, 1), 1)
        column.addLayout(head)
        column.addWidget(self.text)
        column.addWidget(self.settled)
        column.addWidget(self.unit, alignment=Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.day, alignment=Qt.AlignmentFlag.AlignLeft)
        column.addWidget(Rule(look))
        self.setLayout(column)
        look.changed.connect(self._relook)
        self._relook()
        self.show_row(row)

    def _relook(self) -> None:
        self.text.setFixedHeight(4 * self._look.line() + self._look.px(4))

    def show_row(self, row: Conclusion) -> None:
        self.row = row
        if not self.text.hasFocus():
            self.text.set_value(row.text)
        self.settled.setChecked(row.settled)
        self.unit.set_value(row.unit)
        self.day.set_day(row.deadline)
        self.unit.setVisible(not row.settled)
        self.day.setVisible(not row.settled)

    def value(self) -> Conclusion:
        """As it stands in the fields; unit and day are taken over when they are settled."""
        return replace(self.row, text=self.text.value(), settled=self.settled.isChecked())


class ConclusionsDrawer(Drawer):
    """`changed` carries all rows. Ctrl+Enter in it begins the next conclusion."""

    changed = Signal(object)

    def __init__(
        self, look: Look, *, units: Callable[[], Sequence[Suggestion]], today: Callable[[], date]
    ) -> None:
        super().__init__(look, "Kết luận của Chủ trì")
        self._units, self._today = units, today
        self._rows: list[_Row] = []
        self._stored: set[str] = set()  # of rows that the records hold
        self._gone: set[str] = set()  # removed here, and not yet heard of from there
        self._shown: tuple[Conclusion, ...] | None = None  # None: what stands here may be newer
        self._list = VBox(look, gap=1)
        self._none = Paragraph(
            look,
            "Chưa có kết luận nào. Việc xong và việc còn phải làm ghi riêng từng dòng.",
            Type.BODY,
            Role.TEXT2,
        )
        self.body.addLayout(self._list)
        self.body.addWidget(self._none)
        self.body.addStretch(1)
        self._add = Button(look, "Thêm kết luận", key="Ctrl+Enter", small=True)
        self._add.clicked.connect(self.add_row)
        self.foot.addWidget(self._add, alignment=Qt.AlignmentFlag.AlignLeft)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_PAUSE_MS)
        self._timer.timeout.connect(self.take_all)

    def show_rows(self, rows: tuple[Conclusion, ...]) -> None:
        """Rows that stand here already are only filled anew, so that the focus stays where it is."""
        if rows is self._shown:
            return
        self._shown = rows
        here = {row.id for row in rows}
        self._gone &= here
        rows = tuple(row for row in rows if row.id not in self._gone)
        kept = [line for line in self._rows if line.row.id in here or line.row.id not in self._stored]
        written = [line for line in kept if line.row.id in here]
        self._stored = here
        wanted = [row.id for row in rows]
        if [line.row.id for line in written] != wanted[: len(written)] or (
            kept != written and len(wanted) > len(written)
        ):
            kept, written = [], []  # in another order: all of them anew
        for line in self._rows:
            if line not in kept:
                line.hide()
                line.deleteLater()
        self._rows = kept
        for line, row in zip(written, rows, strict=False):
            line.show_row(row)
        for row in rows[len(written) :]:
            self._append(row)
        self._number()

    def _number(self) -> None:
        for at, line in enumerate(self._rows, start=1):
            line.number.setText(f"Kết luận {at}")
        self._none.setVisible(not self._rows)

    def _append(self, row: Conclusion) -> _Row:
        line = _Row(self.look, row, self._units, self._today)
        self._rows.append(line)
        self._list.addWidget(line)
        line.text.settled.connect(lambda _text: self._timer.start())
        line.text.left.connect(self.take_all)
        line.settled.clicked.connect(self._settle)
        line.unit.chosen.connect(lambda unit, at=line: self._put(at, unit=unit))
        line.day.picked.connect(lambda day, at=line: self._put(at, deadline=day))
        line.remove.clicked.connect(lambda _on=False, at=line: self._remove(at))
        self.keep_in_sight(line.text, line.settled, line.unit, line.day)
        return line

    def _settle(self) -> None:
        for line in self._rows:
            line.unit.setVisible(not line.settled.isChecked())
            line.day.setVisible(not line.settled.isChecked())
        self.take_all()

    def _put(self, line: _Row, **fields: object) -> None:
        line.row = replace(line.row, **fields)  # type: ignore[arg-type]  # names and types are fixed above
        self._emit()

    def _remove(self, line: _Row) -> None:
        self._rows.remove(line)
        self._gone.add(line.row.id)
        line.hide()
        line.deleteLater()
        self._number()
        self._emit()

    def add_row(self) -> None:
        """An empty conclusion at the end, ready to be typed."""
        self.take_all()
        line = self._rows[-1] if self._rows and not self._rows[-1].value().text else None
        if line is None:
            line = self._append(Conclusion(new_id(), len(self._rows)))
            self._number()
        line.text.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_keys(self, names: KeyNames) -> None:
        self._add.set_key(names.of(verbs.SAVE))

    def take_all(self) -> None:
        """Write what stands in the boxes, if it is new."""
        self._timer.stop()
        if any(line.value() != line.row for line in self._rows):
            self._emit()

    def _emit(self) -> None:
        self._shown = None
        for line in self._rows:
            line.row = line.value()
        rows = (line.row for line in self._rows)
        self.changed.emit(tuple(row for row in rows if row.text or row.id in self._stored))

    def focus_first(self) -> None:
        if self._rows:
            self._rows[-1].text.setFocus(Qt.FocusReason.ShortcutFocusReason)
        else:
            self.add_row()

    def focus_record(self, record_id: str, field: str) -> None:
        """To a field of one conclusion; to the last one, or a new one, where it is not named."""
        line = next((line for line in self._rows if line.row.id == record_id), None)
        if line is None:
            self.focus_first()
            return
        fields: dict[str, QWidget] = {"unit": line.unit, "deadline": line.day}
        fields.get(field, line.text).setFocus(Qt.FocusReason.TabFocusReason)
