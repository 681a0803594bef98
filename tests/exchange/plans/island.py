"""A đặc khu with khu dân cư; "Phần thứ nhất" above "1.", the tasks as a table of five columns."""

from __future__ import annotations

from datetime import date, time

from dialogue_desktop.domain.plan import ChairRole, IssuerKind, Level, TimeKind, UnitKind
from tests.exchange.plans.made import CONFERENCE, NOTICE, OldPlan

#: Head and rows of the table of tasks.
TASKS = (
    ("TT", "Nội dung công việc", "Đơn vị chủ trì", "Đơn vị phối hợp", "Thời gian hoàn thành"),
    ("1", "Thông báo trên loa truyền thanh, trang thông tin của đặc khu", "Phòng Văn hóa - Xã hội",
     "Các khu dân cư", "Trước 20/7/2026"),
    ("2", "In và phát phiếu đăng ký phát biểu cho từng hộ", "Phòng Văn hóa - Xã hội", "", "15/7/2026"),
    ("3", "Tổng hợp, phân loại ý kiến theo lĩnh vực", "Văn phòng HĐND và UBND",
     "Trung tâm Phục vụ hành chính công", "Chậm nhất ngày 24/7/2026"),
    ("4", "Ban hành thông báo kết luận", "Văn phòng HĐND và UBND", "", "10 ngày làm việc sau hội nghị"),
    ("5", "Trả lời bằng văn bản các ý kiến chưa trả lời tại chỗ", "Các phòng chuyên môn",
     "Văn phòng HĐND và UBND", "07 ngày làm việc kể từ ngày có thông báo kết luận"),
)  # fmt: skip

#: The programme with its hours.
STEPS = (
    ("Thời gian", "Nội dung", "Người thực hiện"),
    ("08h00 - 08h15", "Đón tiếp đại biểu, kiểm tra đường truyền trực tuyến", "Văn phòng HĐND và UBND"),
    ("08h15 - 08h30", "Khai mạc, thông qua nội quy", "Chủ tịch UBND đặc khu"),
    ("08h30 - 10h30", "Nhân dân phát biểu; chủ trì và các phòng trả lời", "Chủ tịch UBND đặc khu"),
    ("10h30 - 10h45", "Kết luận, bế mạc", "Chủ tịch UBND đặc khu"),
)


def _rows(table: tuple[tuple[str, ...], ...]) -> tuple[str, ...]:
    return tuple("\t".join(cell or "-" for cell in row) for row in table)


_TITLE = "Tổ chức hội nghị đối thoại với Nhân dân khu dân cư Bãi Sậy và khu dân cư Cầu Cảng năm 2026"
_CULTURE = (
    "Thông báo trên loa truyền thanh, trang thông tin của đặc khu. Đơn vị phối hợp: Các khu dân cư. "
    "Thời gian hoàn thành: Trước 20/7/2026",
    "In và phát phiếu đăng ký phát biểu cho từng hộ. Thời gian hoàn thành: 15/7/2026",
)
_OFFICE = (
    "Tổng hợp, phân loại ý kiến theo lĩnh vực. Đơn vị phối hợp: Trung tâm Phục vụ hành chính công. "
    "Thời gian hoàn thành: Chậm nhất ngày 24/7/2026",
    "Ban hành thông báo kết luận. Thời gian hoàn thành: 10 ngày làm việc sau hội nghị",
)
_ROOMS = (
    "Trả lời bằng văn bản các ý kiến chưa trả lời tại chỗ. Đơn vị phối hợp: Văn phòng HĐND và UBND. "
    "Thời gian hoàn thành: 07 ngày làm việc kể từ ngày có thông báo kết luận",
)

