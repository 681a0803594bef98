"""What a person finds in the plan of Lộc Thịnh, 2024 (P13)."""

from __future__ import annotations

from dialogue_desktop.domain.plan import ChairRole, IssuerKind, Level, TimeKind, UnitKind
from tests.exchange.seed_shape import AFTER, BEFORE, CALENDAR, CONFERENCE, UNSAID, WORKING, Due, Seed

SEED = Seed(
    issuer=(IssuerKind.PEOPLE_COMMITTEE, UnitKind.XA, "Lộc Thịnh"),
    head=("XÃ LỘC THỊNH", "Độc lập - Tự do - Hạnh phúc", "Số: /KH – … năm 2024"),
    symbol="KH-UBND",
    date_text="Lộc Thịnh, ngày tháng năm 2024",
    title="Tổ chức hội … năm 2024",
    bases=(
        "Căn cứ Luật … năm 2019",
        "Căn cứ Luật … ngày 10/11/2022",
        "Căn cứ Quyết … Nhân dân",
        "Thực hiện nhiệm … năm 2024",
    ),
    carried_out=(3,),
    lead_in="Ủy ban nhân … như sau",
    outline="""
I MỤC ĐÍCH, YÊU CẦU
1 Mục đích
= Trực tiếp nắm … người dân
= Tuyên truyền, phổ … thuận của Nhân dân
= Thực hiện tốt … cấp xã
2 Yêu cầu
= Việc tiếp xúc, … thực, hiệu quả
= Hội nghị trao … xã hội
= Hội nghị được … trọng khác
= UBND cấp xã … Hội nghị
= Chủ trì Hội … cá nhân
II NỘI DUNG KẾ HOẠCH
1 Thành phần tham gia
- Chủ trì: Chủ … cấp xã
- Mời: Đại diện … hội xã
- Trưởng Công an … chức xã
- Thư ký Hội … địa phương
- Thông báo rộng … địa phương)
- Tùy tình hình … Hội nghị
2 Thời gian, địa … Hội nghị
- Thời gian: Trước tháng 9/2024
- Địa điểm: Nhà … Lộc Thịnh
- Hình thức: Tùy … từng Hội nghị
4 Chương t nh … Hội nghị
- n định tổ … của Hội nghị
- Chủ trì Hội nghị
+ Báo cáo tóm … gian tới
+ Thông tin các … (nếu có)
+ Báo cáo kết … trước đó
- Nhân dân trao … an ninh…
- Chủ trì Hội … lời Nhân dân
- Lập biên bản … như sau
+ Thành phần tham … địa phương)
+ Các ý kiến, … ý kiến)
+ Trả lời của … giải quyết
III TỔ CHỨC THỰC HIỆN
1 Đề nghị Đảng … cấp xã
- Lãnh đạo, chỉ … hoạch này
- Ủy ban Mặt … địa bàn
2 Giao Công chức … Thống kê
- Niêm yết công … dung tổ chức Hội nghị
- Chậm nhất sau … Hội nghị)
- Trường hợp các … cho Nhân dân
- Đối với các … được biết
- Chậm nhất sau … Hội nghị)
3 Giao các T ưởng thôn
= Tổ chức sinh … ngày tổ chức Hội nghị
4 Giao Bộ phận … Kế toán
= Tham mưu bố … hiện hành
5 Các cán bộ, … UBND xã
= Theo chức năng, … Hội nghị)
""",
    closing="Trên đây là … năm 2024",
    time=(TimeKind.BEFORE_MONTH, None, None, 9, (), 2024),
    time_text="Trước tháng 9/2024",
    place="Nhà Văn hóa xã Lộc Thịnh",
    form="Tùy vào tình hình thực tế tại địa phương, nếu … từng Hội nghị",
    chairs=(("Chủ tịch", ChairRole.CHAIR), ("các Phó Chủ tịch UBND cấp xã", ChairRole.DEPUTY)),
    secretaries=(
        ("01 công chức Văn phòng - Thống kê", False),
        ("01 người dân đại diện cho Nhân dân tại địa phương", True),
    ),
    participants=(
        (Level.COMMUNE, None, "Mời: Đại diện … hội xã"),
        (Level.COMMUNE, None, "Trưởng Công an … chức xã"),
        (Level.PEOPLE, None, "Thông báo rộng … địa phương)"),
        (Level.HIGHER, None, "Tùy tình hình … tham dự Hội nghị"),
    ),
    programme="II.4",
    units=(
        (
            "1",
            "Đề nghị Đảng … cấp xã",
            "Đảng ủy, HĐND, UBMTTQ và các tổ chức chính t ị - xã hội cấp xã",
            2,
        ),
        ("2", "Giao Công chức Văn phòng – Thống kê", "Công chức Văn phòng – Thống kê", 5),
        ("3", "Giao các T ưởng thôn", "các T ưởng thôn", 1),
        ("4", "Giao Bộ phận Tài chính – Kế toán", "Bộ phận Tài chính – Kế toán", 1),
        ("5", "Các cán bộ, công chức thuộc UBND xã", "Các cán bộ, công chức thuộc UBND xã", 1),
    ),
    due=(
        Due(
            "Công chức Văn phòng – Thống kê",
            "Niêm yết công … 10 ngày trước ngày tổ chức Hội nghị",
            "chậm nhất là 10 ngày trước ngày tổ chức",
            rule=(CONFERENCE, BEFORE, 10, CALENDAR, None),
        ),
        Due(
            "Công chức Văn phòng – Thống kê",
            "Chậm nhất sau 05 … biên bản Hội nghị)",
            "Chậm nhất sau 05 ngày làm việc",
            rule=(CONFERENCE, AFTER, 5, WORKING, None),
            doubt=UNSAID,
        ),
        Due(
            "Công chức Văn phòng – Thống kê",
            "Trường hợp các ý kiến, … xem xét, giải quyết",
            "sau 05 ngày",
            rule=(CONFERENCE, AFTER, 5, CALENDAR, None),
        ),
        Due(
            "Công chức Văn phòng – Thống kê",
            "Đối với các ý kiến, … được biết",
            "chậm nhất sau 07 ngày làm việc",
            rule=(CONFERENCE, AFTER, 7, WORKING, None),
            doubt=UNSAID,
        ),
        Due(
            "Công chức Văn phòng – Thống kê",
            "Chậm nhất sau 10 … của UBND xã",
            "Chậm nhất sau 10 ngày làm việc",
            rule=(CONFERENCE, AFTER, 10, WORKING, None),
            doubt=UNSAID,
        ),
        Due(
            "các T ưởng thôn",
            "Tổ chức sinh … ngày tổ chức Hội nghị",
            "trước 05 ngày",
            rule=(CONFERENCE, BEFORE, 5, CALENDAR, None),
        ),
    ),
    recipients=(
        "UBND huyện",
        "Phòng Nội vụ",
        "TT. Đảng ủy, HĐND xã",
        "MTTQ và Đoàn thể",
        "CB, CC liên quan",
        "Trang thông tin điện tử xã",
        "Trưởng các thôn, làng",
        "Lưu: VT",
    ),
    signature=(("CHỦ TỊCH",), "Bùi Văn Cường"),
    copies=(
        (1, "niêm yết tại trụ sở UBND xã", True),
        (1, "lưu hồ sơ", False),
        (1, "gửi kèm theo … cấp huyện", False),
    ),
    doubts=(
        "chữ “t nh” có thể bị mất nét",
        "mục II: sau số 2 đến số 4",
        "chữ “n định” có thể bị mất nét",
        "chữ “t ị” có thể bị mất nét",
        f"“Chậm nhất sau 05 ngày làm việc”: {UNSAID}",
        f"“chậm nhất sau 07 ngày làm việc”: {UNSAID}",
        f"“Chậm nhất sau 10 ngày làm việc”: {UNSAID}",
        "chữ “T ưởng” có thể bị mất nét",
    ),
)
