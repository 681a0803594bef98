"""What is typed on the live page during the tour: a few citizens, what they say, what they are told."""

from __future__ import annotations

from dataclasses import dataclass

from ui.tour_hands import Hands


@dataclass(frozen=True, slots=True)
class Speaker:
    """`line` for the quick add; `outcome` the digit of the key; without an answer the turn stays open."""

    line: str
    opinion: str
    answer: str = ""
    outcome: int = 0


EVENING: tuple[Speaker, ...] = (
    Speaker(
        "bà Lò Thị Ế /xóm Đình, Phú Ấp - nước sạch",
        "Nước giếng nhà tôi và các nhà quanh xóm Đình mấy tháng nay có váng vàng. Đề nghị xã cho kiểm tra và "
        "trả lời bà con có dùng để nấu ăn được không.",
        "Trạm Y tế xã lấy mẫu trong tuần này, kết quả báo tại nhà văn hóa thôn.",
        1,
    ),
    Speaker(
        "ông Nguyễn Văn Ổn /Đồng Vạn - đường trục thôn",
        "Đường từ nhà văn hóa ra cầu Ngòi lầy lội, các cháu đi học rất vất vả. Bao giờ xã làm?",
        "Đoạn này có trong kế hoạch đầu tư năm nay, Phòng Kinh tế sẽ có văn bản về ngày khởi công.",
        3,
    ),
    Speaker(
        "bà Nguyễn Thị Thanh Nguyệt /Phú Ấp - phí vệ sinh",
        "Phí vệ sinh môi trường thu theo khẩu hay theo hộ? Nhà có người đi làm xa thì tính thế nào, "
        "đề nghị nói rõ",
    ),
)


#: Steps of the programme before the people speak.
_STEPS_BEFORE = 3


def hold(hands: Hands, evening: tuple[Speaker, ...]) -> None:
    """Register all, then let them speak in turn; the last one is still being written down."""
    for speaker in evening:
        hands.press("F2", rest=False)
        hands.type(speaker.line, rest=False)
        hands.press("Return")
    hands.press("F3")  # the session begins
    for _ in range(_STEPS_BEFORE):
        hands.press("Ctrl+PgDown")
    for number, speaker in enumerate(evening):
        if number:
            hands.press("F8")  # the one before is done, the next is called
        hands.press("F3")  # the clock of the speech
        hands.press("F5", rest=False)
        hands.type(speaker.opinion)
        if not speaker.answer:
            return
        hands.press("F3")  # the speech is over, the answer runs
        hands.press("F6", rest=False)
        hands.type(speaker.answer)
        hands.press(f"Ctrl+{speaker.outcome}")
        hands.press("Ctrl+Return")
