"""The right pane: the prepared answer, the counts so far, what was written last, when it will end."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QAction, QKeyEvent, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import (
    QFrame,
    QListView,
    QSizePolicy,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from ui.live.session.screen import CountRow, EntryRow, LiveScreen
from ui.live.side.floor_lines import FloorLines, OutlookLines
from ui.live.side.prepared_card import PreparedCard
from ui.live.state_icons import outcome_look
from ui.live.verb_button import VerbButton
from ui.look import Look
from ui.theme import Role
from ui.type_scale import Type
from ui.widgets.button import Kind
from ui.widgets.panes import HBox, Pane, Rule, VBox
from ui.widgets.text import Label

_Index = QModelIndex | QPersistentModelIndex
ENTRY = int(Qt.ItemDataRole.UserRole)


class CountList(QWidget):
    """Icon, words and number, one line each; in two columns where the prepared answer needs the room."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._rows: tuple[CountRow, ...] = ()
        self._columns = 1
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        look.changed.connect(self.updateGeometry)

    def set_rows(self, rows: tuple[CountRow, ...]) -> None:
        if rows == self._rows:
            return
        higher = len(rows) != len(self._rows)
        self._rows = rows
        self.setAccessibleName("Kết quả đến lúc này: " + ", ".join(f"{r.words} {r.count}" for r in rows))
        if higher:
            self.updateGeometry()
        self.update()

    def set_columns(self, columns: int) -> None:
        if columns != self._columns:
            self._columns = columns
            self.updateGeometry()
            self.update()

    def _lines(self) -> int:
        return -(-len(self._rows) // self._columns)

    def _pitch(self) -> int:
        return max(self._look.px(5.5), self._look.line())

    def sizeHint(self) -> QSize:
        return QSize(self._look.px(40), self._pitch() * self._lines())

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        look, px, high = self._look, self._look.px, self._pitch()
        painter = QPainter(self)
        lines, one = self._lines(), self._columns == 1
        kind = Type.BODY if one else Type.CAPTION
        longest = max((look.width(row.words, kind) for row in self._rows[:lines]), default=0)
        first = self.width() if one else longest + px(5 + 6)
        for at, row in enumerate(self._rows):
            left, top = (first + px(3)) * (at // lines), at % lines * high
            wide = self.width() - left if left else first
            state = outcome_look(row.outcome) if row.outcome is not None else None
            icon, role = (state.icon, state.role) if state else ("circle", Role.TEXT3)
            look.draw_icon(painter, QRect(left, top, px(4), high), f"{icon}_16", role, 4)
            words = QRect(left + px(6 if one else 5), top, wide - px(14 if one else 9), high)
            look.draw_text(painter, words, row.words, kind, elide=True)
            look.draw_text(
                painter, QRect(left, top, wide, high), str(row.count), Type.STRONG, Role.TEXT,
                Qt.AlignmentFlag.AlignRight,
            )  # fmt: skip


class _EntryModel(QAbstractListModel):
    def __init__(self) -> None:
        super().__init__()
        self._rows: tuple[EntryRow, ...] = ()

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: _Index, role: int = int(Qt.ItemDataRole.DisplayRole)) -> Any:
        if not index.isValid() or not 0 <= index.row() < len(self._rows):
            return None
        row = self._rows[index.row()]
        if role == ENTRY:
            return row
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return ", ".join(part for part in (f"{row.time} {row.name}", row.note, row.day) if part)
        if role == Qt.ItemDataRole.ToolTipRole and row.recorded:
            return f"Trong bản ghi âm: {row.recorded}\nBấm để sửa lại ý kiến"
        return None

    def set_rows(self, rows: tuple[EntryRow, ...]) -> None:
        if rows == self._rows:
            return
        if len(rows) == len(self._rows):
            self._rows = rows
            self.dataChanged.emit(self.index(0), self.index(len(rows) - 1))
            return
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()


class _EntryDelegate(QStyledItemDelegate):
    """Hour and name over outcome, unit and day."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        return QSize(self._look.px(30), self._look.line() + self._look.line(Type.CAPTION) + self._look.px(1))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        row = index.data(ENTRY)
        if not isinstance(row, EntryRow):
            return
        look, px = self._look, self._look.px
        box: QRect = option.rect  # type: ignore[attr-defined]  # the stubs leave the fields out
        state: QStyle.StateFlag = option.state  # type: ignore[attr-defined]
        if state & QStyle.StateFlag.State_MouseOver:
            look.draw_box(painter, box, fill=Role.HOVER)
        if state & QStyle.StateFlag.State_HasFocus:
            look.draw_box(painter, box, edge=Role.FOCUS, width=look.ring)
        first, second = look.line(), look.line(Type.CAPTION)
        top = box.y() + px(0.5)
        wide = look.draw_text(painter, QRect(box.x(), top, px(20), first), row.time)
        name = QRect(box.x() + wide + px(2), top, box.width() - wide - px(2 + 5 * row.marked), first)
        if row.recorded and not row.marked:
            clear = look.draw_text(painter, name, row.name, elide=True) + px(2)
            rest = name.adjusted(clear, 0, 0, 0)
            if look.width(row.recorded, Type.CAPTION) <= rest.width():  # never in place of a name
                right = Qt.AlignmentFlag.AlignRight
                look.draw_text(painter, rest, row.recorded, Type.CAPTION, Role.TEXT2, right)
        else:
            look.draw_text(painter, name, row.name, elide=True)
        if row.marked:
            flag = QRect(box.right() - px(4), top, px(4), first)
            look.draw_icon(painter, flag, "flag_16_filled", Role.ACCENT, 4)
        shown = outcome_look(row.outcome) if row.outcome is not None else None
        icon, role = (shown.icon, shown.role) if shown else ("circle", Role.TEXT3)
        look.draw_icon(painter, QRect(box.x(), top + first, px(4), second), f"{icon}_16", role, 4)
        note = QRect(box.x() + px(5.5), top + first, box.width() - px(5.5), second)
        day = f", {row.day}" if row.day else ""
        room = note.adjusted(0, 0, -look.width(day, Type.CAPTION), 0)  # a day is never cut
        end = look.draw_text(painter, room, row.note, Type.CAPTION, Role.TEXT2, elide=True)
        look.draw_text(painter, note.adjusted(min(end, room.width()), 0, 0, 0), day, Type.CAPTION, Role.TEXT2)


class EntryList(QListView):
    """The last opinions; Enter or a click takes one back into the boxes."""

    opened = Signal(str)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._rows, self._most = _EntryModel(), 2
        self.setModel(self._rows)
        self.setItemDelegate(_EntryDelegate(look, self))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        # Two of them are in sight; the rest is reached by wheel or keys, a bar would be wider than news.
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAccessibleName("Vừa ghi")
        self.setToolTip("Bấm để sửa lại ý kiến")
        self.clicked.connect(self._open)
        look.changed.connect(self._relook)
        self._relook()

    def _relook(self) -> None:
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.Base, self._look.color(Role.CANVAS))
        self.setPalette(palette)
        self.doItemsLayout()

    def _open(self, index: QModelIndex) -> None:
        row = index.data(ENTRY)
        if isinstance(row, EntryRow):
            self.opened.emit(row.opinion_id)

    def set_rows(self, rows: tuple[EntryRow, ...]) -> None:
        self._rows.set_rows(rows)

    def sizeHint(self) -> QSize:
        look = self._look
        row = look.line() + look.line(Type.CAPTION) + look.px(1)
        return QSize(look.px(40), self._most * row)

    def set_most(self, rows: int) -> None:
        """How many of them are in sight."""
        self._most = rows
        self.updateGeometry()

    def minimumSizeHint(self) -> QSize:
        return QSize(self._look.px(20), self._look.line() + self._look.line(Type.CAPTION) + self._look.px(1))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            if self.currentIndex().isValid():
                self._open(self.currentIndex())
            return
        super().keyPressEvent(event)


class SidePanel(Pane):
    """What stands at the right while nothing else was asked for there."""

    marked_wanted = Signal()

    def __init__(
        self, look: Look, *, take: QAction, tie: QAction, undo: QAction, attendance: QAction,
        conclusions: QAction, marked: QAction, end: QAction, floor: QAction,
    ) -> None:  # fmt: skip
        super().__init__(look, Role.CANVAS)
        self.prepared = PreparedCard(look, take, tie)
        self.counts = CountList(look)
        self.entries = EntryList(look)
        counts_title = Label(look, "Kết quả đến lúc này", Type.STRONG, elide=True)
        self._marked = VerbButton(look, marked, kind=Kind.QUIET, small=True, cap=False)
        counts_head = HBox(look)
        counts_head.addWidget(counts_title, 1)
        counts_head.addWidget(self._marked)
        last_head = HBox(look)
        last_head.addWidget(Label(look, "Vừa ghi", Type.STRONG))
        last_head.addStretch(1)
        last_head.addWidget(VerbButton(look, undo, kind=Kind.QUIET, small=True))
        self.outlook = OutlookLines(look)
        self.floor = FloorLines(look, floor)
        self._present = Label(look, "", Type.CAPTION, Role.TEXT2, elide=True)
        self._results = QWidget()
        results = VBox(look, gap=1)
        results.addLayout(counts_head)
        results.addWidget(self.counts)
        results.addWidget(self.floor)
        results.addWidget(Rule(look))
        results.addLayout(last_head)
        results.addWidget(self.entries)
        self._results.setLayout(results)
        self._results.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self._between = QWidget()
        between = VBox(look, (0, 0.5, 0, 0))
        between.addWidget(Rule(look))
        self._between.setLayout(between)
        self._verbs = QWidget()
        verbs = HBox(look, (-2.5, 0, 0, 0))
        for action, words in ((attendance, "Điểm danh"), (conclusions, "Kết luận"), (end, "Kết thúc phiên")):
            verbs.addWidget(
                VerbButton(look, action, kind=Kind.QUIET, words=words, icon="", cap=False, small=True)
            )
        verbs.addStretch(1)
        self._verbs.setLayout(verbs)
        column = VBox(look, (3, 1.5, 3, 1), 1)
        column.addWidget(self.prepared, 10)
        column.addWidget(self._between)
        column.addWidget(self._results)
        column.addStretch(0)  # takes what the prepared answer does not need
        column.addWidget(self.outlook)
        column.addWidget(self._present)
        column.addWidget(self._verbs)
        self.setLayout(column)

    def show_part(self, *, prepared: bool, results: bool) -> None:
        """Beside the work both; over the queue, where there is less room, one of them."""
        self.prepared.setVisible(prepared)
        self._results.setVisible(results)
        self._between.setVisible(prepared and results)
        self.outlook.setVisible(results)
        self._verbs.setVisible(prepared and results)
        self.entries.set_most(2 if prepared else 5)

    def show_screen(self, screen: LiveScreen) -> None:
        self.prepared.show_prepared(screen.prepared, screen.collected_hint)
        self.counts.set_rows(screen.counts)
        beside = screen.prepared is not None and not self.prepared.isHidden()
        self.counts.set_columns(2 if beside and not self._results.isHidden() else 1)
        self.entries.set_rows(screen.entries)
        self._marked.setVisible(screen.marked > 0)
        self._marked.shorten(f"{screen.marked} cần xem lại", cap=False)
        self.outlook.show_outlook(screen.outlook)
        self._present.setText(screen.present)
        self._present.setVisible(bool(screen.present))
