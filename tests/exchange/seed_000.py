"""What a person finds in the plan of the thị trấn Lai Cách, 2023 (P13)."""

from __future__ import annotations

from datetime import date

from dialogue_desktop.domain.deadlines import FixedDate
from dialogue_desktop.domain.plan import ChairRole, IssuerKind, Level, TimeKind, UnitKind
from tests.exchange.seed_shape import BEFORE, CALENDAR, CONFERENCE, FIRST_DAY, Due, Seed

SEED = Seed(
    issuer=(IssuerKind.PEOPLE_COMMITTEE, UnitKind.THI_TRAN, "Lai Cách"),
    title="Tổ chức hội … năm 2023",
    bases=("Căn cứ Luật … năm 2015", "Thực hiện Quy … Hải Dương", "Thực hiện Kế … năm 2023"),
    carried_out=(1, 2),
    lead_in="Ủy ban nhân … năm 2023",
    outline="""
I MỤC ĐÍCH, YÊU CẦU
1 Mục đích
- Nâng cao hiệu … Nhân dân
- Nhằm nắm bắt … địa phương
- Tạo điều kiện … vững mạnh
2 Yêu cầu
- Việc tiếp xúc, … Chí Minh
- Việc tiếp xúc, … hình thức
- Nội dung đối … hiệu quả
II HÌNH THỨC, THỜI GIAN, ĐỊA ĐIỂM
1 Chủ trì đối thoại
= Chủ tịch UBND … Lai Cách
2 Thành phần
2.1 Đại biểu huyện
= Mời đồng chí … Cẩm Giàng
2.2 Đại biểu thị trấn
= Ban chấp hành … liên quan
2.3 Đại biểu thôn
= Đồng chí cấp … sản xuất)
3 Đối tượng đối thoại
= Nhân dân thôn … Lai Cách
4 Nội dung đối thoại
- Chủ tịch UBND … quan tâm
- Nhân dân tham … công dân…
- Nghe ý kiến … thực hiện
- Chủ tịch UBND … quan giải quyết
5 Phương pháp đối thoại
- Đối thoại theo … cho Nhân dân
- Hạn chế việc … với Nhân dân
- Trong khi đối … cuộc đối thoại
6 Chương trình đối thoại
- Văn phòng UBND … hội nghị
- Chủ tịch UBND … cuộc đối thoại
- Nhân dân trực … hội nghị
- Chủ tịch UBND … Nhà nước
- Sau phần trả … cuối cùng
7 Thời gian, địa … tham dự
= Dự kiến thời … ngày 23/9/2023
= Địa điểm: Nhà … Lai Cách
= Số lượng: 50 người/ cuộc
III TỔ CHỨC THỰC HIỆN
1 Đối với Lãnh … thị trấn
- Chỉ đạo chuyên … ngày 15/9/2023)
- Chỉ đạo, đôn … ngày 15/9/2023)
= Bảo đảm các … quy định
2 Đối Ban tuyên … dân vận
- Ban tuyên giáo … bộ thị trấn
- Khối Dân vận … cuộc tiếp xúc … UBND thị trấn
3 Văn phòng Ủy … thị trấn
- Văn phòng HĐND-UBND … ngày 05/9/2023)
- Tổng hợp, rà … ngày 15/9/2023)
- Xây dựng Báo … ngày 17/9/2023)
- Tham mưu ban … mời giúp)
- Xây dựng thông … thị trấn)
- Tham mưu dự … quy định
4 Cán bộ, công chức thị trấn
= Tham dự buổi … phụ trách
5 Cán bộ Văn … thị trấn
= Thông báo rộng … xúc, đối thoại
6 Công tác phối hợp
= Đề nghị Thường … đối thoại
7 Đối với cấp … thôn Đìa
- Tổ chức hội … ngày 05/9/2023)
- Trực tiếp gửi … quy định
- Chuẩn bị địa … 2 ngày)
- Lập danh sách … quy định
""",
    closing="Trên đây là … thực hiện",
    time=(TimeKind.EXACT, date(2023, 9, 23), None, 9, (), 2023),
    time_text="Dự kiến thời … ngày 23/9/2023",
    place="Nhà văn hóa thôn Đìa thị trấn Lai Cách",
    chairs=(("Chủ tịch UBND thị trấn Lai Cách", ChairRole.CHAIR),),
    secretaries=(("Văn phòng UBND thị trấn", False),),
    localities=("thôn Đìa",),
    participants=(
        (Level.HIGHER, None, "Đại biểu huyện: … Cẩm Giàng"),
        (Level.COMMUNE, None, "Đại biểu thị trấn: … liên quan"),
        (Level.LOCALITY, None, "Đại biểu thôn: … sản xuất)"),
    ),
    people=50,
    per_session=50,
    topics="II.4",
    programme="II.6",
    units=(
        ("1", "Đối với Lãnh đạo UBND thị trấn", "Lãnh đạo UBND thị trấn", 3),
        ("2", "Đối Ban tuyên giáo, Khối dân vận", "Ban tuyên giáo, Khối dân vận", 2),
        ("3", "Văn phòng Ủy ban nhân dân thị trấn", "Văn phòng Ủy ban nhân dân thị trấn", 6),
        ("4", "Cán bộ, công chức thị trấn", "Cán bộ, công chức thị trấn", 1),
        ("5", "Cán bộ Văn … thị trấn", "Cán bộ Văn hóa - Thông tin, Đài Truyền thanh thị trấn", 1),
        ("6", "Công tác phối hợp", "Thường trực HĐND, UBMTTQ thị trấn và các đoàn thể", 1),
        ("7", "Đối với cấp ủy chi bộ thôn Đìa", "cấp ủy chi bộ thôn Đìa", 4),
    ),
    due=(
        Due(
            "Lãnh đạo UBND thị trấn",
            "Chỉ đạo chuyên … ngày 15/9/2023)",
            "xong trước ngày 15/9/2023",
            fixed=FixedDate(date(2023, 9, 15), False, "mục III.1 của kế hoạch"),
        ),
        Due(
            "Lãnh đạo UBND thị trấn",
            "Chỉ đạo, đôn … ngày 15/9/2023)",
            "xong trước ngày 15/9/2023",
            fixed=FixedDate(date(2023, 9, 15), False, "mục III.1 của kế hoạch"),
        ),
        Due(
            "Văn phòng Ủy ban nhân dân thị trấn",
            "Văn phòng HĐND-UBND phối … 05/9/2023)",
            "từ 25/8/2023",
            fixed=FixedDate(date(2023, 8, 25), True, "mục III.3 của kế hoạch"),
            doubt=FIRST_DAY,
        ),
        Due(
            "Văn phòng Ủy ban nhân dân thị trấn",
            "Văn phòng HĐND-UBND phối … 05/9/2023)",
            "chậm nhất ngày 05/9/2023",
            fixed=FixedDate(date(2023, 9, 5), True, "mục III.3 của kế hoạch"),
        ),
        Due(
            "Văn phòng Ủy ban nhân dân thị trấn",
            "Tổng hợp, rà … 10/9/2023)",
            "xong trước ngày 10/9/2023",
            fixed=FixedDate(date(2023, 9, 10), False, "mục III.3 của kế hoạch"),
        ),
        Due(
            "Văn phòng Ủy ban nhân dân thị trấn",
            "Trên cơ sở đó … 15/9/2023)",
            "chậm nhất ngày 15/9/2023",
            fixed=FixedDate(date(2023, 9, 15), True, "mục III.3 của kế hoạch"),
        ),
        Due(
            "Văn phòng Ủy ban nhân dân thị trấn",
            "Xây dựng Báo … 17/9/2023)",
            "xong trước ngày 17/9/2023",
            fixed=FixedDate(date(2023, 9, 17), False, "mục III.3 của kế hoạch"),
        ),
        Due(
            "Văn phòng Ủy ban nhân dân thị trấn",
            "Tham mưu ban … mời giúp)",
            "trước ít nhất 5 ngày",
            rule=(CONFERENCE, BEFORE, 5, CALENDAR, None),
        ),
        Due(
            "Cán bộ Văn hóa - Thông tin, Đài Truyền thanh thị trấn",
            "Thông báo rộng … xúc, đối thoại",
            "chậm nhất trước 07 ngày",
            rule=(CONFERENCE, BEFORE, 7, CALENDAR, None),
        ),
        Due(
            "cấp ủy chi bộ thôn Đìa",
            "Phân công các … 05/9/2023)",
            "từ 25/8/2023",
            fixed=FixedDate(date(2023, 8, 25), True, "mục III.7 của kế hoạch"),
            doubt=FIRST_DAY,
        ),
        Due(
            "cấp ủy chi bộ thôn Đìa",
            "Phân công các … 05/9/2023)",
            "chậm nhất ngày 05/9/2023",
            fixed=FixedDate(date(2023, 9, 5), True, "mục III.7 của kế hoạch"),
        ),
        Due(
            "cấp ủy chi bộ thôn Đìa",
            "Chuẩn bị địa … 2 ngày)",
            "trước hội nghị TXĐT 2 ngày",
            rule=(CONFERENCE, BEFORE, 2, CALENDAR, None),
        ),
    ),
    recipients=(
        "UBND huyện (b/c)",
        "TT Đảng ủy-HĐND thị trấn",
        "Lãnh đạo UBND thị trấn",
        "TT UB MTTQ, các ngành đoàn thể thị trấn",
        "Bí thư Chi bộ, Trưởng thôn Đìa",
        "Trưởng ban CTMT thôn Đìa",
        "Lưu: VP",
    ),
    signature=(("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"), "Nguyễn Văn Minh"),
    doubts=(
        "chữ “Đngr” có thể bị mất nét",
        "người ghi biên bản hiểu theo câu này",
        "“từ 25/8/2023”: đây là ngày bắt đầu",
        "“từ 25/8/2023”: đây là ngày bắt đầu",
    ),
    left_out=(
        "BAN CƠ YẾU",
        "2023-08-21T10",
        "PHIÊN BẢN",
        "Nguyễn Văn Minh<",
        "BAN CƠ YẾU",
        "2023-08-21T14",
        "PHIÊN BẢN",
        "ỦY BAN NHÂN DÂN THỊ TRẤN LAI CÁCH<",
    ),
)
