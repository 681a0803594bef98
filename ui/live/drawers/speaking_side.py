"""What the side says of the hall: who registered, who chairs, recorders, the time of each thôn (L2, L7)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dialogue_desktop.domain.records import Attendance
from ui.live.drawers.hall_side import WARN_KEY
from ui.live.session.floor_words import FloorView
from ui.live.session.screen import LiveScreen

if TYPE_CHECKING:
    from ui.live.page import LivePage
    from ui.live.session.presenter import LivePresenter


class SpeakingSide:
    """Joins these drawers to the page."""

    def __init__(self, page: LivePage) -> None:
        self._page, self._side = page, page.side
        self._counted: tuple[Attendance, ...] = ()
        self._side.registered.wanted.connect(self._register)
        self._side.recording.changed.connect(lambda every: page.live().set_recordings(every))
        self._side.presidium.changed.connect(lambda fields: page.live().set_presidium(fields))
        self._side.recording.warn_changed.connect(self._warn)

    def take(self, warn_seconds: int) -> None:
        """The seconds before its end at which the clock of a turn warns, as the office keeps it."""
        self._side.recording.warn.set_value(warn_seconds)

    def show(self, screen: LiveScreen, live: LivePresenter) -> None:
        self._side.registered.show_screen(screen)
        self._floor(screen.floor)
        if live.idle and screen.trouble is None:
            self._side.recording.show_recordings(live.records.session.recordings)
            self._side.presidium.show_session(live.plan, live.records.session)
            if live.records.attendance != self._counted:
                self._counted = live.records.attendance
                live.read_counts(self._side.attendance.show_counts)

    def tick(self) -> None:
        self._side.recording.tick()

    def minute(self, live: LivePresenter) -> None:
        """What goes with the minutes although nothing is done."""
        self._side.panel.outlook.show_outlook(live.outlook())
        self._floor(live.floor())

    def _floor(self, floor: FloorView) -> None:
        self._side.panel.floor.show_floor(floor)
        self._side.floor.show_floor(floor)

    def _register(self, opinion_ids: tuple[str, ...]) -> None:
        """Those who were ticked are in the queue; the drawer has done its work."""
        self._page.live().register(opinion_ids)
        self._side.closed.emit()

    def _warn(self, seconds: int) -> None:
        """Here and in the hall, and kept for the next conference."""
        self._page.live().warn_seconds = seconds
        self._page.keep(WARN_KEY, str(seconds))
        self._page.hall.follow()
