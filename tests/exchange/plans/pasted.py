"""A xã of the north with bản, xóm and a tiểu khu, as it is sent around in a chat: bullets "•" and "◦"."""

from __future__ import annotations

from datetime import date, time

from dialogue_desktop.domain.plan import ChairRole, IssuerKind, Level, TimeKind, UnitKind
from tests.exchange.plans.made import CONFERENCE, OldPlan

_TITLE = "Tổ chức hội nghị đối thoại giữa Chủ tịch UBND xã với Nhân dân bản Nà Lốc, xóm Chợ và tiểu khu 3"
_TOPICS = (
    "Đường vào bản Nà Lốc mưa là sạt, học sinh phải nghỉ học;",
    "Trâu bò thả rông, chó dại;",
    "Nước máy ở tiểu khu 3 lúc có lúc không.",
)
_STEPS = (
    ("Đón tiếp, khai mạc", ()),
    ("Chủ tịch UBND xã trả lời các phiếu đã nhận, lần lượt theo:", ("Việc đã xong", "Việc đang làm")),
    ("Nhân dân nêu ý kiến tại chỗ", ()),
    ("Kết luận", ()),
)
_UNITS = (
    (
        "Văn phòng HĐND và UBND xã",
        (
            "chuẩn bị tài liệu, giấy mời; gửi thông báo đến các bản trước hội nghị ít nhất 07 ngày",
            "làm biên bản thành 02 bản: 01 bản niêm yết tại trụ sở, 01 bản lưu hồ sơ",
        ),
    ),
    ("Công an xã", ("giữ gìn trật tự, phân luồng xe ở ngã ba Chợ",)),
    (
        "Trưởng bản, trưởng xóm, trưởng tiểu khu",
        ("thu phiếu ý kiến gửi về xã trước 17h00 ngày 20/9/2025",),
    ),
)

NAM_CHAI = OldPlan(
    name="xã Nậm Chài",
    kind=IssuerKind.PEOPLE_COMMITTEE,
    unit_kind=UnitKind.XA,
    commune="Nậm Chài",
    paragraphs=(
        "UBND XÃ NẬM CHÀI",
        "Số: 91/KH-UBND",
        "Nậm Chài, ngày 08 tháng 9 năm 2025",
        "KẾ HOẠCH",
        _TITLE,
        "Thực hiện Công văn số 311/UBND-NC ngày 25/8/2025 của UBND tỉnh về đối thoại với Nhân dân; UBND xã "
        "Nậm Chài "
        "xây dựng kế hoạch như sau:",
        "I. MỤC ĐÍCH",
        "• Nắm cho rõ những việc bà con đang bức xúc; giải quyết ngay từ cơ sở, không để đơn thư lên tỉnh.",
        "II. NỘI DUNG ĐỐI THOẠI",
        *(f"• {topic}" for topic in _TOPICS),
        "III. THÀNH PHẦN",
        "• Chủ trì: đ/c Lường Văn Pản - Chủ tịch UBND xã",
        "• Trưởng các phòng, Công an xã, Trạm Y tế, hiệu trưởng các trường",
        "• Nhân dân bản Nà Lốc, xóm Chợ, tiểu khu 3 (mỗi nơi 40 người)",
        "IV. THỜI GIAN, ĐỊA ĐIỂM",
        "• Thời gian: 8h00, ngày 27/9/2025 (thứ Bảy)",
        "• Địa điểm: Nhà văn hóa xóm Chợ",
        "V. CHƯƠNG TRÌNH",
        *(line for text, details in _STEPS for line in (f"• {text}", *(f"◦ {detail}" for detail in details))),
        "VI. PHÂN CÔNG NHIỆM VỤ",
        f"• Văn phòng HĐND và UBND xã: {_UNITS[0][1][0]}",
        f"◦ {_UNITS[0][1][1]}",
        f"• Công an xã: {_UNITS[1][1][0]}",
        f"• Trưởng bản, trưởng xóm, trưởng tiểu khu: {_UNITS[2][1][0]}",
        "Đề nghị các đơn vị nghiêm túc thực hiện kế hoạch này./.",
        "Nơi nhận:",
        "• TT Đảng ủy, HĐND xã",
        "• Các bản, xóm, tiểu khu",
        "• Lưu VT",
        "CHỦ TỊCH",
        "Lường Văn Pản",
    ),
    number="91",
    symbol="KH-UBND",
    place="Nậm Chài",
    issued_on=date(2025, 9, 8),
    title=_TITLE,
    bases=("Thực hiện Công văn số 311/UBND-NC ngày 25/8/2025 của UBND tỉnh về đối thoại với Nhân dân",),
    lead_in="UBND xã Nậm Chài xây dựng kế hoạch như sau:",
    sections=(
        "I MỤC ĐÍCH",
        "II NỘI DUNG ĐỐI THOẠI",
        "III THÀNH PHẦN",
        "IV THỜI GIAN, ĐỊA ĐIỂM",
        "V CHƯƠNG TRÌNH",
        "VI PHÂN CÔNG NHIỆM VỤ",
    ),
    closing="Đề nghị các đơn vị nghiêm túc thực hiện kế hoạch này./.",
    localities=("bản Nà Lốc", "xóm Chợ", "tiểu khu 3"),
    time=(TimeKind.EXACT, date(2025, 9, 27), time(8), None, 9, ()),
    places=("Nhà văn hóa xóm Chợ",),
    chairs=(("Lường Văn Pản", "Chủ tịch UBND xã", ChairRole.CHAIR),),
    participants=(
        (Level.COMMUNE, None, "Trưởng các phòng, Công an xã, Trạm Y tế, hiệu trưởng các trường"),
        (Level.PEOPLE, 40, "Nhân dân bản Nà Lốc, xóm Chợ, tiểu khu 3 (mỗi nơi 40 người)"),
    ),
    people=40,
    topics=_TOPICS,
    programme=tuple((text, "", None, details) for text, details in _STEPS),
    units=_UNITS,
    due=(
        (
            "Văn phòng HĐND và UBND xã",
            "trước hội nghị ít nhất 07 ngày",
            (CONFERENCE, "before", 7, "calendar"),
            None,
            "",
        ),
        (
            "Trưởng bản, trưởng xóm, trưởng tiểu khu",
            "trước 17h00 ngày 20/9/2025",
            (date(2025, 9, 20), False),
            time(17),
            "",
        ),
    ),
    recipients=("TT Đảng ủy, HĐND xã", "Các bản, xóm, tiểu khu", "Lưu VT"),
    signature=(("CHỦ TỊCH",), "Lường Văn Pản"),
)
