"""A xã of the Mekong delta with ấp, khóm and a sóc; decimal numbers only, several steps deep."""

from __future__ import annotations

from dialogue_desktop.domain.plan import ChairRole, IssuerKind, Level, TimeKind, UnitKind
from tests.exchange.plans.made import CONFERENCE, OldPlan

_TITLE = (
    "Tổ chức Hội nghị trao đổi, đối thoại giữa Ủy ban nhân dân xã với Nhân dân ấp Rạch Đình, khóm 3 và sóc "
    "Cây "
    "Dương năm 2026"
)
_TOPICS = (
    "Nạo vét kênh Ông Tờ, nước tưới cho vụ Thu Đông.",
    "Điện chiếu sáng trên lộ nông thôn và cầu khỉ còn lại ở sóc Cây Dương.",
    "Vay vốn, học nghề cho thanh niên dân tộc Khmer.",
)
_STEPS = (
    "Công chức Văn hóa tuyên bố lý do, giới thiệu đại biểu.",
    "Chủ tịch Ủy ban nhân dân xã thông tin tình hình kinh tế - xã hội.",
    "Bà con trao đổi, đặt câu hỏi; ai nói tiếng Khmer thì có người phiên dịch.",
    "Chủ trì trả lời từng ý kiến, kết luận.",
)
_OFFICE = (
    "Niêm yết kế hoạch tại trụ sở xã và nhà văn hóa ấp ít nhất 10 ngày trước ngày tổ chức hội nghị.",
    "Sau khi kết thúc hội nghị, chậm nhất 03 ngày làm việc phải hoàn thành biên bản.",
    "Báo cáo kết quả về UBND tỉnh chậm nhất 15 ngày sau hội nghị, việc phức tạp không quá 20 ngày.",
)
_FRONT = ("Phát phiếu lấy ý kiến đến từng hộ; thu về và gửi Văn phòng trước khi tổ chức hội nghị 05 ngày.",)
_HEADS = (
    "Họp dân để chọn người nói thay; lập danh sách gửi về xã trong thời hạn 07 ngày kể từ ngày ban hành kế "
    "hoạch.",
    "Sửa soạn bàn ghế, nước uống, mái che.",
)

