"""The pages of what is the office's own, in the settings and behind them, and their ways back."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from ui.context import Context
from ui.main_window import PageFactory

if TYPE_CHECKING:
    from ui.desk import Desk


class OfficePages:
    """Builds them for the window; modules of a page are imported when it is first opened."""

    def __init__(self, desk: Desk, context: Callable[[], Context]) -> None:
        self._desk, self._context = desk, context
        self._before_calendar = self._before_library = "settings"
        self._before_years = "home"

    def table(self) -> dict[str, PageFactory]:
        return {
            "settings": self._build_settings,
            "calendar": self._build_calendar,
            "library": self._build_library,
            "keys": self._build_keys,
            "years": self._build_years,
        }

    def _build_settings(self, _conference_id: str) -> QWidget:
        from ui.pages.settings import SettingsPage

        return SettingsPage(
            self._context(),
            open_calendar=self.open_calendar,
            open_library=self.open_library,
            open_keys=lambda: self._desk.window.go("keys", ""),
            open_merge=self._desk.factories.merge_ways.open,
        )

    def _build_keys(self, _conference_id: str) -> QWidget:
        from ui.pages.keys import KeysPage

        page = KeysPage(self._context())
        page.left.connect(lambda: self._desk.window.go("settings"))
        return page

    def _build_years(self, _conference_id: str) -> QWidget:
        from ui.pages.years import YearsPage

        page = YearsPage(self._context())
        page.left.connect(lambda: self._desk.window.go(self._before_years))
        if not self._context().services.ready:
            self._desk.when_ready(page.open)
        return page

    def open_years(self) -> None:
        """The years compared; the way back leads to the page on view now."""
        before = self._desk.window.page_id
        if self._desk.window.go("years", "") is not None:
            self._before_years = before

    def _build_calendar(self, _conference_id: str) -> QWidget:
        from ui.pages.calendar import CalendarPage

        page = CalendarPage(self._context())
        page.left.connect(lambda: self._desk.window.go(self._before_calendar))
        return page

    def open_calendar(self) -> None:
        """The office's days off; its way back leads to the page on view now."""
        before = self._desk.window.page_id
        if self._desk.window.go("calendar") is not None:
            self._before_calendar = before

    def _build_library(self, _conference_id: str) -> QWidget:
        from ui.pages.library import LibraryPage

        page = LibraryPage(self._context())
        page.left.connect(lambda: self._desk.window.go(self._before_library))
        page.begun.connect(lambda made: self._desk.open_conference(made, "plan"))
        return page

    def open_library(self) -> None:
        """The office's profiles and lists; its way back leads to the page on view now."""
        before = self._desk.window.page_id
        if self._desk.window.go("library", "") is not None:
            self._before_library = before
