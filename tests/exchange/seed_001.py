"""What a person finds in the plan of the party committee of Hiệp Hòa, 2023 (P13)."""

from __future__ import annotations

from datetime import date, time

from dialogue_desktop.domain.deadlines import FixedDate
from dialogue_desktop.domain.plan import ChairRole, IssuerKind, Level, TimeKind, UnitKind
from tests.exchange.seed_shape import Due, Seed

SEED = Seed(
    issuer=(IssuerKind.PARTY_COMMITTEE, UnitKind.XA, "Hiệp Hòa"),
    title="Tổ chức Hội … năm 2023",
    bases=("Thực hiện Quy … Hải Dương",),
    carried_out=(0,),
    lead_in="Đảng ủy xã … như sau",
    outline="""
I MỤC ĐÍCH, YÊU CẦU
1 Mục đích
- Bí thư đảng … phù hợp
- Tuyên truyền, phổ … xã hội
- Tăng cường và … trị-xã hội
- Kịp thời phát … đứng đầu
2 Yêu cầu
- Bảo đảm sự … trị-xã hội
- Bảo đảm thực … địa phương
- Tổ chức tiếp … thụ hưởng”
- Những ý kiến, … trả lời
- Tổ chức tiếp … địa phương
II NỘI DUNG, THÀNH … ĐỐI THOẠI
1 Nội dung tiếp xúc, đối thoại
- Thông báo khái … hiện nay
- Thu thập ý … ích của nhân dân
- Nghe ý kiến … đảng viên
- Nghe ý kiến … giải quyết
- Trực tiếp trả … để giải quyết
2 Thành phần hội nghị
= Đại biểu thị xã
- Đồng chí Thị … Hiệp Hòa
- Lãnh đạo và … đưa tin)
= Đại biểu xã Hiệp Hòa
- Thường vụ Đảng … Hiệp Hòa
- Bí thư, phó … trận thôn
- Nhân dân thôn … đối thoại)
3 Hình thức tiếp xúc, đối thoại
= Tiếp xúc, đối … An Bộ
4 Thời gian, địa điểm
4.1 Thời gian dự … 2023(thứ năm)
4.2 Địa điểm
= tại Hội trường … Hiệp Hòa
5 Phương pháp, cách … đối thoại
= Bước 1: Đảng … tháng 05/2023
= Bước 2: Tổ … trình tự
1- Văn phòng HĐND-UBND … nghị tiếp xúc đối thoại
2- Đồng chí bí … đối thoại
3- Mời nhân dân … chủ trì
4- Người chủ trì … của mình
5- Nhân dân tiếp … giải trình
6- Người chủ trì … quy định
= Tùy thuộc vào … phù hợp
= Bước 3: Bí … quy định
III TÔ CHỨC THỰC HIỆN
1
= Văn phòng Đảng … quy định
2
= Trưởng các ban … hội nghị
3
= Đảng ủy -UBND-UBMTTQ … quy định
4 Thôn An Bộ
- Báo cáo chi … đại biểu)
5 Công chức văn hóa xã
- Chuẩn bị trang … đối thoại
= Nội dung tip chữ
= HỘI NGHỊ
= TIẾP XÚC, ĐỐI … AN BỘ
= Hiệp Hòa, ngày/05/2023
6 Đài Phát thanh … đối thoại
7 Công an - Quân sự xã
= phân công, bố … đối thoại
8 Họp triển khai, … ngày 22/05/2023
""",
    closing="Trên đây là … thực hiện",
    time=(TimeKind.EXACT, date(2023, 5, 25), None, 5, (), 2023),
    time_text="dự kiến vào … 2023(thứ năm)",
    place="Hội trường trung tâm văn hóa xã Hiệp Hòa",
    form="Tiếp xúc, đối thoại trực tiếp với nhân dân thôn An Bộ",
    chairs=(
        ("Bí thư Đảng ủy - chủ tịch HĐND xã", ChairRole.CHAIR),
        ("Chủ tịch UBND xã", ChairRole.CO_CHAIR),
    ),
    localities=("thôn An Bộ",),
    participants=(
        (Level.HIGHER, None, "Đồng chí Thị ủy viên phụ trách xã Hiệp Hòa"),
        (Level.HIGHER, None, "Lãnh đạo và … đưa tin)"),
        (Level.COMMUNE, None, "Thường vụ Đảng … Công an xã Hiệp Hòa"),
        (Level.COMMUNE, None, "Bí thư, phó … trận thôn"),
        (Level.PEOPLE, 100, "Nhân dân thôn An Bộ (thôn … đối thoại)"),
    ),
    people=100,
    topics="II.1",
    programme="II.5 1- 2- 3- 4- 5- 6-",
    units=(
        ("1", "Văn phòng Đảng ủy- HĐND-UBND xã", "Văn phòng Đảng ủy- HĐND-UBND xã", 1),
        (
            "2",
            "Trưởng các ban … đoàn thể xã",
            "Trưởng các ban ngành chuyên môn UBND xã, các ban, ngành, đoàn thể xã",
            1,
        ),
        ("3", "Đảng ủy -UBND-UBMTTQ xã Hiệp Hòa", "Đảng ủy -UBND-UBMTTQ xã Hiệp Hòa", 1),
        ("4", "Thôn An Bộ", "Thôn An Bộ", 1),
        ("5", "Công chức văn hóa xã", "Công chức văn hóa xã", 5),
        ("6", "Đài Phát thanh xã", "Đài Phát thanh xã", 1),
        ("7", "Công an - Quân sự xã", "Công an - Quân sự xã", 1),
        ("8", "", "", 1),
    ),
    due=(
        Due(
            "",
            "Họp triển khai, … ngày 22/05/2023",
            "vào 8 giờ 30', ngày 22/05/2023",
            at=time(8, 30),
            fixed=FixedDate(date(2023, 5, 22), True, "mục III.8 của kế hoạch"),
        ),
    ),
    recipients=("Ban Thường vụ đảng ủy", "Ban Dân vận Đảng ủy", "HĐND, UBND, UBMTTQ xã", "Lưu: VT"),
    signature=(("T/M BAN CHẤP HÀNH ĐẢNG BỘ", "PHÓ BÍ THƯ THƯỜNG TRỰC"), "Phạm Văn Định"),
    backdrop=("HỘI NGHỊ", "TIẾP XÚC, ĐỐI … AN BỘ", "Hiệp Hòa, ngày/05/2023"),
    doubts=("đề mục “TÔ CHỨC THỰC HIỆN” có thể sai dấu",),
    left_out=("cán bộ, công chức; nâng cao", "trách nhiệm cho các cơ quan"),
)
