"""Profiles decode strictly, use known placeholders only, and hold every duty of the plan of Lộc Thịnh."""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, time
from pathlib import Path

import pytest

from dialogue_desktop import codec, profiles
from dialogue_desktop.calendar_data import load_calendar
from dialogue_desktop.domain.deadlines import Anchor, DayUnit, Direction
from dialogue_desktop.domain.placeholders import MEANINGS, fill, names_in, values_of
from dialogue_desktop.domain.plan import Duty, Plan, Section, SectionKind, TimeKind, TimePlan
from dialogue_desktop.domain.schedule import deadline_words, schedule, time_words
from dialogue_desktop.resource_files import ResourceError
from tests.data.loc_thinh import EVENING, loc_thinh_evening_plan, loc_thinh_plan, loc_thinh_session
from tests.seed_overlap import ROOT, copied

FOLDER = ROOT / "resources" / "profiles"
FILES = sorted(FOLDER.glob("*.json"))
PEOPLE = "ubnd_nhan_dan"

#: Every dated duty of S2 III: (duty, before or after the day, days, working or calendar).
S2_RULES = {
    "niem-yet-thong-bao": (Direction.BEFORE, 10, DayUnit.CALENDAR),
    "tong-hop-y-kien": (Direction.BEFORE, 5, DayUnit.CALENDAR),
    "niem-yet-ket-luan": (Direction.AFTER, 5, DayUnit.WORKING),
    "chuyen-cap-tren": (Direction.AFTER, 5, DayUnit.CALENDAR),
    "tra-loi-van-ban": (Direction.AFTER, 7, DayUnit.WORKING),
    "bao-cao-ket-qua": (Direction.AFTER, 10, DayUnit.WORKING),
}

#: Duties of S2 III without a date.
S2_UNDATED = {
    "lanh-dao",
    "giam-sat",
    "chuan-bi-hoi-truong",
    "hop-thon",
    "bo-tri-kinh-phi",
    "chuan-bi-noi-dung",
    "du-va-tra-loi",
    "tham-muu-van-ban",
}


def each_section(sections: tuple[Section, ...]) -> Iterator[Section]:
    for section in sections:
        yield section
        yield from each_section(section.children)


def duties(plan: Plan) -> dict[str, Duty]:
    return {duty.id: duty for unit in plan.tasks for duty in unit.duties}


def texts(value: object) -> Iterator[str]:
    """All texts of plain JSON values."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for part in value.values():
            yield from texts(part)
    elif isinstance(value, list):
        for part in value:
            yield from texts(part)


def with_change(folder: Path, change: tuple[str, object]) -> Path:
    """A folder with the profile in which one key of its first duty is changed or added."""
    data = json.loads((FOLDER / f"{PEOPLE}.json").read_text(encoding="utf-8"))
    data["plan"]["tasks"][0]["duties"][0][change[0]] = change[1]
    (folder / f"{PEOPLE}.json").write_text(json.dumps(data), encoding="utf-8")
    return folder


# --- every profile ---------------------------------------------------------------------------------


def test_each_file_is_one_profile_with_a_name():
    """P1: the wizard offers each profile by name and one sentence."""
    infos = profiles.profiles(FOLDER)
    assert {info.id for info in infos} == {path.stem for path in FILES}
    assert PEOPLE in {info.id for info in infos}
    assert all(info.name and info.description.endswith(".") for info in infos)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_profile_goes_through_the_codec_unchanged(path):
    """P1: what the file says is what the plan holds."""
    plan = profiles.load(FOLDER, path.stem)
    assert codec.from_json(codec.to_json(plan), Plan) == plan
    assert plan.profile == path.stem


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_texts_are_nfc_and_use_known_placeholders(path):
    """P4, G5: no placeholder that nobody fills, no decomposed letter."""
    raw = path.read_text(encoding="utf-8")
    assert unicodedata.is_normalized("NFC", raw)
    for text in texts(json.loads(raw)):
        assert set(names_in(text)) <= MEANINGS.keys(), text
        assert text.count("{") == text.count("}") == len(names_in(text)), text


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_the_deadline_placeholder_stands_in_dated_duties_and_only_there(path):
    """P10: {han} is in the text of a duty exactly when the duty has a deadline."""
    plan = profiles.load(FOLDER, path.stem)
    for duty in duties(plan).values():
        dated = duty.rule is not None or duty.fixed is not None
        assert ("han" in names_in(duty.text)) == dated, duty.id
        assert duty.summary
        if duty.rule is not None:
            assert duty.rule.clause
    for section in each_section(plan.sections):
        assert all("han" not in names_in(block.text) for block in section.blocks)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_ids_are_unique(path):
    """P13, L11: packages refer to parts of the plan by their ids."""
    plan = profiles.load(FOLDER, path.stem)
    sections = list(each_section(plan.sections))
    for ids in (
        [section.id for section in sections],
        [block.id for section in sections for block in section.blocks],
        [duty.id for unit in plan.tasks for duty in unit.duties],
        [step.id for step in plan.programme],
        [group.id for group in plan.participants],
        [copy.id for copy in plan.copies],
        [basis.id for basis in plan.bases],
    ):
        assert len(ids) == len(set(ids))


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_no_sentence_is_copied_from_a_seed(path):
    """P4: facts and formulas carry over, sentences are the program's own."""
    assert copied(path) == []