HON_NGOC = OldPlan(
    name="đặc khu Hòn Ngọc",
    kind=IssuerKind.PEOPLE_COMMITTEE,
    unit_kind=UnitKind.DAC_KHU,
    commune="Hòn Ngọc",
    paragraphs=(
        "ỦY BAN NHÂN DÂN",
        "ĐẶC KHU HÒN NGỌC",
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Độc lập - Tự do - Hạnh phúc",
        "Số: 112/KH-UBND",
        "Hòn Ngọc, ngày 03 tháng 7 năm 2026",
        "KẾ HOẠCH",
        _TITLE,
        "Căn cứ Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025;",
        "Xét đề nghị của Chánh Văn phòng HĐND và UBND đặc khu, Ủy ban nhân dân đặc khu Hòn Ngọc ban hành "
        "Kế hoạch "
        "như sau:",
        "PHẦN THỨ NHẤT",
        "MỤC ĐÍCH, YÊU CẦU",
        "1. Mục đích: Để chính quyền nghe người dân trên đảo nói về điện, nước ngọt và bến tàu; trả lời rõ "
        "việc đã "
        "làm, việc đang làm và việc chưa làm được.",
        "2. Yêu cầu: Ai cũng được nói; nói bằng lời hoặc gửi phiếu; việc của đất liền thì nhận và chuyển "
        "tiếp.",
        "PHẦN THỨ HAI",
        "NỘI DUNG VÀ CÁCH TỔ CHỨC",
        "1. Nội dung",
        "- Cấp nước ngọt mùa khô cho hai khu dân cư.",
        "- Giá vé và giờ tàu ra đảo.",
        "2. Thành phần",
        "- Chủ trì: Ông Trịnh Bá Vang - Chủ tịch UBND đặc khu; đồng chủ trì: đại diện Thường trực HĐND đặc "
        "khu.",
        "- Đại diện Sở Xây dựng tỉnh, Cảng vụ (dự trực tuyến).",
        "- Bà con khu dân cư Bãi Sậy (80 người), khu dân cư Cầu Cảng (60 người).",
        "3. Hình thức: Trực tiếp kết hợp trực tuyến.",
        "4. Thời gian: 08 giờ 00, ngày 30 tháng 7 năm 2026.",
        "5. Địa điểm: Nhà văn hóa đặc khu và điểm cầu tại bến Cầu Cảng.",
        "6. Chương trình",
        *_rows(STEPS),
        "PHẦN THỨ BA",
        "TỔ CHỨC THỰC HIỆN",
        *_rows(TASKS),
        "Yêu cầu các phòng, đơn vị thực hiện nghiêm Kế hoạch này./.",
        "Nơi nhận:",
        "- UBND tỉnh;",
        "- TT. Đảng ủy, TT. HĐND đặc khu;",
        "- Các phòng, đơn vị;",
        "- Các khu dân cư;",
        "- Lưu: VT.",
        "TM. ỦY BAN NHÂN DÂN",
        "CHỦ TỊCH",
        "Trịnh Bá Vang",
    ),
    number="112",
    symbol="KH-UBND",
    place="Hòn Ngọc",
    issued_on=date(2026, 7, 3),
    title=_TITLE,
    bases=(
        "Căn cứ Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025",
        "Xét đề nghị của Chánh Văn phòng HĐND và UBND đặc khu",
    ),
    lead_in="Ủy ban nhân dân đặc khu Hòn Ngọc ban hành Kế hoạch như sau:",
    sections=(
        "PHẦN THỨ NHẤT MỤC ĐÍCH, YÊU CẦU",
        "1 Mục đích",
        "2 Yêu cầu",
        "PHẦN THỨ HAI NỘI DUNG VÀ CÁCH TỔ CHỨC",
        "1 Nội dung",
        "2 Thành phần",
        "3 Hình thức",
        "4 Thời gian",
        "5 Địa điểm",
        "6 Chương trình",
        "PHẦN THỨ BA TỔ CHỨC THỰC HIỆN",
    ),
    closing="Yêu cầu các phòng, đơn vị thực hiện nghiêm Kế hoạch này./.",
    localities=("khu dân cư Bãi Sậy", "khu dân cư Cầu Cảng"),
    time=(TimeKind.EXACT, date(2026, 7, 30), time(8), None, 7, ()),
    places=("Nhà văn hóa đặc khu và điểm cầu tại bến Cầu Cảng",),
    form="Trực tiếp kết hợp trực tuyến.",
    chairs=(
        ("Trịnh Bá Vang", "Chủ tịch UBND đặc khu", ChairRole.CHAIR),
        ("", "Đại diện Thường trực HĐND đặc khu", ChairRole.CO_CHAIR),
    ),
    participants=(
        (Level.HIGHER, None, "Đại diện Sở Xây dựng tỉnh, Cảng vụ (dự trực tuyến)"),
        (Level.PEOPLE, 140, "Bà con khu dân cư Bãi Sậy (80 người), khu dân cư Cầu Cảng (60 người)"),
    ),
    people=140,
    topics=("Cấp nước ngọt mùa khô cho hai khu dân cư.", "Giá vé và giờ tàu ra đảo."),
    programme=(
        (STEPS[1][1], STEPS[1][2], 15, ()),
        (STEPS[2][1], STEPS[2][2], 15, ()),
        (STEPS[3][1], STEPS[3][2], 120, ()),
        (STEPS[4][1], STEPS[4][2], 15, ()),
    ),
    units=(
        ("Phòng Văn hóa - Xã hội", _CULTURE),
        ("Văn phòng HĐND và UBND", _OFFICE),
        ("Các phòng chuyên môn", _ROOMS),
    ),
    due=(
        ("Phòng Văn hóa - Xã hội", "Trước 20/7/2026", (date(2026, 7, 20), False), None, ""),
        ("Phòng Văn hóa - Xã hội", "15/7/2026", (date(2026, 7, 15), True), None, ""),
        ("Văn phòng HĐND và UBND", "Chậm nhất ngày 24/7/2026", (date(2026, 7, 24), True), None, ""),
        ("Văn phòng HĐND và UBND", "10 ngày làm việc sau", (CONFERENCE, "after", 10, "working"), None, ""),
        ("Các phòng chuyên môn", "07 ngày làm việc kể từ", (NOTICE, "after", 7, "working"), None, ""),
    ),
    recipients=(
        "UBND tỉnh",
        "TT. Đảng ủy, TT. HĐND đặc khu",
        "Các phòng, đơn vị",
        "Các khu dân cư",
        "Lưu: VT",
    ),
    signature=(("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"), "Trịnh Bá Vang"),
)
