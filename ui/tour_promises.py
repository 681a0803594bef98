"""The station of the tour on the board of promises, and the review meeting reached from there."""

from __future__ import annotations

from collections.abc import Callable

from ui.desk import Desk
from ui.pages.follow_up import FollowUpPage
from ui.pages.review import ReviewPage
from ui.tour_hands import Hands, TourError

#: Takes the window in every dress: name, words, and what brings the focus back.
Dressed = Callable[[str, str, Callable[[], object]], object]


def promises(hands: Hands, desk: Desk, dressed: Dressed) -> None:
    """The minutes are frozen: the board is looked at, a promise brought up to date, columns, the review."""
    page = desk.window.go("follow_up")
    hands.rest()
    if not isinstance(page, FollowUpPage):
        raise TourError("not on the page of the promises")
    dressed("cam-ket", "Theo dõi cam kết", page.focus_first)
    hands.press("F2")
    dressed("cam-ket-cap-nhat", "Theo dõi cam kết: cập nhật một cam kết", lambda: None)
    hands.press("Escape")
    page.presenter.set_columns(True)
    hands.rest()
    dressed("cam-ket-cot", "Theo dõi cam kết: theo cột", page.focus_first)
    page.presenter.set_columns(False)
    hands.rest()
    hands.press("Ctrl+R")
    hands.until(lambda: desk.window.page_id == "review", "the review meeting")
    hands.rest()
    review = desk.window.page
    if not isinstance(review, ReviewPage):
        raise TourError("not on the page of the review")
    dressed("rut-kinh-nghiem", "Họp rút kinh nghiệm", review.focus_first)
