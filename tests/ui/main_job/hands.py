"""A secretary's hands at the real windows: keys to whatever has the focus, letters as UniKey sends them."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEvent, QEventLoop, Qt, QTimer
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QDialog,
    QFileDialog,
    QListView,
    QWidget,
)

from tests.ui.live.typing_tools import bursts
from ui.tasks import Tasks

_FARTHEST = 150  # so many Tabs lead once around any page
_PATIENCE = 60.0
_ANSWER = 10.0  # a dialog that is still there then asked something else
_LETTERS_AT_ONCE = 8  # a hand is never so fast; the window draws and saves between them


class HandsError(AssertionError):
    """The windows did not do what a person at the keyboard must be able to rely on."""


class Hands:
    """Counts the keys that are no text (`keys`), by what is being done (`at`)."""

    def __init__(self, window: QWidget, tasks: Tasks, pictures: Path | None) -> None:
        self._window, self._tasks, self._pictures = window, tasks, pictures
        self.at = ""
        self.keys: Counter[str] = Counter()
        self.letters: Counter[str] = Counter()
        self._shown = 0
        self._until = 0.0  # so long a dialog is being answered
        self.trouble = ""
        # A dialog that nobody is ready for would hold the hands for ever.
        self._guard = QTimer()
        self._guard.timeout.connect(self._look_for_dialogs)
        self._guard.start(300)

    # --- what has the focus ---------------------------------------------------------------------------

    @property
    def focused(self) -> QWidget:
        """A key that goes nowhere is a fault of the window."""
        self._give_back()
        widget: QWidget | None = QApplication.focusWidget()
        if widget is None:
            raise HandsError(f"nothing has the focus ({self.at})")
        return widget

    @property
    def name(self) -> str:
        """What a screen reader would say of it."""
        return self.focused.accessibleName()

    def expect(self, name: str) -> None:
        """The focus is in the field that the next letters are meant for."""
        if self.name != name:
            raise HandsError(f"the focus is in {self.name!r}, not in {name!r} ({self.at})")

    def expect_start(self, beginning: str) -> None:
        if not self.name.startswith(beginning):
            raise HandsError(f"the focus is in {self.name!r}, not in {beginning!r}… ({self.at})")

    # --- keys -----------------------------------------------------------------------------------------

    def press(self, *keys: str, rest: bool = True) -> None:
        """ "F3", "Ctrl+Return", "Down"."""
        for words in keys:
            combination = QKeySequence.fromString(words)[0]  # type: ignore[index]  # the stubs forget it
            self.keys[self.at] += 1
            QTest.keyClick(self.focused, combination.key(), combination.keyboardModifiers())
            QApplication.processEvents()
            if rest:
                self.rest()

    def type(self, text: str, *, pace: Callable[[int], None] | None = None) -> None:
        """Letter by letter; `pace` is asked after each (how many stand there now)."""
        for number, letter in enumerate(text, start=1):
            self.letter(letter)
            if pace is not None:
                pace(number)
            elif number % _LETTERS_AT_ONCE == 0:
                QApplication.processEvents()
        self.letters[self.at] += len(text)
        QApplication.processEvents()

    def telex(self, text: str) -> None:
        """The same text with the Backspaces that a Vietnamese keyboard tool sends in between."""
        for number, key in enumerate(bursts(text)):
            if key == "\b":
                QTest.keyClick(self.focused, Qt.Key.Key_Backspace)
            else:
                self.letter(key)
            if number % _LETTERS_AT_ONCE == 0:
                QApplication.processEvents()
        self.letters[self.at] += len(text)
        self.press("Backspace")  # the blank after the last word

    def letter(self, letter: str, field: QWidget | None = None) -> None:
        """A key of the keyboard, or a letter with its marks, which an input method hands over as text."""
        to = field or self.focused
        if letter == "\n":
            QTest.keyClick(to, Qt.Key.Key_Return)
        elif letter.isascii():
            QTest.keyClicks(to, letter)
        else:
            for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                event = QKeyEvent(kind, 0, Qt.KeyboardModifier.NoModifier, letter)
                QApplication.sendEvent(to, event)

    def write(self, text: str) -> None:
        """In place of what stands in the field."""
        self.press("Ctrl+A", rest=False)
        if text:
            self.type(text)
        else:
            self.press("Delete", rest=False)

    # --- going about ----------------------------------------------------------------------------------

    def tab_to(self, name: str, *, back: bool = False) -> QWidget:
        """Press Tab until the field with this name has the focus; "Bản 1/3*" names only a beginning."""
        met: list[str] = []
        for _ in range(_FARTHEST):
            if self.name == name or (name.endswith("*") and self.name.startswith(name[:-1])):
                return self.focused
            met.append(self.name)
            self.press("Shift+Tab" if back else "Tab", rest=False)
        raise HandsError(f"Tab never comes to {name!r}, only to {list(dict.fromkeys(met))} ({self.at})")

    def fill(self, name: str, text: str) -> None:
        self.tab_to(name)
        self.write(text)

    def push(self, name: str) -> None:
        """Go to a button by Tab and press it."""
        button = self.tab_to(name)
        if not button.isEnabled():
            raise HandsError(f"locked: {name}")
        self.press("Space")

    def tick(self, name: str, on: bool = True) -> None:
        box = self.tab_to(name)
        if not isinstance(box, QAbstractButton):
            raise HandsError(f"no box to tick: {name}")
        if box.isChecked() is not on:
            self.press("Space")

    def choose(self, name: str, words: str) -> None:
        """In a closed list: the arrows change what is chosen."""
        combo = self.tab_to(name)
        if not isinstance(combo, QComboBox):
            raise HandsError(f"no list: {name}")
        texts = [combo.itemText(place) for place in range(combo.count())]
        away = texts.index(words) - combo.currentIndex()
        self.press(*["Down" if away > 0 else "Up"] * abs(away), rest=False)
        if combo.currentText() != words:
            raise HandsError(f"{words!r} could not be chosen in {name!r}")

    def pick(self, name: str, words: str) -> None:
        """Take a ready row from the office's library: the words are searched for, Enter takes the first."""
        self.push(name)
        self.write(words)
        self.press("Return")

    def rows(self, table: str) -> list[str]:
        """What the rows of a list say, from above."""
        model = self._list(table).model()
        places = [model.index(row, 0) for row in range(model.rowCount())]
        return [str(place.data(Qt.ItemDataRole.AccessibleTextRole) or place.data()) for place in places]

    def _list(self, table: str) -> QListView:
        view = self.tab_to(table)
        if not isinstance(view, QListView):
            raise HandsError(f"no list: {table}")
        return view

    def to_row(self, table: str, place: int) -> None:
        """Into a list and down to a row (from 0)."""
        view = self._list(table)
        for _ in range(view.model().rowCount()):
            now = view.currentIndex().row()
            if now == place:
                return
            self.press("Down" if now < place else "Up", rest=False)
        raise HandsError(f"{table!r} has no row {place}")

    def open_row(self, table: str, place: int) -> None:
        """Into the fields of a row."""
        self.to_row(table, place)
        self.press("Return", rest=False)

    # --- dialogs --------------------------------------------------------------------------------------

    def answering(self, act: Callable[[], None]) -> None:
        """What will be done in the dialog that the next key opens; call it before that key."""

        def look(tries: int) -> None:
            dialog = QApplication.activeModalWidget()
            focused: QWidget | None = QApplication.focusWidget()
            there = focused is not None and dialog is not None and dialog.isAncestorOf(focused)
            if not isinstance(dialog, QDialog) or not (there or not tries):
                if tries:
                    QTimer.singleShot(20, lambda: look(tries - 1))
                else:
                    self._until, self.trouble = 0.0, "the dialog never came"
                return
            try:
                act()
            except Exception as error:  # noqa: BLE001 - carried out of the dialog's own loop
                self.trouble = f"{type(error).__name__}: {error}"
            if self._until == until:  # else the dialog after this one is being answered already
                self._until = 0.0
            if dialog.isVisible():
                self.trouble = self.trouble or f"still open: {dialog.windowTitle()}"
                dialog.reject()

        until = self._until = time.monotonic() + _ANSWER
        QTimer.singleShot(0, lambda: look(200))

    def _give_back(self) -> None:
        """What a window manager does when a dialog or a list is closed; the offscreen platform has none."""
        active, modal = QApplication.activeWindow(), QApplication.activeModalWidget()
        if active is not self._window and modal is None and QApplication.activePopupWidget() is None:
            self._window.activateWindow()
            QApplication.processEvents()

    def _look_for_dialogs(self) -> None:
        dialog = QApplication.activeModalWidget()
        if isinstance(dialog, QDialog) and time.monotonic() > self._until:
            words = [dialog.windowTitle(), dialog.accessibleDescription()]
            self.trouble = self.trouble or f"asked without need: {words}"
            dialog.reject()

    def save_as(self, path: Path) -> None:
        """Answer the dialog that asks for a file or a folder by typing its path."""

        def act() -> None:
            if not isinstance(QApplication.activeModalWidget(), QFileDialog):
                raise HandsError("no file is asked for")
            # The list of known files hangs open under the field while one types, and has no focus to give.
            field = self.focused
            QTest.keyClick(field, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
            for letter in str(path):
                self.letter(letter, field)
            QTest.keyClick(field, Qt.Key.Key_Return)
            self.keys[self.at] += 2
            self.letters[self.at] += len(str(path))

        self.answering(act)

    # --- waiting --------------------------------------------------------------------------------------

    def rest(self) -> None:
        """Until what the last key started has come back."""
        self.until(lambda: not self._tasks.busy, "rest")
        QApplication.processEvents()
        if self._tasks.busy:
            self.rest()
        if self.trouble:
            raise HandsError(f"{self.trouble} ({self.at})")

    def until(self, true: Callable[[], bool], what: str) -> None:
        """Turn the event loop until something is so."""
        end = time.monotonic() + _PATIENCE
        pulse = QTimer()
        pulse.start(5)
        while not true():
            if self.trouble:
                raise HandsError(f"{self.trouble} ({self.at})")
            if time.monotonic() > end:
                raise HandsError(f"waited in vain for {what} ({self.at})")
            QApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
        pulse.stop()

    def pause(self, seconds: float) -> None:
        """The hands lie still; the window goes on."""
        end = time.monotonic() + seconds
        self.until(lambda: time.monotonic() >= end, "the pause")

    # --- looking --------------------------------------------------------------------------------------

    def picture(self, name: str) -> None:
        """The window as it stands, where pictures are wanted."""
        if self._pictures is None:
            return
        self.rest()
        self.pause(0.6)
        self._shown += 1
        window = QApplication.activeModalWidget() or self.focused.window()
        window.grab().save(str(self._pictures / f"{self._shown:02}-{name}.png"))
