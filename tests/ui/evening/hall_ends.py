"""From the power cut to the end: what is still open, the conclusions, the last word."""

from __future__ import annotations

from datetime import date

from dialogue_desktop.domain.records import OpinionKind, Outcome
from tests.ui.evening.kinds import (
    AsksAgain,
    Comes,
    ComesBackTo,
    Concludes,
    Drafted,
    Ends,
    Event,
    HallScreen,
    HandsOver,
    OnceMore,
    ReadBack,
    Reply,
    Round,
    Said,
    Speaks,
    Step,
    TakenBack,
    Typed,
    Withdraws,
)

EVENTS: tuple[Event, ...] = (
    Comes("20:31", "bà Sùng Thị Mỷ /Bến Lở (pd: anh Giàng A Tủa, tiếng Mông)"),
    Comes("20:31", "anh Triệu Văn Páo /Bến Lở - sóng điện thoại"),
    Comes("20:32", "ông Cầm Văn Ọi /Phú Ấp"),
    Speaks(
        "20:33",
        "Sùng Thị Mỷ",
        (
            Said(
                "Nhà tôi ở trên dốc, bốn đứa con. Cán bộ bảo làm sổ hộ nghèo mà giấy viết chữ phổ thông tôi "
                "không đọc được, tôi ký rồi không biết ký cái gì.",
                (
                    Reply(
                        "đượm",
                        "Ngày mai cán bộ cùng anh Tủa lên tận nhà đọc lại từng mục; hồ sơ nào ký rồi mà "
                        "sai thì làm lại, không để gia đình mất quyền lợi.",
                    ),
                ),
                field="Lao động, chính sách xã hội",
                typed=Typed.COMPOSED,
            ),
        ),
        spoke=124,
        answered=100,
    ),
    Speaks(
        "20:38",
        "Triệu Văn Páo",
        (
            Said(
                "Cả bản trên của Bến Lở không có sóng điện thoại. Người ốm nửa đêm phải cử người chạy bốn "
                "cây số xuống bến đò mới gọi được xe.",
                (
                    Reply(
                        "ứng",
                        "Xã đã khảo sát điểm đặt trạm trên đồi Khau Slin; nhà mạng cần đường điện 0,4 kV "
                        "dài 900 m. Xã có văn bản đề nghị tỉnh đưa vào danh mục vùng lõm sóng năm nay.",
                    ),
                ),
                Outcome.ESCALATED,
                field="Điện, viễn thông",
                unit="Ủy ban nhân dân xã",
                day=date(2026, 4, 29),
                body="Sở Khoa học và Công nghệ tỉnh Đông Giang",
                body_typed="Sở Khoa học và Công nghệ tỉnh Đông Giang",
            ),
        ),
        spoke=73,
        answered=120,
        cut=64,
    ),
    Withdraws("20:43", "Cầm Văn Ọi"),
    Comes("20:44", "ẩn danh /Phú Ấp"),
    Speaks(
        "20:45",
        "",
        (
            Said(
                "Tôi xin không nêu tên. Danh sách nhận gạo cứu trợ của thôn có nhà ba xe tải mà cũng được, "
                "nhà tôi dột nát thì không.",
                (
                    Reply("tuyển", "Xã thu lại danh sách, niêm yết để bà con bình xét lại trong tuần tới."),
                    Reply("duyên", "Thường trực Hội đồng nhân dân giám sát cuộc bình xét này tại từng thôn."),
                ),
                Outcome.PARTLY,
                unit="Ủy ban nhân dân xã",
                day=date(2026, 5, 5),
                day_typed="5/5",
            ),
        ),
        spoke=57,
        answered=90,
    ),
    HandsOver("20:50", "Bà Cao Thị Duyên", "Nội quy"),
    Comes("20:51", "chị Nguyễn Thu Trang /Đồng Vạn @trực tuyến"),
    Comes("20:51", "anh Lý Văn Sơn /Bến Lở @trực tuyến"),
    Speaks(
        "20:52",
        "Nguyễn Thu Trang",
        (
            Said(
                "Em đang làm ở Bắc Ninh, con em học lớp hai ở quê với ông bà. Em muốn hỏi học bạ điện tử thì "
                "phụ huynh ở xa xem bằng cách nào?",
                (
                    Reply(
                        "đượm",
                        "Nhà trường gửi tài khoản qua tin nhắn cho chị trước 30/4, xem được trên điện thoại.",
                    ),
                ),
                kind=OpinionKind.QUESTION,
                field="Giáo dục",
            ),
        ),
        walk=5,
        spoke=39,
        answered=40,
    ),
    Speaks(
        "20:55",
        "Lý Văn Sơn",
        (
            Said(
                "Tôi gửi câu hỏi qua trang của xã từ đầu tháng về bồi thường cây keo bị xe múc làm đổ, "
                "chưa thấy ai trả lời.",
                (
                    Reply(
                        "ước",
                        "Câu hỏi ở mục phản ánh bị chuyển nhầm; Trung tâm nhận lại và trả lời bằng văn bản.",
                    ),
                ),
                Outcome.WRITTEN,
                unit="Trung tâm Phục vụ hành chính công",
                day=date(2026, 5, 8),
            ),
        ),
        walk=5,
        spoke=28,
        answered=45,
    ),
    Comes("20:58", "bà Nông Thị Slao /Bến Lở"),
    Speaks(
        "20:59",
        "Nông Thị Slao",
        (
            Said(
                "Tiền hỗ trợ lợn chết vì dịch tả từ tháng Mười một năm ngoái, nhà khác có rồi sao nhà tôi "
                "sáu con vẫn chưa có?",
                (
                    Reply(
                        "nguyệt",
                        "Hồ sơ của bà thiếu biên bản tiêu hủy ngày 18/11. Kế toán phối hợp thú y lập lại, "
                        "chi trả trong đợt tháng 5.",
                    ),
                ),
                Outcome.PARTLY,
                field="Nông nghiệp, thủy lợi",
                unit="Bộ phận Tài chính - Kế toán",
                day=date(2026, 5, 29),
                day_typed="29/5",
            ),
        ),
        spoke=49,
    ),
    OnceMore("21:02", "Hoàng Thị Nhài"),
    Speaks(
        "21:03",
        "Hoàng Thị Nhài",
        (
            Said(
                "Tôi xin thêm một câu: xe bồn chở nước thì mỗi nhà được bao nhiêu, nhà đông người có được "
                "hơn không?",
                (
                    Reply(
                        "tuyển",
                        "Chia theo khẩu, mỗi người 20 lít một ngày; trưởng thôn lập danh sách ngay tối nay.",
                    ),
                ),
                field="Nước sinh hoạt",
            ),
        ),
        spoke=31,
        answered=35,
    ),
    ComesBackTo(
        "21:06",
        "Nhà em ở cạnh quán bi-a",
        Reply(
            "đức",
            "Công an xã đã nắm được địa điểm, sẽ kiểm tra đột xuất và giữ kín người báo tin; quán mở quá "
            "22 giờ bị lập biên bản.",
        ),
        Outcome.ANSWERED,
    ),
    TakenBack("21:08", "opinion.edit"),
    Step("21:09", "trao-doi-tiep"),
    AsksAgain(
        "21:10",
        "Cầu tràn Bến Lở",
        Round(
            "Kiến nghị thì năm nào cũng kiến nghị. Trước mắt xã có cho người gác cầu lúc nước lên không?",
            Reply("", "Từ 01/5 có tổ gác ba người, dựng thanh chắn và cột thước nước hai đầu cầu."),
        ),
    ),
    Step("21:14", "ket-luan"),
    Drafted("21:15"),
    Concludes(
        "21:17",
        "Văn phòng lập bảng theo dõi từng việc đã hứa tối nay, dán tại ba nhà văn hóa thôn, mỗi tháng cập "
        "nhật một lần.",
        settled=False,
        unit="Văn phòng HĐND và UBND",
        unit_typed="văn phòng hđnd",
        day=date(2026, 5, 15),
        day_typed="15/5",
    ),
    Concludes("21:19", "Biểu dương thôn Bến Lở cử người phiên dịch giúp bà con nói hết ý của mình."),
    Step("21:21", "thong-qua-bien-ban"),
    ReadBack("21:22"),
    Step("21:27", "be-mac"),
    HallScreen("21:28", "Cảm ơn"),
    Ends("21:30"),
)
