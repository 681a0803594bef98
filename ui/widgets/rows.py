"""What a list shows: frozen rows of cells, group rows between them, and the model that holds them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Any, NamedTuple

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex
from PySide6.QtGui import QStandardItemModel

from ui.qt_later import ACCESSIBLE_TEXT_ROLE, CHECK_STATE_ROLE, DISPLAY_ROLE, USER_ROLE, Qt
from ui.theme import Role

ITEM = USER_ROLE  # the Row or Group itself

AnyIndex = QModelIndex | QPersistentModelIndex


class Cell(NamedTuple):
    """One or two lines. `marks`: (start, length) of found words in `text`, `second_marks` those in `second`.
    `tick`: a box, ticked or not."""

    text: str = ""
    second: str = ""
    role: Role = Role.TEXT
    second_role: Role = Role.TEXT2
    icon: str = ""  # a 16 icon, named without _16
    strong: bool = False
    medium: bool = False
    second_strong: bool = False
    marks: tuple[tuple[int, int], ...] = ()
    tick: bool | None = None
    second_marks: tuple[tuple[int, int], ...] = ()
    brief: str = ""  # instead of `text`, and below instead of `second`, where there is no room for all of it
    second_brief: str = ""


class Row(NamedTuple):
    """`cells` in the order of the columns. `faded` for what is done or withdrawn."""

    id: str
    cells: tuple[Cell, ...]
    faded: bool = False

    def spoken(self) -> str:
        """The row as a screen reader says it."""
        words = [part for cell in self.cells for part in (cell.text, cell.second) if part and part != "–"]
        ticks = [
            "đã đánh dấu" if cell.tick else "chưa đánh dấu" for cell in self.cells if cell.tick is not None
        ]
        return ", ".join(words + ticks)


class LateRow(Row):
    """A row whose cells are made of its id when it is first drawn or spoken: for lists of thousands."""

    _made: tuple[Cell, ...] | None
    _late: Callable[[str], tuple[Cell, ...]]

    def __new__(cls, row_id: str, make: Callable[[str], tuple[Cell, ...]]) -> LateRow:
        made = super().__new__(cls, row_id, ())
        made._late, made._made = make, None
        return made

    @property
    def cells(self) -> tuple[Cell, ...]:
        if self._made is None:
            self._made = self._late(self.id)
        return self._made


class Group(NamedTuple):
    """A heading inside the list; its rows follow it and hide when it is closed.

    `note` stands at the right; `action` too, in accent, and is clicked ("Gộp lại"); `other` is a second
    one before it ("Để riêng").
    """

    id: str
    title: str
    amount: str = ""  # "4 ý kiến"
    icon: str = ""
    role: Role = Role.TEXT
    note: str = ""
    action: str = ""
    open: bool = True
    other: str = ""

    def spoken(self) -> str:
        state = "đang mở" if self.open else "đang đóng"
        parts = (self.title, self.amount, self.note, state, self.action, self.other)
        return ", ".join(part for part in parts if part)


class Column(NamedTuple):
    """`units` is the width in u; 0 shares what is left. `keep`: names and dates, never cut.

    `least`: left out while the list is narrower than so many u (its words belong in a second line then).
    `wraps`: names of one line that find no room there are broken between two words.
    """

    id: str
    title: str = ""
    units: float = 0
    right: bool = False
    sortable: bool = False
    keep: bool = False
    gap: float = 2.5  # free space at its left, in u
    least: float = 0
    wraps: bool = False


Item = Row | Group


class RowsModel(QStandardItemModel):
    """Rows and groups in order. Closing a group takes its rows out of the list, not out of the data.

    How many lines there are is kept by Qt's own model (without any item in it): a view asks for that three
    times a line whenever it is laid out, and in Python 10,000 lines would take a tenth of a second.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.setColumnCount(1)
        self._all: list[Item] = []
        self._shown: list[Item] = []
        self._closed: set[str] = set()
        self._wished: dict[str, bool] = {}  # what the reader opened or closed

    def set_items(self, items: Iterable[Item]) -> None:
        """Replace everything; groups that the reader closed or opened stay so."""
        self.beginResetModel()
        self._all = list(items)
        groups = [item for item in self._all if isinstance(item, Group)]
        self._closed = {one.id for one in groups if not self._wished.get(one.id, one.open)}
        self._show()
        self._count()
        self.endResetModel()

    def _count(self) -> None:
        """Between the begin and the end of a reset: the view hears of that alone."""
        self.blockSignals(True)
        self.setRowCount(len(self._shown))
        self.blockSignals(False)

    def append(self, items: Iterable[Item]) -> None:
        """More at the end; nothing that is there moves."""
        added = list(items)
        before = [item for item in self._all if isinstance(item, Group)]
        hidden = bool(before) and before[-1].id in self._closed
        shown = self._folded(added, hidden=hidden)
        self._all += added
        if shown:
            self._shown += shown
            self.setRowCount(len(self._shown))

    def _show(self) -> None:
        self._shown = self._folded(self._all, hidden=False)

    def _folded(self, items: Iterable[Item], *, hidden: bool) -> list[Item]:
        """What is seen of these; `hidden`: they begin within a closed group."""
        shown: list[Item] = []
        for item in items:
            if isinstance(item, Group):
                hidden = item.id in self._closed
                shown.append(item._replace(open=not hidden) if hidden == item.open else item)
            elif not hidden:
                shown.append(item)
        return shown

    def set_row(self, row: Row) -> None:
        """One row changed; nothing else moves, neither selection nor scroll. Unknown ids are ignored."""
        for place, item in enumerate(self._all):
            if isinstance(item, Row) and item.id == row.id:
                self._all[place] = row
        place = self.place_of(row.id)
        if place >= 0:
            self._shown[place] = row
            index = self.index(place, 0)
            self.dataChanged.emit(index, index)

    def toggle_group(self, group_id: str) -> None:
        self.beginResetModel()
        self._closed ^= {group_id}
        self._wished[group_id] = group_id not in self._closed
        self._all = [
            item._replace(open=group_id not in self._closed)
            if isinstance(item, Group) and item.id == group_id
            else item
            for item in self._all
        ]
        self._show()
        self._count()
        self.endResetModel()

    def items(self) -> Sequence[Item]:
        """What is on view, in order."""
        return self._shown

    def rows(self) -> tuple[Row, ...]:
        """All rows, also those of closed groups."""
        return tuple(item for item in self._all if isinstance(item, Row))

    def item(self, place: int) -> Item | None:  # type: ignore[override]  # ours: there is no item of Qt
        return self._shown[place] if 0 <= place < len(self._shown) else None

    def place_of(self, item_id: str) -> int:
        """Where a row or group stands in the list; -1 where it is not on view."""
        for place, item in enumerate(self._shown):
            if item.id == item_id:
                return place
        return -1

    # --- Qt -----------------------------------------------------------------------------------

    def data(self, index: AnyIndex, role: int = DISPLAY_ROLE) -> Any:
        item = self.item(index.row())
        if item is None:
            return None
        if role == ITEM:
            return item
        if role in (DISPLAY_ROLE, ACCESSIBLE_TEXT_ROLE):
            return item.spoken()
        if role == CHECK_STATE_ROLE and isinstance(item, Row):
            for cell in item.cells:
                if cell.tick is not None:
                    return Qt.CheckState.Checked if cell.tick else Qt.CheckState.Unchecked
        return None