VINH_TAN = OldPlan(
    name="xã Vĩnh Tân Đông",
    kind=IssuerKind.PEOPLE_COMMITTEE,
    unit_kind=UnitKind.XA,
    commune="Vĩnh Tân Đông",
    paragraphs=(
        "ỦY BAN NHÂN DÂN",
        "XÃ VĨNH TÂN ĐÔNG",
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Độc lập - Tự do - Hạnh phúc",
        "Số:        /KH-UBND",
        "Vĩnh Tân Đông, ngày        tháng 3 năm 2026",
        "KẾ HOẠCH",
        _TITLE,
        "Căn cứ Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025;",
        "Thực hiện Kế hoạch số 31-KH/ĐU ngày 12/01/2026 của Đảng ủy xã về công tác dân vận năm 2026,",
        "Ủy ban nhân dân xã Vĩnh Tân Đông xây dựng kế hoạch tổ chức đối thoại với nội dung như sau:",
        "1. MỤC ĐÍCH, YÊU CẦU",
        "1.1. Mục đích",
        "- Gần dân, nghe dân; gỡ cho được những chuyện nước nôi, đường sá mà bà con kêu hoài.",
        "1.2. Yêu cầu",
        "- Đúng giờ, gọn, không đọc diễn văn dài; mỗi ý kiến đều có người nhận trả lời.",
        "2. NỘI DUNG, CÁCH THỨC TỔ CHỨC",
        "2.1. Nội dung đối thoại",
        *(f"- {topic}" for topic in _TOPICS),
        "2.2. Thành phần tham dự",
        "2.2.1. Cấp xã: Thường trực Đảng ủy, Thường trực HĐND, lãnh đạo UBND, Ủy ban MTTQ Việt Nam và các "
        "đoàn thể xã.",
        "2.2.2. Cấp ấp: Bí thư chi bộ, Trưởng ấp Rạch Đình, Trưởng khóm 3, Trưởng ban quản lý sóc Cây Dương.",
        "2.2.3. Nhân dân: mời đại diện hộ dân, các vị sư sãi chùa Cây Dương, khoảng 200 người.",
        "2.3. Chủ trì: Chủ tịch, Phó Chủ tịch Ủy ban nhân dân xã.",
        "2.4. Hình thức: Trực tiếp.",
        "2.5. Thời gian: Trong quý II/2026, ngày cụ thể sẽ có thông báo sau.",
        "2.6. Địa điểm: Tại Nhà văn hóa ấp Rạch Đình.",
        "2.7. Trình tự hội nghị",
        *(f"{n}) {step}" for n, step in enumerate(_STEPS, 1)),
        "3. TỔ CHỨC THỰC HIỆN",
        "3.1. Văn phòng HĐND và UBND xã",
        *(f"- {duty}" for duty in _OFFICE),
        "3.2. Ủy ban MTTQ Việt Nam xã",
        f"- {_FRONT[0]}",
        "3.3. Trưởng ấp Rạch Đình, Trưởng khóm 3 và Trưởng ban quản lý sóc Cây Dương",
        *(f"- {duty}" for duty in _HEADS),
        "Trên đây là Kế hoạch tổ chức đối thoại của Ủy ban nhân dân xã. Quá trình thực hiện có gì vướng "
        "thì báo ngay "
        "về Văn phòng để tháo gỡ./.",
        "Nơi nhận:",
        "- TT. Đảng ủy, TT. HĐND xã;",
        "- Ủy ban MTTQ Việt Nam xã;",
        "- Các ấp, khóm, sóc;",
        "- Lưu: VT.",
        "TM. ỦY BAN NHÂN DÂN",
        "CHỦ TỊCH",
        "Thạch Sa Rây",
    ),
    symbol="KH-UBND",
    place="Vĩnh Tân Đông",
    title=_TITLE,
    bases=(
        "Căn cứ Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025",
        "Thực hiện Kế hoạch số 31-KH/ĐU ngày 12/01/2026 của Đảng ủy xã về công tác dân vận năm 2026",
    ),
    lead_in="Ủy ban nhân dân xã Vĩnh Tân Đông xây dựng kế hoạch tổ chức đối thoại với nội dung như sau:",
    sections=(
        "1 MỤC ĐÍCH, YÊU CẦU",
        "1.1 Mục đích",
        "1.2 Yêu cầu",
        "2 NỘI DUNG, CÁCH THỨC TỔ CHỨC",
        "2.1 Nội dung đối thoại",
        "2.2 Thành phần tham dự",
        "2.2.1 Cấp xã",
        "2.2.2 Cấp ấp",
        "2.2.3 Nhân dân",
        "2.3 Chủ trì",
        "2.4 Hình thức",
        "2.5 Thời gian",
        "2.6 Địa điểm",
        "2.7 Trình tự hội nghị",
        "3 TỔ CHỨC THỰC HIỆN",
        "3.1 Văn phòng HĐND và UBND xã",
        "3.2 Ủy ban MTTQ Việt Nam xã",
        "3.3 Trưởng ấp Rạch Đình, Trưởng khóm 3 và Trưởng ban quản lý sóc Cây Dương",
    ),
    closing=(
        "Trên đây là Kế hoạch tổ chức đối thoại của Ủy ban nhân dân xã. Quá trình thực hiện có gì vướng "
        "thì báo ngay về Văn phòng để tháo gỡ./."
    ),
    localities=("ấp Rạch Đình", "khóm 3", "sóc Cây Dương"),
    time=(TimeKind.QUARTERS, None, None, None, None, (2,)),
    places=("Nhà văn hóa ấp Rạch Đình",),
    form="Trực tiếp.",
    chairs=(
        ("", "Chủ tịch", ChairRole.CHAIR),
        ("", "Phó Chủ tịch Ủy ban nhân dân xã", ChairRole.DEPUTY),
    ),
    participants=(
        (
            Level.COMMUNE,
            None,
            "Cấp xã: Thường trực Đảng ủy, Thường trực HĐND, lãnh đạo UBND, Ủy ban MTTQ Việt Nam và các "
            "đoàn thể xã",
        ),
        (
            Level.LOCALITY,
            None,
            "Cấp ấp: Bí thư chi bộ, Trưởng ấp Rạch Đình, Trưởng khóm 3, Trưởng ban quản lý sóc Cây Dương",
        ),
        (
            Level.PEOPLE,
            200,
            "Nhân dân: mời đại diện hộ dân, các vị sư sãi chùa Cây Dương, khoảng 200 người",
        ),
    ),
    people=200,
    topics=_TOPICS,
    programme=tuple((step, "", None, ()) for step in _STEPS),
    units=(
        ("Văn phòng HĐND và UBND xã", _OFFICE),
        ("Ủy ban MTTQ Việt Nam xã", _FRONT),
        ("Trưởng ấp Rạch Đình, Trưởng khóm 3 và Trưởng ban quản lý sóc Cây Dương", _HEADS),
    ),
    due=(
        (
            "Văn phòng HĐND và UBND xã",
            "ít nhất 10 ngày trước ngày tổ chức",
            (CONFERENCE, "before", 10, "calendar"),
            None,
            "",
        ),
        (
            "Văn phòng HĐND và UBND xã",
            "Sau khi kết thúc hội nghị, chậm nhất 03 ngày làm việc",
            (CONFERENCE, "after", 3, "working"),
            None,
            "",
        ),
        (
            "Văn phòng HĐND và UBND xã",
            "chậm nhất 15 ngày sau",
            (CONFERENCE, "after", 15, "calendar", 20),
            None,
            "",
        ),
        (
            "Ủy ban MTTQ Việt Nam xã",
            "trước khi tổ chức hội nghị 05 ngày",
            (CONFERENCE, "before", 5, "calendar"),
            None,
            "",
        ),
        (
            "Trưởng ấp Rạch Đình, Trưởng khóm 3 và Trưởng ban quản lý sóc Cây Dương",
            "trong thời hạn 07 ngày kể từ",
            ("plan_date", "after", 7, "calendar"),
            None,
            "",
        ),
    ),
    recipients=("TT. Đảng ủy, TT. HĐND xã", "Ủy ban MTTQ Việt Nam xã", "Các ấp, khóm, sóc", "Lưu: VT"),
    signature=(("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"), "Thạch Sa Rây"),
)
