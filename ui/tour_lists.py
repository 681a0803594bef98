"""The station of the tour on lists that come back: delegates beside the plan's seats, a unit's answers."""

from __future__ import annotations

from collections.abc import Callable

from ui.desk import Desk
from ui.list_import.page import ListImportPage
from ui.pages.invite import InvitePage
from ui.tour_hands import Hands, TourError

#: Takes the window in every dress: name, words, and what brings the focus back.
Dressed = Callable[[str, str, Callable[[], object]], object]

_DELEGATES = (
    ("STT", "Ông/Bà", "Họ và tên", "Chức vụ", "Thôn", "Xóm", "Điện thoại"),
    ("I", "", "Đại biểu cấp trên (01 đồng chí)", "", "", "", ""),
    ("1", "Ông", "NGÔ ĐÌNH QUỲ", "Phó Giám đốc Điện lực khu vực Đông Lâm", "", "", "912345678"),
    ("II", "", "Đại biểu xã", "", "", "", ""),
    ("2", "", "Ban Chấp hành Đoàn xã", "", "", "", ""),
    ("3", "Ông", "Vi Văn Đức", "Trưởng Công an xã", "", "", ""),
    ("III", "", "Nhân dân các thôn", "", "", "", ""),
    ("4", "Bà", "Nguyễn Thị Thanh Nguyệt", "", "Đồng Vạn", "xóm Chùa", ""),
    ("5", "Ông", "Lê Văn Bốn và bà Cao Thị Lụa", "", "Đồng Vạn", "", ""),
    ("6", "Bà", "Lường Thị Ưởng", "nhà giáo nghỉ hưu", "Phú Ấpp", "", "0912 345 679"),
    ("7", "Ông", "", "", "Phú Ấp", "xóm Đình", "0912345670"),
    ("8", "Bà", "Lê Thị Ổn", "", "Phú Ấp", "xóm Đình", ""),
)
_ANSWERS = (
    ("Số ý kiến", "Nội dung trả lời", "Người trả lời"),
    ("1", "Đoạn đường đã có trong kế hoạch sửa chữa quý III, xong trước ngày 30/9.", "Phòng Kinh tế"),
    ("2", "Xã đã đề nghị nhà máy báo lịch cắt nước trước hai ngày.", "Phòng Kinh tế"),
    ("3", "Phòng đã kiểm tra ngày 18/4; hộ gia đình được hướng dẫn làm lại hồ sơ.", "Phòng Kinh tế"),
    ("977", "Đã ghi nhận.", "Phòng Kinh tế"),
)


def delegates(hands: Hands, desk: Desk, dressed: Dressed) -> None:
    """From the list of the invited by Ctrl+O, and back to it by Esc; nothing is kept."""
    if not isinstance(desk.window.page, InvitePage):
        raise TourError("not on the page of the invited")
    desk.window.page.switch("people")
    hands.press("Ctrl+O")
    hands.until(lambda: desk.window.page_id == "delegate_import", "the page that reads delegates")
    hands.rest()
    page = _paste(hands, desk, _DELEGATES)
    page.presenter.show("")
    dressed("dai-bieu-nhap", "Nhập danh sách đại biểu: từng dòng và số chỗ", page.focus_first)
    _back(hands, desk, "invite")


def answers(hands: Hands, desk: Desk, dressed: Dressed) -> None:
    """From the page of what units owe; nothing is kept."""
    desk.window.go("answer_import")
    hands.rest()
    page = _paste(hands, desk, _ANSWERS)
    page.presenter.show("")
    dressed("cau-tra-loi-nhap", "Đọc câu trả lời từ tệp: câu mới cạnh câu đang có", page.focus_first)
    _back(hands, desk, "answers")


def _paste(hands: Hands, desk: Desk, rows: tuple[tuple[str, ...], ...]) -> ListImportPage:
    page = desk.window.page
    if not isinstance(page, ListImportPage):
        raise TourError("not on a page of import")
    page.start.paste.setFocus()
    page.start.paste.set_value("\n".join("\t".join(row) for row in rows))
    hands.press("Ctrl+Return")
    return page


def _back(hands: Hands, desk: Desk, page_id: str) -> None:
    hands.press("Escape")
    hands.press("Escape")
    hands.until(lambda: desk.window.page_id == page_id, "the page before")
    hands.rest()
