"""Who answers, who brought what before the evening, and the third thôn that comes to the sample commune."""

from __future__ import annotations

from dataclasses import dataclass

from dialogue_desktop.domain.plan import Locality
from dialogue_desktop.domain.records import Source

#: Comes to the sample's plan, which has Đồng Vạn and Phú Ấp.
THIRD = Locality("ben-lo", "thôn", "Bến Lở", "Quan Văn Ình", 131, 540)

#: What is typed to find them: how they are called, and their position.
OFFICIALS = {
    "tuyển": ("ông Đỗ Mạnh Tuyển", "Chủ tịch Ủy ban nhân dân xã"),
    "duyên": ("bà Cao Thị Duyên", "Phó Chủ tịch Hội đồng nhân dân xã"),
    "ứng": ("ông Lê Đình Ứng", "Phó Chủ tịch Ủy ban nhân dân xã"),
    "lẫm": ("ông Trần Hữu Lẫm", "Trưởng phòng Kinh tế"),
    "đượm": ("bà Phạm Thị Đượm", "Trưởng phòng Văn hóa - Xã hội"),
    "đức": ("ông Vi Văn Đức", "Trưởng Công an xã"),
    "ất": ("ông Đặng Quốc Ất", "Trưởng Trạm Y tế"),
    "ước": ("bà Đào Thị Ước", "Giám đốc Trung tâm Phục vụ hành chính công"),
    "nguyệt": ("bà Nguyễn Thị Thanh Nguyệt", "Kế toán"),
    "quỳ": ("ông Ngô Đình Quỳ", "Phó Giám đốc Điện lực khu vực Đông Lâm"),
}


@dataclass(frozen=True, slots=True)
class Collected:
    """An opinion that came before the evening, with the answer that was prepared for it."""

    called: str
    name: str
    locality: str
    text: str
    field: str
    source: Source
    answer: str = ""
    by: str = ""


COLLECTED = (
    Collected(
        "ông",
        "Lương Văn Chấn",
        "thôn Đồng Vạn",
        "Mương Nà Sầm tưới cho 23 mẫu lúa của Đồng Vạn bị sạt hai chỗ sau trận mưa tháng Chín, bà con đề "
        "nghị xã kè lại trước vụ mùa.",
        "Nông nghiệp, thủy lợi",
        Source.VILLAGE_HEAD,
        "Xã đã đo đạc hai điểm sạt dài 31 m, dự toán 186 triệu đồng từ nguồn thủy lợi phí cấp bù.",
        "Phòng Kinh tế",
    ),
    Collected(
        "ông",
        "Nông Văn Khoán",
        "thôn Bến Lở",
        "Bãi chăn thả ven sông Lãm năm nào cũng lở thêm vài mét, đề nghị cắm biển báo nguy hiểm cho trẻ "
        "chăn trâu.",
        "An ninh, trật tự",
        Source.SLIP,
        "Đã đặt làm sáu biển báo, dựng xong trong tuần đầu tháng 5.",
        "Công an xã",
    ),
    Collected(
        "bà",
        "Hoàng Thị Nhài",
        "thôn Phú Ấp",
        "Nước giếng khoan xóm Trại có mùi tanh, đề nghị cho xét nghiệm và công bố kết quả để bà con biết "
        "mà dùng.",
        "Nước sinh hoạt",
        Source.SLIP,
        "Trạm Y tế lấy năm mẫu nước ngày 13/4, kết quả có sau 10 ngày làm việc.",
        "Trạm Y tế",
    ),
    Collected(
        "bà",
        "Chu Thị Bưởi",
        "thôn Đồng Vạn",
        "Loa truyền thanh cụm chợ hỏng đã lâu, tin của xã bà con không nghe được.",
        "Văn hóa, thể thao",
        Source.VIA_SECRETARY,
        "Đã thay hai loa và bộ thu mới ngày 18/4.",
        "Phòng Văn hóa - Xã hội",
    ),
)
