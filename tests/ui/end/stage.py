"""The end page over the real core, with quick pages in the place of the document engine's."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from dialogue_desktop import bootstrap
from dialogue_desktop.domain.closing import Gap
from dialogue_desktop.domain.conference import ConferenceView
from dialogue_desktop.domain.privacy import posted
from dialogue_desktop.paths import resources_dir
from tests.ui.printing.papers import paper
from tests.ui.recorder import Recorder
from ui import fonts
from ui.actions import Actions
from ui.bridge import Bridge
from ui.context import Context, ServiceHolder
from ui.look import Look
from ui.pages.end import EndPage
from ui.printing.print_job import Progress
from ui.printing.print_order import Edges, PrintOrder
from ui.printing.printers import TO_FILE, PrinterChoice
from ui.tasks import Tasks
from ui.widgets.toast import Toast

SAMPLE = resources_dir() / "samples" / "minh_khe_2026.json"
NOW = datetime(2026, 4, 24, 4, 22, 40, tzinfo=UTC)


class Clock:
    def now(self) -> datetime:
        return NOW

    def today(self) -> Any:
        return NOW.date()


@dataclass(frozen=True)
class Copy:
    """`services.documents.MinutesCopy` as far as the page uses it."""

    purpose_id: str
    label: str
    purpose: str
    posted: bool
    pdf: bytes
    pages: int
    masked: tuple[str, ...]
    unprintable: tuple[str, ...] = ()
    places: tuple[Any, ...] = ()


class QuickDocuments:
    """Copies of three plain pages each (the posted one has four)."""

    def __init__(self, app: Any) -> None:
        self._app = app
        self.drawn = 0

    def minutes_view(self, conference_id: str, *, draft: bool) -> ConferenceView:
        return self._app.documents.minutes_view(conference_id, draft=draft)

    def render_copies(self, view: ConferenceView) -> tuple[Copy, ...]:
        self.drawn += 1
        purposes = [p for p in view.plan.copies if p.chosen for _ in range(p.count)]
        made = []
        for number, purpose in enumerate(purposes, start=1):
            pages = 4 if purpose.posted else 3
            label = f"Bản {number}/{len(purposes)}: {purpose.label}"
            masked = posted(view.records).masked if purpose.posted else ()
            data = paper(*(f"{number} {purpose.id} trang {page}" for page in range(1, pages + 1)))
            made.append(Copy(purpose.id, label, purpose.label, purpose.posted, data, pages, masked))
        return tuple(made)

    def join(self, files: Any) -> bytes:
        """Not a PDF: the shop of the tests only notes what it gets."""
        return b"|".join(files)

    def minutes_docx(self, view: ConferenceView) -> tuple[tuple[str, bytes], ...]:
        return tuple((copy.label, f"docx {copy.label}".encode()) for copy in self.render_copies(view))

    def export(self, conference_id: str, *, documents: Any, formats: Any, out: Path) -> tuple[Path, ...]:
        out.mkdir(parents=True, exist_ok=True)
        copies = self.render_copies(self.minutes_view(conference_id, draft=False))
        paths = []
        for number, copy in enumerate(copies, start=1):
            path = out / f"bien-ban-{number}.{formats[0]}"
            path.write_bytes(copy.pdf)
            paths.append(path)
        return tuple(paths)


@dataclass
class Shop:
    """Notes what would have been printed."""

    choices: tuple[PrinterChoice, ...] = (PrinterChoice("Canon LBP 2900", "Canon LBP 2900", True), TO_FILE)
    reach: Edges = field(default_factory=lambda: Edges(4, 4, 4, 4))
    jobs: list[tuple[bytes, PrinterChoice, PrintOrder, Path | None]] = field(default_factory=list)
    error: Exception | None = None

    def printers(self) -> tuple[PrinterChoice, ...]:
        return self.choices

    def edges(self, choice: PrinterChoice) -> Edges:
        return self.reach

    def print(
        self,
        data: bytes,
        choice: PrinterChoice,
        order: PrintOrder,
        target: Path | None = None,
        progress: Progress | None = None,
    ) -> int:
        if self.error is not None:
            raise self.error
        self.jobs.append((data, choice, order, target))
        if target is not None:
            target.write_bytes(data)
        return 1


class Stage:
    """One open conference on the page; everything is brought down by `close`."""

    def __init__(
        self,
        folder: Path,
        *,
        theme: str = "light",
        scale: float = 1.0,
        size: tuple[int, int] = (1150, 698),
        quick: bool = True,
        prepare: Callable[[Any, str], None] | None = None,
    ) -> None:
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        fonts.load(resources_dir() / "fonts" / "be-vietnam-pro")
        self.look = Look(resources_dir(), theme, scale)
        app.setStyle("Fusion")
        self.look.dress(app)
        self.app = bootstrap.build(folder, clock=Clock())
        self.cid = self.app.exchange.import_package(SAMPLE)
        if prepare is not None:
            prepare(self.app, self.cid)
        self.documents: Any = QuickDocuments(self.app) if quick else self.app.documents
        self.tasks, self.prompter, self.bridge = Tasks(), Recorder(), Bridge(self.app.bus)
        self.lost: list[Exception] = []
        self.tasks.lost.connect(self.lost.append)
        self.window = QWidget()
        box = QVBoxLayout(self.window)
        box.setContentsMargins(0, 0, 0, 0)
        self.toast = Toast(self.look, self.window)
        services = ServiceHolder(_Services(self.app, self.documents))
        self.context = Context(
            self.look,
            self.tasks,
            self.prompter,
            Actions(),
            self.bridge,
            Clock(),
            self.toast,
            services,
        )
        self.gaps: list[tuple[str, Gap]] = []
        self.shop = Shop()
        self.asked: list[tuple[str, str]] = []  # papers wanted in the register
        self.page = EndPage(
            self.context,
            self.cid,
            lambda cid, gap: self.gaps.append((cid, gap)),
            open_register=lambda cid, kind: self.asked.append((cid, kind)),
            shop=self.shop,
        )
        box.addWidget(self.page)
        self.window.resize(*size)
        self.window.show()
        self.window.activateWindow()
        assert QTest.qWaitForWindowActive(self.window)
        self.page.focus_first()
        self.settle()

    def settle(self) -> None:
        """Until nothing is under way and the page's own short waits are over."""
        end = time.monotonic() + 60
        while time.monotonic() < end:
            QApplication.processEvents()
            waits = self.page._later.isActive() or self.page.frame.pages.view._later.isActive()
            if not self.tasks.busy and not waits:
                QApplication.processEvents()
                if not self.tasks.busy:
                    return
        raise AssertionError("the page never came to rest")

    def close(self) -> None:
        self.settle()
        self.tasks.shut_down()
        self.bridge.close()
        self.window.close()
        self.window.deleteLater()
        QApplication.processEvents()
        # Outside an event loop nothing is deleted by itself, and a window that goes later takes the
        # activation from the next test's window.
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        self.app.close()
        assert not self.lost, self.lost


