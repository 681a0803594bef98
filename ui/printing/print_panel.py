"""The print form in our own words: printer, paper, which pages, how many; it asks, others print."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from ui.look import Look
from ui.printing.print_order import PrintOrder, sheets
from ui.printing.print_settings import PrintSettings
from ui.printing.printers import PrinterChoice
from ui.theme import Role
from ui.type_scale import Type
from ui.widgets.button import Button, Kind
from ui.widgets.field import Field, FieldBox
from ui.widgets.panes import TOP, HBox, VBox, follow
from ui.widgets.text import Label

MOST_COPIES = 99


@dataclass(frozen=True, slots=True)
class PageRange:
    """First and last page, both printed, from 1."""

    first: int
    last: int


def read_range(text: str, count: int) -> PageRange:
    """ "", "3", "2-4" of a paper of `count` pages; ValueError with a sentence."""
    plain = text.replace("–", "-").replace(" ", "")
    if not plain or plain.lower() == "tấtcả":
        return PageRange(1, count)
    first, dash, last = plain.partition("-")
    if not first.isdecimal() or (dash and not last.isdecimal()):
        raise ValueError("Ghi số trang như 3 hoặc 2-4, bỏ trống là in tất cả.")
    found = PageRange(int(first), int(last) if dash else int(first))
    if not 1 <= found.first <= found.last:
        raise ValueError("Trang đầu phải từ 1 và không lớn hơn trang cuối.")
    if found.last > count:
        raise ValueError(f"Văn bản chỉ có {count} trang.")
    return found


def read_copies(text: str) -> int:
    """ValueError with a sentence."""
    plain = text.strip()
    if not plain.isdecimal() or not 1 <= int(plain) <= MOST_COPIES:
        raise ValueError(f"Số bản từ 1 đến {MOST_COPIES}.")
    return int(plain)


class PrintPanel(QWidget):
    """Enter prints, Esc leaves. `ordered` carries the printer and the order."""

    ordered = Signal(object, object)  # PrinterChoice, PrintOrder
    left = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._count = 0
        self._starts: tuple[int, ...] = (1,)
        column = VBox(look, gap=2)
        self.setLayout(column)
        self.title = Label(look, "", Type.STRONG, elide=True)
        self.settings = PrintSettings(look, total=False)
        self.settings.changed.connect(self._recount)
        self.range = Field(look, placeholder="Tất cả, hoặc 2-4", name="Trang", units=36)
        self.range_box = FieldBox(look, "", self.range, check=self._check_range)
        self.copies = Field(look, "1", name="Số bản", units=14)
        self.copies_box = FieldBox(look, "", self.copies, check=_check_copies)
        self.range.settled.connect(self._recount)
        self.copies.settled.connect(self._recount)
        self.total = Label(look, "", Type.BODY, Role.TEXT2, elide=True)
        self.go = Button(look, "In", kind=Kind.DEFAULT, icon="print", key="Enter")
        self.leave = Button(look, "Thôi", kind=Kind.QUIET, key="Esc")
        self.go.clicked.connect(self._go)
        self.leave.clicked.connect(self.left.emit)
        self._names = (Label(look, "Trang", role=Role.TEXT2), Label(look, "Số bản", role=Role.TEXT2))
        line = HBox(look, gap=2)
        line.addWidget(self._names[0], alignment=TOP)
        line.addWidget(self.range_box, alignment=TOP)
        line.addWidget(self._names[1], alignment=TOP)
        line.addWidget(self.copies_box, alignment=TOP)
        line.addStretch(1)
        buttons = HBox(look, gap=2)
        buttons.addWidget(self.total, 1)
        buttons.addWidget(self.leave)
        buttons.addWidget(self.go)
        column.addWidget(self.title)
        column.addWidget(self.settings)
        column.addLayout(line)
        column.addLayout(buttons)
        self._look = look
        follow(look, self._relook)

    def _relook(self) -> None:
        self._names[0].setFixedWidth(self._look.px(18))
        for name in self._names:
            name.setMinimumHeight(self._look.px(8))  # level with the fields, whatever stands below them

    def show_job(self, title: str, count: int, starts: Sequence[int] = (1,)) -> None:
        """What is to be printed and how many pages it has."""
        self.title.setText(title)
        self._count, self._starts = count, tuple(starts)
        self.range.set_value("")
        self.copies.set_value("1")
        self._recount()

    def order(self) -> PrintOrder | None:
        """None while a field is wrong; the fields then say why."""
        try:
            pages = read_range(self.range.value(), self._count)
            copies = read_copies(self.copies.value())
        except ValueError:
            return None
        return PrintOrder(pages.first, pages.last, copies, self.settings.duplex, self._starts)

    def _recount(self, _text: str = "") -> None:
        order = self.order()
        if order is None:
            self.total.setText("")
            return
        pages = (order.last - order.first + 1) * order.copies
        self.total.setText(f"{order.copies} bản, {pages} trang, {sheets(order, self._count)} tờ")
        self.go.set_words("Ghi tệp…" if self.settings.choice().to_file else "In")

    def _check_range(self, text: str) -> str:
        try:
            read_range(text, self._count)
        except ValueError as error:
            return str(error)
        return ""

    def _go(self) -> None:
        right = [self.range_box.verify(), self.copies_box.verify()]
        order = self.order()
        if order is None or not all(right):
            (self.range if not right[0] else self.copies).setFocus()
            return
        choice: PrinterChoice = self.settings.choice()
        self.ordered.emit(choice, order)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            (self.leave.click if self.leave.hasFocus() else self._go)()
        else:
            super().keyPressEvent(event)


def _check_copies(text: str) -> str:
    try:
        read_copies(text)
    except ValueError as error:
        return str(error)
    return ""
