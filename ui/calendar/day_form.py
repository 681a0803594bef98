"""The fields of one day off or made up (P10)."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt, Signal

from dialogue_desktop.domain.own_calendar import BookRow
from dialogue_desktop.domain.words_vi import date_short, parse_date, weekday_long
from dialogue_desktop.domain.work_calendar import CalendarDay, DayKind
from ui.look import Look
from ui.type_scale import Type
from ui.widgets.button import Button, Kind
from ui.widgets.combo import Combo
from ui.widgets.field import Field, FieldBox
from ui.widgets.panes import Card, HBox, VBox
from ui.widgets.text import Label


class DayForm(Card):
    """`put` carries the row (and the day that it stood on before); `dropped` the day to be taken away or
    brought back."""

    put = Signal(object, object)
    dropped = Signal(object)

    def __init__(self, look: Look) -> None:
        super().__init__(look)
        self._year = 0
        self._shown: BookRow | None = None
        column = VBox(look, (3, 2.5, 3, 3), 2)
        self.setLayout(column)
        self._title = Label(look, "", Type.STRONG)
        column.addWidget(self._title)
        self.day = Field(look, name="Ngày", placeholder="31/8/2026", units=34)
        self.kind = Combo(look, [(kind, _capital(kind.label)) for kind in DayKind], name="Loại", units=42)
        self._day_box = FieldBox(look, "Ngày", self.day, check=self._check)
        line = HBox(look, gap=3)
        line.addWidget(self._day_box, 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(FieldBox(look, "Loại", self.kind), 0, Qt.AlignmentFlag.AlignTop)
        line.addStretch(1)
        column.addLayout(line)
        self.name = Field(look, name="Tên", placeholder="Nghỉ bù Giỗ Tổ")
        column.addWidget(FieldBox(look, "Tên, như đọc trong phần giải thích hạn", self.name))
        self.source = Field(look, name="Căn cứ", placeholder="Công văn, thông báo")
        column.addWidget(FieldBox(look, "Căn cứ", self.source))
        buttons = HBox(look, gap=2)
        self.put_button = Button(look, "Thêm ngày", icon="add")
        self.put_button.clicked.connect(self._put)
        self.drop_button = Button(look, "Bỏ ngày này", kind=Kind.BAR, icon="delete", key="Delete")
        self.drop_button.clicked.connect(self._drop)
        buttons.addWidget(self.put_button)
        buttons.addWidget(self.drop_button)
        buttons.addStretch(1)
        column.addLayout(buttons)
        for field in (self.day, self.name, self.source):
            field.returnPressed.connect(self._put)
        self.day.settled.connect(self._say_weekday)
        self.show_row(None, 0)

    def show_row(self, found: BookRow | None, year: int) -> None:
        """A row to be changed, or an empty form for a new day of the year."""
        self._shown, self._year = found, year
        row = None if found is None else found.row
        self._day_box.set_warning("")
        self.day.set_value(date_short(row.day) if row else "")
        self.kind.set_value(row.kind if row else DayKind.SWAPPED_OFF)
        self.name.set_value(row.name if row else "")
        self.source.set_value(row.source if row else "")
        self._title.setText(f"Ngày {date_short(row.day)}" if row else "Ngày mới")
        self.put_button.set_words("Sửa ngày" if row else "Thêm ngày")
        self.put_button.set_icon("edit" if row else "add")
        self.drop_button.setVisible(row is not None)
        if found is not None:
            self.drop_button.set_words(drop_words(found))
        self._say_weekday()

    def focus_day(self) -> None:
        self.day.setFocus(Qt.FocusReason.OtherFocusReason)
        self.day.selectAll()

    # --- inside ---------------------------------------------------------------------------------------

    def _read(self) -> date:
        day = parse_date(self.day.value())
        if day.year != self._year:
            raise ValueError(f"Ngày {date_short(day)} không thuộc năm {self._year} đang xem.")
        return day

    def _check(self, text: str) -> str:
        if not text.strip():
            return ""
        try:
            self._read()
        except ValueError as error:
            return str(error)
        return ""

    def _say_weekday(self, _text: str = "") -> None:
        try:
            day = self._read()
        except ValueError:
            self._day_box.set_hint("")
        else:
            self._day_box.set_hint(_capital(weekday_long(day)))

    def _put(self) -> None:
        try:
            day = self._read()
        except ValueError as error:
            self._day_box.set_warning(str(error))
            self.focus_day()
            return
        kind = self.kind.value()
        row = CalendarDay(day, kind, self.name.value() or kind.label, self.source.value())
        self.put.emit(row, None if self._shown is None else self._shown.row.day)

    def _drop(self) -> None:
        if self._shown is not None:
            self.dropped.emit(self._shown.row.day)


def drop_words(found: BookRow) -> str:
    """What Delete does to a row."""
    return "Lấy lại ngày này" if found.gone else "Bỏ ngày này"


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
