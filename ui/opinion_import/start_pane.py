"""Before anything is read: open a file, paste rows, or give the thôn a form to fill in (C4)."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QSizePolicy, QWidget

from dialogue_desktop.domain.plan import Locality
from ui.look import Look
from ui.theme import Role
from ui.type_scale import Type
from ui.widgets.button import Button, Kind
from ui.widgets.combo import Combo
from ui.widgets.editor import Editor
from ui.widgets.field import FieldBox
from ui.widgets.panes import HBox, Pane, VBox
from ui.widgets.text import Label, Paragraph

_TWO_COLUMNS_FROM = 190  # u
_ANY = "Mẫu chung cho mọi thôn"
_WHAT = (
    "Mẫu có sẵn danh sách thôn, lĩnh vực và ô kiểm tra. Trưởng thôn điền trên máy hoặc in ra viết tay; "
    "không hỏi số căn cước."
)
_KINDS = (
    "Đọc được tệp Excel, Word (bảng), CSV; cột theo thứ tự nào cũng được. Chưa lưu gì cho tới khi xem xong."
)


class StartPane(Pane):
    """`form_wanted` carries the id of the thôn, "" for a form for any."""

    form_wanted = Signal(str)

    def __init__(self, look: Look, *, open_file: QAction, read_paste: QAction) -> None:
        super().__init__(look)
        column = VBox(look, (6, 3, 6, 4), 3)
        self.setLayout(column)
        self._halves = HBox(look, gap=6)
        self._halves.addWidget(self._reading(open_file, read_paste), 3)
        self._halves.addWidget(self._forms(), 2)
        column.addLayout(self._halves, 1)

    def _reading(self, open_file: QAction, read_paste: QAction) -> QWidget:
        look = self.look
        half = QWidget()
        column = VBox(look, gap=2)
        half.setLayout(column)
        column.addWidget(Label(look, "Danh sách gửi về", Type.SECTION))
        column.addWidget(Paragraph(look, _KINDS, role=Role.TEXT2))
        self.open_button = Button.of(look, open_file, kind=Kind.PRIMARY)
        column.addLayout(_at_left(look, self.open_button))
        self.paste = Editor(
            look,
            name="Các dòng đã chép",
            placeholder="Hoặc chép các dòng trong Excel, Word rồi dán (Ctrl+V) vào đây, kể cả dòng tiêu đề",
            kind=Type.BODY,
        )
        self.paste.setMinimumHeight(look.px(40))
        box = FieldBox(look, "Dán các dòng", self.paste)
        box.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)
        column.addWidget(box, 1)
        self.read_button = Button.of(look, read_paste)
        column.addLayout(_at_left(look, self.read_button))
        return half

    def _forms(self) -> QWidget:
        look = self.look
        half = QWidget()
        column = VBox(look, gap=2)
        half.setLayout(column)
        column.addWidget(Label(look, "Mẫu gửi các thôn", Type.SECTION))
        column.addWidget(Paragraph(look, _WHAT, role=Role.TEXT2))
        self.locality = Combo(look, [("", _ANY)], name="Mẫu cho thôn")
        column.addWidget(FieldBox(look, "Mẫu cho", self.locality))
        self.form_button = Button(look, "Lưu mẫu Excel…", icon="document_table")
        self.form_button.clicked.connect(lambda: self.form_wanted.emit(str(self.locality.value() or "")))
        column.addLayout(_at_left(look, self.form_button))
        column.addStretch(1)
        return half

    def show_localities(self, localities: Sequence[Locality]) -> None:
        self.locality.set_items([("", _ANY), *((row.id, row.label) for row in localities)])
        self.locality.set_value("")

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        beside = self.width() >= self.look.px(_TWO_COLUMNS_FROM)
        way = QBoxLayout.Direction
        self._halves.setDirection(way.LeftToRight if beside else way.TopToBottom)


def _at_left(look: Look, widget: QWidget) -> HBox:
    row = HBox(look)
    row.addWidget(widget)
    row.addStretch(1)
    return row
