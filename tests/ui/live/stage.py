"""A window of 1366×698 with the live page in it, on a real database and driven by keys."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import QDeadlineTimer, QEvent, QEventLoop, Qt, QTimer
from PySide6.QtGui import QInputMethodEvent, QKeyEvent, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from shiboken6 import isValid

from dialogue_desktop.paths import resources_dir
from tests.live.hall import Hall
from tests.ui.recorder import Recorder
from ui import fonts
from ui.actions import Actions
from ui.bridge import Bridge
from ui.context import Context, ServiceHolder
from ui.hall.screens import Screens
from ui.live.page import LivePage
from ui.look import Look
from ui.tasks import Tasks
from ui.widgets.toast import Toast

SIZE = (1366, 698)


class Stage:
    """The page in its window; `key`, `type` and `compose` are all that a test may do to it."""

    def __init__(
        self, hall: Hall, *, theme: str = "light", scale: float = 1.0, service: Any = None,
        size: tuple[int, int] = SIZE, screens: Screens | None = None,
    ) -> None:  # fmt: skip
        self.hall = hall
        resources = resources_dir()
        fonts.load(resources / "fonts" / "be-vietnam-pro")
        self.look = Look(resources, theme, scale)
        self.window = QWidget()
        self.tasks = Tasks()
        app: Any = hall.app if service is None else _WithService(hall.app, service)
        self.context = Context(
            look=self.look, tasks=self.tasks, prompter=Recorder(), actions=Actions(), bridge=Bridge(),
            clock=hall.clock, toast=Toast(self.look, self.window), services=ServiceHolder(app),
        )  # fmt: skip
        self.look.dress(self.window)
        self.went: list[str] = []
        self.page = LivePage(
            self.context, hall.cid, leave=lambda: self.went.append("leave"),
            ended=lambda: self.went.append("ended"), screens=screens,
        )  # fmt: skip
        column = QVBoxLayout(self.window)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSizeConstraint(QVBoxLayout.SizeConstraint.SetNoConstraint)
        column.addWidget(self.page)
        self.window.resize(*size)
        self.window.show()
        self.window.activateWindow()
        self.until(lambda: self.page.presenter is not None and not self.tasks.busy)
        self.page.focus_first()
        self.settle()

    # --- waiting -------------------------------------------------------------------------------------

    def until(self, reached: Callable[[], bool]) -> None:
        """Turn the event loop until something is so; a test that waits in vain fails."""
        patience = QDeadlineTimer(20_000)
        pulse = QTimer()  # so that waiting for events never waits for ever
        pulse.start(5)
        while not reached():
            assert not patience.hasExpired(), "waited in vain"
            QApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
        pulse.stop()

    def settle(self) -> None:
        """All that was asked for has come back and is drawn."""
        live = self.page.presenter
        assert live is not None
        self.until(lambda: not self.tasks.busy)
        QApplication.processEvents()
        self.until(lambda: not self.tasks.busy)

    def saved(self) -> None:
        """The draft has gone to the disk."""
        live = self.page.presenter
        assert live is not None
        self.until(lambda: live.settled and not self.tasks.busy)

    # --- keys ----------------------------------------------------------------------------------------

    @property
    def focused(self) -> QWidget:
        widget = QApplication.focusWidget()
        assert widget is not None
        return widget

    def at(self, widget: QWidget) -> bool:
        """The next key goes to this widget."""
        return self.focused is widget

    def key(self, *keys: str) -> None:
        """ "F3", "Ctrl+Return", "Down": one after the other, to whatever has the focus."""
        for name in keys:
            combination = QKeySequence.fromString(name)[0]  # type: ignore[index]  # the stubs forget it
            QTest.keyClick(self.focused, combination.key(), combination.keyboardModifiers())
            self.settle()

    def type(self, text: str) -> None:
        """Letters as a keyboard tool sends them when the letter is finished: one event each."""
        for letter in text:
            self.letter(letter)

    def letter(self, letter: str) -> None:
        """One letter, a new line or a Backspace ("\b") to whatever has the focus."""
        key = {"\n": Qt.Key.Key_Return, "\b": Qt.Key.Key_Backspace}.get(letter, Qt.Key.Key_unknown)
        text = "" if letter == "\b" else "\r" if letter == "\n" else letter
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            QApplication.sendEvent(self.focused, QKeyEvent(kind, key, Qt.KeyboardModifier.NoModifier, text))

    def compose(self, *steps: str, commit: str) -> None:
        """What an input method sends: the open word as it grows, then the whole word."""
        for step in steps:
            self._input_method(QInputMethodEvent(step, []))
        last = QInputMethodEvent("", [])
        last.setCommitString(commit)
        self._input_method(last)

    def preedit(self, text: str) -> None:
        self._input_method(QInputMethodEvent(text, []))

    def _input_method(self, event: QInputMethodEvent) -> None:
        QApplication.sendEvent(self.focused, event)
        QApplication.processEvents()

    # --- looking -------------------------------------------------------------------------------------

    @property
    def live(self) -> Any:
        assert self.page.presenter is not None
        return self.page.presenter

    @property
    def toast(self) -> str:
        return self.page.frame.toast.words

    def picture(self, path: Path) -> None:
        self.settle()
        self.window.grab().save(str(path))

    def close(self) -> None:
        if isValid(self.page):
            self.page.may_leave()
            self.settle()
        self.window.close()
        self.tasks.shut_down()
        self.window.deleteLater()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
        QApplication.processEvents()


class _WithService:
    """The core's services with another live service in their midst."""

    def __init__(self, app: Any, service: Any) -> None:
        self._app = app
        self.live = self.steady = service

    def __getattr__(self, name: str) -> Any:
        return getattr(self._app, name)
