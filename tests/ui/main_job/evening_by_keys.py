"""August: opinions collected in the thôn, then the evening itself (C4, C5, L1–L9)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from tests.ui.main_job.hands import Hands
from tests.ui.main_job.program import Program


@dataclass(frozen=True, slots=True)
class Slip:
    """One opinion that a trưởng thôn brought; `consent`: what is chosen of "Công khai tên"."""

    person: str
    text: str
    field: str
    answer: str = ""
    by: str = ""
    consent: str = ""


COLLECTED = (
    Slip(
        "bà Đinh Thị Ngọ /khe vai",
        "Mương Khe Vải bồi lấp, bà con đề nghị xã nạo vét trước vụ đông.",
        "Nông nghiệp, thủy lợi",
        "Tuyến mương dài 1.200 m, xã đã lập dự toán nạo vét và đang xin kinh phí của huyện.",
        "Công chức Địa chính - Xây dựng",
    ),
    Slip(
        "ông Hà Văn Ký /me",
        'Biển "Cấm đổ rác" bị nhổ & vứt xuống suối <khu bãi đá>, đề nghị làm lại.',
        "Môi trường",
        consent="Không đồng ý nêu tên",
    ),
    Slip(
        "chị Lò Thị Ỏm /doi dua",
        "=Tiền điện tháng 7 tăng gấp đôi, -bà con muốn biết vì sao.\nĐề nghị điện lực về giải thích.",
        "Điện, viễn thông",
        "Xã mời Điện lực huyện về thôn trả lời trước 15/9.",
        "Công chức Văn phòng - Thống kê",
    ),
    Slip(
        "ông Cao Văn Ỷ /Mé",
        "Trạm biến áp làng Mé quá tải từ năm 2021.",
        "Điện, viễn thông",
        "Xã đã có văn bản số 42/UBND-VP ngày 12/6/2024 gửi Điện lực huyện.",
        "Công chức Văn phòng - Thống kê",
    ),
)


def evening_by_keys(program: Program) -> None:
    """Until the program is killed in the middle of a half-typed answer."""
    hands = program.hands
    _collected(program)
    program.clock.set(datetime(2024, 8, 28, 18, 5))


def _collected(program: Program) -> None:
    hands = program.hands
    hands.at = "collected opinions"
    hands.picture("trang-chinh")
    hands.press("Ctrl+I")
    program.come_to("opinions")
    hands.picture("y-kien-moi")
    for number, slip in enumerate(COLLECTED):
        if number == 0:
            hands.tab_to("Nguồn", back=True)
            hands.choose("Nguồn", "Trưởng thôn tổng hợp")
        _slip(hands, slip)
        hands.picture(f"y-kien-{number + 1}")
        hands.press("Ctrl+Return" if slip is not COLLECTED[-1] else "Ctrl+S")
    hands.picture("y-kien")
    program.say("collected", count=len(COLLECTED))


def _slip(hands: Hands, slip: Slip) -> None:
    hands.fill("Họ và tên người có ý kiến", slip.person)
    hands.fill("Nội dung ý kiến", slip.text)
    hands.fill("Lĩnh vực", slip.field)
    if slip.consent:
        hands.choose("Công khai tên", slip.consent)
    if slip.answer:
        hands.fill("Câu trả lời chuẩn bị", slip.answer)
        hands.fill("Đơn vị, người chuẩn bị trả lời", slip.by)
