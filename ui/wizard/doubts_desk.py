"""The foot of the wizard's rail for a plan made from an old one, and the list behind it (P13)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QStackedWidget

from dialogue_desktop.services.plan_import import Origin
from ui.context import Context
from ui.tasks import Lane
from ui.wizard.doubts_pane import DoubtsPane
from ui.wizard.rail_pane import RailPane

TITLE = "Chỗ cần xem lại"
LEAD = (
    "Những gì đã đổi so với kế hoạch cũ và những gì chưa chắc đã hiểu đúng. Đánh dấu “Đã xem” từng chỗ khi "
    "đã rõ."
)


class DoubtsDesk(QObject):
    """Puts the list in place of the step; `go` leads to a step ("" to the one that was left).

    `head` writes the title and the sentence above the list, `failed` gets what could not be kept.
    """

    def __init__(
        self,
        context: Context,
        conference_id: str,
        rail: RailPane,
        stack: QStackedWidget,
        *,
        go: Callable[[str], None],
        head: Callable[[str, str], None],
        failed: Callable[[Exception], None],
    ) -> None:
        super().__init__(stack)
        self._context, self._id, self._rail, self._stack = context, conference_id, rail, stack
        self._go, self._head, self._failed = go, head, failed
        self._origin: Origin | None = None
        self.pane: DoubtsPane | None = None
        rail.doubts_asked.connect(self.open)
        services = context.services.get()
        context.tasks.run(
            lambda: services.plan_import.origin(conference_id),
            self._read,
            failed,
            lane=Lane.DATABASE,
            owner=self,
        )

    @property
    def on_view(self) -> bool:
        return self.pane is not None and self._stack.currentWidget() is self.pane

    def _read(self, origin: Origin | None) -> None:
        self._origin = origin
        if origin is not None:
            self._rail.show_origin(origin.year, origin.unseen, len(origin.doubts))

    def open(self) -> None:
        """Show the list; nothing for a plan that comes from nowhere."""
        if self._origin is None or not self._origin.doubts:
            return
        if self.pane is None:
            self.pane = DoubtsPane(self._context.look, self._origin.doubts)
            self.pane.ticked.connect(self._tick)
            self.pane.step_asked.connect(self._go)
            self.pane.closed.connect(lambda: self._go(""))
            self._stack.addWidget(self.pane)
        self._stack.setCurrentWidget(self.pane)
        self._head(TITLE, LEAD)
        self.pane.focus_first()

    def focus_first(self) -> None:
        if self.pane is not None:
            self.pane.focus_first()

    def _tick(self, number: int, seen: bool) -> None:
        origin = self._origin
        if origin is None:
            return
        doubts = list(origin.doubts)
        doubts[number] = replace(doubts[number], seen=seen)
        self._read(replace(origin, doubts=tuple(doubts)))
        services = self._context.services.get()
        self._context.tasks.run(
            lambda: services.plan_import.set_seen(self._id, number, seen),
            failed=self._failed,
            lane=Lane.DATABASE,
            owner=self,
        )
