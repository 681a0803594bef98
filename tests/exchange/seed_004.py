"""What a person finds in the plan of Cai Bộ, 2025 (P13)."""

from __future__ import annotations

from dialogue_desktop.domain.plan import ChairRole, IssuerKind, Level, TimeKind, UnitKind
from tests.exchange.seed_shape import AFTER, CALENDAR, CONFERENCE, Due, Seed

SEED = Seed(
    issuer=(IssuerKind.PEOPLE_COMMITTEE, UnitKind.XA, "Cai Bộ"),
    title="Tổ chức tiếp … năm 2025",
    bases=("Căn cứ quy … năm 2015",),
    lead_in="UBND xã Cai … như sau",
    outline="""
I MỤC ĐÍCH, YÊU CẦU
1 Mục đích
- Để tiếp tục … người dân
- Thông qua buổi … hành chính
- Đối thoại để … nhân dân
2 Yêu cầu
- Thông tin cung … dân biết
- Nâng cao phong … công vụ
- Việc tổ chức … quy định
II NỘI DUNG, THÀNH … ĐỐI THOẠI
1 Nội dung, hình … đối thoại
1.1 Nội dung
- Ghi nhận và … chính ở địa phương
- Tạo mối quan … hành chính
- Tiếp thu, ghi … công chức
- Những vấn đề … quan tâm
1.2 Hình thức
= Cán bộ, công … nhân dân
1.3 Nguyên tắc
= Thực hiện phương … kiểm tra”
2 Thành phần, thời gian, địa điểm
2.1 Thành phần Ban tổ chức
- Chủ tịch UBND … tổ chức
- Phó Chủ tịch … tổ chức
- Mời thường trực … xã dự
- Mời UBMTTQ và … thành viên
- Các công chức … thành viên
+ Thư ký: Công … Hộ tịch
2.2 Thành phần tham … tiếp xúc
- Cán bộ, công … cấp xã
- Nhân dân thường … địa phương
2.3 Thời gian
= Quỹ III,IV năm … báo sau)
2.4 Địa điểm
- Tại Hội trường … Cai Bộ
III TỔ CHỨC THỰC HIỆN
1 Công chức Văn phòng -Thống kê
- Tham mưu UBND … nhân dân
- Tham mưu UBND … hội nghị
2 Công chức Văn … xã hội
- Chuẩn bị hội … hội nghị
3 Công chức Tài … kế toán
- Dự trù kinh … quy định
4 Công an xã, … sự xã
- Phối hợp xây … tiếp xúc
5 UB MTTQ và … liên quan
- Tổ chức công … vướng mắc
- Theo chức năng, … giải quyết
- Tổ chức hội … nghị của nhân dân
""",
    closing="Trên đây là … Cai Bộ",
    time=(TimeKind.QUARTERS, None, None, None, (3, 4), 2025),
    time_text="Quỹ III,IV năm … báo sau)",
    place="Hội trường UBND xã Cai Bộ",
    form="Cán bộ, công chức gặp … nhân dân",
    chairs=(("Chủ tịch UBND xã", ChairRole.CHAIR), ("Phó Chủ tịch UBND xã", ChairRole.DEPUTY)),
    secretaries=(("Công chức Văn phòng - Thống kê", False), ("CC Tư pháp - Hộ tịch", False)),
    organisers=(
        ("trưởng ban", "Chủ tịch UBND xã, Trưởng ban tổ chức"),
        ("phó ban", "Phó Chủ tịch UBND xã, phó ban tổ chức"),
        ("dự", "Mời thường trực Đảng ủy, HĐND xã dự"),
        ("thành viên", "Mời UBMTTQ và trưởng … thành viên"),
        ("thành viên", "Các công chức chuyên … thành viên"),
        ("thư ký", "Thư ký: Công … Hộ tịch"),
    ),
    participants=(
        (Level.COMMUNE, None, "Cán bộ, công chức xã gồm: … không chuyên trách cấp xã"),
        (Level.PEOPLE, None, "Nhân dân thường trú tại địa phương"),
    ),
    topics="II.1.1",
    units=(
        ("1", "Công chức Văn phòng -Thống kê", "Công chức Văn phòng -Thống kê", 2),
        ("2", "Công chức Văn hóa - xã hội", "Công chức Văn hóa - xã hội", 1),
        ("3", "Công chức Tài chính - kế toán", "Công chức Tài chính - kế toán", 1),
        ("4", "Công an xã, Ban chỉ huy quân sự sự xã", "Công an xã, Ban chỉ huy quân sự sự xã", 1),
        (
            "5",
            "UB MTTQ và các tổ chức … liên quan",
            "UB MTTQ và các tổ chức chính trị xã hội xã và các công chức liên quan",
            3,
        ),
    ),
    due=(
        Due(
            "Công chức Văn phòng -Thống kê",
            "Tham mưu UBND xã tổ chức họp … hội nghị",
            "chậm nhất sau 10 ngày",
            rule=(CONFERENCE, AFTER, 10, CALENDAR, None),
        ),
    ),
    recipients=(
        "Phòng Nội vụ huyện",
        "TT. Đảng ủy, HĐND",
        "UBMTTQ, các đoàn thể",
        "Các cán bộ, công chức",
        "Trang TTĐT xã",
        "Lưu: VP",
    ),
    signature=(("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"), "Bế Văn Ngọc"),
    doubts=(
        "kế hoạch không có dòng “Chủ trì”; hiểu theo ban tổ chức",
        "“Quỹ III,IV năm 2025” hiểu là quý",
        "chữ “sự sự” lặp lại",
    ),
)
