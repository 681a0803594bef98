"""Every kind of plan that the program offers: its duties, its structure, its page with its own letterhead."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, time

import pypdfium2
import pytest

from dialogue_desktop import codec, profiles
from dialogue_desktop.bootstrap import App, build
from dialogue_desktop.calendar_data import load_calendar
from dialogue_desktop.domain.deadlines import Anchor, DayUnit, Direction, Rule
from dialogue_desktop.domain.placeholders import fill, values_of
from dialogue_desktop.domain.plan import (
    IssuerKind,
    Locality,
    Plan,
    Section,
    SectionKind,
    TimeKind,
    TimePlan,
)
from dialogue_desktop.domain.schedule import schedule, time_words
from dialogue_desktop.domain.words_vi import roman
from tests.seed_overlap import ROOT

FOLDER = ROOT / "resources" / "profiles"
CALENDAR = ROOT / "resources" / "calendar"
NAMES = sorted(path.stem for path in FOLDER.glob("*.json"))

Days = tuple[Direction, int, DayUnit]
_BEFORE, _AFTER = Direction.BEFORE, Direction.AFTER
_DAYS, _WORKING = DayUnit.CALENDAR, DayUnit.WORKING

#: Every dated duty of each profile, counted from the conference day unless `FROM_NOTICE` says otherwise.
RULES: dict[str, dict[str, Days]] = {
    "chu_tich_mot_thon": {  # S0: 25/8, 05/9, 10/9, 15/9, 17/9 before 23/9/2023; 5, 2 and 7 days before
        "phat-phieu": (_BEFORE, 29, _DAYS),
        "thu-phieu": (_BEFORE, 18, _DAYS),
        "tong-hop": (_BEFORE, 13, _DAYS),
        "bao-cao-kinh-te": (_BEFORE, 8, _DAYS),
        "tra-loi-linh-vuc": (_BEFORE, 8, _DAYS),
        "don-doc-tra-loi": (_BEFORE, 8, _DAYS),
        "bao-cao-tong-hop": (_BEFORE, 6, _DAYS),
        "giay-moi": (_BEFORE, 5, _DAYS),
        "chuan-bi-hoi-truong": (_BEFORE, 2, _DAYS),
        "thong-bao-loa": (_BEFORE, 7, _DAYS),
        "cong-bo-ket-qua": (_AFTER, 10, _DAYS),
    },
    "dang_uy_hai_chu_tri": {"hop-giao-viec": (_BEFORE, 3, _DAYS)},  # S1: 22/5 before 25/5/2023
    "hai_thon_hai_cap": {  # S3: 15/4, 20/4, 22/4 of a conference at the end of April 2026
        "thu-phieu": (_BEFORE, 9, _DAYS),
        "gui-tra-loi": (_BEFORE, 4, _DAYS),
        "bao-cao-tong-hop": (_BEFORE, 2, _DAYS),
        "thong-bao": (_BEFORE, 7, _DAYS),
        "thong-bao-ket-luan": (_AFTER, 10, _WORKING),
        "cong-bo-ket-qua": (_AFTER, 10, _DAYS),
        "tra-loi-sau": (_AFTER, 7, _WORKING),
    },
    "ke_hoach_ngan": {  # S4: the report after ten days
        "thong-bao": (_BEFORE, 7, _DAYS),
        "bao-cao-ket-qua": (_AFTER, 10, _DAYS),
        "cong-bo-ket-qua": (_AFTER, 10, _DAYS),
    },
    "ubnd_2025": {
        "thong-bao": (_BEFORE, 7, _DAYS),
        "tong-hop-y-kien": (_BEFORE, 7, _WORKING),
        "giao-tra-loi": (_BEFORE, 5, _WORKING),
        "giay-moi": (_BEFORE, 5, _DAYS),
        "gui-tra-loi": (_BEFORE, 2, _WORKING),
        "hoi-truong": (_BEFORE, 1, _WORKING),
        "ket-luan": (_AFTER, 5, _WORKING),
        "cong-bo-ket-qua": (_AFTER, 10, _DAYS),
        "chuyen-cap-tren": (_AFTER, 5, _WORKING),
        "bao-cao-ket-qua": (_AFTER, 10, _WORKING),
        "tra-loi-van-ban": (_AFTER, 7, _WORKING),
    },
    "dang_uy_2026": {
        "thong-bao": (_BEFORE, 7, _DAYS),
        "thu-y-kien": (_BEFORE, 7, _WORKING),
        "tong-hop-y-kien": (_BEFORE, 5, _WORKING),
        "giay-moi": (_BEFORE, 5, _DAYS),
        "chuan-bi-tra-loi": (_BEFORE, 2, _WORKING),
        "thong-bao-ket-luan": (_AFTER, 10, _WORKING),
        "giai-quyet": (_AFTER, 7, _WORKING),
    },
}

FROM_NOTICE = {
    ("hai_thon_hai_cap", "tra-loi-sau"),
    ("ubnd_2025", "tra-loi-van-ban"),
    ("dang_uy_2026", "giai-quyet"),
}
EXTENDED = {("hai_thon_hai_cap", "thong-bao-ket-luan"), ("dang_uy_2026", "thong-bao-ket-luan")}

#: How many units have duties, and how many duties have no date.
UNITS = {
    "chu_tich_mot_thon": (7, 10),
    "dang_uy_hai_chu_tri": (8, 9),
    "hai_thon_hai_cap": (5, 10),
    "ke_hoach_ngan": (5, 7),
    "ubnd_2025": (7, 7),
    "dang_uy_2026": (6, 7),
}

ONE_LOCALITY = {"chu_tich_mot_thon", "dang_uy_hai_chu_tri"}
TWO_LOCALITIES = {"hai_thon_hai_cap"}
_PLACES = (Locality("dv", "thôn", "Đồng Vạn"), Locality("pa", "thôn", "Phú Ấp"))


def rules_of(plan: Plan) -> dict[str, Rule]:
    return {d.id: d.rule for unit in plan.tasks for d in unit.duties if d.rule is not None}


def sections_of(sections: tuple[Section, ...]) -> Iterator[Section]:
    for section in sections:
        yield section
        yield from sections_of(section.children)


def ready(name: str) -> Plan:
    """The profile as the office of Minh Khê would hold it, Friday 24/4/2026."""
    plan = profiles.load(FOLDER, name)
    places = _PLACES[: 1 if name in ONE_LOCALITY else 2 if name in TWO_LOCALITIES else 0]
    return replace(
        plan,
        issuer=replace(plan.issuer, name="Minh Khê", province="tỉnh Đông Giang"),
        localities=places,
        time=TimePlan(TimeKind.EXACT, date(2026, 4, 24), time(8)),
        places=("Nhà văn hóa thôn Đồng Vạn",),
    )


@pytest.fixture(scope="module")
def app(tmp_path_factory: pytest.TempPathFactory) -> Iterator[App]:
    app = build(tmp_path_factory.mktemp("du-lieu"))
    yield app
    app.close()


# --- duties ----------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", RULES)
def test_every_dated_duty_is_a_rule(name: str) -> None:
    """P10: none more, none less, each with its anchor, direction, days, unit and extension."""
    rules = rules_of(profiles.load(FOLDER, name))
    assert {key: (rule.direction, rule.n, rule.unit) for key, rule in rules.items()} == RULES[name]
    for key, rule in rules.items():
        notice = (name, key) in FROM_NOTICE
        assert rule.anchor is (Anchor.NOTICE_OF_CONCLUSION if notice else Anchor.CONFERENCE_DAY), key
        assert rule.extension == (15 if (name, key) in EXTENDED else None), key


@pytest.mark.parametrize("name", RULES)
def test_units_and_undated_duties_are_whole(name: str) -> None:
    """P10: who owes what; a duty that the plan gives no day has none invented."""
    plan = profiles.load(FOLDER, name)
    undated = [d.id for u in plan.tasks for d in u.duties if d.rule is None and d.fixed is None]
    assert (len(plan.tasks), len(undated)) == UNITS[name]
    assert all(unit.unit and unit.heading and unit.duties for unit in plan.tasks)


@pytest.mark.parametrize("name", NAMES)
def test_a_clause_leads_to_where_the_duty_stands(name: str) -> None:
    """P10: "mục III.3 của Kế hoạch" is the third unit of section III; else it is the law's own article."""
    plan = profiles.load(FOLDER, name)
    number = next(k for k, s in enumerate(plan.sections, 1) if s.kind is SectionKind.TASKS)
    for k, unit in enumerate(plan.tasks, 1):
        for duty in unit.duties:
            if duty.rule is not None and "Điều 43" not in duty.rule.clause:
                assert duty.rule.clause == f"mục {roman(number)}.{k} của Kế hoạch", duty.id


