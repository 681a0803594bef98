"""The station of the tour on the page of the papers: two letters on a page, printed, several written."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QApplication, QMenu

from ui.desk import Desk
from ui.pages.papers import PapersPage
from ui.tour_hands import Hands, TourError

#: Takes the window in every dress: name, words, and what brings the focus back.
Dressed = Callable[[str, str, Callable[[], object]], object]


def papers(hands: Hands, desk: Desk, out: Path, dressed: Dressed) -> None:
    """The page is open; at the end three papers lie in `out` as PDF."""
    page = desk.window.page
    if not isinstance(page, PapersPage):
        raise TourError("not on the page of the papers")
    page.focus_first()
    while page.list.table.rows.current_id() != "invitations":
        before = page.list.table.rows.current_id()
        hands.press("Down")
        if page.list.table.rows.current_id() == before:
            raise TourError("no invitations in the list")
    page.choices.focus_first()
    hands.press("Down")
    dressed("van-ban", "Văn bản, in ấn: giấy mời, hai giấy một trang", page.focus_first)
    hands.press("Ctrl+P")
    hands.picture("van-ban-in", "Văn bản, in ấn: in giấy mời")
    hands.press("Escape")
    page.focus_first()
    for _ in range(3):
        hands.press("Space")
        hands.press("Down")
    hands.press("Ctrl+Shift+S")
    menu = QApplication.activePopupWidget()
    if not isinstance(menu, QMenu):
        raise TourError("no menu of forms")
    menu.actions()[0].trigger()
    menu.close()
    hands.until(lambda: (out / "giay-moi.pdf").is_file(), "papers written")
    hands.rest()
