"""The page "Lập kế hoạch mới": which kind of plan to begin with; Enter takes the recommended one (P1)."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from dialogue_desktop.domain.plan import IssuerKind
from dialogue_desktop.errors import UserError
from dialogue_desktop.events import LibraryChanged
from dialogue_desktop.profiles import ProfileInfo
from ui.context import Context
from ui.library.profile_words import IMPORT, imported_words
from ui.shell.header import Header
from ui.tasks import Lane
from ui.theme import Role
from ui.widgets.button import Button, Kind
from ui.widgets.panes import HBox, Pane, VBox
from ui.widgets.row_table import RowTable
from ui.widgets.rows import Cell, Column, Row
from ui.widgets.text import Paragraph

if TYPE_CHECKING:
    from dialogue_desktop.domain.office_profile import OwnProfile

_COLUMNS = (
    Column("name", "Kiểu kế hoạch", gap=3),
    Column("sheet", "Thể thức", 34, keep=True, least=150),
    Column("mark", units=25, keep=True),
)
_NAME = 0
_SHEETS = {
    IssuerKind.PEOPLE_COMMITTEE: "Văn bản hành chính",
    IssuerKind.PARTY_COMMITTEE: "Văn bản của Đảng",
}


class NewPlanPage(QWidget):
    """↑ ↓ choose, Enter begins, Esc goes back. `made`: the new conference's id; `left`: nothing was begun;
    `library_asked`: to the office's profiles and lists."""

    title = "Lập kế hoạch mới"
    made = Signal(str)
    left = Signal()
    library_asked = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._infos: tuple[ProfileInfo, ...] = ()
        self._hasty = self._making = False
        look = context.look
        self.back = Button(look, "Quay lại", icon="arrow_left", key="Esc")
        self.back.clicked.connect(self.left.emit)
        self.begin = Button(look, "Bắt đầu lập", kind=Kind.PRIMARY, key="Enter")
        self.begin.clicked.connect(self._begin)
        column = VBox(look)
        self.setLayout(column)
        self.header = Header(look, self.title, buttons=(self.back, self.begin))
        self.header.set_facts(
            "Chọn kiểu gần nhất với hội nghị sắp tổ chức; mọi nội dung đều sửa được ở các bước sau",
            "Mọi nội dung đều sửa được sau",
        )
        column.addWidget(self.header)
        body = Pane(look)
        box = VBox(look, (6, 4, 6, 4), 2)
        body.setLayout(box)
        self.table = RowTable(look, _COLUMNS, name="Kiểu kế hoạch")
        self.table.rows.opened.connect(lambda _id: self._begin())
        self.table.rows.current_row.connect(lambda _id: self._fit())
        self.table.hide()  # until it has its rows
        box.addWidget(self.table, 100)
        self.words = Paragraph(look, "", role=Role.TEXT2)
        self.words.hide()
        box.addWidget(self.words)
        more = HBox(look, gap=2)
        self.take = Button(look, "Nhập mẫu từ tệp…", kind=Kind.BAR, icon="arrow_import", small=True)
        self.take.clicked.connect(self._take)
        self.library = Button(look, "Mẫu và danh mục…", kind=Kind.BAR, icon="book_open", small=True)
        self.library.clicked.connect(self.library_asked)
        more.addWidget(self.take)
        more.addWidget(self.library)
        more.addStretch(1)
        box.addLayout(more)
        box.addStretch(1)
        column.addWidget(body, 1)
        self.setTabOrder(self.table.rows, self.begin)
        self.setTabOrder(self.begin, self.back)
        self.setTabOrder(self.back, self.take)
        self.setTabOrder(self.take, self.library)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        look.changed.connect(self._fit)
        context.bridge.heard.connect(self._heard)
        self._read(self._show)

    def _read(self, done: Callable[[Any], None]) -> None:
        # In a lane of its own: a few rows need not wait for a safety copy of the database.
        services = self._context.services
        self._context.tasks.run(lambda: services.get().planning.profiles(), done, owner=self)

    def _heard(self, event: object) -> None:
        """Profiles were added, hidden or renamed on the library's page."""
        if isinstance(event, LibraryChanged):
            self._read(self._show_again)

    # --- what is shown --------------------------------------------------------------------------------

    def _show_again(self, infos: Sequence[ProfileInfo]) -> None:
        self._infos = tuple(infos)
        self.table.set_items(_rows(self._infos))
        if not self.table.rows.current_id():
            self.table.rows.set_first_current()
        self._fit()

    def _show(self, infos: Sequence[ProfileInfo]) -> None:
        self._infos = tuple(infos)
        self.table.set_items(_rows(self._infos))
        waited_for = self.window().focusWidget() is self  # true in a window behind another, too
        self.table.show()
        self.table.rows.set_first_current()
        if waited_for:
            self.table.rows.setFocus()
        self._fit()
        if self._hasty:
            self._hasty = False
            self._begin()

    def _fit(self) -> None:
        """The frame ends with the last row; below it the words of a current row whose line is cut."""
        if not self.isVisible():
            return
        self.table.setMaximumHeight(self.table.fitted_height())
        rows = self.table.rows
        item = rows.rows.item(rows.currentIndex().row())
        cut = isinstance(item, Row) and bool(rows.drawer.is_cut(item, _NAME, rows.viewport().width()))
        if isinstance(item, Row) and cut:
            self.words.setText(item.cells[_NAME].second)
        self.words.setVisible(cut)

    def focus_first(self) -> None:
        """The recommended kind; it is one Enter away."""
        self._making = False
        if self._infos:
            self.table.rows.set_first_current()
            self.table.rows.setFocus()
        else:
            self.setFocus()

    def panes(self) -> tuple[QWidget, ...]:
        return self.table, self.header

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    # --- acts -----------------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key == Qt.Key.Key_Escape:
            self.left.emit()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            # The list has no rows yet: the key came faster than the disk.
            self._hasty = not self._infos
        else:
            super().keyPressEvent(event)

    def _begin(self) -> None:
        profile = self.table.rows.current_id()
        if not profile or self._making:
            return
        self._making = True  # a second Enter makes no second conference
        services = self._context.services
        self._context.tasks.run(
            lambda: services.get().planning.create(profile),
            self.made.emit,
            self._failed,
            lane=Lane.DATABASE,
            owner=self,
        )

    def _take(self) -> None:
        """A profile from a file; it stands in the list, in hand."""
        path = self._context.prompter.open_file(IMPORT)
        if path is None:
            return
        services = self._context.services

        def done(found: tuple[OwnProfile, bool]) -> None:
            self._context.toast.say(imported_words(*found))
            self._read(lambda infos: self._choose(infos, found[0].id))

        self._context.tasks.run(
            lambda: services.get().library.import_profile(path),
            done,
            lambda error: self._failed(error, "Chưa nhập được mẫu"),
            lane=Lane.DATABASE,
            owner=self,
        )

    def _choose(self, infos: Sequence[ProfileInfo], profile_id: str) -> None:
        self._show_again(infos)
        self.table.rows.set_current(profile_id)
        self.table.rows.setFocus()

    def _failed(self, error: Exception, title: str = "Chưa lập được kế hoạch") -> None:
        self._making = False
        if isinstance(error, UserError):
            self._context.prompter.tell(title, error.sentence, icon="warning")
        else:
            self._context.tasks.lost.emit(error)


def _rows(infos: Sequence[ProfileInfo]) -> Iterator[Row]:
    """The office's own profiles say so; without one the first is recommended."""
    for number, info in enumerate(infos):
        mark = Cell()
        if info.own:
            mark = Cell("Của cơ quan", role=Role.ACCENT, icon="building")
        elif number == 0:
            mark = Cell("Nên dùng", role=Role.OK, icon="checkmark_circle")
        name = Cell(info.name, info.description, medium=True)
        yield Row(info.id, (name, Cell(_SHEETS[info.issuer], role=Role.TEXT2), mark))
