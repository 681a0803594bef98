"""The rows that were read: by state, ticked where they are to be kept (C4, C7, C11)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from ui.list_import.kind import Words
from ui.list_import.screen import (
    AGAIN,
    BAD,
    DOUBT,
    EMPTY,
    GOOD,
    INSTEAD,
    Option,
    Pick,
    RowView,
    Screen,
    Sum,
    Tick,
)
from ui.look import Look
from ui.theme import Role
from ui.widgets.checkbox import CheckBox
from ui.widgets.combo import Combo
from ui.widgets.panes import HBox, Pane, VBox
from ui.widgets.row_table import RowTable
from ui.widgets.rows import Cell, Column, Row
from ui.widgets.segment import Segment
from ui.widgets.text import Label

#: Sign and colour of each state; the word is always there too.
LOOKS: dict[str, tuple[str, Role]] = {
    BAD: ("error_circle", Role.BAD),
    DOUBT: ("warning", Role.WARN),
    INSTEAD: ("arrow_repeat_all", Role.WARN),
    AGAIN: ("copy", Role.TEXT2),
    EMPTY: ("circle", Role.TEXT2),
    GOOD: ("checkmark_circle", Role.OK),
}
_STATE_FROM = 150  # u; in a narrower list the state stands with the number and the note
_BESIDE_THE_ROWS = 16  # u of margins and scroll bar
_OPTIONS_BESIDE_FROM = 200  # u
#: From so many rows on that differ the list is built anew.
_MANY_CHANGED = 20


class ReportPane(Pane):
    """Passive: signals say what the secretary wants."""

    view_wanted = Signal(str)
    selected = Signal(int)
    opened = Signal(int)
    ticked = Signal(int, bool)
    option_chosen = Signal(str, object)

    def __init__(self, look: Look, words: Words, states: Mapping[str, str]) -> None:
        super().__init__(look)
        self._states = states
        self._counts: tuple[tuple[str, int], ...] = ()
        self._rows: tuple[RowView, ...] = ()
        self._segment: Segment | None = None
        self._filling = self._narrow = False
        self._sums: tuple[Sum, ...] = ()
        column = VBox(look, (6, 3, 6, 3), 2)
        self.setLayout(column)
        self._views = HBox(look, gap=2)
        column.addLayout(self._views)
        self.table = RowTable(look, _columns(words), name="Các dòng đã đọc")
        self.table.rows.current_row.connect(self._chosen)
        self.table.rows.opened.connect(lambda row: self.opened.emit(int(row)))
        self.table.rows.ticked.connect(lambda row, on: self.ticked.emit(int(row), on))
        column.addWidget(self.table, 1)
        self._notes = Label(look, "", role=Role.TEXT2, icon="info_16", elide=True)
        column.addWidget(self._notes)
        self.sums = Label(look, "", elide=True)
        self.sums.hide()
        column.addWidget(self.sums)
        self._options = HBox(look, gap=3)
        self._options.addStretch(1)
        self.picks: dict[str, Combo] = {}
        self.ticks: dict[str, CheckBox] = {}
        self._pick_rows: dict[str, QWidget] = {}
        column.addLayout(self._options)
        self.setFocusProxy(self.table)
        look.changed.connect(self._fit)

    def show_screen(self, screen: Screen) -> None:
        self._filling = True
        self._show_views(screen)
        self._show_rows(screen.rows)
        if screen.detail is not None and self.table.rows.current_id() != str(screen.detail.key):
            self.table.rows.set_current(str(screen.detail.key))
        self._filling = False
        self._notes.setText("  ·  ".join(screen.notes))
        self._notes.setToolTip("\n".join(screen.notes))
        self._notes.setVisible(bool(screen.notes))
        self._sums = tuple(screen.sums)
        self._show_sums(self._sums)
        self._show_options(screen.options)

    def _show_rows(self, rows: tuple[RowView, ...]) -> None:
        """Where only a few rows are ticked otherwise only they are drawn again."""
        if rows == self._rows:
            return
        before, self._rows = self._rows, rows
        if [one.key for one in before] == [one.key for one in rows]:
            changed = [new for old, new in zip(before, rows, strict=True) if new != old]
            if len(changed) <= _MANY_CHANGED:
                for one in changed:
                    self.table.rows.set_row(self._row(one))
                return
        self.table.set_items([self._row(one) for one in rows])

    def _show_sums(self, sums: Sequence[Sum]) -> None:
        """What would be over and under, in one line; the row's pane has all of it."""
        touched = [one for one in sums if one.touched]
        told = [one for one in touched if one.over] + [one for one in touched if one.under and not one.over]
        over = any(one.over for one in touched)
        words = "  ·  ".join(f"{one.label}: {one.words}" for one in told)
        if touched and not told:
            words = "Đủ số đại biểu của kế hoạch ở các nơi có trong danh sách"
        if self.look.width(words) > self.width() - self.look.px(_BESIDE_THE_ROWS + 2):
            words = words.replace(" đại biểu", "").replace(
                "còn thiếu", "thiếu"
            )  # the figures rather than words
        self.sums.setText(words)
        icon, role = ("warning_16", Role.WARN) if over else ("people_16", Role.TEXT2)
        self.sums.set_icon(icon, role)
        self.sums.setToolTip("\n".join(f"{one.label}: {one.words}" for one in sums))
        self.sums.setVisible(bool(words))

    def _show_options(self, options: Sequence[Option]) -> None:
        shown = {option.id for option in options}
        for option in options:
            if isinstance(option, Pick):
                if option.id not in self.picks:
                    self._add_pick(option)
                self.picks[option.id].set_value(option.value)
            else:
                if option.id not in self.ticks:
                    self._add_tick(option)
                self.ticks[option.id].setText(option.words)
                self.ticks[option.id].set_words(option.words)
                self.ticks[option.id].setChecked(option.on)
        for name, widget in (*self._pick_rows.items(), *self.ticks.items()):
            widget.setVisible(name in shown)

    def _add_pick(self, option: Pick) -> None:
        body = QWidget()
        row = HBox(self.look, gap=2)
        body.setLayout(row)
        row.addWidget(Label(self.look, option.label, role=Role.TEXT2))
        combo = Combo(self.look, option.items, name=option.name, small=True)
        combo.chosen.connect(lambda value, name=option.id: self.option_chosen.emit(name, value))
        row.addWidget(combo)
        row.addStretch(1)
        self.picks[option.id], self._pick_rows[option.id] = combo, body
        self._options.insertWidget(self._options.count() - 1, body)

    def _add_tick(self, option: Tick) -> None:
        box = CheckBox(self.look, option.words)
        box.clicked.connect(lambda on, name=option.id: self.option_chosen.emit(name, on))
        self.ticks[option.id] = box
        self._options.insertWidget(self._options.count() - 1, box)

    def _show_views(self, screen: Screen) -> None:
        if screen.counts != self._counts or self._segment is None:
            self._counts = screen.counts
            had_focus = False
            if self._segment is not None:
                focused: QWidget | None = self.window().focusWidget()  # there may be none
                had_focus = self._segment.isAncestorOf(focused) if focused is not None else False
                self._segment.hide()
                self._segment.deleteLater()
            everything = sum(count for _, count in screen.counts)
            views = [("", f"Tất cả {everything}", "")]
            views += [(state, f"{self._states[state]} {count}", "") for state, count in screen.counts]
            self._segment = Segment(self.look, views, name="Xem các dòng")
            self._segment.chosen.connect(self.view_wanted)
            self._views.insertWidget(0, self._segment, 0, Qt.AlignmentFlag.AlignLeft)
            QWidget.setTabOrder(self._segment, self.table.rows)
            if had_focus:
                self.table.rows.setFocus(Qt.FocusReason.OtherFocusReason)
        self._segment.set_value(screen.view)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The choices beside each other where they find room."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        narrow = self.width() < self.look.px(_STATE_FROM + _BESIDE_THE_ROWS)
        if narrow != self._narrow:
            self._narrow = narrow
            self.table.set_items([self._row(one) for one in self._rows])
        way = QBoxLayout.Direction
        beside = self.width() >= self.look.px(_OPTIONS_BESIDE_FROM)
        self._options.setDirection(way.LeftToRight if beside else way.TopToBottom)
        self._options.setSpacing(self.look.px(3 if beside else 1))
        self._show_sums(self._sums)

    def _chosen(self, row_id: str) -> None:
        if row_id and not self._filling:
            self.selected.emit(int(row_id))

    def _row(self, one: RowView) -> Row:
        icon, role = LOOKS[one.state]
        tick = Cell() if one.ticked is None else Cell(tick=one.ticked)
        state, note = self._states[one.state], one.note
        where = Cell(one.where, role=Role.TEXT2)
        if self._narrow:  # no column for the state: its sign and its word stand with the others
            where = Cell(one.where, role=role, icon=icon)
            note = f"{state}. {note}" if note else state
        return Row(
            str(one.key),
            (
                tick,
                where,
                Cell(one.who, one.place),
                Cell(one.text, note, second_role=role if one.state == BAD else Role.TEXT2),
                Cell(state, role=role, icon=icon),
            ),
        )


def _columns(words: Words) -> tuple[Column, ...]:
    return (
        Column("tick", "", 8),
        Column("where", "Dòng", 13, keep=True, gap=1),
        Column("who", words.who, 50),
        Column("text", words.text),
        Column("state", "Tình trạng", 36, least=_STATE_FROM),
    )
