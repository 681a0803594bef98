"""What the papers made from the plan alone say (C1, P2, P6, P9, P10, P11)."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import time

import pytest

from dialogue_desktop.documents.engine import Engine
from dialogue_desktop.documents.paper_parts import step_times
from dialogue_desktop.documents.tree import Paragraph, Role, Run, Table, plain
from dialogue_desktop.domain.plan import Locality, Plan, ProgrammeStep, TimeKind, TimePlan
from dialogue_desktop.domain.schedule import schedule
from tests.data.loc_thinh import loc_thinh_evening_plan
from tests.documents.paper import read_pdf
from tests.documents.paper_plans import built, calendar, minh_khe, party, unknown

PLANS: dict[str, Callable[[], Plan]] = {
    "state": minh_khe,
    "state-evening": loc_thinh_evening_plan,
    "party-05": lambda: party(minh_khe()),
    "party-36": lambda: party(loc_thinh_evening_plan(), "dang_36", "Đảng bộ tỉnh Đông Giang"),
    "unknown": lambda: unknown(minh_khe()),
}


def words_of(engine: Engine, name: str, plan: Plan) -> str:
    return engine.text(built(engine, name, plan)).replace("\u00a0", " ")


def test_notice_says_what_the_law_asks(engine: Engine) -> None:
    """C1, C2: time with weekday, place, content and way of attending; its own symbol and the plan cited."""
    words = words_of(engine, "notice", minh_khe())
    assert re.search(r"Số: +/TB-UBND", words)
    assert "Kế hoạch số 42/KH-UBND ngày 01 tháng 4 năm 2026 của Ủy ban nhân dân xã Minh Khê" in words
    assert "Thời gian: 08 giờ 00, thứ Sáu, ngày 24 tháng 4 năm 2026." in words
    assert "Địa điểm: Nhà văn hóa thôn Đồng Vạn." in words
    assert "Đất đai, xây dựng, nước sạch, rác thải và môi trường." in words
    assert "không quá 05 phút" in words
    assert "bằng phiếu cho Trưởng thôn" in words
    assert words.rstrip().endswith("Đỗ Mạnh Tuyển")
    assert re.search(r"Số +-TB/ĐU", words_of(engine, "notice", party(minh_khe())))


@pytest.mark.parametrize(
    ("known", "shown"),
    [
        (TimePlan(), "…… giờ ……, thứ ………, ngày …… tháng …… năm 2026."),
        (TimePlan(TimeKind.MONTH, month=9, start=time(8)), "08 giờ 00, thứ ………, ngày …… tháng 9 năm 2026."),
        (TimePlan(TimeKind.BEFORE_MONTH, month=9), "năm 2026 (dự kiến trước tháng 9/2026)."),
        (TimePlan(TimeKind.QUARTERS, quarters=(3, 4)), "(dự kiến quý III, IV năm 2026)."),
    ],
)
def test_unknown_times_leave_room_for_the_pen(engine: Engine, known: TimePlan, shown: str) -> None:
    """P6: what is known is printed, the rest is written by hand."""
    for name in ("notice", "programme", "script"):
        assert shown in words_of(engine, name, replace(minh_khe(), time=known))


def test_those_who_lead_the_localities_have_their_names(engine: Engine) -> None:
    """P5: tổ dân phố have a tổ trưởng."""
    plan = replace(minh_khe(), localities=(Locality("a", "tổ dân phố", "5"), Locality("b", "thôn", "Bến Gỗ")))
    assert "Tổ trưởng tổ dân phố, Trưởng thôn" in words_of(engine, "notice", plan)


@pytest.mark.parametrize("plan_name", PLANS)
def test_nothing_read_aloud_has_a_figure(engine: Engine, plan_name: str) -> None:
    """C1: the one at the microphone meets words only."""
    document = built(engine, "loudspeaker", PLANS[plan_name]())
    read = [
        plain(block.runs)
        for block in document.sections[0].blocks
        if isinstance(block, Paragraph) and block.role is Role.READ_ALOUD
    ]
    assert len(read) >= 6
    assert not re.search(r"\d|UBND|HĐND", "".join(read))


def test_people_are_told_until_when_opinions_are_taken(engine: Engine) -> None:
    """C1: by the plan's own note, else before the day on which the thôn hand them on; never two days."""
    noted = minh_khe()
    assert words_of(engine, "notice", noted).count("trước ngày") == 1
    assert "Minh Khê trước ngày mười bảy tháng tư." in words_of(engine, "loudspeaker", noted)
    counted = replace(noted, form_note="")
    assert "nộp tại trụ sở Ủy ban nhân dân xã Minh Khê trước ngày 19/4/2026." in words_of(
        engine, "notice", counted
    )
    assert "trước ngày mười chín tháng tư." in words_of(engine, "loudspeaker", counted)
    assert "trước ngày" not in words_of(engine, "notice", unknown(counted))


def test_a_note_on_something_else_is_no_way_of_taking_part(engine: Engine) -> None:
    """C1: what the plan says of the form for the office stays in the plan."""
    note = "Nếu tổ chức từ hai hội nghị trở lên thì Chủ trì quyết định nội dung của từng hội nghị"
    assert note not in words_of(engine, "notice", replace(minh_khe(), form_note=note))
    assert note in words_of(engine, "plan", replace(minh_khe(), form_note=note))


def test_script_is_said_without_abbreviations(engine: Engine) -> None:
    """C1: what the leader reads out has the bodies in full; the other columns are as the plan has them."""
    told = [
        row.split("\t")[3]
        for row in words_of(engine, "script", minh_khe()).splitlines()
        if row.count("\t") == 3
    ]
    assert not re.search(r"UBND|HĐND|MTTQ", " ".join(told))
    assert "chuyên viên Văn phòng Hội đồng nhân dân và Ủy ban nhân dân" in " ".join(told)


