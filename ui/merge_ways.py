"""The ways to the page of the hall's copies and back, and what a merge leaves behind in the window (L11)."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from ui.context import Context

if TYPE_CHECKING:
    from ui.desk import Desk

PAGE = "merge"


class MergeWays:
    """`newest` gives the conference of the first card, "" where there is none."""

    def __init__(self, desk: Desk, context: Callable[[], Context], newest: Callable[[], str]) -> None:
        self._desk, self._context, self._newest = desk, context, newest
        self._before = "home"

    def build(self, conference_id: str) -> QWidget:
        from ui.pages.merge import MergePage

        page = MergePage(self._context(), conference_id)
        page.left.connect(lambda: self._desk.window.go(self._before))
        page.merged.connect(self._merged)
        page.opened.connect(self._desk.open_conference)
        return page

    def open(self) -> None:
        """For the open conference, else the newest; the way back leads to the page on view now."""
        before = self._desk.window.page_id
        conference_id = self._desk.window.conference_id or self._newest()

        def go() -> None:
            self._desk.window.drop(PAGE)  # it reads how everything stands when it is built
            if self._desk.window.go(PAGE, conference_id) is not None:
                self._before = before

        self._desk.when_ready(go)

    def _merged(self, _conference_id: str) -> None:
        """Pages that were read before the merge are of the past; none of them is on view."""
        for page_id in self._desk.factories.table():
            if page_id not in (PAGE, "home"):
                self._desk.window.drop(page_id)
        self._desk.refresh_home()
