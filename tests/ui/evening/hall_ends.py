"""From the power cut to the end: what is still open, the conclusions, the last word."""

from __future__ import annotations

from datetime import date

from dialogue_desktop.domain.records import Outcome
from tests.ui.evening.kinds import (
    AsksAgain,
    Comes,
    ComesBackTo,
    Concludes,
    Ends,
    Event,
    HallScreen,
    OnceMore,
    Reply,
    Round,
    Said,
    Speaks,
    Step,
    TakenBack,
    Withdraws,
)

EVENTS: tuple[Event, ...] = (
    Speaks(
        "20:19",
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
    Withdraws("20:25", "Cầm Văn Ọi"),
    Comes("20:26", "bà Nông Thị Slao /Bến Lở"),
    Speaks(
        "20:27",
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
    OnceMore("20:31", "Hoàng Thị Nhài"),
    Speaks(
        "20:32",
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
        "20:36",
        "Nhà em ở cạnh quán bi-a",
        Reply(
            "đức",
            "Công an xã đã nắm được địa điểm, sẽ kiểm tra đột xuất và giữ kín người báo tin; quán mở quá "
            "22 giờ bị lập biên bản.",
        ),
        Outcome.ANSWERED,
    ),
    TakenBack("20:39", "opinion.edit"),
    Step("20:40", "trao-doi-tiep"),
    AsksAgain(
        "20:41",
        "Cầu tràn Bến Lở",
        Round(
            "Kiến nghị thì năm nào cũng kiến nghị. Trước mắt xã có cho người gác cầu lúc nước lên không?",
            Reply("", "Từ 01/5 có tổ gác ba người, dựng thanh chắn và cột thước nước hai đầu cầu."),
        ),
    ),
    Step("20:48", "ket-luan"),
    Concludes(
        "20:49",
        "Thống nhất kè hai điểm sạt của mương Nà Sầm trước ngày 30/5.",
        settled=False,
        unit="Phòng Kinh tế",
        unit_typed="phòng kinh tế",
        day=date(2026, 5, 30),
        day_typed="30/5",
    ),
    Concludes(
        "20:51",
        "Chở nước sạch cho xóm Trại hằng ngày cho đến khi có kết quả xét nghiệm.",
        settled=False,
        unit="Trạm Y tế",
        unit_typed="trạm y tế",
        day=date(2026, 5, 8),
        day_typed="8/5",
    ),
    Concludes("20:53", "Các ý kiến về cây đa, đèn ngã ba bến đò đã trả lời xong tại Hội nghị."),
    HallScreen("20:55", "Cảm ơn"),
    Step("20:56", "thong-qua-bien-ban"),
    Step("21:05", "be-mac"),
    Ends("21:08"),
)
