"""A plan of a Party committee in the form of 2026: dashed bases, "I-", "1-"; signed for its board."""

from __future__ import annotations

from datetime import date, time

from dialogue_desktop.domain.plan import ChairRole, IssuerKind, Level, TimeKind, UnitKind
from tests.exchange.plans.made import CONFERENCE, NOTICE, OldPlan

_TITLE = (
    "tiếp xúc, đối thoại trực tiếp giữa Bí thư Đảng ủy, Chủ tịch Ủy ban nhân dân xã với Nhân dân thôn Đồng "
    "Vải năm "
    "2026"
)
_STEPS = (
    "Văn phòng Đảng ủy nêu lý do, giới thiệu đại biểu, nhắc nội quy.",
    "Đồng chí Bí thư Đảng ủy nói rõ mục đích, cách làm của buổi đối thoại.",
    "Nhân dân phát biểu ý kiến theo danh sách đăng ký, sau đó tự do.",
    "Các ban, phòng trả lời; đồng chí Chủ tịch Ủy ban nhân dân xã trả lời phần việc của chính quyền.",
    "Đồng chí Bí thư Đảng ủy kết luận.",
)
_OFFICE = (
    "Tham mưu thông báo kết luận trong 10 ngày làm việc kể từ ngày đối thoại, việc khó không quá 15 ngày "
    "làm việc.",
    "Theo dõi, đôn đốc; sau khi có thông báo kết luận 30 ngày thì báo cáo Ban Thường vụ kết quả thực hiện.",
)
_FRONT = ("Phát phiếu xin ý kiến từng hộ, gửi kết quả về Văn phòng Đảng ủy trước ngày 12/8/2026.",)
_CELL = ("Họp chi bộ quán triệt, vận động Nhân dân tham gia; lập danh sách người đăng ký phát biểu.",)

