"""Before a file is opened: bring home, take along, what is to be looked at, what was merged before (L11)."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from ui.look import Look
from ui.merging.screen import RunView, Screen
from ui.theme import Role
from ui.type_scale import Type
from ui.widgets.banner import Banner
from ui.widgets.button import Button, Kind
from ui.widgets.panes import HBox, Pane, VBox
from ui.widgets.row_table import RowTable
from ui.widgets.rows import Cell, Column, Row
from ui.widgets.text import Label, Paragraph

_TWO_COLUMNS_FROM = 190  # u
_BRING = (
    "Mở tệp mang từ máy khác về. Chương trình cho xem có gì mới, chỗ nào hai bên ghi khác nhau; "
    "chưa gộp gì cho tới khi bấm Gộp. Trước khi gộp có sao lưu."
)
_TAKE = (
    "ghi cả hội nghị ra USB để làm ở máy hội trường; ở đây vẫn làm tiếp được. Hai thư ký thì mở cùng một "
    "tệp trên hai máy. Máy bên kia dùng nút Nhập bản hội trường để mở."
)
_TAKE_BACK = "Máy này đang làm bản mang đi. Ghi ra USB để mang về máy cơ quan và gộp ở đó."
_COLUMNS = (
    Column("when", "Lúc", 62, keep=True),
    Column("whose", "Bản của"),
    Column("file", "Tệp", 60, least=190),
    Column("acts", "Nhập thêm", 34, least=150),
)


class StartPane(Pane):
    """Passive; its buttons are the page's verbs."""

    left_wanted = Signal()
    copies_closed = Signal()

    def __init__(self, look: Look, *, open_file: QAction, take_along: QAction) -> None:
        super().__init__(look)
        self._runs: tuple[RunView, ...] | None = None
        column = VBox(look, (6, 3, 6, 4), 3)
        self.setLayout(column)
        self.result = Banner(look, role=Role.OK, icon="checkmark_circle")
        column.addWidget(self.result)
        self.left_button = Button(look, "Xem các chỗ ấy", small=True)
        self.left_button.clicked.connect(self.left_wanted)
        self.left_banner = Banner(look, role=Role.WARN, icon="circle_half_fill", buttons=(self.left_button,))
        column.addWidget(self.left_banner)
        self._halves = HBox(look, gap=6)
        self._halves.addWidget(self._bringing(open_file), 1)
        self._taking = self._build_taking(take_along)
        self._halves.addWidget(self._taking, 1)
        column.addLayout(self._halves)
        self._runs_title = Label(look, "Đã gộp trước đây", Type.SECTION)
        column.addWidget(self._runs_title)
        self.table = RowTable(look, _COLUMNS, name="Các lần đã gộp", two_lines=False)
        column.addWidget(self.table, 100)
        column.addStretch(1)

    def _bringing(self, open_file: QAction) -> QWidget:
        look = self.look
        half = QWidget()
        column = VBox(look, gap=2)
        half.setLayout(column)
        column.addWidget(Label(look, "Mang về", Type.SECTION))
        column.addWidget(Paragraph(look, _BRING, role=Role.TEXT2))
        self.open_button = Button.of(look, open_file, kind=Kind.PRIMARY)
        column.addLayout(_at_left(look, self.open_button))
        column.addStretch(1)
        return half

    def _build_taking(self, take_along: QAction) -> QWidget:
        look = self.look
        half = QWidget()
        column = VBox(look, gap=2)
        half.setLayout(column)
        column.addWidget(Label(look, "Mang đi", Type.SECTION))
        self._take_words = Paragraph(look, _TAKE, role=Role.TEXT2)
        column.addWidget(self._take_words)
        self.take_button = Button.of(look, take_along)
        column.addLayout(_at_left(look, self.take_button))
        self._out = Paragraph(look)
        column.addWidget(self._out)
        self.close_button = Button(look, "Không còn chờ bản nào", kind=Kind.QUIET, small=True)
        self.close_button.clicked.connect(self.copies_closed)
        column.addLayout(_at_left(look, self.close_button))
        column.addStretch(1)
        return half

    def show_screen(self, screen: Screen) -> None:
        self.result.setVisible(bool(screen.result))
        if screen.result:
            fact, _, rest = screen.result.partition(". ")
            self.result.set_words(f"{fact}." if rest else fact, rest)
        self.left_banner.setVisible(bool(screen.left))
        words = f"“{screen.title}” còn {screen.left} chỗ hai bên ghi khác nhau, đang giữ lần ghi sau."
        self.left_banner.set_words("Còn chưa xem.", words)
        self._taking.setVisible(bool(screen.title))
        self._take_words.set_words(_TAKE_BACK if screen.is_copy else f"“{screen.title}”: {_TAKE}")
        self._out.set_words(screen.out)
        self._out.setVisible(bool(screen.out))
        self.close_button.setVisible(bool(screen.out))
        self._runs_title.setVisible(bool(screen.runs))
        self.table.setVisible(bool(screen.runs))
        if screen.runs != self._runs:
            self._runs = screen.runs
            self.table.set_items([_row(one) for one in screen.runs])
        self.table.setMaximumHeight(self.table.fitted_height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        way = QBoxLayout.Direction
        beside = self.width() >= self.look.px(_TWO_COLUMNS_FROM)
        self._halves.setDirection(way.LeftToRight if beside else way.TopToBottom)
        self.table.setMaximumHeight(self.table.fitted_height())


def _row(one: RunView) -> Row:
    return Row(
        one.key,
        (Cell(one.when), Cell(one.whose), Cell(one.file, role=Role.TEXT2), Cell(one.acts, role=Role.TEXT2)),
    )


def _at_left(look: Look, widget: QWidget) -> HBox:
    row = HBox(look)
    row.addWidget(widget)
    row.addStretch(1)
    return row
