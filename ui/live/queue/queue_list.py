"""The list of speakers: a model whose single rows change, and one delegate that draws them all."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPalette, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from dialogue_desktop.domain.records import Outcome, TurnState
from ui.live.density import Density
from ui.live.session.screen import Place, QueueRow
from ui.live.state_icons import outcome_look
from ui.look import Look
from ui.theme import Role
from ui.type_scale import Type
from ui.widgets.scroll import ScrollBar

_Index = QModelIndex | QPersistentModelIndex
ROW = int(Qt.ItemDataRole.UserRole)
_ROW_UNITS = 11.5

_STATE_WORDS = {
    TurnState.SPEAKING: "đang nói",
    TurnState.PAUSED: "tạm dừng",
    TurnState.ANSWERING: "đang trả lời",
    TurnState.DONE: "đã xong",
    TurnState.ABSENT: "vắng",
    TurnState.WITHDRAWN: "đã rút",
    TurnState.WAITING: "chờ",
}


class QueueModel(QAbstractListModel):
    """Frozen rows; a new tuple changes only the rows that differ."""

    def __init__(self) -> None:
        super().__init__()
        self._rows: tuple[QueueRow, ...] = ()

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: _Index, role: int = int(Qt.ItemDataRole.DisplayRole)) -> Any:
        if not index.isValid() or not 0 <= index.row() < len(self._rows):
            return None
        row = self._rows[index.row()]
        if role == ROW:
            return row
        if role == Qt.ItemDataRole.DisplayRole:
            return row.name
        if role == Qt.ItemDataRole.AccessibleTextRole:
            state = "tiếp theo" if row.place is Place.NEXT else _STATE_WORDS[row.state]
            return f"{row.number}. {row.name}, {row.note}, {state}"
        if role == Qt.ItemDataRole.ToolTipRole:
            return f"{row.name}\n{row.note}"
        return None

    def row(self, at: int) -> QueueRow | None:
        return self._rows[at] if 0 <= at < len(self._rows) else None

    def place_of(self, turn_id: str) -> int:
        return next((i for i, row in enumerate(self._rows) if row.turn_id == turn_id), -1)

    def set_rows(self, rows: tuple[QueueRow, ...]) -> None:
        old = self._rows
        if rows == old:
            return
        if len(rows) == len(old):
            self._rows = rows
            changed = [i for i, (a, b) in enumerate(zip(old, rows, strict=True)) if a != b]
            for at in changed:
                self.dataChanged.emit(self.index(at), self.index(at))
            return
        first = 0
        while first < min(len(old), len(rows)) and old[first].turn_id == rows[first].turn_id:
            first += 1
        last = 0
        while last < min(len(old), len(rows)) - first and old[-1 - last].turn_id == rows[-1 - last].turn_id:
            last += 1
        if len(old) - last > first:
            self.beginRemoveRows(QModelIndex(), first, len(old) - last - 1)
            self._rows = (*old[:first], *old[len(old) - last :])
            self.endRemoveRows()
        if len(rows) - last > first:
            self.beginInsertRows(QModelIndex(), first, len(rows) - last - 1)
            self._rows = rows
            self.endInsertRows()
        self._rows = rows
        for at in (*range(first), *range(len(rows) - last, len(rows))):
            before = old[at] if at < first else old[at - len(rows) + len(old)]
            if before != rows[at]:
                self.dataChanged.emit(self.index(at), self.index(at))


class QueueDelegate(QStyledItemDelegate):
    """Number, name over place and topic, and at the right what became of the turn."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        self.density = Density.FULL
        self.gap = 0  # pixels left free at the right while there is no scroll bar

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        return QSize(self._look.px(30), self._look.px(_ROW_UNITS))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        row = index.data(ROW)
        if not isinstance(row, QueueRow):
            return
        look, px = self._look, self._look.px
        box: QRect = option.rect  # type: ignore[attr-defined]  # the stubs leave the fields out
        state: QStyle.StateFlag = option.state  # type: ignore[attr-defined]
        current = row.place is Place.CURRENT
        box = box.adjusted(0, 0, -self.gap, 0)
        if current:
            look.draw_box(painter, box, fill=Role.ACCENT_SOFT)
        elif state & QStyle.StateFlag.State_MouseOver:
            look.draw_box(painter, box, fill=Role.HOVER)
        if state & QStyle.StateFlag.State_HasFocus and state & QStyle.StateFlag.State_Selected:
            look.draw_box(painter, box, edge=Role.FOCUS, width=look.ring)
        over = row.state in (TurnState.DONE, TurnState.ABSENT, TurnState.WITHDRAWN) and not current
        quiet = Role.TEXT2 if over else Role.TEXT
        first, second = look.line(), look.line(Type.CAPTION)
        top = box.y() + (box.height() - first - second) // 2
        number = QRect(box.x(), top, px(6.5), first)
        name_kind = Type.STRONG if current else Type.BODY if over else Type.MEDIUM
        number_role = Role.ACCENT if current else Role.TEXT2
        look.draw_text(
            painter, number, str(row.number), Type.STRONG if current else Type.BODY, number_role,
            Qt.AlignmentFlag.AlignRight,
        )  # fmt: skip
        right = self._mark(painter, box, row, current)
        left = box.x() + px(8.5)
        name = QRect(left, top, right - left, first)
        upper, lower = look.two_lines(row.name, name_kind, name.width())
        look.draw_text(painter, name, upper, name_kind, quiet, elide=True)
        if lower:
            # A name is never cut: it takes the second line, and the note waits in the tool tip.
            look.draw_text(painter, name.translated(0, first), lower, name_kind, quiet, elide=True)
            return
        note = row.note if self.density is Density.FULL else row.short_note
        below = QRect(left, top + first, right - left, second)
        if look.width(note, Type.CAPTION) > below.width():
            note = row.short_note  # times are shown whole or not at all
        look.draw_text(painter, below, note, Type.CAPTION, Role.TEXT2, elide=True)

    def _mark(self, painter: QPainter, box: QRect, row: QueueRow, current: bool) -> int:
        """Draw what stands at the right; gives where the words must end."""
        look, px = self._look, self._look.px
        end = box.right() - px(1.5)
        if self.density is not Density.FULL:
            return end
        icon, role = "", Role.TEXT2
        if current:
            icon, role = _CURRENT_ICONS.get(row.state, "person_voice_16"), Role.ACCENT
        elif row.place is Place.NEXT:
            words = "Tiếp"
            wide = look.width(words, Type.CAPTION_MEDIUM)
            at = QRect(end - wide - px(1), box.y(), wide, box.height())
            look.draw_text(painter, at, words, Type.CAPTION_MEDIUM, Role.TEXT2)
            arrow = QRect(at.x() - px(5), box.y(), px(4), box.height())
            look.draw_icon(painter, arrow, "arrow_right_16", Role.TEXT2, 4)
            return arrow.x() - px(1)
        elif row.state is TurnState.ABSENT:
            icon = "person_prohibited_16"
        elif row.state is TurnState.WITHDRAWN:
            icon = "person_delete_16"
        elif row.state is TurnState.DONE:
            shown = outcome_look(row.outcome) if isinstance(row.outcome, Outcome) else None
            icon, role = (f"{shown.icon}_16", shown.role) if shown else ("subtract_16", Role.TEXT3)
        if not icon:
            return end
        units = 5 if current else 4
        place = QRect(end - px(6), box.y(), px(6), box.height())
        look.draw_icon(painter, place, icon, role, units)
        return place.x() - px(0.5)