THACH_LAM = OldPlan(
    name="Đảng ủy xã Thạch Lam",
    kind=IssuerKind.PARTY_COMMITTEE,
    unit_kind=UnitKind.XA,
    commune="Thạch Lam",
    paragraphs=(
        "ĐẢNG BỘ TỈNH LAM GIANG",
        "ĐẢNG UỶ XÃ THẠCH LAM",
        "*",
        "ĐẢNG CỘNG SẢN VIỆT NAM",
        "Số 27-KH/ĐU",
        "Thạch Lam, ngày 20 tháng 7 năm 2026",
        "KẾ HOẠCH",
        _TITLE,
        "-----",
        "- Căn cứ Quy định số 11-QĐi/TW, ngày 18/02/2019 của Bộ Chính trị;",
        "- Căn cứ Chương trình làm việc năm 2026 của Ban Chấp hành Đảng bộ xã,",
        "Ban Thường vụ Đảng ủy xã xây dựng Kế hoạch tiếp xúc, đối thoại như sau:",
        "I- MỤC ĐÍCH, YÊU CẦU",
        "1- Mục đích",
        "- Để người đứng đầu nghe dân bàn, nghe dân góp; việc đúng thì làm, việc sai thì sửa.",
        "2- Yêu cầu",
        "- Dân chủ, thẳng thắn, đúng quy định; không để ai lợi dụng diễn đàn.",
        "II- NỘI DUNG, HÌNH THỨC, THÀNH PHẦN",
        "1- Nội dung",
        "- Dồn điền đổi thửa và bồi thường khi làm đường liên thôn.",
        "- Sinh hoạt chi bộ, vai trò nêu gương của đảng viên.",
        "2- Người chủ trì: Đồng chí Ngô Đức Khải, Bí thư Đảng ủy; đồng chí Mai Thị Sửu, Chủ tịch Ủy ban "
        "nhân dân "
        "xã.",
        "3- Thành phần",
        "- Đại diện Ban Tuyên giáo và Dân vận Tỉnh ủy.",
        "- Ủy viên Ban Chấp hành Đảng bộ xã; trưởng các ban, phòng, đoàn thể xã.",
        "- Nhân dân thôn Đồng Vải: 100 người/cuộc.",
        "4- Thời gian, địa điểm",
        "- Thời gian: lúc 14 giờ 00 ngày 21/8/2026 (thứ Sáu).",
        "- Địa điểm: Nhà văn hóa thôn Đồng Vải.",
        "5- Trình tự tiến hành",
        *(f"({n}) {step}" for n, step in enumerate(_STEPS, 1)),
        "III- TỔ CHỨC THỰC HIỆN",
        "1- Văn phòng Đảng ủy",
        *(f"- {duty}" for duty in _OFFICE),
        "2- Ủy ban Mặt trận Tổ quốc Việt Nam xã",
        f"- {_FRONT[0]}",
        "3- Chi ủy chi bộ thôn Đồng Vải",
        f"- {_CELL[0]}",
        "Trên đây là Kế hoạch tiếp xúc, đối thoại trực tiếp của người đứng đầu với Nhân dân năm 2026.",
        "Nơi nhận:",
        "- Ban Thường vụ Tỉnh ủy (để báo cáo),",
        "- Ủy ban nhân dân xã,",
        "- Chi bộ thôn Đồng Vải,",
        "- Lưu Văn phòng Đảng ủy.",
        "T/M BAN THƯỜNG VỤ",
        "BÍ THƯ",
        "Ngô Đức Khải",
    ),
    number="27",
    symbol="KH/ĐU",
    place="Thạch Lam",
    issued_on=date(2026, 7, 20),
    superior="ĐẢNG BỘ TỈNH LAM GIANG",
    title=_TITLE,
    bases=(
        "Căn cứ Quy định số 11-QĐi/TW, ngày 18/02/2019 của Bộ Chính trị",
        "Căn cứ Chương trình làm việc năm 2026 của Ban Chấp hành Đảng bộ xã",
    ),
    lead_in="Ban Thường vụ Đảng ủy xã xây dựng Kế hoạch tiếp xúc, đối thoại như sau:",
    sections=(
        "I MỤC ĐÍCH, YÊU CẦU",
        "1 Mục đích",
        "2 Yêu cầu",
        "II NỘI DUNG, HÌNH THỨC, THÀNH PHẦN",
        "1 Nội dung",
        "2 Người chủ trì",
        "3 Thành phần",
        "4 Thời gian, địa điểm",
        "5 Trình tự tiến hành",
        "III TỔ CHỨC THỰC HIỆN",
        "1 Văn phòng Đảng ủy",
        "2 Ủy ban Mặt trận Tổ quốc Việt Nam xã",
        "3 Chi ủy chi bộ thôn Đồng Vải",
    ),
    closing="Trên đây là Kế hoạch tiếp xúc, đối thoại trực tiếp của người đứng đầu với Nhân dân năm 2026.",
    localities=("thôn Đồng Vải",),
    time=(TimeKind.EXACT, date(2026, 8, 21), time(14), None, 8, ()),
    places=("Nhà văn hóa thôn Đồng Vải",),
    chairs=(
        ("Ngô Đức Khải", "Bí thư Đảng ủy", ChairRole.CHAIR),
        ("Mai Thị Sửu", "Chủ tịch Ủy ban nhân dân xã", ChairRole.CO_CHAIR),
    ),
    participants=(
        (Level.HIGHER, None, "Đại diện Ban Tuyên giáo và Dân vận Tỉnh ủy"),
        (Level.COMMUNE, None, "Ủy viên Ban Chấp hành Đảng bộ xã; trưởng các ban, phòng, đoàn thể xã"),
        (Level.PEOPLE, 100, "Nhân dân thôn Đồng Vải: 100 người/cuộc"),
    ),
    people=100,
    per_session=100,
    topics=(
        "Dồn điền đổi thửa và bồi thường khi làm đường liên thôn.",
        "Sinh hoạt chi bộ, vai trò nêu gương của đảng viên.",
    ),
    programme=tuple((step, "", None, ()) for step in _STEPS),
    units=(
        ("Văn phòng Đảng ủy", _OFFICE),
        ("Ủy ban Mặt trận Tổ quốc Việt Nam xã", _FRONT),
        ("Chi ủy chi bộ thôn Đồng Vải", _CELL),
    ),
    due=(
        (
            "Văn phòng Đảng ủy",
            "trong 10 ngày làm việc kể từ",
            (CONFERENCE, "after", 10, "working", 15),
            None,
            "",
        ),
        (
            "Văn phòng Đảng ủy",
            "sau khi có thông báo kết luận 30 ngày",
            (NOTICE, "after", 30, "calendar"),
            None,
            "",
        ),
        ("Ủy ban Mặt trận Tổ quốc Việt Nam xã", "trước ngày 12/8/2026", (date(2026, 8, 12), False), None, ""),
    ),
    recipients=(
        "Ban Thường vụ Tỉnh ủy (để báo cáo)",
        "Ủy ban nhân dân xã",
        "Chi bộ thôn Đồng Vải",
        "Lưu Văn phòng Đảng ủy",
    ),
    signature=(("T/M BAN THƯỜNG VỤ", "BÍ THƯ"), "Ngô Đức Khải"),
)
