"""The way to the register of documents and out of it, and how many of its papers are late (F5)."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from ui.context import Context
from ui.main_window import PageFactory
from ui.tasks import Lane
from ui.theme import Role

if TYPE_CHECKING:
    from ui.desk import Desk

PAGE = "documents"


class RegisterWays:
    """Builds the page for the window; its modules are imported when it is first opened."""

    def __init__(self, desk: Desk, context: Callable[[], Context]) -> None:
        self._desk, self._context = desk, context

    def table(self) -> dict[str, PageFactory]:
        return {PAGE: self._build}

    def _build(self, _conference_id: str) -> QWidget:
        from ui.pages.documents import DocumentsPage

        page = DocumentsPage(self._context())
        page.page_asked.connect(lambda place, conference: self._desk.open_conference(conference, place))
        page.plan_numbered.connect(self._forget_wizard)
        if not self._context().services.ready:
            self._desk.when_ready(page.start)
        return page

    def _forget_wizard(self) -> None:
        """The plan has the number given in the register: the wizard reads it anew when it is opened again,
        and does not write over it what it had before."""
        if self._desk.window.page_id == PAGE:
            self._desk.window.drop("plan")

    def open(self, conference_id: str, kind: str = "", subject: str = "") -> None:
        """The papers of a conference, the first of a kind in hand, or one letter of its series."""
        from ui.pages.documents import DocumentsPage

        page = self._desk.window.go(PAGE)
        if isinstance(page, DocumentsPage):
            page.show_conference(conference_id, kind, subject)

    def note_late(self) -> None:
        """ "2 trễ" beside the register; counted on the database's thread."""
        context = self._context()
        if not context.services.ready:
            return

        def show(late: int) -> None:
            words = f"{late} trễ" if late else ""
            self._desk.window.navigation.show_notes({PAGE: (words, Role.BAD)})

        register = context.services.get().register
        context.tasks.run(register.late, show, lambda _error: None, lane=Lane.DATABASE, owner=self._desk)
