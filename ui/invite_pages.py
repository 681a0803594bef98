"""The pages of the invited and of the papers before the day, and where their buttons lead."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from ui.context import Context
from ui.main_window import PageFactory

if TYPE_CHECKING:
    from ui.desk import Desk


class InvitePages:
    """Builds them for the window; modules of a page are imported when it is first opened."""

    def __init__(self, desk: Desk, context: Callable[[], Context]) -> None:
        self._desk, self._context = desk, context

    def table(self) -> dict[str, PageFactory]:
        return {
            "invite": self._build_invite,
            "delegate_import": self._build_delegate_import,
            "papers": self._build_papers,
        }

    def _build_invite(self, conference_id: str) -> QWidget:
        from ui.pages.invite import InvitePage

        page = InvitePage(self._context(), conference_id)
        page.import_wanted.connect(lambda cid: self._desk.go("delegate_import", cid))
        page.paper_wanted.connect(self.open_paper)
        return page

    def _build_delegate_import(self, conference_id: str) -> QWidget:
        from ui.pages.delegate_import import DelegateImportPage

        page = DelegateImportPage(self._context(), conference_id)
        page.left.connect(lambda cid: self._desk.go("invite", cid))
        page.done.connect(self._delegates_read)
        return page

    def _delegates_read(self, conference_id: str, words: str) -> None:
        from ui.pages.invite import InvitePage

        page = self._desk.window.go("invite", conference_id)
        if isinstance(page, InvitePage):
            page.imported(words)

    def _build_papers(self, conference_id: str) -> QWidget:
        from ui.pages.papers import PapersPage

        page = PapersPage(self._context(), conference_id)
        page.page_asked.connect(lambda wanted: self._desk.go(wanted, conference_id))
        return page

    def open_paper(self, conference_id: str, name: str, only: tuple[str, ...] = ()) -> None:
        """From the page where its people or opinions are to the paper made from them."""
        from ui.pages.papers import PapersPage

        page = self._desk.window.go("papers", conference_id)
        if isinstance(page, PapersPage):
            page.show_paper(name, only)
