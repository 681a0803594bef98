"""Hands that note which keys an event takes: what is text, in whatever way it is sent, is no key."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from tests.ui.evening.kinds import Typed
from tests.ui.live.typing_tools import bursts, compositions
from tests.ui.main_job.hands import Hands
from ui.tasks import Tasks


class CountingHands(Hands):
    """`presses` are the keys since the event began, by the name that `at` had then: (what for, key)."""

    def __init__(self, window: QWidget, tasks: Tasks, pictures: Path | None) -> None:
        super().__init__(window, tasks, pictures)
        self.presses: list[tuple[str, str]] = []
        self.written = self.event = 0

    def press(self, *keys: str, rest: bool = True) -> None:
        for key in keys:
            self.presses.append((self.at, key))
            super().press(key, rest=rest)

    def picture(self, name: str, window: QWidget | None = None) -> None:
        """Of the window as it stands, or of another; numbered by the event, in the order of its pictures."""
        if self._pictures is None:
            return
        self.rest()
        self.pause(0.3)
        here = window or self.focused.window()
        taken = len(list(self._pictures.glob(f"{self.event:02}-*.png"))) + 1
        here.grab().save(str(self._pictures / f"{self.event:02}-{taken}-{name}.png"))

    def say(self, text: str, how: Typed = Typed.WHOLE) -> None:
        """Text as the keyboard tool of the evening sends it."""
        self.written += len(text)
        if how is Typed.TELEX:
            self._bursts(text)
        elif how is Typed.COMPOSED:
            self._compose(text)
        else:
            self.type(text)

    def _bursts(self, text: str) -> None:
        keys = list(bursts(text))[:-1]  # without the blank that the tool's last word would get
        for number, key in enumerate(keys):
            if key == "\b":
                QTest.keyClick(self.focused, Qt.Key.Key_Backspace)
            else:
                self.letter(key)
            if number % 8 == 0:
                QApplication.processEvents()
        QApplication.processEvents()

    def _compose(self, text: str) -> None:
        words = list(compositions(text))
        for number, (steps, whole) in enumerate(words, start=1):
            for step in steps:
                self._send(QInputMethodEvent(step, []))
            last = QInputMethodEvent("", [])
            last.setCommitString(whole if number < len(words) else whole.rstrip(" "))
            self._send(last)

    def _send(self, event: QInputMethodEvent) -> None:
        QApplication.sendEvent(self.focused, event)
        QApplication.processEvents()
