"""The station of the tour on the page of collected opinions: ticked, beside each other, given away."""

from __future__ import annotations

from collections.abc import Callable

from ui.desk import Desk
from ui.pages.opinions import OpinionsPage
from ui.tour_hands import Hands, TourError

#: Takes the window in every dress: name, words, and what brings the focus back.
Dressed = Callable[[str, str, Callable[[], object]], object]


def opinions(hands: Hands, desk: Desk, dressed: Dressed) -> None:
    """The page is open; nothing is written, so that the day goes on as it would."""
    page = desk.window.page
    if not isinstance(page, OpinionsPage):
        raise TourError("not on the page of the opinions")
    page.focus_first()
    hands.press("Space")
    hands.press("Shift+Down")
    dressed("y-kien", "Ý kiến thu thập: theo nhóm, đánh dấu nhiều ý kiến", page.list.focus_list)
    hands.press("Ctrl+G")
    dressed("so-sanh", "Ý kiến thu thập: so sánh trước khi gộp câu trả lời", page.focus_first)
    hands.press("Escape")
    hands.press("Ctrl+T")
    dressed("giao-tra-loi", "Ý kiến thu thập: giao trả lời", page.assign.unit.setFocus)
    hands.press("Escape")
    hands.press("Escape")
