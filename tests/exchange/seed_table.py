"""What a person finds in the five real plans: places in their words, never the words themselves (P13).

A span "begin … end" is looked up in the plan's own file by the tests. The outline has a line for each heading
(number, heading) and for each paragraph under it, in the order of the page: "-" and "+" items, "=" plain
paragraphs, "1-" or "(1)." items that are numbered.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, time

from dialogue_desktop.domain.deadlines import FixedDate
from dialogue_desktop.domain.plan import ChairRole, IssuerKind, Level, TimeKind, UnitKind

CONFERENCE, NOTICE = "conference_day", "notice_of_conclusion"
BEFORE, AFTER = "before", "after"
CALENDAR, WORKING = "calendar", "working"
UNSAID = "không ghi tính từ ngày nào; hiểu là từ ngày họp"
FIRST_DAY = "đây là ngày bắt đầu"


@dataclass(frozen=True)
class Due:
    """One dated duty: whose, the span of its sentence, the wording of its deadline and what it means: a rule
    (anchor, direction, n, unit of days, extension) or a fixed date; the hour; the doubt beside it."""

    unit: str
    sentence: str
    wording: str
    rule: tuple | None = None
    fixed: FixedDate | None = None
    at: time | None = None
    doubt: str = ""


@dataclass(frozen=True)
class Seed:
    """One plan. `participants`: (level, expected, span); `units`: (number, heading, unit, number of duties);
    `topics` and `programme`: the number of the part whose items they are; `doubts`: all of them, in order."""

    issuer: tuple[IssuerKind, UnitKind, str]
    title: str
    bases: tuple[str, ...]
    lead_in: str
    outline: str
    closing: str
    time: tuple
    place: str
    recipients: tuple[str, ...]
    signature: tuple[tuple[str, ...], str]
    chairs: tuple[tuple[str, ChairRole], ...]
    units: tuple[tuple[str, str, str, int], ...]
    due: tuple[Due, ...]
    head: tuple[str, ...] = ()
    symbol: str = ""
    date_text: str = ""
    carried_out: tuple[int, ...] = ()
    secretaries: tuple[tuple[str, bool], ...] = ()
    organisers: tuple[tuple[str, str], ...] = ()
    localities: tuple[str, ...] = ()
    time_text: str = ""
    form: str = ""
    participants: tuple[tuple[Level, int | None, str], ...] = ()
    people: int | None = None
    per_session: int | None = None
    topics: str = ""
    programme: str = ""
    copies: tuple[tuple[int, str, bool], ...] = ()
    backdrop: tuple[str, ...] = ()
    doubts: tuple[str, ...] = ()
    left_out: tuple[str, ...] = field(default=())


TABLE: dict[str, Seed] = {
    "000": Seed(
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
    ),
    "001": Seed(
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
    ),
    "002": Seed(
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
    ),
    "003": Seed(
        issuer=(IssuerKind.PEOPLE_COMMITTEE, UnitKind.XA, "Bắc Thanh Miện"),
        head=("Số: /KH-UBND", "Bắc Thanh Miện, ngày tháng 4 năm 2026"),
        symbol="KH-UBND",
        date_text="Bắc Thanh Miện, ngày tháng 4 năm 2026",
        title="Tiếp xúc, đối … năm 2026",
        bases=("Thực hiện Hướng … nhân dân năm 2026",),
        carried_out=(0,),
        lead_in="Ủy ban nhân … như sau",
        outline="""
