"""The station of the tour on the page of the invited: laid out, ticked, typed; slips handed out."""

from __future__ import annotations

from collections.abc import Callable

from ui.desk import Desk
from ui.pages.invite import InvitePage
from ui.tour_hands import Hands, TourError

#: Takes the window in every dress: name, words, and what brings the focus back.
Dressed = Callable[[str, str, Callable[[], object]], object]


def invite(hands: Hands, desk: Desk, dressed: Dressed) -> None:
    """The page is open and empty; at the end it shows the slips."""
    page = desk.window.page
    if not isinstance(page, InvitePage):
        raise TourError("not on the page of the invited")
    hands.picture("dai-bieu-chua-co", "Giấy mời, đại biểu: chưa có ai")
    hands.press("Space")
    page.focus_first()
    for _ in range(3):
        hands.press("Space")
        hands.press("Down")
    dressed("dai-bieu", "Giấy mời, đại biểu: xếp theo kế hoạch, chọn nhiều dòng", page.focus_first)
    hands.press("Escape")
    hands.press("Ctrl+N")
    hands.type("bà Nguyễn Thị Thanh Nguyệt")
    hands.picture("dai-bieu-moi", "Giấy mời, đại biểu: ghi từng người")
    hands.press("Ctrl+S")
    page.switch("slips")
    hands.press("Ctrl+N")
    for words in ("đồng vạn", "Chi bộ thôn Đồng Vạn", "", "100"):  # the first number stands there already
        hands.type(words)
        hands.press("Return")
    hands.press("Ctrl+S")
    dressed("phieu", "Phiếu phát ra, thu về", page.focus_first)
