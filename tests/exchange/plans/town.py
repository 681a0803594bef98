"""A phường with tổ dân phố and a khu tập thể; marks on the old places (HOÀ, UỶ); "I/", "1/", "a)"."""

from __future__ import annotations

from datetime import date, time

from dialogue_desktop.domain.plan import ChairRole, IssuerKind, Level, TimeKind, UnitKind
from tests.exchange.plans.made import CONFERENCE, OldPlan

_TOPICS = (
    "Thu gom rác thải, thoát nước ở các ngõ thấp trũng sau mưa lớn",
    "Trật tự đô thị quanh chợ Kim Thuỷ; việc đỗ xe trước cổng trường học",
    "Cấp sổ hồng cho các hộ đang ở khu tập thể Cơ Khí",
)
_STEPS = (
    "Ổn định tổ chức, văn nghệ chào mừng (15 phút)",
    "Lãnh đạo phường báo cáo ngắn kết quả giải quyết kiến nghị của kỳ trước (20 phút)",
    "Nhân dân phát biểu ý kiến, mỗi lượt không quá 05 phút",
    "Chủ trì trả lời, kết luận và bế mạc",
)
_OFFICE = (
    "Gửi giấy mời đến từng hộ qua tổ trưởng 01 tuần trước hội nghị; chuẩn bị hội trường, âm thanh.",
    "Tổng hợp phiếu hỏi của các tổ dân phố, trình Chủ tịch phường trước 16 giờ 30 ngày 10/6/2026.",
    "Trong thời hạn 05 ngày làm việc kể từ ngày kết thúc hội nghị, niêm yết biên bản tại nhà văn hoá các tổ.",
)
_UNITS = (
    ("Văn phòng HĐND và UBND phường", _OFFICE),
    (
        "Phòng Kinh tế, Hạ tầng và Đô thị",
        ("Soạn nội dung trả lời về thoát nước và đỗ xe, gửi Văn phòng chậm nhất ngày 08/6.",),
    ),
    (
        "Tổ trưởng tổ dân phố 4, tổ dân phố 9 và Ban quản lý khu tập thể Cơ Khí",
        (
            "Phát phiếu đến từng hộ từ ngày 25/5/2026, thu phiếu chậm nhất ngày 03/6/2026.",
            "Vận động bà con đến dự đông đủ.",
        ),
    ),
)

