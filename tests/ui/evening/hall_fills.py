"""From the first slips at the table to the first who speak: the hall until half past seven."""

from __future__ import annotations

from datetime import date

from dialogue_desktop.domain.records import OpinionKind, Outcome
from tests.ui.evening.kinds import (
    AnswersCollected,
    Comes,
    Consents,
    Counted,
    Event,
    HallScreen,
    MovedUp,
    Opens,
    RecorderSet,
    Registered,
    Reply,
    Round,
    Said,
    Speaks,
    Step,
    Typed,
)

EVENTS: tuple[Event, ...] = (
    Registered("18:10", ("Lương Văn Chấn", "Hoàng Thị Nhài")),
    Comes("18:12", "ông Quan Văn Bính /Bến Lở - cầu tràn"),
    Comes("18:14", "chị Lò Thị Phượng /Phú Ấp - lớp mẫu giáo"),
    Comes("18:15", "ông Tạ Đình Khuê /Đồng Vạn - đường ra nghĩa trang"),
    HallScreen("18:20"),
    Opens("18:31"),
    RecorderSet("18:33", "0:14:20"),
    Counted("18:34", (("Đồng Vạn", 61), ("Phú Ấp", 54), ("Bến Lở", 27))),
    Step("18:41", "khai-mac"),
    Comes("18:42", "bà Trần Thị Sợi /Bến Lở - thẻ bảo hiểm y tế"),
    Step("18:46", "bao-cao"),
    AnswersCollected(
        "18:48",
        ((1, Outcome.ANSWERED), (2, Outcome.ANSWERED), (3, Outcome.NOTED), (4, Outcome.ANSWERED)),
    ),
    Comes("18:52", "cụ Đinh Công Hoạt /Đồng Vạn"),
    MovedUp("18:53", "Đinh Công Hoạt", 6),
    Step("19:04", "phat-bieu"),
    Speaks(
        "19:05",
        "Đinh Công Hoạt",
        (
            Said(
                "Tôi năm nay tám mươi hai tuổi, chỉ xin nói một việc. Cây đa đầu làng mục ruỗng một bên, "
                "gió to là cành gãy xuống sân đình. Đề nghị xã cho người chặt tỉa trước mùa bão, đừng để "
                "có người bị thương rồi mới làm.",
                (
                    Reply(
                        "lẫm",
                        "Phòng Kinh tế cùng thôn tỉa những cành đã mục trong ngày 05/5, giữ lại thân chính "
                        "theo nguyện vọng của các cụ.",
                    ),
                ),
                typed=Typed.TELEX,
            ),
        ),
        walk=65,
        spoke=70,
    ),
    Consents("19:10", "Đinh Công Hoạt", True),
    Speaks(
        "19:11",
        "Lương Văn Chấn",
        (
            Said(
                "Tôi nhắc lại chuyện mương Nà Sầm. Hai chỗ sạt thì xã xuống xem rồi, nhưng đến nay vẫn "
                "chưa thấy máy móc gì, mà tháng Sáu là đổ ải.",
                (
                    Reply(
                        "lẫm",
                        "Nhà thầu vào ngày 11/5, xong trước 30/5; trong lúc thi công bơm nước tạm cho xứ "
                        "đồng trên.",
                        taken=True,
                    ),
                ),
                repeats=1,
                field="Nông nghiệp, thủy lợi",
            ),
        ),
        spoke=62,
        answered=95,
    ),
    Speaks(
        "19:16",
        "Hoàng Thị Nhài",
        (
            Said(
                "Nước giếng xóm Trại tanh lắm, giặt áo trắng thành áo vàng. Trạm Y tế có về lấy mẫu mà đến "
                "giờ chưa ai báo lại là nước có ăn được hay không.",
                (
                    Reply(
                        "ất",
                        "Mẫu lấy ngày 13/4 đã gửi lên Trung tâm Kiểm soát bệnh tật tỉnh, chưa có phiếu trả.",
                    ),
                ),
                Outcome.PARTLY,
                rounds=(
                    Round(
                        "Bác sĩ nói thế thì chúng tôi vẫn phải uống nước ấy à? Tôi đề nghị trong lúc chờ "
                        "thì phải có nước sạch chở đến.",
                        Reply(
                            "",
                            "Từ ngày mai xe bồn của xã chở 4 m3 mỗi ngày đến cổng xóm Trại cho đến khi có "
                            "kết quả; phiếu xét nghiệm dán tại nhà văn hóa.",
                        ),
                    ),
                ),
                unit="Trạm Y tế",
                day=date(2026, 5, 6),
                day_typed="6/5",
                repeats=3,
                field="Nước sinh hoạt",
            ),
        ),
        spoke=88,
        answered=140,
    ),
    Comes("19:21", "anh Vi Văn Tuyền /Bến Lở"),
    Speaks(
        "19:22",
        "Quan Văn Bính",
        (
            Said(
                "Cầu tràn Bến Lở mỗi năm ngập ít nhất sáu lần, có lần ba ngày liền trẻ con không qua sông "
                "đi học được. Bà con hỏi bao giờ mới có cầu cứng?",
                (
                    Reply(
                        "tuyển",
                        "Cầu cứng ước 27 tỷ đồng, vượt khả năng của xã. Xã đã hai lần kiến nghị và sẽ có "
                        "văn bản lần ba kèm số liệu ngập của từng năm.",
                    ),
                ),
                Outcome.ESCALATED,
                kind=OpinionKind.QUESTION,
                unit="Ủy ban nhân dân xã",
                day=date(2026, 4, 29),
                body="Sở Xây dựng tỉnh Đông Giang",
                body_typed="Sở Xây dựng tỉnh Đông Giang",
            ),
        ),
        spoke=77,
        answered=130,
    ),
)
