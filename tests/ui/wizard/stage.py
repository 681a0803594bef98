"""The wizard over the real core: one conference in a window, driven by keys."""

from __future__ import annotations

import time as wall
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from dialogue_desktop import bootstrap
from dialogue_desktop.clock import FixedClock
from dialogue_desktop.domain.plan import Plan
from dialogue_desktop.paths import resources_dir
from tests.ui.recorder import Recorder
from ui import fonts
from ui.actions import Actions
from ui.bridge import Bridge
from ui.context import Context, ServiceHolder
from ui.look import Look
from ui.printing.print_order import Edges, PrintOrder
from ui.printing.printers import TO_FILE, PrinterChoice
from ui.tasks import Tasks
from ui.widgets.toast import Toast
from ui.wizard.page import WizardPage
from ui.wizard.step_view import StepView

NOW = datetime(2024, 7, 1, 3, 22, 31, tzinfo=UTC)


@dataclass
class Shop:
    """Notes what would have been printed."""

    jobs: list[tuple[bytes, PrinterChoice, PrintOrder]] = field(default_factory=list)

    def printers(self) -> tuple[PrinterChoice, ...]:
        return (PrinterChoice("Canon LBP 2900", "Canon LBP 2900", True), TO_FILE)

    def edges(self, choice: PrinterChoice) -> Edges:
        return Edges()

    def print(
        self,
        data: bytes,
        choice: PrinterChoice,
        order: PrintOrder,
        target: Path | None = None,
        progress: object = None,
    ) -> int:
        self.jobs.append((data, choice, order))
        return 1


class Stage:
    """One open wizard; `close` brings everything down and fails on an error that nobody heard."""

    def __init__(
        self,
        folder: Path,
        *,
        cid: str = "",
        plan: Plan | None = None,
        now: datetime = NOW,
        theme: str = "light",
        scale: float = 1.0,
        size: tuple[int, int] = (1366, 698),
    ) -> None:
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        fonts.load(resources_dir() / "fonts" / "be-vietnam-pro")
        self.look = Look(resources_dir(), theme, scale)
        application.setStyle("Fusion")
        self.look.dress(application)
        self.clock = FixedClock(now)
        self.core = bootstrap.build(folder, clock=self.clock)
        self.cid = cid or self.core.planning.create("ubnd_nhan_dan")
        if plan is not None:
            self.core.planning.save_plan(self.cid, plan)
        self.tasks, self.prompter, self.bridge = Tasks(), Recorder(), Bridge(self.core.bus)
        self.lost: list[Exception] = []
        self.tasks.lost.connect(self.lost.append)
        self.window = QWidget()
        box = QVBoxLayout(self.window)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSizeConstraint(QVBoxLayout.SizeConstraint.SetNoConstraint)
        self.toast = Toast(self.look, self.window)
        self.actions = Actions()
        self.context = Context(
            self.look,
            self.tasks,
            self.prompter,
            self.actions,
            self.bridge,
            self.clock,
            self.toast,
            ServiceHolder(self.core),
        )
        self.shop = Shop()
        self.left: list[str] = []
        self.finished: list[str] = []
        self.page = self._open_page()
        box.addWidget(self.page)
        self.window.resize(*size)
        self.window.show()
        self.activate()
        self.settle()

    def _open_page(self) -> WizardPage:
        page = WizardPage(self.context, self.cid, shop=self.shop)
        page.left.connect(self.left.append)
        page.finished.connect(self.finished.append)
        return page

    def open(self, cid: str) -> None:
        """Another plan in the same window."""
        self.page.may_leave()
        self.settle()
        old, self.cid = self.page, cid
        self.page = self._open_page()
        layout = self.window.layout()
        assert layout is not None
        layout.replaceWidget(old, self.page)
        old.deleteLater()
        QApplication.sendPostedEvents(old, QEvent.Type.DeferredDelete.value)
        self.settle()

    @property
    def plan(self) -> Plan:
        """As it stands in the window."""
        return self.page.presenter.plan

    @property
    def stored(self) -> Plan:
        """As it stands in the database."""
        return self.core.planning.plan(self.cid)

    @property
    def view(self) -> StepView:
        return self.page.view

    @property
    def focused(self) -> QWidget:
        widget = QApplication.focusWidget()
        assert widget is not None
        return widget

    def activate(self) -> None:
        self.window.activateWindow()
        assert QTest.qWaitForWindowActive(self.window)

    # --- keys -----------------------------------------------------------------------------------------

    def key(self, key: Qt.Key, *held: Qt.KeyboardModifier, times: int = 1) -> None:
        modifiers = Qt.KeyboardModifier.NoModifier
        for one in held:
            modifiers |= one
        for _ in range(times):
            QTest.keyClick(self.focused, key, modifiers)

    def write(self, text: str) -> None:
        """Type into the field that has the focus, in place of what stands there."""
        self.key(Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
        if not text:
            self.key(Qt.Key.Key_Delete)
            return
        self.type_on(text)

    def type_on(self, text: str) -> None:
        """Type where the cursor stands."""
        for letter in text:
            if letter == "\n":
                self.key(Qt.Key.Key_Return)
                continue
            # As UniKey sends a letter: no key of the keyboard, only its text.
            for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                event = QKeyEvent(kind, 0, Qt.KeyboardModifier.NoModifier, letter)
                QApplication.sendEvent(self.focused, event)

    def tab(self, times: int = 1) -> None:
        self.key(Qt.Key.Key_Tab, times=times)

    # --- waiting --------------------------------------------------------------------------------------

    def until(self, reached: Callable[[], bool]) -> None:
        end = wall.monotonic() + 60
        while not reached():
            assert wall.monotonic() < end, "it never came"
            QApplication.processEvents()

    def settle(self) -> None:
        """Until the plan is read, saved and drawn."""

        def at_rest() -> bool:
            page = self.page
            if self.tasks.busy or page._presenter is None or not page.presenter.clean:
                return False
            preview = page.preview
            if preview is None or preview.feed._newest is not None or preview.feed._running:
                return False
            return not preview.page._later.isActive()

        self.until(at_rest)
        QApplication.processEvents()
        self.until(at_rest)

    def close(self) -> None:
        self.page.may_leave()
        self.settle()
        self.tasks.shut_down()
        self.bridge.close()
        self.window.close()
        self.window.deleteLater()
        QApplication.processEvents()
        self.core.close()
        assert not self.lost, self.lost