@pytest.mark.parametrize("name", ["programme", "script", "assignments", "budget"])
def test_tables_without_rows_have_room_to_write(engine: Engine, name: str) -> None:
    """G5: an official paper has blanks for the pen, never a sentence about the program's data."""
    tree = built(engine, name, unknown(minh_khe()))
    (table,) = (block for block in tree.sections[0].blocks if isinstance(block, Table))
    blank = [row for row in table.rows if not plain(row.cells[1].runs if len(row.cells) > 1 else (Run("x"),))]
    assert len(blank) >= 6
    assert "chưa có" not in engine.text(tree)


def test_loudspeaker_reads_day_and_hour(engine: Engine) -> None:
    words = words_of(engine, "loudspeaker", minh_khe())
    assert "tám giờ sáng, thứ Sáu, ngày hai mươi tư tháng tư năm hai nghìn không trăm hai mươi sáu" in words
    assert "từ thứ Ba 14/4/2026 đến thứ Sáu 24/4/2026" in words


@pytest.mark.parametrize("plan_name", PLANS)
def test_backdrop_is_one_page_of_big_type(engine: Engine, plan_name: str) -> None:
    """C1: nothing under 26 points, no line ends inside a name."""
    paper = read_pdf(engine.pdf(built(engine, "backdrop", PLANS[plan_name]())).data)
    assert len(paper.sizes) == 1
    assert min(size for line in paper.lines for size in line.sizes) >= 26
    assert paper.line("HỘI NGHỊ").sizes == {54.0}


def test_backdrop_of_a_long_name_stays_on_its_page(engine: Engine) -> None:
    """S1: names of conferences run to six lines."""
    name = (
        "Hội nghị tiếp xúc, đối thoại trực tiếp của đồng chí Bí thư Đảng ủy, Chủ tịch Hội đồng nhân dân và "
        "đồng chí Chủ tịch Ủy ban nhân dân xã Minh Khê với Nhân dân thôn Đồng Vạn, thôn Phú Ấp, thôn Bến Lở, "
        "thôn Đồng Chằm, thôn Đông Hạ và thôn Tây Hạ năm 2026"
    )
    paper = read_pdf(engine.pdf(built(engine, "backdrop", replace(minh_khe(), conference_name=name))).data)
    assert len(paper.sizes) == 1


def test_hours_of_the_steps_are_counted_as_far_as_known() -> None:
    """P9: from the start by the minutes; after a step without minutes nothing is guessed."""
    steps = (ProgrammeStep("a", "A", minutes=10), ProgrammeStep("b", "B"), ProgrammeStep("c", "C", minutes=5))
    assert step_times(steps, time(8)) == (
        (time(8), time(8, 10)),
        (time(8, 10), None),
        (None, None),
    )
    assert step_times(steps, None) == ((None, None),) * 3


def test_programme_and_script_have_the_hours(engine: Engine) -> None:
    words = words_of(engine, "programme", minh_khe())
    assert "08:35 - 10:35 (120 phút)" in words
    assert "dự kiến kết thúc lúc 11:20./." in words
    told = words_of(engine, "script", minh_khe())
    rows = [line.split("\t") for line in told.splitlines() if line.count("\t") == 3]
    assert [row[0][:5] for row in rows[1:]] == [
        "08:00", "08:10", "08:15", "08:35", "10:35", "10:55", "11:05", "11:15",
    ]  # fmt: skip
    assert "không quá 05 phút" in rows[4][3]
    assert "kết luận" in rows[6][3]
    assert "biên bản" in rows[7][3]
    assert len({row[3] for row in rows}) == len(rows)


def test_rules_hold_the_plans_own_refusals(engine: Engine) -> None:
    """P4: what the plan says about refusing stands in the rules, what it left out does not."""
    words = words_of(engine, "rules", minh_khe())
    assert "10. Chủ trì Hội nghị được từ chối đối thoại với người gây rối trật tự công cộng" in words
    assert "nêu lại kết quả" not in words
    bare = words_of(engine, "rules", unknown(minh_khe()))
    assert "từ chối đối thoại với người vi phạm Nội quy này./." in bare
    assert "………" in bare


def test_assignments_have_day_weekday_clause_and_count(engine: Engine) -> None:
    """P10: unit, duty, basis, day with weekday, how it was counted."""
    words = words_of(engine, "assignments", minh_khe())
    (row,) = (line for line in words.splitlines() if "Tham mưu niêm yết kết luận" in line)
    assert row.split("\t")[2:] == [
        "mục III.2 của Kế hoạch",
        "Thứ Tư 06/5/2026",
        "5 ngày làm việc sau ngày 24/4/2026, trừ 27/4, 30/4, 1/5 → 06/5/2026",
    ]
    assert words.count("Theo tiến độ chung") == sum(
        not line.dated for line in schedule(minh_khe(), calendar())
    )


def test_budget_has_its_total_in_words(engine: Engine) -> None:
    """P11: figures and words agree; without lines there is room to write."""
    words = words_of(engine, "budget", minh_khe())
    assert "Tổng cộng\t2.125.000" in words
    assert "Bằng chữ: Hai triệu một trăm hai mươi lăm nghìn đồng.\n" in words
    assert words.index("Bằng chữ") < words.index("chi đúng chế độ, tiết kiệm./.")
    assert "In phiếu lấy ý kiến, tài liệu (Theo giá in tại địa phương)" in words
    assert "Tổng cộng\t\n" in words_of(engine, "budget", unknown(minh_khe()))
