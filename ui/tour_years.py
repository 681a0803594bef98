"""The station of the tour on the years compared: from the first screen, by keys, and back."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from ui.desk import Desk
from ui.pages.years import YearsPage
from ui.tour_hands import Hands, TourError

#: Takes the window in every dress: name, words, and what brings the focus back.
Dressed = Callable[[str, str, Callable[[], object]], object]
FILE = "so-sanh-cac-nam.xlsx"


def years(hands: Hands, desk: Desk, out: Path, dressed: Dressed) -> None:
    """The first screen is open, and a conference was held; the workbook lies in `out` at the end."""
    desk.factories.context.actions.get("home.years").trigger()
    hands.until(lambda: desk.window.page_id == "years", "the years compared")
    hands.rest()
    page = desk.window.page
    if not isinstance(page, YearsPage):
        raise TourError("not on the page of the years")
    dressed("cac-nam", "So sánh các năm", page.focus_first)
    page.focus_first()
    hands.press("Shift+Tab")
    hands.press("Right")
    hands.picture("cac-nam-linh-vuc", "So sánh các năm: theo lĩnh vực")
    hands.press("Ctrl+E")
    hands.until(lambda: (out / FILE).is_file(), "the workbook of the years")
    hands.press("Escape")
    hands.until(lambda: desk.window.page_id == "home", "the first screen")
    hands.rest()