_CURRENT_ICONS = {
    TurnState.SPEAKING: "mic_filled",
    TurnState.ANSWERING: "chat_filled",
    TurnState.PAUSED: "pause_filled",
    TurnState.WAITING: "person_voice",
    TurnState.DONE: "checkmark_circle",
}


_UNDER_TOAST = 2  # rows at the foot that a line may lie over


class QueueList(QListView):
    """`opened`: Enter or a double click on a row, `withdrawn`: Delete on it, as in every list of rows. The
    list scrolls by itself only to the speaker and who comes next, and not while somebody looks into it."""

    opened = Signal(str)
    withdrawn = Signal(str)
    menu_wanted = Signal(str, QPoint)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._rows = QueueModel()
        self._delegate = QueueDelegate(look, self)
        self._current_id = ""
        self.setModel(self._rows)
        self.setItemDelegate(self._delegate)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerItem)
        self.setVerticalScrollBar(ScrollBar(look))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setAccessibleName("Người phát biểu")
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(self._menu)
        self.doubleClicked.connect(lambda index: self._open(index.row()))
        look.changed.connect(self._relook)
        self._relook()

    def _relook(self) -> None:
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.Base, self._look.color(Role.CANVAS))
        self.setPalette(palette)
        self.doItemsLayout()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._clear_foot()
        bar = self.verticalScrollBar()
        self._delegate.gap = 0 if bar.maximum() > bar.minimum() else self._look.px(2)

    def set_density(self, density: Density) -> None:
        self._delegate.density = density
        self._clear_foot()
        self.viewport().update()

    @property
    def selected(self) -> str:
        """The turn that the keys in the list belong to."""
        row = self._rows.row(self.currentIndex().row()) if self.currentIndex().isValid() else None
        return row.turn_id if row else ""

    def set_rows(self, rows: tuple[QueueRow, ...]) -> None:
        selected, before = self.selected, self._rows.rowCount()
        self._rows.set_rows(rows)
        self._clear_foot()
        if selected and selected != self.selected and (at := self._rows.place_of(selected)) >= 0:
            self.setCurrentIndex(self._rows.index(at))
        current = next((row.turn_id for row in rows if row.place is Place.CURRENT), "")
        looked_at = self.hasFocus() or self.underMouse()
        if current != self._current_id or (self._rows.rowCount() != before and not looked_at):
            self._current_id = current
            self.show_current()

    def show_current(self) -> None:
        """The speaker in sight, with the last two above."""
        if self._first_row() >= 0:
            self.doItemsLayout()
            self.verticalScrollBar().setValue(self._first_row())

    def _first_row(self) -> int:
        """What stands at the top while the current one speaks; −1 without one."""
        at = self._rows.place_of(self._current_id)
        above = 2 if self._delegate.density is Density.FULL else 0
        return max(0, at - above) if at >= 0 else -1

    def _clear_foot(self) -> None:
        """At the foot lie the lines that say what was done: in a list that reaches so far, no row does, whole
        or in part. Not at 200 %, where the queue is opened for a moment and the lines lie elsewhere."""
        high = max(0, self.sizeHintForRow(0))
        room = self.height() - _UNDER_TOAST * high
        long = self._rows.rowCount() * high > room > 0 and self._delegate.density is not Density.SMALL
        needed = self.height() - room // high * high if long else 0
        if needed != self.viewportMargins().bottom():
            self.setViewportMargins(0, 0, 0, needed)

    def focus_row(self) -> None:
        """Into the list by key: on the row chosen last, else on the next one who waits."""
        if not self.selected:
            for at in range(self._rows.rowCount()):
                row = self._rows.row(at)
                if row is not None and (row.place is Place.NEXT or at == self._rows.rowCount() - 1):
                    self.setCurrentIndex(self._rows.index(at))
                    break
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _open(self, at: int) -> None:
        row = self._rows.row(at)
        if row is not None:
            self.opened.emit(row.turn_id)

    def _menu(self, place: QPoint) -> None:
        index = self.indexAt(place)
        if index.isValid():
            self.setCurrentIndex(index)
        if self.selected:
            self.menu_wanted.emit(self.selected, self.viewport().mapToGlobal(place))

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() not in (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason):
            self.show_current()  # whoever was looked for above, the speaker is what counts now
        self.viewport().update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self._open(self.currentIndex().row())
            return
        if event.key() == Qt.Key.Key_Delete and not event.modifiers() and self.selected:
            self.withdrawn.emit(self.selected)
            return
        if event.text() and not event.modifiers():
            event.ignore()  # letters typed here by mistake must not jump about in the list
            return
        super().keyPressEvent(event)
