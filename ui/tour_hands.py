"""The hands of the guided tour: presses keys, types Vietnamese, waits, and takes pictures of windows."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtGui import QKeyEvent, QKeySequence, QPixmap
from PySide6.QtWidgets import QApplication, QWidget

from dialogue_desktop.domain.trace import Trace
from dialogue_desktop.domain.wall_time import on_wall
from ui.prompter import FileQuestion, Question, TextQuestion
from ui.tasks import Tasks
from ui.widgets.button import Button

#: How long nothing may be under way: time for what was just laid out to be drawn.
_QUIET_SECONDS = 0.1
#: After a key that is not followed by a picture.
_SHORT_SECONDS = 0.04
#: Short waits of a page (drawing 300 ms after the last key, saving within a second); longer ones are clocks
#: and toasts.
_WAIT_MS = 900
_MOST_SECONDS = 90.0


class TourError(RuntimeError):
    """The tour could not go on; the text names the place."""


class TourClock:
    """Runs as fast as the real one, from an hour that the tour sets."""

    def __init__(self, start: datetime) -> None:
        self.set(start)

    def set(self, start: datetime) -> None:
        self._start, self._begun = start, time.monotonic()

    def now(self) -> datetime:
        return (self._start + timedelta(seconds=time.monotonic() - self._begun)).astimezone(UTC)

    def today(self) -> date:
        return on_wall(self.now()).date()


@dataclass
class TourPrompter:
    """Answers what a secretary would: files go into `out`, reasons are given, the safe way is taken."""

    out: Path
    reason: str = "Bổ sung theo ý kiến của thư ký là đại diện Nhân dân."
    file_name: str = ""
    trouble: str = ""

    def ask(self, question: Question) -> str:
        return question.choices[0].id

    def ask_text(self, question: TextQuestion) -> str | None:
        return self.reason

    def open_file(self, question: FileQuestion) -> Path | None:
        return None

    def open_files(self, question: FileQuestion) -> tuple[Path, ...]:
        return ()

    def save_file(self, question: FileQuestion) -> Path | None:
        if not self.file_name:
            raise TourError(f"no name prepared for: {question.title}")
        name, self.file_name = self.file_name, ""
        return self.out / name

    def choose_folder(self, question: FileQuestion) -> Path | None:
        return self.out

    def tell(self, title: str, text: str, *, icon: str = "info", detail: str = "") -> None:
        self.trouble = f"{title}: {text}"

    def show_history(self, trace: Trace) -> None:
        self.trouble = f"not asked for: the history of {trace.name}"


class Hands:
    """Works on one window at a time, only through its keys."""

    def __init__(self, out: Path) -> None:
        self._out = out
        self.window: QWidget | None = None
        self.tasks: Tasks | None = None
        self.pictures: list[tuple[str, str]] = []

    def sit_at(self, window: QWidget, tasks: Tasks, size: tuple[int, int]) -> None:
        self.window, self.tasks = window, tasks
        window.resize(*size)
        window.show()
        window.activateWindow()
        self.rest()

    @property
    def seat(self) -> QWidget:
        if self.window is None:
            raise TourError("no window")
        return self.window

    def rest(self, quiet: float = _QUIET_SECONDS) -> None:
        """Until no task runs and no short wait is left; TourError when that never comes."""
        from PySide6.QtTest import QTest

        end = time.monotonic() + _MOST_SECONDS
        idle_since = time.monotonic()
        while time.monotonic() < end:
            QTest.qWait(10)
            if self._busy():
                idle_since = time.monotonic()
            elif time.monotonic() - idle_since >= quiet:
                return
        raise TourError("the window does not come to rest")

    def _busy(self) -> bool:
        if self.tasks is not None and self.tasks.busy:
            return True
        timers = list[QTimer](self.seat.findChildren(QTimer))
        return any(t.isActive() and t.isSingleShot() and t.interval() <= _WAIT_MS for t in timers)

    # --- keys -----------------------------------------------------------------------------------------

    def press(self, keys: str, *, rest: bool = True) -> None:
        """ "Ctrl+PgDown", "F3", "Return": to whatever has the focus."""
        from PySide6.QtTest import QTest

        sequence: Any = QKeySequence(keys)  # the stubs leave the keys of a sequence out
        pressed = sequence[0]
        QTest.keyClick(self.focus(), pressed.key(), pressed.keyboardModifiers())
        self.rest(_SHORT_SECONDS if rest else 0.03)

    def type(self, words: str, *, rest: bool = True) -> None:
        """Letter by letter, whole letters as an input method hands them over."""
        for letter in words:
            for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                event = QKeyEvent(kind, 0, Qt.KeyboardModifier.NoModifier, letter)
                QApplication.sendEvent(self.focus(), event)
        self.rest(_SHORT_SECONDS if rest else 0.03)

    def focus(self) -> QWidget:
        found: QWidget | None = self.seat.focusWidget()
        return found if found is not None else self.seat

    def push(self, words: str, within: QWidget | None = None) -> None:
        """Go to the button with these words and press Space on it."""
        button = next((b for b in self._buttons(within) if b.words == words), None)
        if button is None:
            raise TourError(f"no button: {words}")
        if not button.isEnabled():
            raise TourError(f"locked: {words} ({button.reason})")
        button.setFocus(Qt.FocusReason.TabFocusReason)
        if button.hasFocus():
            self.press("Space")
        else:  # a button that takes no focus has its key elsewhere
            button.click()
            self.rest(_SHORT_SECONDS)

    def _buttons(self, within: QWidget | None) -> list[Button]:
        place = within or self.seat
        found: list[Button] = place.findChildren(Button)  # type: ignore[assignment]
        return [button for button in found if button.isVisible()]

    # --- pictures -------------------------------------------------------------------------------------

    def picture(self, name: str, words: str) -> None:
        """The whole window as it stands; `words` say what it shows."""
        self.rest()
        if not self.seat.isActiveWindow():
            raise TourError(f"another window came before the program's: {name}")
        self.keep(self.seat.grab(), name, words)

    def keep(self, picture: QPixmap, name: str, words: str) -> None:
        """Of something else than the window."""
        number = len(self.pictures) + 1
        file = f"{number:02}-{name}.png"
        if not picture.save(str(self._out / file)):
            raise TourError(f"not written: {file}")
        self.pictures.append((file, words))

    def until(self, true: Callable[[], bool], what: str) -> None:
        """Wait for a state that comes by itself."""
        from PySide6.QtTest import QTest

        end = time.monotonic() + _MOST_SECONDS
        while not true():
            if time.monotonic() > end:
                raise TourError(f"never came: {what}")
            QTest.qWait(20)
