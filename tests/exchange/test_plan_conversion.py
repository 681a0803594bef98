"""Old plans as plans of the program: what arrives, what is doubted, and the way on to this year (P13)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from functools import cache

import pytest

from dialogue_desktop.codec import from_json, to_json
from dialogue_desktop.domain.plan import LegalBasis, Plan, Section, SectionKind
from dialogue_desktop.domain.text_vi import fold
from dialogue_desktop.exchange.plan_conversion import Converted, conference_name, converted
from dialogue_desktop.exchange.plan_conversion_duties import ALL_UNITS
from dialogue_desktop.exchange.plan_reading import read, read_lines
from dialogue_desktop.lists import load
from dialogue_desktop.paths import resources_dir
from tests.exchange.old_plan import TEXT, scanned
from tests.exchange.seed_table import TABLE
from tests.exchange.seed_text import anywhere, seed_file, seed_words, with_seeds

TODAY = date(2026, 11, 20)


@cache
def _library() -> tuple[LegalBasis, ...]:
    return load(resources_dir() / "lists").legal_bases


@cache
def _seed(seed: str) -> Converted:
    return converted(read(seed_file(seed)), TODAY, library=_library())


@cache
def _invented() -> Converted:
    return converted(read_lines(TEXT.splitlines()), TODAY, library=_library())


def _walk(sections: tuple[Section, ...]) -> Iterator[Section]:
    for section in sections:
        yield section
        yield from _walk(section.children)


def _deadlines(plan: Plan) -> list[tuple]:
    found: list[tuple] = []
    for duty in (duty for unit in plan.tasks for duty in unit.duties):
        if duty.rule is not None:
            rule = duty.rule
            found.append((rule.anchor, rule.direction, rule.n, rule.unit, rule.extension))
        elif duty.fixed is not None:
            found.append((duty.fixed.day, duty.fixed.inclusive))
    return found


#: The same deadline in two parts is one duty.
_REPEATED = {"003": {date(2026, 4, 15), date(2026, 4, 20), date(2026, 4, 22)}}


@with_seeds
@pytest.mark.parametrize("seed", list(TABLE))
def test_what_arrives(seed):
    """P13: everything that is found in a real plan is in the plan that comes of it."""
    wanted, plan = TABLE[seed], _seed(seed).plan
    text = seed_words(seed, wanted.left_out)
    issuer = plan.issuer
    assert (issuer.kind, issuer.unit_kind, issuer.name) == wanted.issuer
    assert plan.subject == anywhere(text, wanted.title)
    assert len(plan.bases) == len(wanted.bases)
    assert tuple((one.official.position, one.role) for one in plan.chairs) == wanted.chairs
    writers = tuple((one.official.position, one.citizen) for one in plan.secretaries)
    assert writers == tuple(
        (position.removeprefix("01 "), citizen) for position, citizen in wanted.secretaries
    )
    assert tuple(one.label for one in plan.localities) == wanted.localities
    when = plan.time
    assert (when.kind, when.day, when.start, when.month, when.quarters, when.year) == wanted.time
    assert (plan.places, plan.people_per_session) == ((wanted.place,), wanted.per_session)
    groups = [(level, expected, anywhere(text, span)) for level, expected, span in wanted.participants]
    assert [(one.level, one.expected, one.text) for one in plan.participants] == groups
    assert (plan.recipients, (plan.signature.lines, plan.signature.name)) == (
        wanted.recipients,
        wanted.signature,
    )
    assert [(one.count, one.posted) for one in plan.copies] == [(one[0], one[2]) for one in wanted.copies]
    assert [unit.unit for unit in plan.tasks][: len(wanted.units)] == [
        unit or ALL_UNITS for _, _, unit, _ in wanted.units
    ]


@with_seeds
@pytest.mark.parametrize("seed", list(TABLE))
def test_every_deadline_arrives_once(seed):
    """P13, P10: each is one duty's, as a rule or a day, with the clause that it comes from."""
    found = _deadlines(_seed(seed).plan)
    wanted = [due.rule or (due.fixed and (due.fixed.day, due.fixed.inclusive)) for due in TABLE[seed].due]
    once = _REPEATED.get(seed, set())
    assert set(found) == set(wanted)
    assert len(found) == len(wanted) - len(once)
    duties = [duty for unit in _seed(seed).plan.tasks for duty in unit.duties]
    assert all(rule.clause for duty in duties if (rule := duty.rule or duty.fixed) is not None)


def test_no_word_is_lost_of_a_scan():
    """P13: every word that was read of a scan stands in the plan or in a doubt."""
    reading = read_lines(scanned().splitlines())
    result = converted(reading, TODAY)
    source: list[str] = [reading.title, reading.lead_in, reading.closing, *reading.recipients]
    source += [basis.text for basis in reading.bases]
    source += [unread.text for unread in reading.not_understood]
    todo = list(reading.sections)
    while todo:
        section = todo.pop()
        source += [section.heading, *(block.text for block in section.blocks)]
        todo += section.children
    kept = to_json(result.plan).decode() + " ".join(doubt.text for doubt in result.doubts)
    known = {fold(word) for word in re.findall(r"[^\W_]+", kept)}
    said = {fold(word) for text in source for word in re.findall(r"[^\W_]+", text) if not word.isdigit()}
    assert said - known <= {"phut", "ngay"}  # of the day, which is kept as a day


