"""The first part of the page: what is to be done, grouped by urgency, with one item's form (P14, C12)."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import Signal

from ui.look import Look
from ui.preparation.item_entry import ItemEntry
from ui.preparation.item_form import ItemForm
from ui.preparation.part import Part
from ui.preparation.screen import ListScreen
from ui.preparation.words import COLUMNS
from ui.widgets.button import Button, Kind
from ui.widgets.panes import HBox
from ui.widgets.row_table import RowTable

_FORM_UNITS = 96


class ChecklistPart(Part):
    """Passive: the presenter decides. `saved` and `said` go on to the page."""

    shown = Signal(object)  # ListScreen
    saved = Signal(object)
    said = Signal(str, object)
    taken_back = Signal()

    def __init__(self, look: Look) -> None:
        table = RowTable(look, COLUMNS, name="Việc chuẩn bị")
        self.item = ItemForm(look)
        super().__init__(look, table, self.item, _FORM_UNITS)
        self.column.addWidget(table, 100)
        self.take_back_button = Button(look, kind=Kind.QUIET, icon="arrow_undo", small=True)
        self.take_back_button.clicked.connect(self.taken_back)
        below = HBox(look)
        below.addWidget(self.take_back_button)
        below.addStretch(1)
        self.column.addLayout(below)
        self.column.addStretch(1)
        self.take_back_button.hide()

    # --- the presenter's view -------------------------------------------------------------------------

    def show_screen(self, screen: ListScreen) -> None:
        trouble = screen.trouble
        self.show_trouble(trouble.fact if trouble else "", trouble.sentence if trouble else "")
        self.table.setVisible(bool(screen.items))
        self.show_rows(screen.items, screen.selected)
        self.item.offer(screen.units, screen.people)
        if screen.detail is not None:
            self.item.show_detail(screen.detail)
        self.set_form_there(screen.detail is not None)
        self.take_back_button.setVisible(screen.removed > 0)
        self.take_back_button.set_words(f"Lấy lại {screen.removed} việc đã bỏ")
        self.shown.emit(screen)

    def fill_form(self, entry: ItemEntry, focus: str) -> None:
        if focus:
            self.show_form()
        self.item.fill(entry, focus)

    def complain(self, faults: dict[str, str]) -> None:
        self.item.complain(faults)

    def show_saved(self, at: datetime) -> None:
        self.saved.emit(at)

    def say(self, words: str, back: Callable[[], None] | None) -> None:
        self.said.emit(words, back)
