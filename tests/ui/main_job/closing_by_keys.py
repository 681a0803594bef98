"""The end of the evening: what is missing is put right, the minutes are frozen and written (M1–M3, M8)."""

from __future__ import annotations

from tests.ui.main_job.evening_by_keys import COLLECTED
from tests.ui.main_job.hands import HandsError
from tests.ui.main_job.program import Program

#: Whom the people sent to write with the office's secretary.
CITIZEN = "Quách Văn Bẩy"
JOB, WORKBOOK = "In ba bản.pdf", "Sổ tổng hợp.xlsx"
WORD = ("Bản 1.docx", "Bản 2.docx", "Bản 3.docx")
#: What became of the collected opinions: the digit, and the unit where one is asked for.
COLLECTED_OUTCOMES = {
    1: ("1", ""),
    2: ("7", ""),
    3: ("3", "cong chuc van phong - thong ke"),
    4: ("1", ""),
}


def closing_by_keys(program: Program) -> None:
    """From the list of what is missing to the files on the disk."""
    hands, out = program.hands, program.out
    _gaps(program)
    hands.at = "freezing"
    hands.picture("du-de-chot")
    hands.save_as(out / JOB)
    hands.press("Ctrl+P")
    hands.expect("Chỗ che trên bản niêm yết")  # seen before it is printed
    hands.press("Ctrl+Return")
    hands.until(lambda: (out / JOB).is_file(), "the print job")
    hands.rest()
    hands.picture("da-chot")
    hands.at = "files"
    hands.save_as(out)
    hands.push("Lưu 3 tệp PDF…")
    hands.save_as(out / WORKBOOK)
    hands.push("Sổ tổng hợp Excel…")
    for number, name in enumerate(WORD, start=1):
        hands.tab_to(f"Bản {max(1, number - 1)}/3*")
        if number > 1:
            hands.press("Down")
        hands.save_as(out / name)
        hands.push("Word")
    hands.picture("da-luu")
    program.say("written")


def _gaps(program: Program) -> None:
    """Each gap by its own button; the list comes back each time."""
    hands = program.hands
    for _ in range(20):
        hands.at = "end"
        program.come_to("end")
        if not [row for row in program.page.frame.checks.rows if not row.gap.review]:
            return
        said = hands.focused.accessibleDescription()
        hands.at = f"gap: {said.partition('.')[0]}"
        program.say("gap", text=said)
        hands.press("Ctrl+Return")  # to the field itself
        hands.rest()
        hands.picture("bo-sung")
        _fill_gap(program, said)
    raise HandsError("the list of what is missing does not get shorter")


def _fill_gap(program: Program, said: str) -> None:
    hands = program.hands
    if said.startswith("Chưa có tên thư ký"):
        hands.expect("Họ tên (nếu biết)")
        hands.type(CITIZEN)
        hands.press("F6", "F6")
        hands.expect("Lưu và đóng")
        hands.press("Space")
        return
    if "chưa ghi kết quả" in said:
        number = int(said.split()[3])
        digit, unit = COLLECTED_OUTCOMES[number]
        if COLLECTED[number - 1].answer:
            hands.press("F12", "F7")  # the answer that was prepared, as it stands
        hands.press(digit)
        if unit:
            hands.expect("Đơn vị theo dõi tiếp")
            hands.type(unit)
            hands.press("Return")
    elif said.startswith("Kết luận 3 chưa có thời hạn"):
        hands.expect("Hạn của kết luận")
        hands.type("10/9")
        hands.press("Escape", "Escape")  # the drawer, then the page
        return
    elif "chưa có thời hạn" in said:
        hands.expect("Hạn")
        hands.type("15/9")
    else:
        raise HandsError(f"unknown gap: {said}")
    hands.press("Ctrl+Return", "Escape")
