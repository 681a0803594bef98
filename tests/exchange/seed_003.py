"""What a person finds in the plan of Bắc Thanh Miện, 2026 (P13)."""

from __future__ import annotations

from datetime import date

from dialogue_desktop.domain.deadlines import FixedDate
from dialogue_desktop.domain.plan import ChairRole, IssuerKind, TimeKind, UnitKind
from tests.exchange.seed_shape import AFTER, CONFERENCE, NOTICE, WORKING, Due, Seed

SEED = Seed(
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
)
