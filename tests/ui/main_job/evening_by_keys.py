"""August: opinions collected in the thôn, then the evening itself (C4, C5, L1–L9)."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtWidgets import QTextEdit

from dialogue_desktop.domain.records import OpinionKind, Outcome
from dialogue_desktop.domain.text_vi import fold
from tests.data.loc_thinh import Said, loc_thinh_session
from tests.ui.main_job.hands import Hands, HandsError
from tests.ui.main_job.program import Program


@dataclass(frozen=True, slots=True)
class Slip:
    """One opinion that a trưởng thôn brought; `consent`: what is chosen of "Công khai tên"."""

    person: str
    text: str
    field: str
    answer: str = ""
    by: str = ""
    consent: str = ""


COLLECTED = (
    Slip(
        "bà Đinh Thị Ngọ /khe vai",
        "Mương Khe Vải bồi lấp, bà con đề nghị xã nạo vét trước vụ đông.",
        "Nông nghiệp, thủy lợi",
        "Tuyến mương dài 1.200 m, xã đã lập dự toán nạo vét và đang xin kinh phí của huyện.",
        "Công chức Địa chính - Xây dựng",
    ),
    Slip(
        "ông Hà Văn Ký /me",
        'Biển "Cấm đổ rác" bị nhổ & vứt xuống suối <khu bãi đá>, đề nghị làm lại.',
        "Môi trường",
        consent="Không đồng ý nêu tên",
    ),
    Slip(
        "chị Lò Thị Ỏm /doi dua",
        "=Tiền điện tháng 7 tăng gấp đôi, -bà con muốn biết vì sao.\nĐề nghị điện lực về giải thích.",
        "Điện, viễn thông",
        "Xã mời Điện lực huyện về thôn trả lời trước 15/9.",
        "Công chức Văn phòng - Thống kê",
    ),
    Slip(
        "ông Cao Văn Ỷ /Mé",
        "Trạm biến áp làng Mé quá tải từ năm 2021.",
        "Điện, viễn thông",
        "Xã đã có văn bản số 42/UBND-VP ngày 12/6/2024 gửi Điện lực huyện.",
        "Công chức Văn phòng - Thống kê",
    ),
)


#: The order of the digits 1 to 7.
_DIGIT = {outcome: number for number, outcome in enumerate(Outcome, start=1)}
_KIND = {OpinionKind.OPINION: "Ý kiến", OpinionKind.PETITION: "Kiến nghị", OpinionKind.QUESTION: "Câu hỏi"}

#: The opinion in whose answer the power goes.
KILLED_AT = 12
#: Opinions that are typed as UniKey does it: bare letters first, taken back and set anew with their marks.
TELEX = (4, 5, 6)
#: Who is asked whether he may be named, and what he says.
CONSENT = {1: "Cho công khai tên", 8: "Không công khai tên"}
#: Whose question had been collected before, with an answer prepared for it.
PREPARED = 3
#: Was called and had gone home.
ABSENT = "ông Vương Đình Ngơi /khe vai"
#: Where petitions beyond the commune's competence are sent.
HIGHER = "Ủy ban nhân dân huyện Ngọc Lặc"
#: So long a hand rests between two letters while it waits for the power to go; seconds.
_PACE = 0.05
_SPEECH, _REPLY = 95, 110  # seconds that people speak, by the program's clock


def collected_by_keys(program: Program) -> None:
    """An afternoon in August: what the trưởng thôn brought."""
    hands = program.hands
    hands.at = "collected opinions"
    hands.picture("trang-chinh")
    hands.press("Ctrl+I")
    program.come_to("opinions")
    hands.picture("y-kien-moi")
    for number, slip in enumerate(COLLECTED):
        if number == 0:
            hands.tab_to("Nguồn", back=True)
            hands.choose("Nguồn", "Trưởng thôn tổng hợp")
        _slip(hands, slip)
        hands.picture(f"y-kien-{number + 1}")
        hands.press("Ctrl+Return" if slip is not COLLECTED[-1] else "Ctrl+S")
    hands.picture("y-kien")
    program.say("collected", count=len(COLLECTED))


def _slip(hands: Hands, slip: Slip) -> None:
    hands.fill("Họ và tên người có ý kiến", slip.person)
    hands.fill("Nội dung ý kiến", slip.text)
    hands.fill("Lĩnh vực", slip.field)
    if slip.consent:
        hands.choose("Công khai tên", slip.consent)
    if slip.answer:
        hands.fill("Câu trả lời chuẩn bị", slip.answer)
        hands.fill("Đơn vị, người chuẩn bị trả lời", slip.by)


# --- the evening ------------------------------------------------------------------------------------------


def evening_by_keys(program: Program) -> None:
    """Until the program is killed in the middle of a half-typed answer."""
    hands, evening = program.hands, loc_thinh_session()
    hands.at = "opening the session"
    hands.picture("trang-chinh-toi")
    hands.push("Mở phiên")
    program.come_to("live")
    hands.until(lambda: program.page.presenter is not None, "the session")
    hands.rest()
    hands.picture("phien-truoc")
    walk_in(hands, evening.said[0].walk_in)
    walk_in(hands, evening.said[1].walk_in)
    hands.at = "opening the session"
    hands.press("F3")
    _attendance(program)
    hands.at = "programme"
    hands.press("Ctrl+PgDown", "Ctrl+PgDown")
    program.clock.wait(15 * 60)
    for number, said in enumerate(evening.said[: KILLED_AT - 1], start=1):
        speak(program, number, said)
        if number in CONSENT:
            _consent(program, CONSENT[number])
        answer(program, said, prepared=number == PREPARED)
        close(program, number, said)
        if number == PREPARED:
            _nobody_there(program)
    said = evening.said[KILLED_AT - 1]
    speak(program, KILLED_AT, said)

    def pace(letters: int) -> None:
        """Every letter is told, so that the one who kills knows what was typed a second before."""
        program.say("letter", letters=letters, at=time.monotonic())
        hands.pause(_PACE)

    answer(program, said, pace=pace)


def walk_in(hands: Hands, line: str) -> None:
    """F2, one line, Enter; the cursor comes back to where it was."""
    at, hands.at = hands.at, "queue"
    before = hands.name
    hands.press("F2")
    hands.type(line)
    hands.press("Return")
    hands.expect(before)
    hands.at = at


def _attendance(program: Program) -> None:
    """The thôn of the plan lie ready; the commune's own people are one group more (L6)."""
    hands = program.hands
    hands.at = "attendance"
    *thon, (label, _, expected, present, total, _) = loc_thinh_session().attendance
    hands.press("Ctrl+D")
    for number, row in enumerate(thon):
        hands.type(str(row[3]))
        hands.press("Tab")
        hands.type(str(row[2]))
        if number + 1 < len(thon):
            hands.press("Return")
    hands.push("Thêm nhóm")
    hands.type(label)
    for count in (present, expected, total):
        hands.press("Tab")
        hands.type(str(count))
    hands.picture("diem-danh")
    hands.press("Escape")
    hands.expect("Ý kiến")