I MỤC ĐÍCH, YÊU CẦU
1 Mục đích
- Gặp gỡ, lắng … bàn xã
- Tuyên truyền, phổ … thực hiện
- Phát huy quyền … toàn dân
- Chủ động nắm … bàn xã
2 Yêu cầu
- Việc tổ chức … xã hội
- Quá trình tổ … pháp luật
- Các ý kiến, … biện xã hội
II NỘI DUNG, HÌNH … ĐỐI THOẠI
1 Nội dung tiếp xúc, đối thoại
- Về phát triển … xã hội
- Về an ninh - quốc phòng
- Về xây dựng … kiểu mẫu
- Công tác giải … PVHCC xã
- Các kiến nghị, … Nhân dân
2 Hình thức, thời … đối thoại
2.1 Hình thức
= Tổ chức hội … như trên
2.2 Thời gian
= Dự kiến tháng … báo sau)
2.3 Địa điểm tổ chức
= Nhà Văn hóa thôn An Sơn
3 Trình tự tổ … đối thoại
3.1 Trước khi tổ … đối thoại
3.1.1 Phát phiếu, thu … ý kiến
= Ủy ban Mặt … ngày 15/4/2026
3.1.2 Xây dựng báo cáo định hướng
= Văn phòng HĐND … ngày 22/4/2026
3.2 Trình tự đối thoại
(1). Đại diện cơ … dự hội nghị đối thoại
(2). Người chủ trì … của hội nghị đối thoại
(3). Trình bày báo … hội nghị
(4). Nhân dân phát biểu ý kiến
(5). Người chủ trì … giải quyết
(6). Sau khi nghe … thỏa đáng)
(7). Người chủ trì … đối thoại
3.3 Sau hội nghị … đối thoại
- Chậm nhất là … không quá 15 … hội nghị đối thoại
- Người chủ trì … nội dung
+ Trả lời, giải … quy định
+ Tham mưu văn … (nếu có)
+ Yêu cầu các … pháp luật
+ Đưa ra giải … (nếu có)
+ Theo dõi, đôn … đối thoại
- Sau khi nhận … đạo giải quyết
III TỔ CHỨC THỰC HIỆN
1 Văn phòng HĐND-UBND xã
- Chủ trì, phối … Kế hoạch tiếp xúc, đối thoại
- Tổng hợp báo … ngày 22/4/2026
- Tổng hợp, báo … quy định
2 Các phòng, ban, … môn xã
- Tham mưu trả … ngày 20/4/2026
3 Trung tâm Dịch … công xã
= Thông báo trên … hội nghị
4 Ủy ban Mặt … hội xã
- Đề nghị Ủy … ngày 15/4/2026
- Thực hiện vai … đối thoại
- Đưa nội dung … hằng năm
5 Bí thư chi … An lâu
- Tuyên truyền tới … năm 2026
- Phối hợp với … hội nghị
""",
        closing="Trên đây là … tổng hợp",
        time=(TimeKind.MONTH, None, None, 4, (), 2026),
        time_text="Dự kiến tháng 4 năm 2026 (thời … báo sau)",
        place="Nhà Văn hóa thôn An Sơn",
        form="Tổ chức hội … như trên",
        chairs=(("Chủ tịch Ủy ban nhân dân xã", ChairRole.CHAIR),),
        localities=("thôn An Sơn", "thôn An Lâu"),
        topics="II.1",
        programme="II.3.2",
        units=(
            ("1", "Văn phòng HĐND-UBND xã", "Văn phòng HĐND-UBND xã", 3),
            ("2", "Các phòng, ban, ngành chuyên môn xã", "Các phòng, ban, ngành chuyên môn xã", 1),
            ("3", "Trung tâm Dịch vụ sự nghiệp công xã", "Trung tâm Dịch vụ sự nghiệp công xã", 1),
            (
                "4",
                "Ủy ban Mặt trận Tổ quốc và … hội xã",
                "Ủy ban Mặt trận Tổ quốc và các tổ chức chính trị - xã hội xã",
                3,
            ),
            ("5", "Bí thư chi bộ, Trưởng … An lâu", "Bí thư chi bộ, Trưởng thôn An Sơn và thôn An lâu", 2),
        ),
        due=(
            Due(
                "Ủy ban Mặt trận Tổ quốc và các tổ chức chính trị - xã hội xã",
                "Gửi kết quả … 15/4/2026",
                "trước ngày 15/4/2026",
                fixed=FixedDate(date(2026, 4, 15), False, "mục II.3.1.1 của kế hoạch"),
            ),
            Due(
                "các cơ quan, đơn vị",
                "các cơ quan, đơn vị được … 20/4/2026",
                "trước ngày 20/4/2026",
                fixed=FixedDate(date(2026, 4, 20), False, "mục II.3.1.2 của kế hoạch"),
            ),
            Due(
                "Văn phòng HĐND-UBND",
                "Văn phòng HĐND-UBND tham … 22/4/2026",
                "hoàn thành trước ngày 22/4/2026",
                fixed=FixedDate(date(2026, 4, 22), False, "mục II.3.1.2 của kế hoạch"),
            ),
            Due(
                "cơ quan chủ trì tham mưu tổ chức đối thoại",
                "Chậm nhất là 10 … xử lý, giải quyết",
                "Chậm nhất là 10 ngày làm việc sau",
                rule=(CONFERENCE, AFTER, 10, WORKING, 15),
            ),
            Due(
                "các cơ quan, tổ chức có thẩm quyền",
                "Sau khi nhận … chỉ đạo giải quyết",
                "Chậm nhất là 07 ngày làm việc, sau",
                rule=(NOTICE, AFTER, 7, WORKING, None),
            ),
            Due(
                "Văn phòng HĐND-UBND xã",
                "Tổng hợp báo cáo trả lời … 22/4/2026",
                "xong trước ngày 22/4/2026",
                fixed=FixedDate(date(2026, 4, 22), False, "mục III.1 của kế hoạch"),
            ),
            Due(
                "Các phòng, ban, ngành chuyên môn xã",
                "Báo cáo khái … 20/4/2026",
                "trước ngày 20/4/2026",
                fixed=FixedDate(date(2026, 4, 20), False, "mục III.2 của kế hoạch"),
            ),
            Due(
                "Ủy ban Mặt trận Tổ quốc và các tổ chức chính trị - xã hội xã",
                "Tiến hành phát … 15/4/2026",
                "trước ngày 15/4/2026",
                fixed=FixedDate(date(2026, 4, 15), False, "mục III.4 của kế hoạch"),
            ),
        ),
        recipients=(
            "Thường trực Đảng ủy",
            "Thường trực HĐND xã",
            "Lãnh đạo UBND xã",
            "Ban Thường trực UBMTTQVN xã",
            "Ban Xây dựng Đảng",
            "Các phòng, ban, ngành xã",
            "Trưởng thôn An Sơn",
            "Trưởng thôn An Lâu",
            "Lưu: VT",
        ),
        signature=(("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"), "Khổng Quốc Toàn"),
        doubts=("kế hoạch không có dòng “Chủ trì”; hiểu theo tên kế hoạch",),
    ),
    "004": Seed(
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
    ),
}
