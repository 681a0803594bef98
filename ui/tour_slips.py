"""The stations of the tour where a slip is typed with its suggestions, and where opinions are sorted."""

from __future__ import annotations

from collections.abc import Callable

from ui.desk import Desk
from ui.pages.opinions import OpinionsPage
from ui.pages.sorting import SortingPage
from ui.tour_hands import Hands, TourError

#: Takes the window in every dress: name, words, and what brings the focus back.
Dressed = Callable[[str, str, Callable[[], object]], object]


def type_a_slip(hands: Hands, desk: Desk, dressed: Dressed) -> None:
    """The page of opinions is open; the slip is put away again, so that the sample stays as it is."""
    page = desk.window.page
    if not isinstance(page, OpinionsPage):
        raise TourError("not on the page of opinions")
    hands.press("Ctrl+N")
    hands.type("086")
    hands.press("Return")
    hands.type("ông Nguyễn Văn Tư /xóm Bến, phu ap")
    hands.press("Return")
    hands.type("Trạm biến áp xóm Bến quá tải, tối nào điện cũng yếu; đề nghị ngành điện lắp thêm trạm.")
    hands.until(lambda: bool(page.form.hints.words), "what the words suggest")
    dressed("phieu-dang-go", "Ý kiến thu thập: gõ một phiếu, có gợi ý", page.form.go_back)
    hands.press("Escape")
    hands.push("Bỏ", page)


def sort(hands: Hands, desk: Desk, dressed: Dressed) -> None:
    """By its key from the page of opinions; the sample is sorted, so what differs is looked at."""
    hands.press("Ctrl+L")
    hands.until(lambda: desk.window.page_id == "sorting", "the page of sorting")
    hands.rest()
    page = desk.window.page
    if not isinstance(page, SortingPage):
        raise TourError("not on the page of sorting")
    hands.press("Ctrl+2")
    dressed("xep-linh-vuc", "Xếp lĩnh vực: ý kiến xếp khác gợi ý", page.focus_first)