class _Services:
    """The core with other documents."""

    def __init__(self, app: Any, documents: Any) -> None:
        self._app, self.documents = app, documents

    def __getattr__(self, name: str) -> Any:
        return getattr(self._app, name)


def press(stage: Stage, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    QTest.keyClick(stage.window.focusWidget(), key, modifier)
    stage.settle()


def write(stage: Stage, words: str) -> None:
    """Letters as UniKey sends them: QTest's own keyClicks knows no Vietnamese."""
    for letter in words:
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            event = QKeyEvent(kind, 0, Qt.KeyboardModifier.NoModifier, letter)
            QApplication.sendEvent(stage.window.focusWidget(), event)


def print_all(stage: Stage) -> None:
    """Ctrl+P; the first time what the posted copy leaves out has to be seen: Ctrl+Enter."""
    for key in (Qt.Key.Key_P, Qt.Key.Key_Return):
        if key == Qt.Key.Key_P or stage.page.frame.privacy_shown:
            QTest.keyClick(stage.window.focusWidget(), key, Qt.KeyboardModifier.ControlModifier)
            stage.settle()


def open_gaps(app: Any, conference_id: str) -> None:
    """Take three things away: an outcome, a locality, a count."""
    records = app.live.records(conference_id)
    hall = [o for o in records.at_hall() if o.voices]
    app.live.edit_opinion(conference_id, hall[2].id, outcome=None)
    nameless = replace(hall[4].voices[0], locality="", hamlet="")
    app.live.edit_opinion(conference_id, hall[4].id, voices=(nameless,))
    rows = list(records.attendance)
    rows[0] = replace(rows[0], present=None)
    app.live.set_attendance(conference_id, rows)
