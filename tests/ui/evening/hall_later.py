"""After eight: one who is refused, many things in one breath, two who say the same, one who is afraid."""

from __future__ import annotations

from datetime import date

from dialogue_desktop.domain.records import OpinionKind, Outcome
from tests.ui.evening.kinds import (
    AnsweredInTurn,
    BackAgain,
    ChairAsks,
    Comes,
    Consents,
    Counted,
    Event,
    Reply,
    Said,
    Speaks,
    SpeaksAtOnce,
    Typed,
)

EVENTS: tuple[Event, ...] = (
    Speaks(
        "19:57:30",
        "Phạm Văn Khích",
        (
            Said(
                "Vụ tranh chấp rãnh nước với nhà bên cạnh tòa xử rồi nhưng tôi không phục, đề nghị xã xử "
                "lại.",
                (
                    Reply(
                        "tuyển",
                        "Bản án đã có hiệu lực, xã không có quyền xét lại; mời ông đến gặp cán bộ tư pháp "
                        "để nghe giải thích.",
                    ),
                ),
                Outcome.REFUSED,
                reason="Việc đã được tòa án giải quyết bằng bản án có hiệu lực.",
            ),
        ),
        spoke=66,
        answered=45,
    ),
    Counted("20:01", (("Đồng Vạn", 66), ("Phú Ấp", 58), ("Bến Lở", 31))),
    Speaks(
        "20:02:30",
        "Bùi Quang Tạo",
        (
            Said(
                "Xí nghiệp may ở xã bên nợ lương con gái tôi hai tháng, tôi muốn xã đứng ra đòi giúp.",
                (
                    Reply(
                        "ứng",
                        "Việc ngoài nội dung hôm nay. Phòng Văn hóa - Xã hội hướng dẫn gia đình làm đơn "
                        "trong tuần sau.",
                    ),
                ),
                Outcome.OFF_TOPIC,
                field="Lao động, chính sách xã hội",
                unit="Phòng Văn hóa - Xã hội",
                unit_typed="phòng văn hóa",
                reason="Việc giữa người lao động và xí nghiệp ở địa bàn khác",
            ),
            Said(
                "Còn sân bóng của thôn, tôi chỉ góp ý là nên trồng thêm hàng cây phía tây cho đỡ nắng.",
                (),
                Outcome.NOTED,
                kind=OpinionKind.OPINION,
            ),
        ),
        spoke=93,
        answered=70,
    ),
    SpeaksAtOnce(
        "20:07",
        "Hà Minh Kiểm",
        (
            Said("Nhà văn hóa thôn dột ba gian, mùa mưa này không họp được."),
            Said("Quỹ vì người nghèo của xã năm ngoái thu bao nhiêu, chi cho ai, đề nghị niêm yết."),
            Said("Hàng rào trường tiểu học đổ một đoạn, trâu bò vào tận sân lớp."),
        ),
        spoke=142,
    ),
    AnsweredInTurn(
        "20:10",
        (
            (
                "Nhà văn hóa thôn dột",
                Reply("đượm", "Sửa mái từ nguồn sự nghiệp văn hóa, xong trước 15/6."),
            ),
            (
                "Quỹ vì người nghèo",
                Reply(
                    "nguyệt",
                    "Thu 148.620.000 đồng, chi cho 31 hộ; danh sách dán ở bảng tin ba thôn từ ngày mai.",
                    typed=Typed.TELEX,
                ),
            ),
            (
                "Hàng rào trường tiểu học",
                Reply("ứng", "Xã mua lưới thép, thanh niên ba thôn dựng lại trong ngày chủ nhật 03/5."),
            ),
        ),
    ),
    ChairAsks("20:13:30"),
    Comes("20:14", "ông Dương Đình Quế /Phú Ấp"),
    Comes("20:14", "bà Mai Thị Chuốt /Đồng Vạn"),
    Comes("20:15", "chị Đặng Thị Hà /Đồng Vạn"),
    Speaks(
        "20:15",
        "Dương Đình Quế",
        (
            Said(
                "Xe rác một tuần vào Phú Ấp có một lần, lần nào cũng đầy không chở hết, bà con đem đổ ra bờ "
                "kênh.",
                (),
                None,
                field="Môi trường",
            ),
        ),
        spoke=54,
        answered=5,
    ),
    Speaks(
        "20:17",
        "Mai Thị Chuốt",
        (
            Said(
                "Bên Đồng Vạn chúng tôi cũng thế thôi, rác thải sinh hoạt chất ở cổng chợ năm sáu ngày, "
                "mùi không chịu nổi.",
                (
                    Reply(
                        "lẫm",
                        "Từ 04/5 hợp tác xã môi trường đi cả hai thôn thứ Hai, thứ Tư, thứ Sáu; ai đổ ra bờ "
                        "kênh thì lập biên bản.",
                    ),
                ),
                Outcome.WRITTEN,
                short=(("rtsh", "rác thải sinh hoạt"),),
                field="Môi trường",
                unit="Phòng Kinh tế",
                day=date(2026, 5, 8),
            ),
        ),
        spoke=47,
        answered=90,
        jointly="Xe rác một tuần",
    ),
    Speaks(
        "20:22",
        "Đặng Thị Hà",
        (
            Said(
                "Nhà em ở cạnh quán bi-a, đêm nào cũng có thanh niên tụ tập cá độ đến một hai giờ sáng. Em "
                "nói ra thì sợ họ trả thù, nhưng không nói thì không chịu nổi nữa.",
                (),
                None,
                field="An ninh, trật tự",
                marked=True,
            ),
        ),
        spoke=58,
        answered=15,
    ),
    Consents("20:24", "Đặng Thị Hà", False),
    BackAgain(
        "20:26",
        "Tạ Đình Khuê",
        Said(
            "Xin lỗi Hội nghị, tôi phải chạy về đóng cửa chuồng lợn. Đường ra nghĩa trang hẹp hơn cả "
            "đường trục thôn, xe tang không quay đầu được, bà con xin mở rộng thêm một mét rưỡi.",
            (Reply("lẫm", "Thôn vận động ba hộ hiến đất, xã hỗ trợ xi măng, làm trong quý III năm nay."),),
            Outcome.PARTLY,
            field="Giao thông",
            unit="Phòng Kinh tế",
            day=date(2026, 9, 30),
            day_typed="30/9",
            short=(("dtt", "đường trục thôn"),),
        ),
    ),
)
