"""The rows that were read: by state, ticked where they are to be kept (C4)."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from dialogue_desktop.domain.records import SOURCE_LABELS, Source
from ui.look import Look
from ui.opinion_import.screen import AGAIN, BAD, DOUBT, EMPTY, GOOD, STATES, RowView, Screen
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
    AGAIN: ("copy", Role.TEXT2),
    EMPTY: ("circle", Role.TEXT2),
    GOOD: ("checkmark_circle", Role.OK),
}
_COLUMNS = (
    Column("tick", "", 8),
    Column("where", "Dòng", 13, keep=True, gap=1),
    Column("who", "Người có ý kiến", 50),
    Column("text", "Nội dung"),
    Column("state", "Tình trạng", 36, least=150),
)
_OPTIONS_BESIDE_FROM = 200  # u
_SOURCES = (Source.VILLAGE_HEAD, Source.SLIP, Source.VIA_SECRETARY, Source.ONLINE)


class ReportPane(Pane):
    """Passive: signals say what the secretary wants."""

    view_wanted = Signal(str)
    selected = Signal(int)
    opened = Signal(int)
    ticked = Signal(int, bool)
    source_chosen = Signal(object)
    split_wanted = Signal(bool)
    speakers_wanted = Signal(bool)

    def __init__(self, look: Look) -> None:
        super().__init__(look)
        self._counts: tuple[tuple[str, int], ...] = ()
        self._rows: tuple[RowView, ...] = ()
        self._segment: Segment | None = None
        self._filling = False
        column = VBox(look, (6, 3, 6, 3), 2)
        self.setLayout(column)
        self._views = HBox(look, gap=2)
        column.addLayout(self._views)
        self.table = RowTable(look, _COLUMNS, name="Các dòng đã đọc")
        self.table.rows.current_row.connect(self._chosen)
        self.table.rows.opened.connect(lambda row: self.opened.emit(int(row)))
        self.table.rows.ticked.connect(lambda row, on: self.ticked.emit(int(row), on))
        column.addWidget(self.table, 1)
        self._notes = Label(look, "", role=Role.TEXT2, icon="info_16", elide=True)
        column.addWidget(self._notes)
        self._options = options = HBox(look, gap=3)
        source = HBox(look, gap=2)
        source.addWidget(Label(look, "Nguồn", role=Role.TEXT2))
        self.source = Combo(
            look, [(one, SOURCE_LABELS[one]) for one in _SOURCES], name="Nguồn của ý kiến", small=True
        )
        self.source.chosen.connect(self.source_chosen)
        source.addWidget(self.source)
        source.addStretch(1)
        options.addLayout(source)
        self.split = CheckBox(look, "Tách dòng có nhiều ý kiến")
        self.split.clicked.connect(self.split_wanted)
        options.addWidget(self.split)
        self.speakers = CheckBox(look, "Ghi người đăng ký vào hàng chờ phát biểu")
        self.speakers.clicked.connect(self.speakers_wanted)
        options.addWidget(self.speakers)
        options.addStretch(1)
        column.addLayout(options)
        self.setFocusProxy(self.table)

    def show_screen(self, screen: Screen) -> None:
        self._filling = True
        self._show_views(screen)
        if screen.rows != self._rows:
            self._rows = screen.rows
            self.table.set_items([_row(one) for one in screen.rows])
        if screen.detail is not None and self.table.rows.current_id() != str(screen.detail.key):
            self.table.rows.set_current(str(screen.detail.key))
        self._filling = False
        self._notes.setText("  ·  ".join(screen.notes))
        self._notes.setToolTip("\n".join(screen.notes))
        self._notes.setVisible(bool(screen.notes))
        self.source.set_value(screen.source)
        self.split.setVisible(bool(screen.can_split))
        self.split.setChecked(screen.split)
        self.split.setText(f"Tách {screen.can_split} dòng có nhiều ý kiến")
        self.speakers.setVisible(bool(screen.can_speak))
        self.speakers.setChecked(screen.speakers)
        self.speakers.setText(f"Ghi {screen.can_speak} người đăng ký vào hàng chờ phát biểu")

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
            views += [(state, f"{STATES[state]} {count}", "") for state, count in screen.counts]
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
        way = QBoxLayout.Direction
        beside = self.width() >= self.look.px(_OPTIONS_BESIDE_FROM)
        self._options.setDirection(way.LeftToRight if beside else way.TopToBottom)
        self._options.setSpacing(self.look.px(3 if beside else 1))

    def _chosen(self, row_id: str) -> None:
        if row_id and not self._filling:
            self.selected.emit(int(row_id))


def _row(one: RowView) -> Row:
    icon, role = LOOKS[one.state]
    tick = Cell() if one.ticked is None else Cell(tick=one.ticked)
    return Row(
        str(one.key),
        (
            tick,
            Cell(one.where, role=Role.TEXT2),
            Cell(one.who, one.place),
            Cell(one.text, one.note, second_role=role if one.state == BAD else Role.TEXT2),
            Cell(STATES[one.state], role=role, icon=icon),
        ),
    )
