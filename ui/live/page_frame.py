"""How the parts of the live screen stand beside each other, by the room there is."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QRect, Signal
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.live import verbs
from ui.live.density import Density, density_of
from ui.live.drawers.side_host import Side, SideHost
from ui.live.live_toast import LiveToast
from ui.live.queue.queue_panel import QueuePanel
from ui.live.strips import Strip
from ui.live.top_bar import TopBar
from ui.live.writing.work_panel import WorkPanel
from ui.look import Look
from ui.widgets.button import Kind

_QUEUE = {Density.FULL: 68, Density.MEDIUM: 53, Density.SMALL: 56}
_SIDE = {Density.FULL: 79, Density.MEDIUM: 62, Density.SMALL: 58}


class PageFrame(QWidget):
    """Top bar; queue, work and side pane, or strips in their place. `density` says which."""

    rearranged = Signal()

    def __init__(
        self, look: Look, top: TopBar, queue: QueuePanel, work: WorkPanel, side: SideHost,
        known: dict[str, QAction],
    ) -> None:  # fmt: skip
        super().__init__()
        self._look, self.top, self.queue, self.work, self.side = look, top, queue, work, side
        self.density = Density.FULL
        self._side_open = self._queue_open = False
        self._left = Strip(look, lines="r")
        self._left.add(known[verbs.QUEUE.id], icon="people_team")
        self._waiting = self._left.add_words()
        self._left.add(known[verbs.QUICK_ADD.id], cap=True)
        self._left.add_stretch()
        self._left.add(known[verbs.KEYS.id], icon="question_circle")
        self._right = Strip(look, lines="l")
        self._right.add(known[verbs.PREPARED.id], icon="document_search", kind=Kind.SOFT, cap=True)
        self._right.add(known["live.side"], icon="data_pie")
        self._right.add(known[verbs.ATTENDANCE.id])
        self._right.add(known[verbs.CONCLUSIONS.id])
        self._right.add_stretch()
        self._right_help = self._right.add(known[verbs.KEYS.id], icon="question_circle")
        self._row = QHBoxLayout()
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(0)
        for part in (self._left, queue, work, side, self._right):
            self._row.addWidget(part, 1 if part is work else 0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(top)
        column.addLayout(self._row, 1)
        # The screen fits itself to the window, never the window to the screen.
        column.setSizeConstraint(QVBoxLayout.SizeConstraint.SetNoConstraint)
        self.toast = LiveToast(look, self)
        self.toast.installEventFilter(self)
        self.queue.installEventFilter(self)
        look.changed.connect(self.arrange)
        self._apply()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.arrange()

    def arrange(self) -> None:
        """Choose the density anew and put every part in its place."""
        density = density_of(self.width(), self.height(), self._look.u)
        if density is not self.density:
            self.density = density
            self._side_open = self._side_open and density is not Density.FULL
            self._queue_open = False
        self._apply()
        self.rearranged.emit()

    def _apply(self) -> None:
        density = self.density
        full, small = density is Density.FULL, density is Density.SMALL
        for part in (self.top, self.queue, self.work):
            part.set_density(density)
        wanted = 3 if full else 2
        at = self._row.indexOf(self.side)
        work_at = self._row.indexOf(self.work)
        if (at > work_at) != full:
            self._row.removeWidget(self.side)
            self._row.insertWidget(wanted if full else 1, self.side)
        self.side.set_lines("l" if full else "r")
        self.side.set_width(_SIDE[density])
        self.side.set_whole(full)
        self.queue.set_width(_QUEUE[density])
        opened = self._side_open and not full
        self.side.setVisible(full or opened)
        self.queue.setVisible(
            full or (not small and not opened) or (small and self._queue_open and not opened)
        )
        self._left.setVisible(small and not opened and not self._queue_open)
        self._right.setVisible(not full)
        self._right_help.setVisible(not small)  # there it stands at the left
        self.work.set_narrow(opened or (small and self._queue_open))
        self.place_toast()

    # --- what is open --------------------------------------------------------------------------------

    def show_side(self, side: Side) -> None:
        """Show it at the right, or over the queue where the side pane is a strip."""
        self.side.turn_to(side)
        self.work.set_yielding(side is Side.JOINT)
        if self.density is not Density.FULL:
            self._side_open, self._queue_open = True, False
            self._apply()

    def close_side(self) -> None:
        self.side.turn_to(Side.PREPARED)
        self.work.set_yielding(False)
        if self._side_open:
            self._side_open = False
            self._apply()

    @property
    def side_open(self) -> bool:
        """A drawer, or at 150 and 200 % the side pane, lies open."""
        return self._side_open or self.side.side not in (Side.PREPARED, Side.RESULTS)

    def open_queue(self) -> None:
        """At 200 % the queue comes out of its strip."""
        if self._side_open:
            self.close_side()
        if self.density is Density.SMALL and not self._queue_open:
            self._queue_open = True
            self._apply()
            self.queue.list.show_current()

    def close_queue(self) -> None:
        if self._queue_open:
            self._queue_open = False
            self._apply()

    def show_waiting(self, count: int) -> None:
        self._waiting.setText(f"{count} chờ")

    # --- the toast -----------------------------------------------------------------------------------

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.toast and event.type() == QEvent.Type.Show:
            self.place_toast()
        moved = event.type() in (QEvent.Type.Move, QEvent.Type.Resize)
        if watched is self.queue and moved and not self.toast.isHidden():
            self.place_toast()  # after a change of size the layout settles later than the page's own resize
        return False

    def place_toast(self) -> None:
        """Over the foot of the queue's list, which shows those who come last; else between the buttons."""
        look = self._look
        if self.queue.isVisible():
            foot = self.queue.mapTo(self, self.queue.foot_top()).y() - look.px(2)
            box = QRect(self.queue.x() + look.px(2), foot - 1, self.queue.width() - look.px(4), 1)
            self.toast.lie(box, slim=False)
            return
        gap = self.work.free_between()
        if gap.width() < look.px(36):
            self.toast.hide()  # no free place beside a drawer at 200 %; Ctrl+Z works without it
            return
        self.toast.lie(QRect(self.work.foot.mapTo(self, gap.topLeft()), gap.size()), slim=True)
