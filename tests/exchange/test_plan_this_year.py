"""An old plan taken on to this year: days and years moved, no other word touched (P13)."""

from __future__ import annotations

import difflib
import re
from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path

import pytest

from dialogue_desktop.bootstrap import App
from dialogue_desktop.calendar_data import load_tables
from dialogue_desktop.domain.deadlines import Anchor, Direction, FixedDate, Rule
from dialogue_desktop.domain.own_calendar import OwnCalendar
from dialogue_desktop.domain.plan import (
    Duty,
    Issuer,
    IssuerKind,
    LegalBasis,
    Plan,
    Section,
    TextBlock,
    TimeKind,
    TimePlan,
    UnitKind,
    UnitTasks,
)
from dialogue_desktop.domain.work_calendar import WorkCalendar
from dialogue_desktop.exchange.plan_conversion import converted, this_year
from dialogue_desktop.exchange.plan_reading import read, read_lines
from dialogue_desktop.lists import load
from dialogue_desktop.paths import resources_dir
from tests.exchange.old_plan import TEXT
from tests.exchange.plans import HON_NGOC, PLANS
from tests.exchange.seed_table import TABLE
from tests.exchange.seed_text import seed_file, with_seeds, words
from tests.exchange.test_plan_printed import app as app  # the fixture
from tests.exchange.test_plan_printed import on_paper

TODAY = date(2027, 1, 15)


@cache
def _library() -> tuple[LegalBasis, ...]:
    return load(resources_dir() / "lists").legal_bases


@cache
def _calendar() -> WorkCalendar:
    return OwnCalendar().over(load_tables(resources_dir() / "calendar"))


def _old(lines) -> Plan:
    return converted(read_lines(lines), TODAY, library=_library()).plan


def _plan(*texts: str, **more) -> Plan:
    blocks = tuple(TextBlock(f"d{at}", text) for at, text in enumerate(texts))
    return Plan("", 2025, sections=(Section("m", "Nội dung", blocks=blocks),), **more)


def _blocks(plan: Plan) -> list[str]:
    return [block.text for block in plan.sections[0].blocks]


# --- nothing else is touched --------------------------------------------------------------------------

_OF_DAYS = {"hai", "ba", "tư", "năm", "sáu", "bảy", "chủ", "nhật", "thứ", "tháng"}


def _changed(before: str, after: str) -> list[tuple[list[str], list[str]]]:
    one, other = words(before), words(after)
    matcher = difflib.SequenceMatcher(None, one, other, autojunk=False)
    return [(one[a:b], other[c:d]) for kind, a, b, c, d in matcher.get_opcodes() if kind != "equal"]


def _only_year_and_weekday(before: str, after: str, old: int) -> None:
    """Each difference is the plan's own year, the weekday of its day, or how a day is written."""
    for gone, come in _changed(before, after):
        for word in gone:
            assert word == str(old) or word.casefold() in _OF_DAYS or word.startswith("0"), (gone, come)
        for word in come:
            assert word == "2027" or word.casefold() in _OF_DAYS or word.isdigit(), (gone, come)


@with_seeds
@pytest.mark.parametrize("seed", list(TABLE))
def test_a_real_plan_keeps_its_words(app: App, seed: str) -> None:
    """P13: on paper only the year, and what follows from it, is new."""
    old = converted(read(seed_file(seed)), TODAY, library=_library()).plan
    new = this_year(old, TODAY, library=_library(), calendar=_calendar()).plan
    _only_year_and_weekday(on_paper(app, old), on_paper(app, new), old.year)


@pytest.mark.parametrize("plan", [one for one in PLANS if one is not HON_NGOC], ids=lambda plan: plan.commune)
def test_an_invented_plan_keeps_its_words(app: App, plan) -> None:
    """P13: the same for plans of every kind; days of papers that are cited stay."""
    old = _old(plan.paragraphs)
    new = this_year(old, TODAY).plan
    before, after = on_paper(app, old), on_paper(app, new)
    _only_year_and_weekday(before, after, old.year)
    cited = re.findall(r"\d+-?/?(?:KH|QĐi|UBND)[-/]\S+,? ngày \d+/\d+/\d{4}", before)
    assert all(words_of in after for words_of in cited)


# --- years --------------------------------------------------------------------------------------------


