"""13 April: slips out, the first pile in, a thôn's list, fields, the same matter, units (C3–C7)."""

from __future__ import annotations

from tests.ui.before_day.going import LIST_FILE, UNIT, from_menu, go_to
from tests.ui.before_day.matters import SLIPS
from tests.ui.main_job.program import Program

#: By field, in the order in which the page asks.
GIVEN = (UNIT, UNIT, UNIT, UNIT, "Trạm Y tế")


def slips_by_keys(program: Program) -> None:
    """13 April: slips go out, the first pile and a thôn's list come back, all is sorted and given away."""
    hands = program.hands
    hands.at = "slips out"
    hands.press("Ctrl+I")
    program.come_to("opinions")
    hands.press("Escape")
    go_to(program, "Giấy mời, đại biểu", "invite")
    hands.press("Space")  # lays out whom the plan invites
    hands.expect("Danh sách đại biểu")
    hands.picture("dai-bieu")
    hands.tab_to("Phiếu phát ra, thu về*")
    hands.press("Space")
    for place, by, last in (
        ("đồng vạn", "Chi bộ thôn Đồng Vạn", "030"),
        ("phú ấp", "Chi bộ thôn Phú Ấp", "060"),
    ):
        hands.press("Ctrl+N")
        for words in (place, by, "", last):
            hands.type(words)
            hands.press("Return")
        hands.press("Ctrl+S")
    hands.picture("phieu-da-phat")
    _pile(program)
    _list_of_a_locality(program)
    _sorting(program)
    _grouping(program)
    _giving(program)
    program.say("given")


def _pile(program: Program) -> None:
    """Four slips, each with the field that the words suggest."""
    hands = program.hands
    hands.at = "pile"
    go_to(program, "Ý kiến thu thập", "opinions")
    hands.press("Ctrl+N")
    for number, slip in enumerate(SLIPS):
        hands.fill("Họ và tên người có ý kiến", slip.who)
        hands.fill("Nội dung ý kiến", slip.text)
        hands.until(lambda: program.page.takes["field"].isEnabled(), "a suggested field")
        hands.press("Ctrl+E")
        hands.picture(f"phieu-{number + 1}")
        hands.press("Ctrl+Return" if slip is not SLIPS[-1] else "Ctrl+S")


def _list_of_a_locality(program: Program) -> None:
    """The Excel form that the trưởng thôn filled in: looked through, then kept as one act."""
    hands = program.hands
    hands.at = "list"
    hands.press("Ctrl+O")
    program.come_to("opinion_import")
    hands.save_as(program.out / LIST_FILE)
    hands.press("Ctrl+O")
    hands.picture("danh-sach-da-doc")
    hands.press("Ctrl+Return")
    program.come_to("opinions")
    hands.picture("danh-sach-da-luu")


def _sorting(program: Program) -> None:
    """What the list left open gets its field; one that may be beyond competence gets its body."""
    hands = program.hands
    hands.at = "sorting"
    hands.press("Ctrl+L")
    program.come_to("sorting")
    hands.picture("xep-linh-vuc")
    hands.press("Ctrl+Return")
    hands.picture("da-xep")
    hands.press("Ctrl+3")
    hands.picture("tham-quyen")
    hands.press("Return")
    hands.picture("tham-quyen-sau")


def _grouping(program: Program) -> None:
    """Two that say the same: side by side, then one answer."""
    hands = program.hands
    hands.at = "grouping"
    go_to(program, "Ý kiến thu thập", "opinions")
    hands.until(lambda: bool(program.page._screen.sections), "the list")
    hands.press("Home")  # the heading of what may be the same
    hands.picture("co-the-giong-nhau")
    hands.press("Ctrl+G")
    hands.picture("so-sanh")
    hands.press("Ctrl+Return")
    hands.picture("da-gop")


def _giving(program: Program) -> None:
    """Each field to a unit; what a unit had before is offered for it the next time."""
    hands = program.hands
    hands.at = "giving"
    hands.press("Ctrl+Shift+T")
    for unit in GIVEN:
        hands.expect_start("Đơn vị trả lời")
        hands.type(unit)
        hands.press("Return")
    hands.picture("giao-theo-linh-vuc")
    hands.press("Ctrl+Return")
    hands.picture("da-giao")
    hands.at = "sheet"
    hands.press("Ctrl+R")
    program.come_to("answers")
    hands.picture("giao-thu")
    hands.save_as(program.out)
    hands.press("Ctrl+P")
    from_menu(program, "Phiếu giao của Phòng Kinh tế, Excel")
    hands.picture("da-xuat")
