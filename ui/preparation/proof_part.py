"""The second part of the page: where the notice was made known, and what law and plan say of it (C2)."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction, QResizeEvent

from dialogue_desktop.services.notice_proofs import ProofView
from ui.look import Look
from ui.preparation.part import Part
from ui.preparation.proof_entry import ProofEntry
from ui.preparation.proof_form import PlaceForm
from ui.preparation.proof_words import COLUMNS, VERDICT_FROM, row
from ui.preparation.screen import ProofScreen
from ui.preparation.verdict_lines import VerdictCard
from ui.theme import Role
from ui.widgets.banner import Banner
from ui.widgets.button import Button, Kind
from ui.widgets.empty import EmptyState
from ui.widgets.row_table import RowTable

_FORM_UNITS = 96
_LOW = 100  # u of the part: below it the verdicts leave the room to the list


class ProofPart(Part):
    """Passive: the presenter decides. `saved` and `said` go on to the page."""

    shown = Signal(object)  # ProofScreen
    saved = Signal(object)
    said = Signal(str, object)
    ticked = Signal()
    put_off = Signal()

    def __init__(self, look: Look, new: QAction) -> None:
        table = RowTable(look, COLUMNS, name="Thông báo, niêm yết")
        self.place = PlaceForm(look)
        self.verdicts = VerdictCard(look)
        self._view: ProofView | None = None
        self._narrow = False
        super().__init__(look, table, self.place, _FORM_UNITS)
        tick = Button(look, "Đánh dấu xong", icon="checkmark")
        tick.clicked.connect(self.ticked)
        later = Button(look, "Để sau", kind=Kind.BAR)
        later.clicked.connect(self.put_off)
        self.tick_button = tick
        self.offer = Banner(look, role=Role.ACCENT, icon="checkmark_circle", buttons=(tick, later))
        self.offer.hide()
        self.column.addWidget(self.offer)
        self.column.addWidget(self.verdicts)
        self.column.addWidget(table, 100)
        self.new_button = Button.of(look, new, kind=Kind.PRIMARY)
        self.empty = EmptyState(
            look,
            "megaphone",
            "Chưa ghi nơi nào đã thông báo",
            "Ghi từng nơi niêm yết, đăng tin, phát loa: từ ngày nào, ai làm, ai chứng kiến. "
            "Chương trình so với hạn của luật và của kế hoạch, và lập biên bản niêm yết.",
            (self.new_button,),
        )
        self.empty.setFocusProxy(self.new_button)
        self.column.addWidget(self.empty)
        self.column.addStretch(1)
        self.verdicts.hide()
        self.empty.hide()

    # --- the presenter's view -------------------------------------------------------------------------

    def show_screen(self, screen: ProofScreen) -> None:
        trouble = screen.trouble
        self.show_trouble(trouble.fact if trouble else "", trouble.sentence if trouble else "")
        self._view = screen.view
        there = screen.view is not None and bool(screen.view.proofs)
        self.table.setVisible(there)
        self.empty.setVisible(screen.loaded and not there)
        self.new_button.setVisible(screen.detail is None)
        self._set_rows(screen.selected)
        self.verdicts.show_verdicts(screen.verdicts)
        self.offer.setVisible(bool(screen.to_tick))
        self.offer.set_words(f"Việc “{screen.to_tick}” của kế hoạch chưa đánh dấu xong.")
        self.place.offer(screen.places, screen.people)
        if screen.detail is not None:
            self.place.show_detail(screen.detail)
        self.set_form_there(screen.detail is not None)
        self.shown.emit(screen)

    def _set_rows(self, selected: str = "") -> None:
        view = self._view
        rows = [row(proof, view, narrow=self._narrow) for proof in view.proofs] if view is not None else []
        self.show_rows(tuple(rows), selected or self.table.rows.current_id())

    def fill_form(self, entry: ProofEntry, focus: str) -> None:
        if focus:
            self.show_form()
        self.place.fill(entry, focus)

    def complain(self, faults: dict[str, str]) -> None:
        self.place.complain(faults)

    def show_saved(self, at: datetime) -> None:
        self.saved.emit(at)

    def say(self, words: str, back: Callable[[], None] | None) -> None:
        self.said.emit(words, back)

    # --- room and focus -------------------------------------------------------------------------------

    def focus_list(self) -> None:
        super().focus_list()
        if not self.empty.isHidden() and not self.new_button.isHidden():
            self.empty.setFocus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._mind_width()

    def arrange(self) -> None:
        super().arrange()
        self._mind_width()

    def _mind_width(self) -> None:
        """Where there is no room for the verdicts' column they stand in the second line."""
        self.verdicts.set_low(self.height() < self._look.px(_LOW))
        if self.table.isHidden():
            return
        narrow = self.table.rows.viewport().width() < self._look.px(VERDICT_FROM)
        if narrow != self._narrow:
            self._narrow = narrow
            self._set_rows()