def test_the_year_of_the_plan_becomes_the_mark_of_the_year():
    """P13: in the title, in sentences, behind a month, a quarter, a day left open."""
    new = this_year(
        _plan(
            "Kết quả 6 tháng đầu năm 2025 và việc của tháng 05/2025, quý III/2025.",
            "Tân Hà, ngày … /05/2025",
            "Đối thoại với Nhân dân năm 2025; năm 2025 làm hai buổi.",
            subject="Đối thoại với Nhân dân năm 2025",
        ),
        TODAY,
    )
    assert new.plan.subject == "Đối thoại với Nhân dân năm {nam}"
    assert _blocks(new.plan) == [
        "Kết quả 6 tháng đầu năm {nam} và việc của tháng 05/{nam}, quý III/{nam}.",
        "Tân Hà, ngày … /05/{nam}",
        "Đối thoại với Nhân dân năm {nam}; năm {nam} làm hai buổi.",
    ]
    assert not [doubt for doubt in new.doubts if "giữ nguyên" in doubt.reason or "còn ghi" in doubt.reason]


@pytest.mark.parametrize(
    "text",
    [
        "Thực hiện Kế hoạch số 12-KH/ĐU ngày 20/01/2025 của Đảng ủy về dân vận năm 2025.",
        "Theo Luật Tổ chức chính quyền địa phương năm 2025.",
        "Theo Nghị quyết của Hội đồng nhân dân về nhiệm vụ năm 2025.",
        "Số liệu từ năm 2021 đến năm 2025.",
        "Biên bản lập ngày 12 tháng 3 năm 2025.",
        "Công văn số 45/UBND-VP ngày 05/3/2025.",
    ],
)
def test_a_year_that_may_be_another_papers_is_left_and_doubted(text):
    """P13: never inside the number or the date of a paper that is cited."""
    new = this_year(_plan(text), TODAY)
    assert _blocks(new.plan) == [text]
    assert [doubt.text for doubt in new.doubts] == [text] * len(new.doubts)
    assert any("2025" in doubt.reason for doubt in new.doubts)


def test_the_years_around_are_asked_about():
    """P13: "kết quả năm 2024" of a plan of 2025 is the year before it."""
    new = this_year(_plan("Báo cáo kết quả giải quyết kiến nghị năm 2024."), TODAY)
    assert [doubt.reason for doubt in new.doubts] == ["còn ghi năm 2024, là năm gần năm của kế hoạch cũ"]


def test_what_was_changed_is_listed_old_beside_new():
    """P13: a line for each place, first among what is to be looked at."""
    old = _old(TEXT.splitlines())
    first = this_year(old, TODAY).doubts[0]
    assert first.reason.startswith("đã đổi năm 2025 thành năm 2027 ở ")
    assert first.step == "issuer"
    lines = first.text.splitlines()
    assert all(" → " in line for line in lines)
    assert lines[0].endswith("tổ dân phố Bến Gỗ năm 2025 → …dân tổ dân phố 5 và tổ dân phố Bến Gỗ năm 2027")


# --- days ---------------------------------------------------------------------------------------------


def test_number_and_days_go_on_to_this_year():
    """P13: number and date empty, year and day of this year, deadlines counted from the day; the office's
    words around them stay."""
    new = this_year(_old(TEXT.splitlines()), TODAY)
    plan = new.plan
    assert (plan.number, plan.issued_on, plan.year) == ("", None, 2027)
    assert (plan.time.kind, plan.time.day) == (TimeKind.EXACT, date(2027, 4, 10))
    duty = plan.tasks[0].duties[1]
    # "trước ngày 03/4/2025" with the conference on 10/4/2025: the 2nd is the last day, 8 days before
    assert (duty.fixed, duty.rule and (duty.rule.anchor, duty.rule.direction, duty.rule.n)) == (
        None, (Anchor.CONFERENCE_DAY, Direction.BEFORE, 8),
    )  # fmt: skip
    assert duty.text == "Gửi giấy mời trước ngày {ngay_sau_han}."
    assert any("hạn cũ: trước ngày 03/4/2025" in doubt.reason for doubt in new.doubts)
    assert any(doubt.step == "time_place" and "10/4/2025" in doubt.reason for doubt in new.doubts)