@pytest.mark.parametrize("name", NAMES)
def test_no_deadline_is_later_than_the_law_allows(name: str) -> None:
    """P10: on a plain Friday no profile is warned of by Điều 43 of the law of 2025."""
    lines = schedule(ready(name), load_calendar(CALENDAR))
    late = [line.warning for line in lines if any("Điều 43" in c.predicate for c in line.conflicts)]
    assert late == []
    counted = [line for line in lines if line.duty.rule is not None]
    assert counted
    for line in counted:
        assert line.duty.rule is not None
        assert line.due is not None or line.duty.rule.anchor is not Anchor.CONFERENCE_DAY


@pytest.mark.parametrize("name", sorted(set(NAMES) - {"dang_uy_hai_chu_tri", "dang_uy_2026"}))
def test_the_state_s_plans_keep_article_43(name: str) -> None:
    """P3, P10: notice seven days before, result within ten, chaired with the Standing Body of the council."""
    plan = profiles.load(FOLDER, name)
    rules = rules_of(plan)
    notice = [r for r in rules.values() if r.direction is Direction.BEFORE and r.n >= 7]
    assert notice
    assert (rules["cong-bo-ket-qua"].n, rules["cong-bo-ket-qua"].unit) == (10, DayUnit.CALENDAR)
    assert "khoản 3 Điều 43" in rules["cong-bo-ket-qua"].clause
    assert any("Thường trực Hội đồng nhân dân" in chair.official.position for chair in plan.chairs)