@pytest.mark.parametrize("change", [("sumary", "x"), ("rule", {"n": 3, "units": "working"}), ("text", 5)])
def test_a_wrong_key_or_value_is_an_error_with_its_place(tmp_path, change):
    """P1, G5: a misspelt key of a profile is never lost in silence."""
    with pytest.raises(ResourceError, match=r"ubnd_nhan_dan\.json: .*\$\.plan\.tasks\[(0|\.\.\.)\]"):
        profiles.load(with_change(tmp_path, change), PEOPLE)


@pytest.mark.parametrize("name", ["khong_co", "../profiles/ubnd_nhan_dan", ""])
def test_an_unknown_profile_is_an_error(name):
    """P1: no file outside the folder is ever opened."""
    with pytest.raises(ResourceError):
        profiles.load(FOLDER, name)


def test_a_file_under_another_name_is_an_error(tmp_path):
    """P1: the stored name of a profile always leads to its file."""
    (tmp_path / "khac.json").write_bytes((FOLDER / f"{PEOPLE}.json").read_bytes())
    with pytest.raises(ResourceError, match="one name"):
        profiles.profiles(tmp_path)


# --- the profile of S2's kind ------------------------------------------------------------------------


@pytest.mark.parametrize(("duty_id", "rule"), S2_RULES.items())
def test_every_dated_duty_of_s2_is_a_rule(duty_id, rule):
    """P10: the deadlines of S2 III.2 and III.3, counted from the conference day."""
    found = duties(profiles.load(FOLDER, PEOPLE))[duty_id].rule
    assert found is not None
    assert found.anchor is Anchor.CONFERENCE_DAY
    assert (found.direction, found.n, found.unit) == rule


def test_no_other_duty_of_s2_is_forgotten():
    """P10: the units of S2 III with all their duties; the only addition is the law's own ten days."""
    plan = profiles.load(FOLDER, PEOPLE)
    assert duties(plan).keys() == S2_RULES.keys() | S2_UNDATED | {"cong-bo-ket-qua"}
    assert [unit.id for unit in plan.tasks] == [
        "dang-hdnd-mttq",
        "van-phong",
        "truong-thon",
        "tai-chinh",
        "can-bo-cong-chuc",
    ]
    law = duties(plan)["cong-bo-ket-qua"].rule
    assert law is not None
    assert (law.n, law.unit) == (10, DayUnit.CALENDAR)
    assert "Điều 43" in law.clause


def test_every_section_of_s2_is_there():
    """P2–P10, P12: I.1, I.2, II (participants, time, programme, minutes) and III."""
    plan = profiles.load(FOLDER, PEOPLE)
    included = [s for s in each_section(plan.sections) if s.included]
    assert [s.heading for s in plan.sections] == ["MỤC ĐÍCH, YÊU CẦU", "NỘI DUNG", "TỔ CHỨC THỰC HIỆN"]
    kinds = {section.kind for section in included}
    assert kinds == set(SectionKind) - {SectionKind.BUDGET}
    assert plan.lead_in.endswith("như sau:")
    assert plan.closing.endswith(".")
    assert plan.recipients[-1].startswith("Lưu: VT")
    words = " ".join(block.text for section in included for block in section.blocks)
    for fact in (
        "từ chối đối thoại",
        "gây rối trật tự",
        "xuyên tạc",
        "họ tên, địa chỉ",
        "trên tổng số người",
    ):
        assert fact in words, fact
    assert [len(step.details) for step in plan.programme if step.details] == [3, 3]
    assert any(step.speaking for step in plan.programme)


def test_three_labelled_copies_one_of_them_posted():
    """M2: posted at the office, kept, sent with the report; no district any more."""
    copies = profiles.load(FOLDER, PEOPLE).copies
    assert [(c.label, c.count, c.posted, c.chosen) for c in copies] == [
        ("Niêm yết tại trụ sở Ủy ban nhân dân xã", 1, True, True),
        ("Lưu hồ sơ", 1, False, True),
        ("Gửi kèm báo cáo kết quả về Ủy ban nhân dân tỉnh", 1, False, True),
    ]


def test_the_profile_names_no_district():
    """P12: a plan of today starts without huyện bodies."""
    plan = profiles.load(FOLDER, PEOPLE)
    assert not [text for text in texts(codec.to_builtins(plan)) if "huyện" in text.casefold()]


