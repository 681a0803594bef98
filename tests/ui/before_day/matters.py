"""What the people of Minh Khê write before the day; invented."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Slip:
    """`who` as it is typed into the one line of the form: "ông Nguyễn Văn A /Đồng Vạn"."""

    who: str
    text: str
    field: str


#: The pile that the secretary types.
SLIPS = (
    Slip(
        "ông Vi Văn Ưởng /đồng vạn",
        "Đường trục thôn Đồng Vạn từ nhà văn hóa ra cầu Ngòi ổ gà nhiều, mưa là ngập, đề nghị xã sửa.",
        "Giao thông",
    ),
    Slip(
        "bà Lò Thị Ếch /phú ấp",
        "Bãi rác đầu thôn Phú Ấp bốc mùi, ruồi nhiều, đề nghị xã cho thu gom rác hai lần một tuần.",
        "Môi trường",
    ),
    Slip(
        "ông Đỗ Quang Ngữ /đồng vạn",
        "Đề nghị sửa đường trục thôn Đồng Vạn đoạn ra cầu Ngòi, mặt đường vỡ, nhiều ổ gà.",
        "Giao thông",
    ),
    Slip(
        "chị Hoàng Thị Ửng /phú ấp",
        "Kênh N4 bồi lấp, lúa cuối kênh thiếu nước, đề nghị nạo vét trước vụ mùa.",
        "Nông nghiệp, thủy lợi",
    ),
)

#: What the trưởng thôn of Phú Ấp fills into the office's form: name, text.
LIST = (
    (
        "Nguyễn Đức Thảnh",
        "Điện yếu vào buổi tối, quạt không chạy được, đề nghị điện lực nâng công suất trạm.",
    ),
    ("Trần Thị Mượt", "Trạm y tế hay hết thuốc bảo hiểm, đề nghị cấp đủ thuốc cho người cao tuổi."),
)

ROAD = "Đoạn 640 m đã có trong kế hoạch đầu tư công năm 2026, khởi công trong tháng 6."
#: What the unit writes into its sheet, in the order of the questions there; by whom.
ANSWERS = (
    ROAD,
    "Từ 01/5/2026 xe thu gom rác vào thôn Phú Ấp sáng thứ Ba và thứ Sáu hằng tuần.",
    "",  # the same matter as the first
    "Hợp tác xã nạo vét 1,2 km kênh N4 từ ngày 02/5, xong trước ngày 15/5/2026.",
    "Xã đã gửi văn bản số 31/UBND-KT ngày 10/4/2026 đề nghị Điện lực nâng công suất trạm.",
)
ANSWERED_BY = "Ông Trần Hữu Lẫm"

#: Whom the thôn send, on an Excel list: ông or bà, name, office, thôn.
DELEGATES = (
    ("Ông", "Lường Văn Ổn", "Trưởng ban công tác Mặt trận", "Phú Ấp"),
    ("Bà", "Nguyễn Thị Thanh Nguyệt", "Bí thư chi bộ", "Đồng Vạn"),
)