# --- structure -------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", NAMES)
def test_every_part_of_a_plan_has_its_section(name: str) -> None:
    """P2–P12: each kind of section once, so that every step of the wizard has something to show."""
    plan = profiles.load(FOLDER, name)
    kinds = [section.kind for section in sections_of(plan.sections) if section.kind is not SectionKind.TEXT]
    assert sorted(kinds) == sorted(set(SectionKind) - {SectionKind.TEXT})
    headings = [section.heading for section in plan.sections]
    assert headings[0] == "MỤC ĐÍCH, YÊU CẦU"
    assert headings[-1] == "TỔ CHỨC THỰC HIỆN"
    assert all(heading == heading.upper() for heading in headings)
    assert plan.bases
    assert plan.recipients[-1].startswith("Lưu")
    assert any(step.speaking for step in plan.programme)
    assert all(step.lead and step.minutes for step in plan.programme)
    assert len(plan.copies) == 3
    assert sum(copy.posted for copy in plan.copies) == 1


@pytest.mark.parametrize("name", NAMES)
def test_a_plan_of_today_names_no_district_and_no_dead_law(name: str) -> None:
    """P3, P12: after 01/7/2025 there is no huyện; every basis is in force."""
    plan = profiles.load(FOLDER, name)
    assert "huyện" not in codec.to_json(plan).decode().casefold()
    day = date(plan.year, 4, 1)
    for basis in plan.bases:
        assert basis.in_force_from is None or basis.in_force_from <= day
        assert basis.in_force_to is None


