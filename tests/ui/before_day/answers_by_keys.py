"""20 April: answers read back, people invited, papers printed, anything found again (C7–C11, G3)."""

from __future__ import annotations

from tests.ui.before_day.going import PEOPLE_FILE, UNIT_FILE, go_to
from tests.ui.main_job.program import Program


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
    hands.answering(lambda: hands.press("Return", rest=False))
    hands.press("Ctrl+G")
    hands.picture("da-gui")


def _papers(program: Program) -> None: ...


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