def _nobody_there(program: Program) -> None:
    """Somebody is called who has gone home; the mark is set, taken back and set again (L2)."""
    hands = program.hands
    walk_in(hands, ABSENT)
    hands.at = "absent"
    hands.press("Ctrl+H")
    hands.press("End", "Ctrl+B", "Ctrl+Z", "Ctrl+B")
    hands.picture("vang")
    hands.press("F5")


def speak(program: Program, number: int, said: Said) -> None:
    """The opinion, its field and kind; the clock runs while they speak."""
    hands = program.hands
    hands.at = f"opinion {number}"
    if said.walk_in:
        hands.press("F8", "F3")
    hands.expect("Ý kiến")
    if number in TELEX:
        hands.telex(said.opinion)
    else:
        hands.type(said.opinion)
    program.clock.wait(_SPEECH)
    hands.press("Tab")
    hands.expect("Lĩnh vực")
    hands.type(fold(said.field))
    hands.press("Tab")
    if said.kind is not OpinionKind.PETITION:
        hands.choose("Loại ý kiến", _KIND[said.kind])
    hands.press("F3")
    # Meanwhile one more comes to the table.
    following = [later.walk_in for later in loc_thinh_session().said[number:] if later.walk_in]
    if said.walk_in and len(following) > 1:
        walk_in(hands, following[1])


def _consent(program: Program, words: str) -> None:
    """Whether the posted copy may name them is asked at the table (M2)."""
    hands = program.hands
    before = hands.name
    hands.press("Ctrl+E")
    hands.expect("Họ và tên")
    hands.choose("Công khai tên", words)
    hands.press("Escape")
    at = hands.name
    if at not in (before, "Ý kiến", "Lĩnh vực"):
        raise HandsError(f"Esc of the drawer led to {at!r}, not back to {before!r}")


