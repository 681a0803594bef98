"""20 April: answers read back, people invited, papers printed, anything found again (C7–C11, G3)."""

from __future__ import annotations

from tests.ui.before_day.going import PEOPLE_FILE, UNIT_FILE, from_menu, go_to
from tests.ui.main_job.hands import HandsError
from tests.ui.main_job.program import Program

LETTERS, REPORT, SHEET = "Giấy mời.pdf", "bao-cao-tong-hop.pdf", "danh-sach-ky-nhan.pdf"


def answers_by_keys(program: Program) -> None:
    """20 April: the unit's answers are read, the thôn's people invited, the papers printed."""
    hands = program.hands
    hands.at = "answers"
    hands.press("Ctrl+I")
    program.come_to("opinions")
    hands.press("Escape", "Ctrl+R")
    program.come_to("answers")
    hands.press("Ctrl+O")
    program.come_to("answer_import")
    hands.save_as(program.out / UNIT_FILE)
    hands.press("Ctrl+O")
    hands.picture("cau-tra-loi-da-doc")
    hands.press("Ctrl+Return")
    program.come_to("answers")
    hands.picture("cau-tra-loi-da-luu")
    hands.at = "people"
    go_to(program, "Giấy mời, đại biểu", "invite")
    hands.press("Ctrl+O")
    program.come_to("delegate_import")
    hands.save_as(program.out / PEOPLE_FILE)
    hands.press("Ctrl+O")
    hands.picture("dai-bieu-da-doc")
    hands.press("Ctrl+Return")
    program.come_to("invite")
    hands.picture("dai-bieu-da-luu")
    _letters(program)
    _papers(program)
    _found_again(program)
    program.say("ready")


def _letters(program: Program) -> None:
    """All letters numbered in a series and noted as sent today."""
    hands = program.hands
    hands.at = "letters"

    def series() -> None:
        hands.tab_to("Từ 12*")
        hands.press("Space", rest=False)

    def first() -> None:
        hands.write("12/GM-UBND")
        hands.press("Return", rest=False)
        hands.answering(series)

    hands.press("Ctrl+A")
    hands.answering(first)
    hands.press("Ctrl+D")
    hands.picture("da-danh-so")
    hands.press("Ctrl+G")
    hands.picture("da-gui")


def _papers(program: Program) -> None:
    """Letters, two on a page, printed; the report and the sheets of signatures written beside."""
    hands = program.hands
    hands.at = "papers"
    go_to(program, "Văn bản, in ấn", "papers")
    hands.until(lambda: bool(program.page.list.table.rows.current_id()), "the papers")
    _to_paper(program, "invitations")
    hands.picture("giay-moi")
    hands.tab_to("Số giấy trên một trang A4")
    hands.press("Down")
    hands.picture("giay-moi-hai")
    hands.press("Ctrl+P")
    hands.save_as(program.out / LETTERS)
    hands.press("Return")
    hands.until(lambda: (program.out / LETTERS).is_file(), "the letters")
    hands.rest()
    for name in ("prepared-report", "sign-in"):
        _to_paper(program, name)
        hands.press("Space")
        hands.picture(name)
    hands.save_as(program.out)
    hands.press("Ctrl+Shift+S")
    from_menu(program, "Tệp PDF")
    hands.until(lambda: (program.out / SHEET).is_file(), "the papers written")
    hands.rest()


def _to_paper(program: Program, name: str) -> None:
    """Into the list of papers and down or up to one."""
    hands = program.hands
    hands.tab_to("Văn bản của hội nghị")
    hands.press("Home", rest=False)
    rows = program.page.list.table.rows
    while rows.current_id() != name:
        before = rows.current_id()
        hands.press("Down", rest=False)
        if rows.current_id() == before:
            raise HandsError(f"no such paper: {name}")
    hands.rest()


def _found_again(program: Program) -> None:
    """From anywhere to what somebody said, without accents, and back to its very row."""
    hands = program.hands
    hands.at = "search"
    hands.press("Ctrl+K")
    program.come_to("search")
    hands.type("kenh n4")
    hands.rest()
    hands.picture("tim")
    hands.press("Down", "Return")
    program.come_to("opinions")
    hands.picture("tim-thay")