def test_the_counted_day_stands_in_the_old_words(app: App) -> None:
    """P13, P10: "trước ngày 03/4/2025" is printed with the day of this year, and follows the conference."""
    plan = this_year(_old(TEXT.splitlines()), TODAY).plan
    assert "Gửi giấy mời trước ngày 03/4/2027." in on_paper(app, plan)
    later = replace(plan, time=replace(plan.time, day=date(2027, 5, 10)))
    assert "Gửi giấy mời trước ngày 03/5/2027." in on_paper(app, later)


def test_a_fixed_date_without_a_known_day_keeps_its_day():
    """P13: month and day stay, the year moves, with a doubt; 29/02 becomes 28/02."""
    duty = Duty("a", "Thu phiếu chậm nhất ngày 29/02/2024.", fixed=FixedDate(date(2024, 2, 29)))
    plan = Plan("", 2024, tasks=(UnitTasks("u", "Văn phòng", "", (duty,)),))
    new = this_year(plan, TODAY)
    moved = new.plan.tasks[0].duties[0]
    assert moved.fixed == FixedDate(date(2027, 2, 28))
    assert moved.text == "Thu phiếu chậm nhất ngày {ngay_han}."
    assert [doubt.step for doubt in new.doubts] == ["tasks"]


def test_an_hour_keeps_its_place():
    """P13: where the words say an hour or a beginning only the date is opened."""
    day = date(2025, 5, 22)
    duties = (
        Duty("a", "Họp vào 8 giờ 30', ngày 22/05/2025.", fixed=FixedDate(day)),
        Duty("b", "Phát phiếu từ ngày 22 tháng 5 năm 2025.", fixed=FixedDate(day)),
    )
    plan = Plan("", 2025, tasks=(UnitTasks("u", "Văn phòng", "", duties),))
    assert [duty.text for duty in this_year(plan, TODAY).plan.tasks[0].duties] == [
        "Họp vào 8 giờ 30', ngày {ngay_han}.",
        "Phát phiếu từ ngày {ngay_han}.",
    ]


def test_a_duty_said_in_another_part_moves_there_too():
    """P13, P10: the day in letters of a section and that of its duty stay the same day."""
    text = "Các phòng gửi văn bản trả lời về Văn phòng trước ngày 20/4/2025 để tổng hợp chung."
    duty = Duty("a", text, fixed=FixedDate(date(2025, 4, 20), False, "mục II.3 của kế hoạch"))
    new = this_year(_plan(text, tasks=(UnitTasks("u", "Các phòng", "", (duty,)),)), TODAY)
    moved = new.plan.tasks[0].duties[0]
    assert moved.text == _blocks(new.plan)[0] == text.replace("2025", "2027")
    assert moved.fixed == FixedDate(date(2027, 4, 20), False, "mục II.3 của kế hoạch")


def test_a_month_and_quarters_are_asked_about():
    """P13, P6: vague times get the year and a doubt."""
    for when, words_of in (
        (TimePlan(TimeKind.MONTH, month=4, year=2025), "trong tháng 4/2025 → trong tháng 4/2027"),
        (
            TimePlan(TimeKind.QUARTERS, quarters=(3, 4), year=2025),
            "quý III, IV năm 2025 → quý III, IV năm 2027",
        ),
    ):
        new = this_year(_plan(time=when), TODAY)
        assert new.plan.time.year == 2027
        assert [doubt.text for doubt in new.doubts] == [words_of]


@pytest.mark.parametrize(
    ("day", "said"),
    [
        (date(2025, 9, 2), "là ngày nghỉ"),  # Quốc khánh
        (date(2025, 4, 11), "ngày họp Chủ nhật 11/4/2027 là ngày nghỉ (Chủ nhật)"),
        (date(2025, 1, 7), "ngày họp thứ Năm 07/01/2027 đã qua"),
    ],
)
def test_a_conference_on_a_day_off_or_gone_by(day, said):
    """P13, P10: the new day is looked at as every day is."""
    new = this_year(_plan(time=TimePlan(TimeKind.EXACT, day)), TODAY, calendar=_calendar())
    assert any(said in doubt.reason for doubt in new.doubts if doubt.step == "time_place")


