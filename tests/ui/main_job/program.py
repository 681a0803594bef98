"""Starts the real program with a clock of its own and lets a pair of hands work at it."""

from __future__ import annotations

import faulthandler
import json
import os
import sys
import time
import traceback
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from types import TracebackType
from typing import Any
from unittest.mock import patch

from PySide6.QtCore import QMessageLogContext, QTimer, QtMsgType, qInstallMessageHandler
from PySide6.QtWidgets import QApplication

from dialogue_desktop.domain.wall_time import from_wall, on_wall
from tests.ui.main_job.hands import Hands
from ui import app
from ui.desk import Desk
from ui.printing.printers import TO_FILE, SystemPrinters

#: A run that hangs says where, and ends; seconds.
_LONGEST = 150
#: What the offscreen platform says of itself; everything else that Qt warns of is a fault.
_NO_WINDOW_MANAGER = "This plugin does not support"


class EveningClock:
    """Runs like the machine's own, from a day and hour in 2024; `wait` lets people speak."""

    def __init__(self, wall: datetime) -> None:
        self.set(wall)

    def set(self, wall: datetime) -> None:
        self._start, self._begun = from_wall(wall), time.monotonic()

    def wait(self, seconds: float) -> None:
        self._start += timedelta(seconds=seconds)

    def now(self) -> datetime:
        return (self._start + timedelta(seconds=time.monotonic() - self._begun)).astimezone(UTC)

    def today(self) -> date:
        return on_wall(self.now()).date()


class Program:
    """One run of the program: its desk, its clock, the hands, and a line to whoever started it."""

    hands_of = Hands

    def __init__(self, folder: Path, out: Path, clock: Any) -> None:
        self.folder, self.out = folder, out
        self.clock = clock
        self.desk: Desk | None = None
        pictures = os.environ.get("MAIN_JOB_PICTURES")
        self.hands = Hands.__new__(Hands)
        self._pictures = Path(pictures) if pictures else None
        self._faults: list[str] = []

    def say(self, what: str, **facts: Any) -> None:
        """One line of progress; the reader may kill us as soon as he has it."""
        sys.stdout.write(json.dumps({"what": what, **facts}, ensure_ascii=False) + "\n")
        sys.stdout.flush()

    @property
    def page_id(self) -> str:
        assert self.desk is not None
        return self.desk.window.page_id

    @property
    def page(self) -> Any:
        """For waiting and reading what it shows; acts go through the hands."""
        assert self.desk is not None
        return self.desk.window.page

    def come_to(self, page_id: str) -> None:
        self.hands.until(lambda: self.page_id == page_id, f"the page {page_id}")
        self.hands.rest()

    def run(self, work: Callable[[Program], None]) -> int:
        """As `main.py` starts it; closes the window when `work` is done. The exit code."""
        program = self

        class WatchedDesk(Desk):
            def __init__(self, *args: Any) -> None:
                super().__init__(*args)
                program.desk = self
                QTimer.singleShot(0, lambda: program._work(work))

        faulthandler.dump_traceback_later(_LONGEST, exit=True)
        qInstallMessageHandler(self._qt_said)
        sys.excepthook = self._caught
        with (
            patch.object(app, "SystemClock", lambda: self.clock),
            patch.object(app, "Desk", WatchedDesk),
            patch.object(SystemPrinters, "printers", lambda _self: (TO_FILE,)),
        ):
            code = app.run(self.folder)
        for fault in self._faults:
            sys.stderr.write(fault + "\n")
        return code or (4 if self._faults else 0)

    def _work(self, work: Callable[[Program], None]) -> None:
        desk = self.desk
        assert desk is not None
        self.hands = self.hands_of(desk.window, desk.tasks, self._pictures)
        try:
            desk.window.activateWindow()
            self.hands.until(lambda: desk.services.ready, "the services")
            self.hands.rest()
            work(self)
            self.hands.rest()
        except Exception:  # noqa: BLE001 - told to whoever started us, with the place
            self._faults.append(traceback.format_exc())
            if self._pictures is not None:
                desk.window.grab().save(str(self._pictures / "fault.png"))
        finally:
            self.say("keys", keys=self.hands.keys, letters=self.hands.letters)
            QApplication.closeAllWindows()
            QApplication.exit(0)

    def _qt_said(self, kind: QtMsgType, where: QMessageLogContext, words: str) -> None:
        if kind is not QtMsgType.QtDebugMsg and not words.startswith(_NO_WINDOW_MANAGER):
            self._faults.append(f"Qt: {words}")

    def _caught(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        self._faults.append("".join(traceback.format_exception(kind, error, trace)))
        self.hands.trouble = self.hands.trouble or f"{kind.__name__}: {error}"