def answer(
    program: Program, said: Said, *, pace: Callable[[int], None] | None = None, prepared: bool = False
) -> None:
    """Who answers, and what; `prepared`: what the office had ready is taken over and added to."""
    hands = program.hands
    hands.tab_to("Người trả lời")
    hands.type(fold(said.answerer.split()[-1]))
    hands.press("Down", "Return")
    hands.expect("Trả lời")
    if prepared:
        hands.press("F12")
        hands.expect("Trả lời")
        hands.type(" ")
    hands.type(said.answer, pace=pace)


def close(program: Program, number: int, said: Said) -> None:
    """What became of it, after a second round where they were not content."""
    hands = program.hands
    program.clock.wait(_REPLY)
    if said.follow_up:
        hands.press("F9")
        hands.expect("Ý kiến")
        hands.type(said.follow_up)
        hands.press("F6")
        hands.type(said.second_answer)
    _outcome(hands, said)
    if number in (1, 2, 3, 6, 12):
        hands.picture(f"y-kien-{number}")
    hands.press("Ctrl+Return")
    hands.expect("Ý kiến")
    if program.page.frame.toast.words.startswith("Đã lưu ý kiến"):
        keys = hands.keys[f"opinion {number}"]
        program.say("acknowledged", number=number, keys=keys, queue=hands.keys["queue"])


def _outcome(hands: Hands, said: Said) -> None:
    """By Ctrl and digit where nothing more is asked for, else by F7."""
    digit = _DIGIT[said.outcome]
    if not (said.unit or said.reason or said.deadline):
        hands.press(f"Ctrl+{digit}")
        return
    hands.press("F7", str(digit))
    if said.reason:
        if said.outcome is Outcome.REFUSED:
            hands.expect("Lý do")
            hands.type(said.reason)
        return
    if said.outcome is Outcome.ESCALATED:
        hands.expect("Nơi nhận kiến nghị")
        hands.type(HIGHER)
        hands.press("Return")
    elif said.outcome is Outcome.NOTED:
        hands.tab_to("Đơn vị theo dõi tiếp")
    if hands.name == "Hạn":  # the unit of who answered stands there already
        hands.press("Shift+Tab")
    hands.expect("Đơn vị theo dõi tiếp")
    hands.type(fold(said.unit))
    hands.press("Return")
    if said.outcome is Outcome.PARTLY and said.deadline is not None:
        hands.expect("Hạn")
        hands.type(f"{said.deadline.day}/{said.deadline.month}")


# --- after the power cut ----------------------------------------------------------------------------------


def rest_by_keys(program: Program) -> None:
    """The program is where it was; the evening goes on to its end."""
    hands, evening = program.hands, loc_thinh_session()
    hands.at = "after the power cut"
    program.come_to("live")
    hands.until(lambda: program.page.presenter is not None, "the session")
    hands.rest()
    hands.picture("sau-mat-dien")
    hands.expect("Trả lời")
    editor = hands.focused
    assert isinstance(editor, QTextEdit)
    kept = editor.toPlainText()
    program.say("back", text=kept, cursor=editor.textCursor().position())
    said = evening.said[KILLED_AT - 1]
    hands.at = f"opinion {KILLED_AT}"
    hands.type(said.answer[len(kept) :])
    close(program, KILLED_AT, said)
    for number, said in enumerate(evening.said[KILLED_AT:], start=KILLED_AT + 1):
        speak(program, number, said)
        answer(program, said)
        close(program, number, said)
    _conclusions(program)
    hands.at = "end of the session"
    hands.push("Kết thúc phiên")
    program.come_to("end")
    hands.picture("ket-thuc")


def _conclusions(program: Program) -> None:
    """What the chair says at the end (L8)."""
    hands = program.hands
    hands.at = "conclusions"
    hands.press("Ctrl+L")
    for number, (text, settled, unit, day) in enumerate(loc_thinh_session().conclusions):
        if number:
            hands.press("Ctrl+Return")
        hands.expect("Kết luận")
        hands.type(text)
        hands.tick("Đã giải quyết xong", settled)
        if not settled:
            hands.press("Tab")
            hands.expect("Đơn vị thực hiện")
            hands.type(fold(unit))
            hands.press("Return")
            if number == 1 and day is not None:  # the last one's day is forgotten
                hands.type(f"{day.day}/{day.month}")
    hands.picture("ket-luan")
    hands.press("Escape")
