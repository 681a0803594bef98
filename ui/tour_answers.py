"""The station of the tour on the page of the units: what came back, then one answer in hand."""

from __future__ import annotations

from ui.desk import Desk
from ui.pages.answers import AnswersPage
from ui.tour_hands import Hands, TourError
from ui.tour_invite import Dressed


def units(hands: Hands, desk: Desk, dressed: Dressed) -> None:
    """The page is open on the units; at the end an answer stands in its form, untouched."""
    page = desk.window.page
    if not isinstance(page, AnswersPage):
        raise TourError("not on the page of the units")
    dressed("don-vi-tra-loi", "Giao và thu câu trả lời: từng đơn vị", page.focus_first)
    hands.press("Return")
    hands.press("Down")
    hands.press("F2")
    dressed("tra-loi-dang-xem", "Giao và thu câu trả lời: câu trả lời đang xem", lambda: hands.press("F2"))
