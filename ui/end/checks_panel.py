"""Left part: what is missing, what is worth a look, put right here or at its field; what is whole (M3)."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from dialogue_desktop.domain.closing import Gap
from ui.end.fix_form import FixOffer
from ui.end.gap_row import GapRow
from ui.look import Look
from ui.theme import Role
from ui.type_scale import Type
from ui.widgets.badge import Badge
from ui.widgets.icon_box import IconBox
from ui.widgets.panes import TOP, Card, HBox, Rule, Space, VBox
from ui.widgets.text import Label, Paragraph


class _DoneRow(QWidget):
    def __init__(self, look: Look, words: str) -> None:
        super().__init__()
        row = HBox(look, (3, 1, 2, 1), 2)
        self.setLayout(row)
        row.addWidget(IconBox(look, "checkmark_circle", Role.OK), alignment=TOP)
        row.addWidget(Paragraph(look, words, lines=2), 1)


class ChecksPanel(QWidget):
    """ "Cần bổ sung" over "Nên xem lại" over "Đã đủ"; ↑ ↓ go along the buttons.

    What has gone gives the focus to the row that came into its place; `emptied`: there is none. `wanted`
    carries the gap whose field one goes to, and coming back the list stands at it, or at the next.
    """

    emptied = Signal()
    wanted = Signal(object)  # Gap
    given = Signal(object, object)  # Gap, Given
    seen = Signal(object)  # Gap

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.rows: list[GapRow] = []
        self._shown: tuple[tuple[Gap, ...], tuple[str, ...]] | None = None
        self._left_at: int | None = None  # the row from which one went to a field
        self._offer: FixOffer | None = None
        column = VBox(look, gap=3)
        self.setLayout(column)
        self._missing_badge = Badge(look, "", Role.WARN, "warning")
        self._missing_head = head_row(look, "Cần bổ sung", self._missing_badge)
        self._missing = Card(look)
        self._review_badge = Badge(look, "", Role.ACCENT, "info")
        self._review_head = head_row(look, "Nên xem lại", self._review_badge)
        self._review = Card(look)
        self._done_badge = Badge(look, "", Role.OK, "checkmark_circle")
        self._done_head = head_row(look, "Đã đủ", self._done_badge)
        self._done = Card(look)
        for card in (self._missing, self._review, self._done):
            card.setLayout(VBox(look, (0, 0.5, 0, 0.5)))
        for widget in (
            self._missing_head, self._missing, self._review_head, self._review, self._done_head, self._done,
        ):  # fmt: skip
            column.addWidget(widget)
        self.setAccessibleName("Kiểm tra trước khi chốt")

    def set_offer(self, offer: FixOffer) -> None:
        """What forms that are opened from now on are filled with."""
        self._offer = offer
        for row in self.rows:
            row.set_offer(offer)

    def show_check(self, gaps: Sequence[Gap], complete: Sequence[str]) -> None:
        """Rows are built anew only when they differ, and one that stays keeps its form and its focus."""
        wanted = (tuple(gaps), tuple(complete))
        if wanted == self._shown:
            return
        self._shown = wanted
        at = next((k for k, row in enumerate(self.rows) if row.holds_focus()), None)
        missing = [gap for gap in gaps if not gap.review]
        review = [gap for gap in gaps if gap.review]
        self._missing_badge.show_state(
            f"{len(missing)} việc" if missing else "Đủ",
            Role.WARN if missing else Role.OK,
            "warning" if missing else "checkmark_circle",
        )
        self._review_badge.show_state(f"{len(review)} việc", Role.ACCENT, "info")
        self._done_badge.show_state(f"{len(complete)} mục", Role.OK, "checkmark_circle")
        kept = {row.gap: row for row in self.rows}
        held = self.rows[at] if at is not None else None
        rows = [kept.get(gap) or self._row(gap) for gap in (*missing, *review)]
        self.rows = rows
        none = [_DoneRow(self._look, "Không còn việc nào phải bổ sung")]
        _fill(self._missing, [row for row in rows if not row.gap.review] or none)
        _fill(self._review, [row for row in rows if row.gap.review])
        _fill(self._done, [_DoneRow(self._look, words) for words in complete])
        for widget, on in (
            (self._review_head, bool(review)), (self._review, bool(review)),
            (self._done_head, bool(complete)), (self._done, bool(complete)),
        ):  # fmt: skip
            widget.setVisible(on)
        if at is not None and held not in rows:
            self._focus_at(at)

    def _row(self, gap: Gap) -> GapRow:
        row = GapRow(self._look, gap)
        if self._offer is not None:
            row.set_offer(self._offer)
        row.wanted.connect(self._want)
        row.given.connect(self.given)
        row.seen.connect(self.seen)
        return row

    def _want(self, gap: Gap) -> None:
        self._left_at = next((k for k, row in enumerate(self.rows) if row.gap == gap), 0)
        self.wanted.emit(gap)

    def _focus_at(self, at: int) -> None:
        if self.rows:
            row = self.rows[min(at, len(self.rows) - 1)]
            row.button.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.emptied.emit()

    def row_of(self, gap: Gap) -> GapRow | None:
        return next((row for row in self.rows if row.gap == gap), None)

    def focus_first(self) -> bool:
        """To the gap from which one came, or the one in its place; else to the first. False for none."""
        if self.rows:
            at, self._left_at = self._left_at or 0, None
            row = self.rows[min(at, len(self.rows) - 1)]
            row.button.setFocus(Qt.FocusReason.TabFocusReason)
        return bool(self.rows)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        way = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()))
        at = next((n for n, row in enumerate(self.rows) if row.button.hasFocus()), -1)
        if way is not None and at >= 0:
            if 0 <= at + way < len(self.rows):
                self.rows[at + way].button.setFocus(Qt.FocusReason.TabFocusReason)
            return
        super().keyPressEvent(event)


def head_row(look: Look, words: str, badge: QWidget) -> QWidget:
    head = QWidget()
    row = HBox(look)
    head.setLayout(row)
    row.addWidget(Label(look, words, Type.SECTION))
    row.addWidget(Space(look, height=7))  # as high as the head beside it, which has a button
    row.addStretch(1)
    row.addWidget(badge)
    return head


def _fill(card: Card, rows: Sequence[QWidget]) -> None:
    """Put these rows into the card in the place of those before; a row that was there stays what it is."""
    layout = card.layout()
    assert layout is not None
    for old in [child for child in card.children() if isinstance(child, QWidget)]:
        layout.removeWidget(old)
        if old not in rows:
            old.hide()
            old.deleteLater()
    for number, row in enumerate(rows):
        if number and isinstance(row, GapRow):
            layout.addWidget(Rule(card.look))
        layout.addWidget(row)
