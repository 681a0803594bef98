"""The slips by thôn: who collects, their numbers, handed out, back, entered, due."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from ui.look import Look
from ui.slips.screen import Screen
from ui.slips.words import STATES, SlipRow
from ui.theme import Role
from ui.type_scale import Type
from ui.widgets.button import Button, Kind
from ui.widgets.empty import EmptyState
from ui.widgets.fitted_list import FittedList, deletes
from ui.widgets.panes import HBox, VBox
from ui.widgets.rows import Cell, Column, Group, Item, Row
from ui.widgets.text import Label

_DUE_FROM = 170  # u; in a narrower table the day stands under the state
_HANDED_FROM = 200  # u; in a narrower one how many there are stands under their numbers
COLUMNS = (
    Column("who", "Người phát, thu", gap=3),
    Column("numbers", "Số phiếu", 25, keep=True),
    Column("handed", "Phát", 14, right=True, gap=1.5, least=_HANDED_FROM),
    Column("returned", "Thu về", 16, right=True, gap=1.5),
    Column("entered", "Đã nhập", 18, right=True, gap=1.5),
    Column("due", "Hạn nộp", 26, least=_DUE_FROM, gap=4),
    Column("state", "Tình trạng", 29, keep=True, gap=4),
)


class SlipsPane(FittedList):
    """Passive: signals say what the secretary wants."""

    removed = Signal()

    def __init__(self, look: Look, *, new: QAction, back: QAction, remove: QAction) -> None:
        super().__init__(look, COLUMNS, "Phiếu phát ra, thu về", (_DUE_FROM, _HANDED_FROM))
        self._screen = Screen()
        column = VBox(look, (6, 3, 6, 3), 3)
        self.setLayout(column)
        self.stray = Label(look, "", Type.BODY, Role.WARN, icon="warning_16", elide=True)
        self.stray.hide()
        column.addWidget(self.stray)
        column.addWidget(self.table, 100)
        self.foot = QWidget()
        foot = HBox(look, gap=2)
        self.foot.setLayout(foot)
        self.back_button = Button.of(look, back)
        self.remove_button = Button(
            look, kind=Kind.BAR, icon="delete", key="Delete", name="Bỏ lần phát phiếu"
        )
        self.remove_button.set_cap_shown(False)
        self.remove_button.clicked.connect(remove.trigger)
        foot.addWidget(self.back_button)
        foot.addWidget(self.remove_button)
        foot.addStretch(1)
        column.addWidget(self.foot)
        self.new_button = Button.of(look, new, kind=Kind.PRIMARY)
        self._none = EmptyState(
            look, "document_multiple", "Chưa phát phiếu nào",
            "Ghi số phiếu đã phát cho từng thôn, ai phát và thu, hạn nộp. Số phiếu không được trùng nhau.",
            (self.new_button,),
        )  # fmt: skip
        column.addWidget(self._none)
        column.addStretch(1)
        for widget in (self.table, self.foot, self._none):
            widget.hide()

    def show_slips(self, screen: Screen) -> None:
        there = bool(screen.sections)
        self.table.setVisible(screen.loaded and there)
        self.foot.setVisible(screen.loaded and there)
        self._none.setVisible(screen.loaded and not there)
        self.stray.setText(screen.stray)
        self.stray.setVisible(bool(screen.stray))
        fresh = screen.sections != self._screen.sections
        self._screen = screen
        with self.filling():
            if fresh:
                self.set_rows()
            self.go_to(screen.selected)

    def set_rows(self) -> None:
        items: list[Item] = []
        due, handed = self.narrow
        for section in self._screen.sections:
            items.append(Group(section.id, section.title, note=section.count))
            items += [row(one, section.title, due=not due, handed=not handed) for one in section.rows]
        self.table.set_items(items)
        self.fit()

    def focus_list(self) -> None:
        target: QWidget = self.new_button if self.table.isHidden() else self.table.rows
        target.setFocus(Qt.FocusReason.OtherFocusReason)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.show_current()

    def key(self, event: QKeyEvent) -> bool:
        if deletes(event):
            self.removed.emit()
            return True
        return False


def row(one: SlipRow, place: str, *, due: bool, handed: bool) -> Row:
    """The cells of a line. Without a column for the day it stands under the state, without one for the
    count that stands under the numbers. Without the day's column the name is not said with the place over it:
    "Hội Người cao tuổi thôn Đồng Vạn" would be cut."""
    state = STATES[one.state]
    late = state.role is Role.BAD
    below = "" if due else one.due
    who = one.who if due else one.who.removesuffix(f" {place[:1].lower()}{place[1:]}")
    return Row(
        one.id,
        (
            Cell(who, one.note, second_role=Role.WARN if one.warned else Role.TEXT2),
            Cell(one.numbers, "" if handed else f"{one.handed} phiếu"),
            Cell(one.handed),
            Cell(one.returned),
            Cell(one.entered),
            Cell(one.due, one.left, role=Role.BAD if late else Role.TEXT),
            Cell(state.short, below, role=state.role, icon=state.icon),
        ),
    )