def test_all_bases_are_in_force_today():
    """P3: the plan's own year is covered by every basis of the profile."""
    plan = profiles.load(FOLDER, PEOPLE)
    day = date(plan.year, 4, 1)
    for basis in plan.bases:
        assert basis.in_force_from is None or basis.in_force_from <= day
        assert basis.in_force_to is None or basis.in_force_to >= day


# --- Lộc Thịnh 2024 in the model ---------------------------------------------------------------------


def test_s2_is_told_by_the_model():
    """P2, P3, P6, P7, P12: what stands on the first and the last page of S2."""
    plan = loc_thinh_plan()
    values = values_of(plan, time_text=time_words(plan))
    subject = "Tổ chức hội nghị trao đổi, đối thoại giữa Ủy ban nhân dân xã Lộc Thịnh với Nhân dân năm 2024"
    assert fill(plan.subject, values) == subject
    assert values["thoi_gian"] == "trước tháng 9/2024"
    assert plan.places == ("Nhà Văn hóa xã Lộc Thịnh",)
    assert (plan.signature.lines, plan.signature.name) == (("CHỦ TỊCH",), "Bùi Văn Cường")
    assert plan.recipients[:2] == ("UBND huyện", "Phòng Nội vụ")
    assert [basis.carried_out for basis in plan.bases] == [False, False, False, False, True]
    assert all(b.in_force_to is None or b.in_force_to >= EVENING for b in plan.bases)
    assert "UBND huyện" in duties(plan)["bao-cao-ket-qua"].text
    assert plan.copies[2].label.endswith("UBND huyện")
    filled = [fill(text, {**values, "han": "x"}) for text in texts(codec.to_builtins(plan))]
    assert not [text for text in filled if "{" in text or "………" in text]


def test_s2_deadlines_fall_on_the_known_days():
    """P10: 28/8/2024 with Quốc khánh between: 06/9, 10/9, 13/9 (standards §4)."""
    calendar = load_calendar(ROOT / "resources" / "calendar")
    due = {row.duty.id: row.due for row in schedule(loc_thinh_evening_plan(), calendar) if row.dated}
    assert due == {
        "niem-yet-thong-bao": date(2024, 8, 18),
        "tong-hop-y-kien": date(2024, 8, 23),
        "niem-yet-ket-luan": date(2024, 9, 6),
        "chuyen-cap-tren": date(2024, 9, 2),
        "tra-loi-van-ban": date(2024, 9, 10),
        "bao-cao-ket-qua": date(2024, 9, 13),
    }


def test_deadlines_of_2026_in_the_plan_s_words():
    """P10: 24/4/2026 over Giỗ Tổ, 30/4 and 1/5."""
    calendar = load_calendar(ROOT / "resources" / "calendar")
    today = replace(
        profiles.load(FOLDER, PEOPLE), time=TimePlan(TimeKind.EXACT, date(2026, 4, 24), time(8, 0))
    )
    rows = {row.duty.id: row for row in schedule(today, calendar) if row.dated}
    assert {key: row.due for key, row in rows.items()} == {
        "niem-yet-thong-bao": date(2026, 4, 14),
        "tong-hop-y-kien": date(2026, 4, 19),
        "niem-yet-ket-luan": date(2026, 5, 6),
        "cong-bo-ket-qua": date(2026, 5, 4),
        "chuyen-cap-tren": date(2026, 4, 29),
        "tra-loi-van-ban": date(2026, 5, 8),
        "bao-cao-ket-qua": date(2026, 5, 13),
    }
    row = rows["tra-loi-van-ban"]
    text = fill(row.duty.text, {"han": deadline_words(row.duty, row.due)})
    assert "chậm nhất 07 ngày làm việc sau ngày tổ chức hội nghị (ngày 08/5/2026)" in text
    assert "Chủ nhật 19/4" in rows["tong-hop-y-kien"].warning


def test_the_evening_of_loc_thinh_fits_its_plan():
    """L1, L3, L4: thirty opinions to type in, every outcome, follow-up rounds, known fields and units."""
    plan, evening = loc_thinh_evening_plan(), loc_thinh_session()
    said = evening.said
    assert len(said) == 30
    assert {item.outcome for item in said} == set(type(said[0].outcome))
    assert sum(bool(item.follow_up) for item in said) == 2
    assert {item.field for item in said} <= set(plan.fields)
    assert {item.unit for item in said if item.unit} <= set(plan.units)
    assert {item.answerer for item in said} <= {official.name for official in plan.officials}
    kinds = {locality.name for locality in plan.localities}
    assert {item.walk_in.partition(" /")[2] for item in said if item.walk_in} == kinds
    assert evening.people_total == sum(row[4] for row in evening.attendance if row[5] == "hộ")
    assert all(item.opinion == unicodedata.normalize("NFC", item.opinion) for item in said)