@with_seeds
@pytest.mark.parametrize("seed", list(TABLE))
def test_each_part_is_edited_in_its_step(seed):
    """P13, P1: time and tasks are data, ids are unique, the plan survives being stored."""
    plan = _seed(seed).plan
    sections = list(_walk(plan.sections))
    kinds = [section.kind for section in sections]
    assert kinds.count(SectionKind.TIME_PLACE) == kinds.count(SectionKind.TASKS) == 1
    ids = [section.id for section in sections] + [b.id for s in sections for b in s.blocks]
    ids += [duty.id for unit in plan.tasks for duty in unit.duties] + [unit.id for unit in plan.tasks]
    assert len(ids) == len(set(ids))
    assert from_json(to_json(plan), Plan) == plan


def test_the_invented_plan():
    """P13: number, date, own words and data of a plan that nobody wrote the rules for."""
    plan = _invented().plan
    assert (plan.number, plan.symbol, plan.issued_on) == ("37", "KH-UBND", date(2025, 3, 12))
    assert plan.conference_name.startswith("Hội nghị đối thoại giữa Chủ tịch Ủy ban nhân dân phường")
    (place,) = (one for one in _walk(plan.sections) if one.kind is SectionKind.TIME_PLACE)
    assert (place.heading, [block.text for block in place.blocks]) == ("Thời gian", ["{thoi_gian} ({thu})."])
    first = plan.tasks[0]
    assert [bool(duty.rule or duty.fixed) for duty in first.duties] == [True, True, True, True]
    assert first.duties[0].text.startswith("Niêm yết kế hoạch chậm nhất 10 ngày")
    assert first.duties[1].text.startswith("Gửi giấy mời trước ngày 03/4/2025")
    assert first.duties[3].rule is not None
    assert first.duties[3].rule.extension == 15


def test_two_deadlines_in_one_paragraph_are_doubted():
    """P13, P10: the paragraph is cut, and its whole wording shown."""
    doubts = [doubt for doubt in _invented().doubts if "2 thời hạn" in doubt.reason]
    assert [doubt.step for doubt in doubts] == ["tasks"]
    assert "gửi giấy mời" in doubts[0].text


def test_a_cut_inside_brackets_closes_them():
    """P13, P10: "(phát phiếu từ …, thu phiếu chậm nhất …)" gives two whole items."""
    text = TEXT.replace(
        "- Gửi ý kiến của bà con về phường chậm nhất ngày 05/4/2025.",
        "- Lấy ý kiến bà con (phát phiếu từ 25/3/2025, thu phiếu chậm nhất ngày 05/4/2025).",
    )
    plan = converted(read_lines(text.splitlines()), TODAY).plan
    assert [duty.text for duty in plan.tasks[2].duties] == [
        "Lấy ý kiến bà con (phát phiếu từ 25/3/2025)",
        "Thu phiếu chậm nhất ngày 05/4/2025.",
    ]


def test_a_numbered_sentence_is_no_heading_without_text():
    """P13: a numbered line with nothing under it is a numbered paragraph, not a part that lacks its text."""
    text = TEXT.replace("- Nói ngắn,", "2.1. Nói ngắn,").replace(
        "II. NỘI DUNG, THÀNH PHẦN", "2.2. Không gây phiền cho bà con\n\nII. NỘI DUNG, THÀNH PHẦN"
    )
    plan = converted(read_lines(text.splitlines()), TODAY).plan
    wished = plan.sections[0].children[1]
    assert wished.heading == "Yêu cầu"
    assert [child.heading for child in wished.children] == ["", ""]
    assert wished.children[1].blocks[0].text == "Không gây phiền cho bà con"
    assert wished.children[0].blocks[0].text.startswith("Nói ngắn, đúng việc")


def test_a_heap_of_lines_still_makes_a_plan():
    """P13: what is no plan is kept as doubts, not lost."""
    result = converted(read_lines(["Chợ họp ngày mai.", "Ai đến thì đến."]), TODAY)
    said = to_json(result.plan).decode() + " ".join(doubt.text for doubt in result.doubts)
    assert "Chợ họp ngày mai." in said
    assert "Ai đến thì đến." in said
    assert {"issuer", "tasks"} <= {doubt.step for doubt in result.doubts}
    assert result.plan.year == 2026


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Tổ chức hội nghị đối thoại năm 2023", "Hội nghị đối thoại năm 2023"),
        ("Tiếp xúc, đối thoại với Nhân dân", "Hội nghị tiếp xúc, đối thoại với Nhân dân"),
        ("", ""),
    ],
)
def test_how_the_conference_is_called(title, name):
    """P13, M1: the name that other papers use comes from the title."""
    assert conference_name(title) == name
