"""The station of the tour in the register: the minutes numbered, issued and posted, a series in one go."""

from __future__ import annotations

from collections.abc import Callable

from ui.desk import Desk
from ui.pages.documents import DocumentsPage
from ui.tour_hands import Hands, TourError

#: Takes the window in every dress: name, words, and what brings the focus back.
Dressed = Callable[[str, str, Callable[[], object]], object]


def register(hands: Hands, desk: Desk, dressed: Dressed) -> None:
    """The minutes are frozen; at the end they are issued, and the letters have been looked at."""
    page = desk.window.go("documents")
    hands.rest()
    if not isinstance(page, DocumentsPage):
        raise TourError("not on the page of the register")
    _go_to(hands, page, "vb-minutes")
    hands.press("Return")
    hands.type("7")
    hands.press("Ctrl+Return")
    hands.press("Ctrl+Return")
    hands.rest()
    if page.step.act.words != "Ghi đã niêm yết":
        raise TourError("the minutes were not issued")
    page.focus_first()
    dressed("so-van-ban", "Sổ văn bản: biên bản đã phát hành, việc tiếp theo là niêm yết", page.focus_first)
    _go_to(hands, page, "series|")
    hands.picture("so-van-ban-loat", "Sổ văn bản: một loạt văn bản phát hành với số liên tiếp")
    hands.press("Return")
    hands.press("Down")
    hands.press("F2")
    hands.picture("so-van-ban-loi-van", "Sổ văn bản: sửa lời văn của một văn bản")
    hands.press("Escape")


def _go_to(hands: Hands, page: DocumentsPage, part: str) -> None:
    """Down the list to the line whose id has this in it."""
    page.focus_first()
    rows = page.list.table.rows
    rows.set_first_current()
    hands.rest()
    while part not in rows.current_id():
        before = rows.current_id()
        hands.press("Down")
        if rows.current_id() == before:
            raise TourError(f"no line {part} in the register")
    hands.rest()
