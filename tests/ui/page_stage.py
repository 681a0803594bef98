"""A window of 1366×698 with one page in it, on a real database, driven by keys alone."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from PySide6.QtCore import QDeadlineTimer, QEvent, QEventLoop, Qt, QTimer
from PySide6.QtGui import QInputMethodEvent, QKeyEvent, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from dialogue_desktop.bootstrap import App
from dialogue_desktop.services.contacts import ContactBook
from dialogue_desktop.storage.side_tables import Contacts
from tests.ui.recorder import Recorder
from ui.actions import Actions
from ui.bridge import Bridge
from ui.context import Context, ServiceHolder
from ui.look import Look
from ui.tasks import Tasks
from ui.widgets.toast import Toast

SIZE = (1366, 698)


class Services:
    """The core's services, single ones of them replaced."""

    def __init__(self, app: App, **others: Any) -> None:
        self._app = app
        self.contacts = ContactBook(Contacts(app.database))
        vars(self).update(others)

    def __getattr__(self, name: str) -> Any:
        return getattr(self._app, name)


class PageStage:
    """`key`, `type` and `compose` are what a test does; `until` and `settle` wait for what comes of it."""

    def __init__(
        self,
        look: Look,
        app: App,
        build: Callable[[Context], Any],
        *,
        services: Any = None,
        size: tuple[int, int] = SIZE,
    ) -> None:
        self.look, self.app = look, app
        self.window = QWidget()
        self.tasks = Tasks()
        self.lost: list[object] = []
        self.tasks.lost.connect(self.lost.append)
        self.prompter = Recorder()
        self.bridge = Bridge(app.bus)
        self.context = Context(
            look, self.tasks, self.prompter, Actions(), self.bridge, app.clock,
            Toast(look, self.window), ServiceHolder(services or Services(app)),
        )  # fmt: skip
        look.dress(self.window)
        self.page: Any = build(self.context)
        column = QVBoxLayout(self.window)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSizeConstraint(QVBoxLayout.SizeConstraint.SetNoConstraint)
        column.addWidget(self.page)
        self.window.resize(*size)
        self.window.show()
        self.window.activateWindow()
        self.page.focus_first()
        self.settle()

    # --- waiting --------------------------------------------------------------------------------------

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
        for _ in range(3):
            self.until(lambda: not self.tasks.busy)
            QApplication.processEvents()

    # --- keys -----------------------------------------------------------------------------------------

    @property
    def focused(self) -> QWidget:
        widget = QApplication.focusWidget()
        assert widget is not None
        return widget

    def key(self, *keys: str) -> None:
        """ "F2", "Ctrl+Return", "Down": one after the other, to whatever has the focus."""
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
            self.preedit(step)
        last = QInputMethodEvent("", [])
        last.setCommitString(commit)
        QApplication.sendEvent(self.focused, last)
        QApplication.processEvents()

    def preedit(self, text: str) -> None:
        QApplication.sendEvent(self.focused, QInputMethodEvent(text, []))
        QApplication.processEvents()

    # --- end ------------------------------------------------------------------------------------------

    @property
    def toast(self) -> str:
        return self.context.toast.words

    def close(self) -> None:
        self.page.leave()
        if self.context.services.ready:
            self.settle()
        self.window.close()
        self.tasks.shut_down()
        self.bridge.close()
        self.window.deleteLater()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
        QApplication.processEvents()
        assert self.lost == []


def opened_pages(
    app: App, make_look: Callable[..., Look], build: Callable[[Context], Any]
) -> Iterator[Callable[..., PageStage]]:
    """For a fixture: opens the page as often as a test likes, in a theme and a scale and with single services
    replaced; all are closed at the end."""
    opened: list[PageStage] = []

    def make(
        theme: str = "light", scale: float = 1.0, *, services: Mapping[str, Any] | None = None, **more: Any
    ) -> PageStage:
        own = Services(app, **(services or {}))
        stage = PageStage(make_look(theme, scale), app, build, services=own, **more)
        opened.append(stage)
        return stage

    yield make
    for stage in opened:
        stage.close()
