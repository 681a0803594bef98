"""A plan from an old one: from a conference that is here, from a file, or from pasted text (P13)."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from dialogue_desktop.errors import UserError
from ui.actions import Verb
from ui.context import Context
from ui.prompter import FileQuestion
from ui.shell.header import Header
from ui.tasks import Lane
from ui.theme import Role
from ui.type_scale import Type
from ui.widgets.banner import Banner
from ui.widgets.button import Button, Kind
from ui.widgets.checkbox import CheckBox
from ui.widgets.editor import Editor
from ui.widgets.field import FieldBox
from ui.widgets.panes import HBox, Pane, VBox
from ui.widgets.row_table import RowTable
from ui.widgets.rows import Cell, Column, Row
from ui.widgets.scroll import Scroll
from ui.widgets.text import Label, Paragraph

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent, QShowEvent

    from dialogue_desktop.domain.conference import ConferenceInfo

OPEN_FILE = Verb("old_plan.open_file", "Mở tệp kế hoạch…", "Ctrl+O", "folder_open")
FROM_PASTE = Verb("old_plan.from_paste", "Lập từ nội dung dán", "Ctrl+Return", "clipboard_paste")
FILES = FileQuestion(
    "Mở kế hoạch cũ",
    # All files too: one who looks for an .odt or .doc must see it to be told what to do with it.
    (("Kế hoạch (Word, PDF có chữ, văn bản)", "*.docx *.pdf *.txt"), ("Tất cả tệp", "*")),
    accept="Mở tệp",
)

_COLUMNS = (Column("title", "Hội nghị"), Column("when", "Thời gian", 34, keep=True))
_TWO_COLUMNS_FROM = 190  # u of the page
_EDITOR_UNITS = 60


class OldPlanPage(QWidget):
    """`made`: the new conference, to be opened in the wizard. `left`: back to the first screen."""

    made = Signal(str)
    left = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._busy = False
        look = context.look
        column = VBox(look)
        self.setLayout(column)
        self._back = Button(look, "Trang chính", icon="arrow_left")
        self._back.clicked.connect(self._leave)
        self.header = Header(
            look,
            "Lập từ kế hoạch cũ",
            "Nội dung, đơn vị và thời hạn được đưa sang; chỗ chưa hiểu được liệt kê để xem lại.",
            buttons=(self._back,),
        )
        column.addWidget(self.header)
        body = Pane(look)
        inside = VBox(look, (6, 3, 6, 4), 3)
        body.setLayout(inside)
        self.trouble = Banner(look)
        self.trouble.hide()
        inside.addWidget(self.trouble)
        self._halves = HBox(look, gap=6)
        self._left_half = self._known()
        self._left_half.hide()  # until it is known that there is something to copy
        self._halves.addWidget(self._left_half, 1)
        self._halves.addWidget(self._outside(), 1)
        inside.addLayout(self._halves, 1)
        column.addWidget(Scroll(look, body), 1)

    # --- the ways in ----------------------------------------------------------------------------

    def _known(self) -> QWidget:
        look = self._context.look
        half = QWidget()
        column = VBox(look, gap=2)
        half.setLayout(column)
        column.addWidget(Label(look, "Chép hội nghị đã có", Type.SECTION))
        self.table = RowTable(look, _COLUMNS, name="Hội nghị đã có", two_lines=False)
        self.table.rows.opened.connect(self._copy)
        column.addWidget(self.table, 100)
        row = HBox(look)
        self.copy = Button(look, "Chép hội nghị này", icon="copy")
        self.copy.clicked.connect(self._copy_current)
        row.addWidget(self.copy)
        row.addStretch(1)
        column.addLayout(row)
        column.addStretch(1)
        return half

    def _outside(self) -> QWidget:
        look, actions = self._context.look, self._context.actions
        half = QWidget()
        column = VBox(look, gap=2)
        half.setLayout(column)
        column.addWidget(Label(look, "Kế hoạch ở ngoài chương trình", Type.SECTION))
        open_file = Button.of(look, actions.add(self, OPEN_FILE, self.open_file))
        column.addLayout(_at_left(look, open_file))
        self.paste = Editor(
            look,
            name="Nội dung kế hoạch cũ",
            placeholder="Hoặc dán (Ctrl+V) toàn bộ nội dung kế hoạch vào đây",
            kind=Type.BODY,
        )
        self.paste.setMinimumHeight(look.px(_EDITOR_UNITS))
        box = FieldBox(look, "Dán nội dung", self.paste)
        column.addWidget(box, 1)
        year = self._context.clock.today().year
        self.on = CheckBox(look, f"Đưa sang năm {year}")
        self.on.setChecked(True)
        column.addWidget(self.on)
        what = "Bỏ số, ngày ban hành; tính lại thời hạn; đánh dấu căn cứ hết hiệu lực và cơ quan cấp huyện."
        column.addWidget(Paragraph(look, what, Type.CAPTION, Role.TEXT2))
        self.go = Button.of(look, actions.add(self, FROM_PASTE, self.from_paste), kind=Kind.PRIMARY)
        column.addLayout(_at_left(look, self.go))
        column.addStretch(1)
        return half

    # --- what is done ---------------------------------------------------------------------------

    def open_file(self) -> None:
        """Ask for a file and read it."""
        path = self._context.prompter.open_file(FILES)
        if path is not None:
            on = self.on.isChecked()
            self._make(lambda services: services.plan_import.import_plan(path, on=on)[0])

    def from_paste(self) -> None:
        text, on = self.paste.toPlainText(), self.on.isChecked()
        self._make(lambda services: services.plan_import.import_text(text, on=on)[0])

    def _copy(self, conference_id: str) -> None:
        self._make(lambda services: services.planning.copy_of(conference_id))

    def _copy_current(self) -> None:
        if conference_id := self.table.rows.current_id():
            self._copy(conference_id)

    def _make(self, work: Callable[[Any], str]) -> None:
        if self._busy:  # a second press of the key makes no second conference
            return
        self._busy = True
        self.trouble.hide()
        services = self._context.services
        self._context.tasks.run(
            lambda: work(services.get()), self._made, self._failed, lane=Lane.DATABASE, owner=self
        )

    def _made(self, conference_id: str) -> None:
        self._busy = False
        self.paste.set_value("")
        self.made.emit(conference_id)

    def _failed(self, error: Exception) -> None:
        self._busy = False
        if isinstance(error, UserError):
            self.trouble.set_words("Chưa lập được kế hoạch.", error.sentence)
            self.trouble.show()
        else:
            self._context.tasks.lost.emit(error)

    def _leave(self) -> None:
        self.left.emit()

    # --- the list -------------------------------------------------------------------------------

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.trouble.hide()
        services = self._context.services
        if services.ready:
            self._context.tasks.run(
                lambda: services.get().planning.list(), self._show_list, lane=Lane.DATABASE, owner=self
            )

    def _show_list(self, infos: Sequence[ConferenceInfo]) -> None:
        rows = [Row(info.id, (Cell(info.title), Cell(info.when, role=Role.TEXT2))) for info in infos]
        self.table.rows.set_items(rows)
        self._left_half.setVisible(bool(rows))
        self.table.setMaximumHeight(self.table.fitted_height())
        if rows and not self.table.rows.current_id():
            self.table.rows.set_first_current()
        self.focus_first()

    def focus_first(self) -> None:
        """The list of conferences, or the box for pasting where there is none."""
        target: QWidget = self.table.rows if self.table.isVisibleTo(self) else self.paste
        if self.table.rows.current_id() or target is self.paste:
            target.setFocus(Qt.FocusReason.TabFocusReason)

    def panes(self) -> tuple[QWidget, ...]:
        """What F6 walks along."""
        return (self.table.rows, self.paste, self.header)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self._leave()
            return
        super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        beside = self.width() >= self._context.look.px(_TWO_COLUMNS_FROM)
        way = QBoxLayout.Direction
        self._halves.setDirection(way.LeftToRight if beside else way.TopToBottom)


def _at_left(look: Any, widget: QWidget) -> HBox:
    row = HBox(look)
    row.addWidget(widget)
    row.addStretch(1)
    return row
