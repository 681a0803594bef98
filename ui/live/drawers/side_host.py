"""The side pane and the drawers that take its place, one at a time."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from enum import StrEnum

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QStackedLayout, QWidget

from ui.live import verbs
from ui.live.drawers.attendance_drawer import AttendanceDrawer
from ui.live.drawers.conclusions_drawer import ConclusionsDrawer
from ui.live.drawers.drawer import Drawer
from ui.live.drawers.floor_drawer import FloorDrawer
from ui.live.drawers.hall_drawer import HallDrawer
from ui.live.drawers.joint_drawer import JointDrawer
from ui.live.drawers.key_sheet import KeySheet
from ui.live.drawers.presidium_drawer import PresidiumDrawer
from ui.live.drawers.recording_drawer import RecordingDrawer
from ui.live.drawers.registered_drawer import RegisteredDrawer
from ui.live.drawers.speaker_drawer import SpeakerDrawer
from ui.live.offers import OfferBook
from ui.live.side.side_panel import SidePanel
from ui.look import Look
from ui.theme import Role
from ui.widgets.panes import Pane

_ROOM = 95  # height in u from which all lines of the results are there


class Side(StrEnum):
    """What the side shows."""

    PREPARED = "prepared"
    RESULTS = "results"
    ATTENDANCE = "attendance"
    CONCLUSIONS = "conclusions"
    SPEAKER = "speaker"
    REGISTERED = "registered"
    RECORDING = "recording"
    FLOOR = "floor"
    PRESIDIUM = "presidium"
    KEYS = "keys"
    HALL = "hall"
    JOINT = "joint"


class SideHost(Pane):
    """`closed`: a drawer was closed by its cross or Esc."""

    closed = Signal()

    def __init__(
        self,
        look: Look,
        known: dict[str, QAction],
        offers: Callable[[], OfferBook],
        *,
        now: Callable[[], datetime],
        today: Callable[[], date],
    ) -> None:
        super().__init__(look, Role.CANVAS, lines="l")
        self.panel = SidePanel(
            look,
            take=known[verbs.PREPARED.id],
            tie=known[verbs.TIE.id],
            undo=known[verbs.UNDO.id],
            attendance=known[verbs.ATTENDANCE.id],
            conclusions=known[verbs.CONCLUSIONS.id],
            marked=known[verbs.MARKED.id],
            end=known[verbs.END.id],
            floor=known[verbs.FLOOR.id],
        )
        self.attendance = AttendanceDrawer(look, now)
        self.conclusions = ConclusionsDrawer(
            look,
            units=lambda: offers().units(),
            today=today,
            draft=known[verbs.DRAFT.id],
            read=known[verbs.READ_BACK.id],
        )
        self.speaker = SpeakerDrawer(
            look, honorifics=lambda: offers().honorifics(), localities=lambda: offers().localities(), now=now
        )
        self.registered = RegisteredDrawer(look)
        self.recording = RecordingDrawer(look, now)
        self.floor = FloorDrawer(look)
        self.presidium = PresidiumDrawer(look, lambda: offers().people(), now)
        self.keys = KeySheet(look, known)
        self.hall = HallDrawer(look)
        self.joint = JointDrawer(look)
        self._pages: dict[Side, QWidget] = {
            Side.PREPARED: self.panel,
            Side.RESULTS: self.panel,
            Side.ATTENDANCE: self.attendance,
            Side.CONCLUSIONS: self.conclusions,
            Side.SPEAKER: self.speaker,
            Side.REGISTERED: self.registered,
            Side.RECORDING: self.recording,
            Side.FLOOR: self.floor,
            Side.PRESIDIUM: self.presidium,
            Side.KEYS: self.keys,
            Side.HALL: self.hall,
            Side.JOINT: self.joint,
        }
        self._stack = QStackedLayout()
        self.setLayout(self._stack)  # before its first page: without a parent that would flash as a window
        self._stack.setContentsMargins(0, 0, 0, 0)
        for page in dict.fromkeys(self._pages.values()):
            self._stack.addWidget(page)
            if isinstance(page, Drawer):
                page.closed.connect(self.closed)
        self._side, self._whole = Side.PREPARED, True
        look.changed.connect(self._frame)
        self._frame()

    @property
    def side(self) -> Side:
        return self._side

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        compact = self.height() < self.look.px(_ROOM)
        self.panel.floor.set_compact(compact)
        self.panel.outlook.set_compact(compact)

    def set_lines(self, lines: str) -> None:
        self._lines = lines
        self._frame()
        self.update()

    def _frame(self) -> None:
        edge = self.look.edge
        self._stack.setContentsMargins(
            edge if "l" in self._lines else 0, 0, edge if "r" in self._lines else 0, 0
        )
        self._fit()

    def turn_to(self, side: Side) -> None:
        if side is not self._side:
            self.take_all()
        self._side = side
        self._show_parts()
        self._stack.setCurrentWidget(self._pages[side])

    def set_whole(self, whole: bool) -> None:
        """Room for prepared answer and results at once."""
        self._whole = whole
        self._show_parts()

    def _show_parts(self) -> None:
        results = self._side is Side.RESULTS
        self.panel.show_part(prepared=self._whole or not results, results=self._whole or results)

    @property
    def drawer(self) -> Drawer | None:
        """The one that lies open."""
        page = self._pages[self._side]
        return page if isinstance(page, Drawer) else None

    def take_all(self) -> None:
        """What stands in a drawer's fields counts, also when nobody pressed Enter."""
        page = self._pages[self._side]
        if isinstance(page, Drawer):
            page.take_all()

    def focus_first(self) -> None:
        page = self._pages[self._side]
        if isinstance(page, Drawer):
            page.focus_first()
