"""The real program in its window on a folder of its own, without the loop that waits for a person."""

from __future__ import annotations

import time
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from PySide6.QtCore import QEvent, QEventLoop, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from dialogue_desktop.clock import FixedClock
from dialogue_desktop.domain.home_view import HomeView
from dialogue_desktop.domain.live import LiveItem
from dialogue_desktop.domain.records import Source, Voice
from dialogue_desktop.paths import DataPaths, resources_dir
from dialogue_desktop.storage import first_screen
from tests.ui.recorder import Recorder
from ui import fonts
from ui.desk import Desk
from ui.look import Look

SIZE = (1366, 698)
NOW = datetime(2026, 4, 24, 2, 41, tzinfo=UTC)  # 09:41 on the day of the sample
STIRRED = "Đường vào nghĩa trang lầy lội, đề nghị rải đá."
_PATIENCE = 60.0
#: Waits that a page makes until somebody has finished typing; longer ones are clocks.
_SHORT_MS = 3000


class Program:
    """One open program. `rest` waits for what is under way, `hurry` brings what waits for a pause."""

    def __init__(self, application: QApplication, folder: Path) -> None:
        self._application = application
        self.resources = resources_dir()
        fonts.load(self.resources / "fonts" / "be-vietnam-pro")
        self.look = Look(self.resources)
        application.setStyle("Fusion")
        self.look.dress(application)
        paths = DataPaths(folder)
        paths.make()
        self.folder = folder
        self.clock = FixedClock(NOW)
        self.prompter = Recorder()
        self.lost: list[object] = []
        self._stirred: dict[str, str] = {}
        self._times = 0
        view: HomeView = first_screen.read(paths.database, self.clock.today(), backups=paths.backups)
        self.desk = Desk(self.look, paths, self.resources, self.clock, view, prompter=self.prompter)
        self.desk.tasks.lost.connect(self.lost.append)
        self.desk.window.resize(*SIZE)
        self.desk.window.show()
        self.desk.window.activateWindow()
        self.desk.load(sample=True)
        self.until(lambda: self.desk.services.ready and bool(self.desk.window.conference_id), "the sample")
        self.rest()
        self.sample = self.desk.window.conference_id

    @property
    def app(self) -> Any:
        return self.desk.services.get()

    @property
    def page(self) -> Any:
        return self.desk.window.page

    @property
    def window(self) -> QWidget:
        return self.desk.window

    # --- waiting --------------------------------------------------------------------------------------

    def until(self, reached: Callable[[], bool], what: str) -> None:
        end = time.monotonic() + _PATIENCE
        pulse = QTimer()
        pulse.start(5)
        while not reached():
            assert time.monotonic() < end, f"waited in vain: {what}"
            QApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
        pulse.stop()

    def rest(self) -> None:
        """What was asked for has come and is drawn."""
        for _ in range(3):
            self.until(lambda: not self.desk.tasks.busy, "the tasks")
            QApplication.processEvents()

    def hurry(self) -> None:
        """As after a long pause: what waits for one is done now, and what comes of it is shown."""
        for timer in list[QTimer](self.window.findChildren(QTimer)):
            if timer.isActive() and timer.isSingleShot() and timer.interval() <= _SHORT_MS:
                timer.start(0)
        QApplication.processEvents()
        self.rest()

    def stir(self) -> None:
        """Somebody else writes into the open conference: the page hears of it and shows itself anew."""
        cid = self.desk.window.conference_id or self.sample
        known = self._stirred.get(cid)
        if known is None:
            item = LiveItem(source=Source.SLIP, text=STIRRED, voices=(Voice("Lò Văn Ế", "ông"),))
            self._stirred[cid] = self.app.live.add_collected(cid, item).id
        else:
            self._times += 1
            self.app.live.edit_opinion(cid, known, group_note=f"{self._times} hộ xóm Đình")

    # --- going ----------------------------------------------------------------------------------------

    def go(self, page_id: str, conference: str = "") -> Any:
        """Open a page of a conference, as the navigation does."""
        cid = conference or self.sample
        self._come_forward()
        self.desk.open_conference(cid, page_id)
        self.until(
            lambda: self.desk.window.page_id == page_id and self.desk.window.conference_id in (cid, ""),
            page_id,
        )
        self.rest()
        self.hurry()
        return self.page

    def _come_forward(self) -> None:
        """Another window may have had the keyboard last."""
        self.desk.window.resize(*SIZE)
        self.desk.window.activateWindow()
        QApplication.processEvents()

    def go_office(self, page_id: str) -> Any:
        """Open a page that belongs to no conference."""
        self._come_forward()
        self.desk.window.go(page_id, "")
        self.rest()
        self.hurry()
        assert self.desk.window.page_id == page_id
        return self.page

    # --- end ------------------------------------------------------------------------------------------

    def close(self) -> None:
        self.desk.window.close()
        self.desk.close_down()
        self._application.processEvents()
        self.desk.window.deleteLater()
        self._application.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
        self._application.processEvents()
