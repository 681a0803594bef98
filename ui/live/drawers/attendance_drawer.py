"""Counting who is there: by group and thôn, present, expected, total; more than once, with the hour (L6)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from dialogue_desktop.domain.attendance_counts import ONE_ROUND, AttendanceCount
from dialogue_desktop.domain.records import Attendance
from dialogue_desktop.domain.words_vi import thousands
from dialogue_desktop.services.live_changes import new_id
from ui.live.drawers.drawer import Drawer
from ui.live.session.screen_words import hour
from ui.look import Look
from ui.theme import Role
from ui.type_scale import Type
from ui.widgets.button import Button, Kind
from ui.widgets.combo import Combo
from ui.widgets.field import Field
from ui.widgets.panes import HBox, Rule, VBox
from ui.widgets.text import Label, Paragraph

_UNITS = (("người", "người"), ("hộ", "hộ"), ("đại biểu", "đại biểu"))


class _Row(QWidget):
    """One group: its name, three numbers, when it was counted."""

    def __init__(self, look: Look, row: Attendance, changed: Callable[[], None]) -> None:
        super().__init__()
        self.row = row
        self._again = False
        self.label = Field(look, row.label, name="Nhóm", placeholder="nhóm, thôn")
        self.present = _number(look, "Có mặt", row.label)
        self.expected = _number(look, "Dự kiến", row.label)
        self.total = _number(look, "Tổng số", row.label)
        self.unit = Combo(look, _UNITS, name=f"Đơn vị đếm, {row.label}", small=True)
        self.counted = Label(look, "", Type.CAPTION, Role.TEXT2, elide=True)
        line = HBox(look, gap=2)
        for words, field in (("Có mặt", self.present), ("Dự kiến", self.expected), ("Tổng", self.total)):
            box = VBox(look)
            box.addWidget(Label(look, words, Type.CAPTION, Role.TEXT2))
            box.addWidget(field)
            line.addLayout(box)
        line.addStretch(1)
        when = HBox(look, gap=2)
        when.addWidget(self.counted, 1)
        when.addWidget(self.unit)
        column = VBox(look, (0, 0, 0, 1), 0.5)
        column.addWidget(self.label)
        column.addLayout(line)
        column.addLayout(when)
        column.addWidget(Rule(look))
        self.setLayout(column)
        self.show_row(row)
        for field in (self.label, self.present, self.expected, self.total):
            field.left.connect(changed)
        self.unit.chosen.connect(lambda _value: changed())

    def show_row(self, row: Attendance) -> None:
        self.row = row
        self.unit.set_value(row.unit)
        for field, value in (
            (self.present, row.present), (self.expected, row.expected), (self.total, row.total)
        ):  # fmt: skip
            if not (field.hasFocus() and field.isModified()):
                field.set_value("" if value is None else str(value))
                field.setModified(False)
        if not self.label.hasFocus():
            self.label.set_value(row.label)
            self.label.setCursorPosition(0)  # of a long one its beginning
        more = ""
        if row.present is not None and row.total is not None and row.present > row.total:
            more = ", nhiều hơn tổng số"
        self.counted.set_role(Role.BAD if more else Role.TEXT2)
        self.counted.setText(f"Đếm lúc {hour(row.counted_at)}{more}" if row.counted_at else "Chưa đếm")

    def count_again(self, now: datetime | None) -> None:
        """Enter on a number that is the same at the next counting: counted, and found unchanged. None: it is
        written down."""
        counted = self.row.counted_at
        self._again = now is not None and counted is not None and now - counted > ONE_ROUND

    def value(self, now: datetime) -> Attendance | None:
        """The row as it stands in the fields; None where a number is not one."""
        try:
            present = _read(self.present)
            expected, total = _read(self.expected), _read(self.total)
        except ValueError:
            return None
        row = replace(
            self.row, label=self.label.value(), present=present, expected=expected, total=total,
            unit=str(self.unit.value() or self.row.unit),
        )  # fmt: skip
        if row.present != self.row.present or self._again:
            row = replace(row, counted_at=now if row.present is not None else None)
        return row


def count_words(count: AttendanceCount) -> str:
    """ "118 người, 40 hộ"."""
    return ", ".join(f"{thousands(present)} {unit}" for unit, present in count.present)


def _number(look: Look, words: str, label: str) -> Field:
    return Field(look, name=f"{words}, {label}", units=13, align=Qt.AlignmentFlag.AlignRight)


def _read(field: Field) -> int | None:
    """A count: digits, dots and spaces between them; ValueError for anything else."""
    text = field.value().replace(".", "").replace(" ", "")
    if not text:
        field.set_warned(False)
        return None
    good = text.isascii() and text.isdigit() and len(text) <= 6
    field.set_warned(not good)
    if not good:
        raise ValueError(text)
    return int(text)


class AttendanceDrawer(Drawer):
    """`changed` carries all rows when one was counted, `typed` with each digit; Enter goes to the next."""

    changed = Signal(object)
    typed = Signal(object)

    def __init__(self, look: Look, now: Callable[[], datetime]) -> None:
        super().__init__(look, "Điểm danh")
        self._now = now
        self._rows: list[_Row] = []
        self._stored: set[str] = set()  # of rows that the records hold
        self._shown: tuple[Attendance, ...] | None = None  # None: what stands here may be newer
        self._list = VBox(look, gap=1)
        self._none = Paragraph(look, "Chưa có nhóm nào. Thêm nhóm để đếm.", Type.BODY, Role.TEXT2)
        self.body.addLayout(self._list)
        self.body.addWidget(self._none)
        self.body.addStretch(1)
        self._counts = Paragraph(look, "", Type.CAPTION, Role.TEXT2)
        self._counts.hide()
        self._sum = Paragraph(look, "", Type.STRONG)
        self._add = Button(look, "Thêm nhóm", icon="add", small=True, kind=Kind.QUIET)
        self._add.clicked.connect(self._add_row)
        self.foot.addWidget(self._sum)
        self.foot.addWidget(self._counts)
        self.foot.addWidget(self._add, alignment=Qt.AlignmentFlag.AlignLeft)

    def show_rows(self, rows: tuple[Attendance, ...]) -> None:
        """Rows that are there already are only filled anew; a field being typed in is left alone."""
        if rows is self._shown:
            return
        self._shown = rows
        here = {row.id for row in rows}
        # A row that was added here and is not saved yet stays at the end.
        kept = [line for line in self._rows if line.row.id in here or line.row.id not in self._stored]
        written = [line for line in kept if line.row.id in here]
        self._stored = here
        if kept == self._rows and [line.row.id for line in written] == [row.id for row in rows]:
            for line, row in zip(written, rows, strict=True):
                line.show_row(row)
        else:
            while self._rows:
                line = self._rows.pop()
                line.hide()
                line.deleteLater()
            for row in rows:
                self._append(row)
        self._show_sum(rows)

    def _show_sum(self, rows: tuple[Attendance, ...]) -> None:
        self._none.setVisible(not self._rows)
        present: Counter[str] = Counter()
        expected: Counter[str] = Counter()
        for row in rows:
            present[row.unit] += row.present or 0
            expected[row.unit] += row.expected or 0
        parts = [
            f"{thousands(present[unit])} {unit}"
            + (f" / {thousands(expected[unit])} dự kiến" if expected[unit] else "")
            for unit in present
        ]
        self._sum.set_words("Có mặt: " + "; ".join(parts) if parts else "")

    def show_counts(self, counts: tuple[AttendanceCount, ...]) -> None:
        """Each time that people were counted, once they were counted again."""
        parts = [f"{hour(one.at)} {count_words(one)}" for one in counts]
        self._counts.set_words("Các lần đếm: " + "; ".join(parts))
        self._counts.setVisible(len(parts) > 1)

    @property
    def counts_words(self) -> str:
        return "" if self._counts.isHidden() else self._counts.text()

    def _append(self, row: Attendance) -> _Row:
        line = _Row(self.look, row, self._take)
        self._rows.append(line)
        self._list.addWidget(line)
        for field in (line.label, line.present, line.expected, line.total):
            field.returnPressed.connect(lambda at=line: self._next(at))
            field.settled.connect(lambda _text, at=field: self._tell_typed(at))
            self.keep_in_sight(field)
        return line

    def _next(self, line: _Row) -> None:
        line.count_again(self._now())
        self._take()
        at = self._rows.index(line) if line in self._rows else -1
        following = self._rows[(at + 1) % len(self._rows)]
        following.present.setFocus(Qt.FocusReason.TabFocusReason)
        following.present.selectAll()

    def _add_row(self) -> None:
        line = self._append(Attendance(new_id(), len(self._rows)))
        self._none.hide()
        line.label.setFocus(Qt.FocusReason.OtherFocusReason)

    def _tell_typed(self, field: Field) -> None:
        if not (field.hasFocus() and field.isModified()):
            return
        values = [line.value(self._now()) for line in self._rows]
        known = [value for value in values if value is not None]
        if len(known) == len(values):
            self.typed.emit(tuple(row for row in known if row.label or row.id in self._stored))

    def _take(self) -> None:
        values = [line.value(self._now()) for line in self._rows]
        if None in values or values == [line.row for line in self._rows]:
            return
        for line, row in zip(self._rows, (value for value in values if value is not None), strict=True):
            line.row = row
            line.count_again(None)
        self._shown = None
        rows = (line.row for line in self._rows)
        self.changed.emit(tuple(row for row in rows if row.label or row.id in self._stored))

    def take_all(self) -> None:
        self._take()

    def focus_first(self) -> None:
        if self._rows:
            self._rows[0].present.setFocus(Qt.FocusReason.ShortcutFocusReason)
            self._rows[0].present.selectAll()
        else:
            self._add.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def focus_record(self, record_id: str) -> None:
        """To the count of one group; to the first where it is not named."""
        line = next((line for line in self._rows if line.row.id == record_id), None)
        if line is None:
            self.focus_first()
            return
        line.present.setFocus(Qt.FocusReason.TabFocusReason)
        line.present.selectAll()
