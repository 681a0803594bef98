"""The station of the tour on the page of everything: typed, filtered, one hit in full."""

from __future__ import annotations

from collections.abc import Callable

from ui.desk import Desk
from ui.pages.search import SearchPage
from ui.tour_hands import Hands, TourError

#: Takes the window in every dress: name, words, and what brings the focus back.
Dressed = Callable[[str, str, Callable[[], object]], object]


def search(hands: Hands, desk: Desk, dressed: Dressed) -> None:
    """By Ctrl+K from the page on view, and back to it by Esc."""
    before = desk.window.page_id
    hands.press("Ctrl+K")
    hands.until(lambda: desk.window.page_id == "search", "the page of everything")
    hands.rest()
    page = desk.window.page
    if not isinstance(page, SearchPage):
        raise TourError("not on the page of everything")
    hands.picture("tim-tat-ca", "Tìm tất cả: mọi ý kiến, mới ghi trước")
    hands.type("duong truc")
    dressed("tim", "Tìm tất cả: gõ không dấu, chữ tìm thấy được tô", page.list.focus_line)
    page.list.focus_line()
    hands.press("Escape")
    hands.press("Escape")
    hands.until(lambda: desk.window.page_id == before, "the page before the search")
    hands.rest()