@pytest.mark.parametrize("name", NAMES)
def test_letterhead_symbol_and_signature_belong_together(name: str) -> None:
    """P2, P12: the State signs TM. on NĐ 30, the Party T/M on its own sheet."""
    plan = profiles.load(FOLDER, name)
    party = plan.issuer.kind is IssuerKind.PARTY_COMMITTEE
    assert party == name.startswith("dang_uy")
    wanted = ("dang_05", "KH/ĐU", "BB/ĐU", "T/M ") if party else ("nd30", "KH-UBND", "BB-UBND", "TM. ")
    found = (plan.issuer.style, plan.symbol, plan.minutes_symbol, plan.signature.lines[0][: len(wanted[3])])
    assert found == wanted
    if name == "dang_uy_hai_chu_tri":
        assert plan.signature.lines == ("T/M BAN CHẤP HÀNH ĐẢNG BỘ", "PHÓ BÍ THƯ THƯỜNG TRỰC")
        assert [chair.role.value for chair in plan.chairs] == ["chủ trì", "đồng chủ trì"]


@pytest.mark.parametrize("name", sorted(ONE_LOCALITY | TWO_LOCALITIES))
def test_a_plan_for_a_locality_leaves_room_for_its_name(name: str) -> None:
    """P5: the title names the thôn; until they are typed there are dots, not the whole commune."""
    plan = replace(ready(name), localities=())
    assert not plan.whole_commune
    assert fill(plan.subject, values_of(plan)).endswith("với Nhân dân ……… năm 2026")
    plan = ready(name)
    both = "thôn Đồng Vạn và thôn Phú Ấp" if name in TWO_LOCALITIES else "thôn Đồng Vạn"
    assert fill(plan.subject, values_of(plan)).endswith(f"với Nhân dân {both} năm 2026")


def test_the_short_plan_knows_its_quarters() -> None:
    """P6: "quý III, IV", two official secretaries (S4)."""
    plan = profiles.load(FOLDER, "ke_hoach_ngan")
    assert time_words(plan) == "quý III, IV năm 2026"
    assert [secretary.citizen for secretary in plan.secretaries] == [False, False]


# --- pages -----------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", NAMES)
def test_the_page_has_its_letterhead_every_heading_and_no_placeholder(name: str, app: App) -> None:
    """P1, P2: as PDF, from the first line to the name of the office that signs."""
    plan = ready(name)
    with pypdfium2.PdfDocument(app.documents.preview_plan(plan).data) as pdf:
        pages = [pdf[k].get_textpage().get_text_bounded() for k in range(len(pdf))]
    assert 2 <= len(pages) <= 6
    words = " ".join(" ".join(pages).split())
    assert "{" not in words
    state, party = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM" in words, "ĐẢNG CỘNG SẢN VIỆT NAM" in words
    assert (state, party) == ((False, True) if name.startswith("dang_uy") else (True, False))
    for line in plan.signature.lines:
        assert line in words
    for section in sections_of(plan.sections):
        assert section.heading in words or not section.included, section.heading
    dated = [line for line in schedule(plan, load_calendar(CALENDAR)) if line.due]
    assert len(re.findall(r"\(ngày \d\d/\d\d?/2026\)", words)) == len(dated)


def test_the_older_party_sheet_is_used_before_2026(app: App) -> None:
    """P2: Hướng dẫn 36 until 2025 (the text ends "./."), Hướng dẫn 05 after (".")."""
    ends = {}
    for year in (2025, 2026):
        plan = app.planning.plan(app.planning.create("dang_uy_2026", year=year))
        pdf = pypdfium2.PdfDocument(app.documents.preview_plan(plan).data)
        words = " ".join(pdf[k].get_textpage().get_text_bounded() for k in range(len(pdf)))
        pdf.close()
        ends[plan.issuer.style] = "./." in words
    assert ends == {"dang_36": True, "dang_05": False}
