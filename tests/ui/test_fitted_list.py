"""A list in a pane: who chose the row in hand, what narrow tables say, where the frame ends."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from pytestqt.qtbot import QtBot

from tests.ui.conftest import LookMaker
from ui.look import Look
from ui.widgets.fitted_list import FittedList, deletes
from ui.widgets.panes import VBox
from ui.widgets.rows import Cell, Column, Row

_PLACE_FROM, _DAY_FROM = 60, 90
_HAMLETS = ("Thôn Đông", "Thôn Đoài", "Thôn Trung", "Thôn Bãi")


class Hamlets(FittedList):
    """Four thôn; where there is no column for the day it stands below the name."""

    def __init__(self, look: Look) -> None:
        columns = (Column("who", "Thôn"), Column("day", "Ngày", 30, least=_DAY_FROM))
        super().__init__(look, columns, "Các thôn", (_PLACE_FROM, _DAY_FROM))
        self.deleted = 0
        column = VBox(look)
        self.setLayout(column)
        column.addWidget(self.table, 100)
        column.addStretch(1)
        self.set_rows()

    def set_rows(self) -> None:
        _place, day = self.narrow
        words = "Thứ Hai, 06/4/2026"
        self.table.set_items([Row(one, (Cell(one, words if day else ""), Cell(words))) for one in _HAMLETS])

    def key(self, event: QKeyEvent) -> bool:
        self.deleted += deletes(event)
        return deletes(event)


def shown(qtbot: QtBot, look: Look, units: float) -> Hamlets:
    pane = Hamlets(look)
    qtbot.addWidget(pane)
    pane.resize(look.px(units), look.px(150))
    pane.show()
    return pane


def turned(pane: Hamlets, narrow: tuple[bool, bool]) -> bool:
    return pane.narrow == narrow


def test_only_what_the_secretary_chooses_is_told(qtbot: QtBot, look: Look) -> None:
    pane = shown(qtbot, look, 120)
    told: list[str] = []
    pane.selected.connect(told.append)
    with pane.filling():
        pane.go_to("Thôn Trung")
        with pane.filling():
            pane.set_rows()
        pane.go_to("Thôn Đoài")  # what was within has ended, what is around it has not
    assert (pane.table.rows.current_id(), told) == ("Thôn Đoài", [])
    pane.focus_list()
    qtbot.keyClick(pane.table.rows, Qt.Key.Key_Down)
    assert told == ["Thôn Trung"]


def test_each_width_turns_the_rows_on_its_own(qtbot: QtBot, look: Look) -> None:
    pane = shown(qtbot, look, 120)
    told: list[str] = []
    with pane.filling():
        pane.go_to("Thôn Trung")
    pane.selected.connect(told.append)
    for units, narrow in (
        (120, (False, False)),
        (75, (False, True)),
        (50, (True, True)),
        (120, (False, False)),
    ):
        pane.resize(look.px(units), look.px(150))
        qtbot.waitUntil(partial(turned, pane, narrow))
        first = pane.table.rows.rows.item(0)
        assert isinstance(first, Row)
        assert bool(first.cells[0].second) is narrow[1]
    assert (pane.table.rows.current_id(), told) == ("Thôn Trung", [])


def test_the_frame_ends_with_the_last_row_at_every_size_of_letters(
    qtbot: QtBot, make_look: LookMaker
) -> None:
    look = make_look()
    pane = shown(qtbot, look, 120)
    before = pane.table.maximumHeight()
    assert before == pane.table.fitted_height()
    look.set_scale(1.5)
    assert pane.table.maximumHeight() == pane.table.fitted_height() > before


def test_delete_is_bare(qtbot: QtBot, look: Look) -> None:
    pane = shown(qtbot, look, 120)
    rows = pane.table.rows
    qtbot.keyClick(rows, Qt.Key.Key_Delete)
    qtbot.keyClick(rows, Qt.Key.Key_Delete, Qt.KeyboardModifier.KeypadModifier)
    qtbot.keyClick(rows, Qt.Key.Key_Delete, Qt.KeyboardModifier.ControlModifier)
    assert pane.deleted == 2