def test_deadlines_gone_by_and_on_days_off():
    """P13, P10: a duty whose day is over, or falls on a Sunday, is named."""
    duties = (
        Duty("a", "Phát phiếu cho từng hộ.", rule=Rule(n=60, direction=Direction.BEFORE)),
        Duty("b", "Gửi giấy mời.", rule=Rule(n=6, direction=Direction.BEFORE)),
    )
    plan = _plan(
        time=TimePlan(TimeKind.EXACT, date(2025, 3, 6)), tasks=(UnitTasks("u", "Văn phòng", "", duties),)
    )
    said = {
        d.text: d.reason for d in this_year(plan, TODAY, calendar=_calendar()).doubts if d.step == "tasks"
    }
    assert "đã qua" in said["Phát phiếu cho từng hộ."]
    assert "Chủ nhật 28/02" in said["Gửi giấy mời."]


# --- what ended ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("basis", "instead"),
    [
        ("Căn cứ Luật Tổ chức chính quyền địa phương ngày 19 tháng 6 năm 2015", "16 tháng 6 năm 2025"),
        (
            "Căn cứ Luật Tổ chức chính quyền địa phương số 65/2025/QH15 ngày 19 tháng 02 năm 2025",
            "16 tháng 6 năm 2025",
        ),
        (
            "Căn cứ Pháp lệnh Thực hiện dân chủ ở xã, phường, thị trấn ngày 20 tháng 4 năm 2007",
            "10 tháng 11 năm 2022",
        ),
    ],
)
def test_a_basis_out_of_force_names_what_took_its_place(basis, instead):
    """P13, P3: the day it ended and the paper that holds today, from the office's library."""
    lines = [*TEXT.splitlines()]
    at = next(n for n, line in enumerate(lines) if line.startswith("Căn cứ"))
    lines[at] = f"{basis};"
    new = this_year(_old(lines), TODAY, library=_library())
    (doubt,) = (one for one in new.doubts if one.text == basis)
    assert doubt.reason.startswith("hết hiệu lực sau ngày ")
    assert f"ngày {instead}”" in doubt.reason
    assert doubt.step == "issuer"


def test_papers_of_the_old_year_and_district_bodies_are_marked():
    """P13, P3, P12: a plan carried out of the old year and a huyện are doubts; military bodies are none."""
    plan = replace(
        _old(TEXT.splitlines()),
        bases=(LegalBasis("b", "Thực hiện Kế hoạch số 12-KH/ĐU ngày 20/01/2025", carried_out=True),),
        recipients=("UBND huyện", "Ban Chỉ huy quân sự xã"),
    )
    reasons = {doubt.text: (doubt.reason, doubt.step) for doubt in this_year(plan, TODAY).doubts}
    assert "văn bản của năm 2025" in reasons["Thực hiện Kế hoạch số 12-KH/ĐU ngày 20/01/2025"][0]
    assert reasons["UBND huyện"][1] == "recipients"
    assert "Ban Chỉ huy quân sự xã" not in reasons


def test_a_town_of_former_days_is_asked_about():
    """P13, P2: there is no thị trấn since 01/7/2025; one line says where it still stands."""
    plan = replace(_plan("Nhân dân thị trấn."), issuer=Issuer(unit_kind=UnitKind.THI_TRAN, name="Phú Lương"))
    new = this_year(plan, TODAY)
    assert [(doubt.text, doubt.step) for doubt in new.doubts] == [
        ("thị trấn Phú Lương", "issuer"), ("thị trấn", "purpose"),
    ]  # fmt: skip
    assert "1 đoạn" in new.doubts[1].reason


def test_a_party_plan_takes_the_sheet_of_this_year():
    """P13, P2: from 2026 the form of Hướng dẫn 05."""
    plan = _plan(issuer=Issuer(IssuerKind.PARTY_COMMITTEE, name="Thạch Lam", style="dang_36"))
    assert this_year(plan, TODAY).plan.issuer.style == "dang_05"


def test_the_same_year_moves_nothing():
    """P13: a plan of this year loses only number and date."""
    plan = _old(TEXT.splitlines())
    new = this_year(plan, date(2025, 6, 1)).plan
    assert new == replace(plan, number="", issued_on=None)


def test_the_service_asks_the_offices_own_calendar(app: App, tmp_path: Path) -> None:
    """P13, P10: by one click the new day is compared with the calendar that holds in this office."""
    _, doubts = app.plan_import.import_text(TEXT.replace("ngày 10/4/2025 (thứ Năm)", "ngày 02/9/2025"))
    assert any("là ngày nghỉ (Quốc khánh" in doubt.reason for doubt in doubts)
