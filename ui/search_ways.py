"""To the page of everything from anywhere, on to the very record of a hit, and back (G3)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QTextEdit, QWidget
from shiboken6 import isValid

from ui.qt_later import Qt

if TYPE_CHECKING:
    from ui.desk import Desk
    from ui.search.screen import Target

PAGE = "search"


class SearchWays(QObject):
    """Remembers the page from which one came, so that Esc leads back to it."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk.window)
        self._desk = desk
        self._before = (desk.window.page_id, desk.window.conference_id)
        self._watched: QWidget | None = None
        desk.window.page_shown.connect(self._shown)

    def listen(self) -> None:
        """Ctrl+K from every page, also out of a text field: on Linux it would cut the line off there."""
        action = QAction(self._desk.window)
        action.setProperty("shortcut", "Ctrl+K")
        action.triggered.connect(self.go)
        self._desk.window.addAction(action)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._focus_moved)

    def _focus_moved(self, _old: QWidget | None, new: QWidget | None) -> None:
        if self._watched is not None and isValid(self._watched):
            self._watched.removeEventFilter(self)
        self._watched = None
        if isinstance(new, QLineEdit | QTextEdit) and self._desk.window.isAncestorOf(new):
            new.installEventFilter(self)
            self._watched = new

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            ctrl = event.modifiers() == Qt.KeyboardModifier.ControlModifier
            if ctrl and event.key() == Qt.Key.Key_K:
                event.ignore()  # the field lets it pass
                return True
        return False

    def go(self) -> None:
        """Ctrl+K: the page, its line ready to be typed into; a page that may not be left stays."""
        self._desk.go(PAGE)

    def back(self) -> None:
        page_id, conference_id = self._before
        self._desk.window.go(page_id, conference_id)
        if page_id == "home":
            self._desk.refresh_home()

    def open(self, target: Target) -> None:
        """The record in its own conference."""
        from dialogue_desktop.domain.records import RecordKind

        if target.kind is None:
            self._desk.open_conference(target.conference_id, "plan")
        elif target.kind is RecordKind.OPINION and target.collected:
            self._desk.open_conference(target.conference_id, "opinions", lambda page: _row(page, target))
        elif target.kind is RecordKind.DELEGATE:
            self._desk.open_conference(target.conference_id, "invite", lambda page: _row(page, target))
        else:
            self._desk.open_conference(target.conference_id, "live", lambda page: _spoken(page, target))

    def _shown(self, page_id: str, conference_id: str) -> None:
        if page_id != PAGE:
            self._before = (page_id, conference_id)


def _row(page: QWidget, target: Target) -> None:
    from ui.pages.invite import InvitePage
    from ui.pages.opinions import OpinionsPage

    if isinstance(page, OpinionsPage | InvitePage):
        page.choose(target.record_id)


def _spoken(page: QWidget, target: Target) -> None:
    from ui.live.page import LivePage

    if isinstance(page, LivePage) and target.kind is not None:
        page.open_when_read(target.kind, target.record_id)