KIM_THUY = OldPlan(
    name="phường Kim Thuỷ",
    kind=IssuerKind.PEOPLE_COMMITTEE,
    unit_kind=UnitKind.PHUONG,
    commune="Kim Thuỷ",
    paragraphs=(
        "UỶ BAN NHÂN DÂN",
        "PHƯỜNG KIM THUỶ",
        "CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Độc lập - Tự do - Hạnh phúc",
        "Số: 48/KH-UBND",
        "Kim Thuỷ, ngày 18 tháng 5 năm 2026",
        "KẾ HOẠCH",
        "Đối thoại giữa Chủ tịch Uỷ ban nhân dân phường với Nhân dân tổ dân phố 4, tổ dân phố 9 và khu tập "
        "thể "
        "Cơ Khí năm 2026",
        "Căn cứ Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025;",
        "Căn cứ Luật Thực hiện dân chủ ở cơ sở ngày 10 tháng 11 năm 2022;",
        "Thực hiện Chương trình công tác năm 2026, Uỷ ban nhân dân phường Kim Thuỷ xây dựng Kế hoạch đối "
        "thoại "
        "với Nhân dân như sau:",
        "I/ MỤC ĐÍCH, YÊU CẦU",
        "1/ Mục đích",
        "− Nghe bà con nói những việc ở ngõ, ở chợ còn vướng; việc nào làm được ngay thì hứa ngay, việc "
        "nào cần "
        "thời gian thì nói rõ bao giờ xong.",
        "2/ Yêu cầu",
        "− Nói thẳng, nói ngắn, tôn trọng nhau; có người ghi, có người theo việc đến cùng.",
        "II/ NỘI DUNG, THÀNH PHẦN, THỜI GIAN, ĐỊA ĐIỂM",
        "1/ Nội dung đối thoại",
        *(f"• {topic}." for topic in _TOPICS),
        "2/ Thành phần",
        "a) Chủ trì: Chủ tịch Uỷ ban nhân dân phường.",
        "b) Đại diện Thường trực HĐND, Uỷ ban MTTQ Việt Nam phường và các đoàn thể.",
        "c) Trưởng Công an phường, Trạm trưởng Trạm Y tế phường.",
        "d) Đại diện các hộ dân tổ dân phố 4, tổ dân phố 9 và khu tập thể Cơ Khí: 150 người.",
        "đ) Thư ký: bà Lưu Hoà Thuận, công chức Văn phòng và 01 đại diện người dân.",
        "3/ Thời gian: Từ 18 giờ 30 phút đến 21 giờ 00, thứ Sáu, ngày 12/6/2026.",
        "4/ Địa điểm: Nhà văn hoá tổ dân phố 9, phường Kim Thuỷ.",
        "5/ Chương trình",
        *(f"• {step}." for step in _STEPS),
        "III/ TỔ CHỨC THỰC HIỆN",
        "1/ Văn phòng HĐND và UBND phường",
        *(f"− {duty}" for duty in _OFFICE),
        "2/ Giao Phòng Kinh tế, Hạ tầng và Đô thị",
        f"− {_UNITS[1][1][0]}",
        "3/ Đề nghị Tổ trưởng tổ dân phố 4, tổ dân phố 9 và Ban quản lý khu tập thể Cơ Khí",
        *(f"− {duty}" for duty in _UNITS[2][1]),
        "Trên đây là Kế hoạch đối thoại với Nhân dân năm 2026 của Uỷ ban nhân dân phường Kim Thuỷ; khi có "
        "việc phát "
        "sinh, các đơn vị báo về Văn phòng để xử lý./.",
        "Nơi nhận:",
        "- UBND thành phố (để báo cáo);",
        "- Thường trực Đảng uỷ, HĐND phường;",
        "- Các tổ dân phố;",
        "- Lưu: VT, VP.",
        "KT. CHỦ TỊCH",
        "PHÓ CHỦ TỊCH",
        "Đoàn Thuý Hoà",
    ),
    number="48",
    symbol="KH-UBND",
    place="Kim Thuỷ",
    issued_on=date(2026, 5, 18),
    title="Đối thoại giữa Chủ tịch Uỷ ban nhân dân phường với Nhân dân tổ dân phố 4, tổ dân phố 9 và khu tập "
    "thể Cơ Khí năm 2026",
    bases=(
        "Căn cứ Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025",
        "Căn cứ Luật Thực hiện dân chủ ở cơ sở ngày 10 tháng 11 năm 2022",
        "Thực hiện Chương trình công tác năm 2026",
    ),
    lead_in="Uỷ ban nhân dân phường Kim Thuỷ xây dựng Kế hoạch đối thoại với Nhân dân như sau:",
    sections=(
        "I MỤC ĐÍCH, YÊU CẦU",
        "1 Mục đích",
        "2 Yêu cầu",
        "II NỘI DUNG, THÀNH PHẦN, THỜI GIAN, ĐỊA ĐIỂM",
        "1 Nội dung đối thoại",
        "2 Thành phần",
        "3 Thời gian",
        "4 Địa điểm",
        "5 Chương trình",
        "III TỔ CHỨC THỰC HIỆN",
        "1 Văn phòng HĐND và UBND phường",
        "2 Giao Phòng Kinh tế, Hạ tầng và Đô thị",
        "3 Đề nghị Tổ trưởng tổ dân phố 4, tổ dân phố 9 và Ban quản lý khu tập thể Cơ Khí",
    ),
    closing=(
        "Trên đây là Kế hoạch đối thoại với Nhân dân năm 2026 của Uỷ ban nhân dân phường Kim Thuỷ; khi "
        "có việc phát sinh, các đơn vị báo về Văn phòng để xử lý./."
    ),
    localities=("tổ dân phố 4", "tổ dân phố 9", "khu tập thể Cơ Khí"),
    time=(TimeKind.EXACT, date(2026, 6, 12), time(18, 30), time(21), 6, ()),
    places=("Nhà văn hoá tổ dân phố 9, phường Kim Thuỷ",),
    chairs=(("", "Chủ tịch Uỷ ban nhân dân phường", ChairRole.CHAIR),),
    secretaries=(("Lưu Hoà Thuận", "công chức Văn phòng", False), ("", "01 đại diện người dân", True)),
    participants=(
        (Level.COMMUNE, None, "Đại diện Thường trực HĐND, Uỷ ban MTTQ Việt Nam phường và các đoàn thể"),
        (Level.COMMUNE, None, "Trưởng Công an phường, Trạm trưởng Trạm Y tế phường"),
        (
            Level.PEOPLE,
            150,
            "Đại diện các hộ dân tổ dân phố 4, tổ dân phố 9 và khu tập thể Cơ Khí: 150 người",
        ),
    ),
    people=150,
    topics=tuple(f"{topic}." for topic in _TOPICS),
    programme=(
        (f"{_STEPS[0]}.", "", 15, ()),
        (f"{_STEPS[1]}.", "", 20, ()),
        (f"{_STEPS[2]}.", "", None, ()),
        (f"{_STEPS[3]}.", "", None, ()),
    ),
    units=_UNITS,
    due=(
        (_UNITS[0][0], "01 tuần trước hội nghị", (CONFERENCE, "before", 7, "calendar"), None, ""),
        (_UNITS[0][0], "trước 16 giờ 30 ngày 10/6/2026", (date(2026, 6, 10), False), time(16, 30), ""),
        (
            _UNITS[0][0],
            "Trong thời hạn 05 ngày làm việc kể từ",
            (CONFERENCE, "after", 5, "working"),
            None,
            "",
        ),
        (
            _UNITS[1][0],
            "chậm nhất ngày 08/6",
            (date(2026, 6, 8), True),
            None,
            "không ghi năm; hiểu là năm của kế hoạch",
        ),
        (_UNITS[2][0], "từ ngày 25/5/2026", (date(2026, 5, 25), True), None, "đây là ngày bắt đầu"),
        (_UNITS[2][0], "chậm nhất ngày 03/6/2026", (date(2026, 6, 3), True), None, ""),
    ),
    recipients=(
        "UBND thành phố (để báo cáo)",
        "Thường trực Đảng uỷ, HĐND phường",
        "Các tổ dân phố",
        "Lưu: VT, VP",
    ),
    signature=(("KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"), "Đoàn Thuý Hoà"),
    doubts=(
        "“chậm nhất ngày 08/6”: không ghi năm; hiểu là năm của kế hoạch",
        "“từ ngày 25/5/2026”: đây là ngày bắt đầu",
    ),
)
