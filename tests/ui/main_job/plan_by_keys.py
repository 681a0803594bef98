"""July: the plan of Lộc Thịnh typed into the nine steps of the wizard (P1–P12)."""

from __future__ import annotations

from dialogue_desktop.domain.plan import Plan
from tests.data.loc_thinh import loc_thinh_evening_plan
from tests.ui.main_job.hands import Hands
from tests.ui.main_job.program import Program

PLAN_PDF, PLAN_WORD = "ke-hoach.pdf", "ke-hoach.docx"


def plan_by_keys(program: Program) -> None:
    """From the empty first screen to the finished plan; the citizens' secretary has no name yet."""
    hands, wanted = program.hands, loc_thinh_evening_plan()
    hands.at = "first screen"
    hands.picture("lan-dau")
    hands.expect("Lập kế hoạch mới")
    hands.press("Ctrl+N")
    program.come_to("new_plan")
    hands.picture("kieu-ke-hoach")
    hands.press("Return")  # the recommended kind
    program.come_to("plan")
    hands.until(lambda: program.page.preview is not None, "the wizard")
    hands.rest()
    for number, step in enumerate(
        (_issuer, _purpose, _time_place, _participants, _programme, _tasks, _budget, _recipients, _review),
        start=1,
    ):
        hands.at = f"plan, step {number}"
        step(hands, wanted)
        hands.picture(f"buoc-{number}")
        if number < 9:
            hands.press("Ctrl+PgDown")
    _export(program)
    hands.press("Ctrl+Return")
    program.come_to("opinions")
    program.say("plan finished")
    hands.picture("sau-ke-hoach")


def _issuer(hands: Hands, wanted: Plan) -> None:
    issuer = wanted.issuer
    hands.fill("Tên riêng", issuer.name)
    hands.fill("Tỉnh, thành phố", issuer.province)
    hands.fill("Huyện (trước 01/7/2025)", issuer.district)
    # The law of 2025 is no basis of a plan of 2024: out with it, in with those of the time.
    hands.to_row("Căn cứ", 0)
    hands.press("Delete")
    hands.to_row("Căn cứ", 0)
    hands.pick("Chọn từ danh mục…", wanted.bases[1].text[:60])
    hands.press("Ctrl+Shift+Up")
    hands.pick("Chọn từ danh mục…", wanted.bases[0].text)
    hands.press("Ctrl+Shift+Up")
    hands.open_row("Căn cứ", 2)
    hands.press("Ctrl+N")
    hands.write(wanted.bases[3].text)
    hands.fill("Hiệu lực từ", "17/9/2018")
    hands.open_row("Căn cứ", 4)
    hands.write(wanted.bases[4].text)


def _purpose(hands: Hands, wanted: Plan) -> None:
    """The profile's wording is taken as it is."""


def _time_place(hands: Hands, wanted: Plan) -> None:
    assert wanted.time.day is not None
    hands.choose("Đã biết đến", "Ngày, giờ cụ thể")
    hands.fill("Ngày họp", "28/8/2024")
    hands.fill("Bắt đầu", "18:30")
    hands.fill("Kết thúc", "21:00")
    hands.push("Thêm địa điểm")
    hands.write(wanted.places[0])
    hands.push("Thêm thôn")
    for number, row in enumerate(wanted.localities):
        if number:
            hands.press("Ctrl+N")
        hands.write(row.kind)
        hands.fill("Tên riêng", row.name)
        hands.fill("Trưởng thôn", row.head)
        hands.fill("Số hộ", str(row.households))
        hands.fill("Số người", str(row.people))


def _participants(hands: Hands, wanted: Plan) -> None:
    hands.open_row("Chủ trì", 0)
    hands.write(wanted.chairs[0].official.position)
    hands.fill("Họ tên (nếu biết)", wanted.chairs[0].official.name)
    hands.to_row("Chủ trì", 1)
    hands.press("Ctrl+Delete")
    hands.open_row("Chủ trì", 1)
    hands.write(wanted.chairs[1].official.position)
    for place in (0, 1):
        official = wanted.secretaries[place].official
        hands.open_row("Thư ký", place)
        hands.write(official.position)
        hands.fill("Xưng hô", official.honorific)
        if place == 0:  # whom the people send is known on the evening itself
            hands.fill("Họ tên (nếu biết)", official.name)
    hands.push("Thêm người trả lời")
    for number, official in enumerate(wanted.officials):
        if number:
            hands.press("Ctrl+N")
        hands.write(official.honorific)
        hands.fill("Họ tên", official.name)
        hands.fill("Chức vụ", official.position)
        hands.fill("Đơn vị", official.unit)


def _programme(hands: Hands, wanted: Plan) -> None:
    """As the profile has it."""


def _tasks(hands: Hands, wanted: Plan) -> None:
    office = wanted.tasks[1]
    hands.push("Theo đơn vị")
    rows = hands.rows("Các việc")
    hands.open_row("Các việc", next(n for n, row in enumerate(rows) if "Văn phòng" in row))
    hands.write(office.unit)
    hands.fill("Kế hoạch viết là", office.heading)
    rows = hands.rows("Các việc")
    # The law that asks for it is younger than this plan.
    hands.to_row("Các việc", next(n for n, row in enumerate(rows) if "Công bố kết quả" in row))
    hands.press("Delete")
    rows = hands.rows("Các việc")
    hands.to_row("Các việc", next(n for n, row in enumerate(rows) if "Báo cáo kết quả" in row))
    report = next(duty for duty in office.duties if duty.id == "bao-cao-ket-qua")
    hands.fill("Lời văn trong kế hoạch", report.text)
    hands.fill("Đơn vị có thể giao trả lời ý kiến, mỗi đơn vị một dòng", "\n".join(wanted.units))


def _budget(hands: Hands, wanted: Plan) -> None:
    """Nothing is estimated; the office pays by the rules in force."""


def _recipients(hands: Hands, wanted: Plan) -> None:
    hands.open_row("Nơi nhận", 0)
    for recipient in wanted.recipients:
        hands.write(recipient)
        hands.press("Return")
    hands.choose("Thể thức ký", "CHỦ TỊCH")
    hands.fill("Họ tên người ký", wanted.signature.name)
    hands.open_row("Các bản biên bản", 2)
    hands.write(wanted.copies[2].label)


def _review(hands: Hands, wanted: Plan) -> None:
    """Nothing is missing."""


def _export(program: Program) -> None:
    """The paper as it will be signed, and for who wants to change it in Word."""
    hands, out = program.hands, program.out
    for button, name in (("Xuất PDF…", PLAN_PDF), ("Xuất Word…", PLAN_WORD)):
        hands.save_as(out)
        hands.push(button)
        hands.until((out / name).is_file, name)
