"""Old plans as plans of the program: what arrives, what is doubted, and the way on to this year (P13)."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from functools import cache

import pytest

from dialogue_desktop.codec import from_json, to_json
from dialogue_desktop.domain.deadlines import Anchor, Direction, FixedDate
from dialogue_desktop.domain.plan import Duty, LegalBasis, Plan, Section, SectionKind, TimeKind, UnitTasks
from dialogue_desktop.domain.text_vi import fold
from dialogue_desktop.exchange.plan_conversion import Converted, conference_name, converted, this_year
from dialogue_desktop.exchange.plan_reading import read, read_lines
from dialogue_desktop.lists import load
from dialogue_desktop.paths import resources_dir
from tests.exchange.old_plan import TEXT, scanned
from tests.exchange.test_plan_seeds import EXPECTED, SEEDS

TODAY = date(2026, 11, 20)

with_seeds = pytest.mark.skipif(
    not SEEDS.is_dir(), reason="the five real plans (../shared/seeds) are not here"
)


@cache
def _library() -> tuple[LegalBasis, ...]:
    return load(resources_dir() / "lists").legal_bases


@cache
def _seed(seed: str) -> Converted:
    (path,) = SEEDS.glob(f"{seed}_*.txt")
    return converted(read(path), TODAY, library=_library())


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


#: One way is right in which a plan says the same twice: once is kept where unit tasks repeat it.
_REPEATED = {"003": [(date(2026, 4, 15), False), (date(2026, 4, 20), False), (date(2026, 4, 22), False)]}


def _items(seed: str) -> Iterator[tuple[str, str, object, object]]:
    """(what, step, wanted, found) of one seed, item by item."""
    wanted, plan = EXPECTED[seed], _seed(seed).plan
    issuer = plan.issuer
    yield "title", "issuer", wanted.title, plan.subject
    yield "issuer", "issuer", wanted.issuer, (issuer.kind, issuer.unit_kind, issuer.name)
    party = issuer.kind.value == "dang_uy"
    yield "symbol", "issuer", wanted.symbol or ("KH/ĐU" if party else "KH-UBND"), plan.symbol
    yield "number, date", "issuer", ("", None), (plan.number, plan.issued_on)
    yield "bases", "issuer", wanted.bases, len(plan.bases)
    yield "carried out", "issuer", wanted.carried_out, sum(basis.carried_out for basis in plan.bases)
    yield "lead-in", "issuer", True, plan.lead_in.startswith(wanted.lead_in)
    yield "headings", "purpose", list(wanted.sections), ["I", "II", "III"][: len(plan.sections)]
    chairs = [(chair.official.position, chair.role) for chair in plan.chairs]
    for index, chair in enumerate(wanted.chairs):
        yield "chair", "participants", chair, chairs[index] if index < len(chairs) else None
    yield "secretaries", "participants", wanted.secretaries, len(plan.secretaries)
    yield "thôn", "time_place", wanted.localities, [one.label for one in plan.localities]
    when = plan.time
    yield "time", "time_place", wanted.time, (when.kind, when.day, when.month, when.quarters, when.year)
    yield "place", "time_place", (wanted.place,), plan.places
    yield "participants", "participants", wanted.participants, len(plan.participants)
    topics = _topics(plan)
    yield "topics", "purpose", wanted.topics, topics
    yield "programme", "programme", wanted.programme, len(plan.programme)
    headings = [unit.unit for unit in plan.tasks]
    for unit, _ in wanted.units:
        yield "unit", "tasks", True, unit in headings or not unit
    found = _deadlines(plan)
    repeated = list(_REPEATED.get(seed, []))
    for deadline in wanted.deadlines:
        if deadline in found:
            found.remove(deadline)
            yield "deadline", "tasks", deadline, deadline
        else:
            once = deadline in repeated and deadline in _deadlines(plan)
            if once:
                repeated.remove(deadline)
            yield "deadline", "tasks", deadline, deadline if once else None
    for stray in found:
        yield "stray deadline", "tasks", None, stray
    yield "recipients", "recipients", wanted.recipients, len(plan.recipients)
    yield "last recipient", "recipients", wanted.last_recipient, plan.recipients[-1]
    yield "signature", "recipients", wanted.signature, (plan.signature.lines, plan.signature.name)
    yield "copies", "recipients", wanted.copies, [copy.count for copy in plan.copies]


def _topics(plan: Plan) -> int:
    """Paragraphs of the part that says what is talked about."""
    for section in _walk(plan.sections):
        key = fold(section.heading)
        if key.startswith("noi dung") and section.blocks and "ke hoach" not in key:
            own = [block for block in section.blocks if block.bullet.value == "dash"]
            return len(own)
    return 0


@with_seeds
def test_what_must_be_found(capsys):
    """P13: at least 95 % of all items of the five plans arrive in the plan; what is not right has a doubt
    at its step."""
    results = [(seed, *item) for seed in EXPECTED for item in _items(seed)]
    wrong = [(seed, what, step, want, got) for seed, what, step, want, got in results if want != got]
    share = 1 - len(wrong) / len(results)
    with capsys.disabled():
        sys.stdout.write(f"\nold plans: {len(results) - len(wrong)} of {len(results)} items, {share:.1%}\n")
    for seed, what, step, want, got in wrong:
        assert any(doubt.step == step for doubt in _seed(seed).doubts), (seed, what, want, got)
    assert share >= 0.95, wrong


@with_seeds
@pytest.mark.parametrize("seed", list(EXPECTED))
def test_no_word_is_lost(seed):
    """P13: every word that was read stands in the plan or in a doubt."""
    (path,) = SEEDS.glob(f"{seed}_*.txt")
    _nothing_lost(read(path), _seed(seed))


def test_no_word_is_lost_of_a_scan():
    """P13: the same for an invented plan of another place, as it comes from a scanner."""
    reading = read_lines(scanned().splitlines())
    _nothing_lost(reading, converted(reading, TODAY))


def _nothing_lost(reading, result: Converted) -> None:
    source: list[str] = [reading.title, reading.lead_in, reading.closing, *reading.recipients]
    source += [basis.text for basis in reading.bases]
    source += [unread.text for unread in reading.not_understood]
    todo = list(reading.sections)
    while todo:
        section = todo.pop()
        source += [section.heading, *(block.text for block in section.blocks)]
        todo += section.children
    kept = to_json(result.plan).decode() + " ".join(doubt.text for doubt in result.doubts)
    known = set(re.findall(r"[^\W_]+", kept)) | set(re.findall(r"[^\W_]+", fold(kept)))
    # what the form of a plan says by itself, and a date that is kept as a date
    known |= set(
        "thoi gian dia diem du kien vao ngay to chuc thang hinh thuc tai chu tri thu ky phut".split()
    )
    lost = {
        word for text in source for word in re.findall(r"[^\W_]+", text)
        if not word.isdigit() and not {word, fold(word)} & known
    }  # fmt: skip
    assert lost == set()


@with_seeds
@pytest.mark.parametrize("seed", list(EXPECTED))
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
    assert (place.heading, place.blocks) == ("Thời gian, địa điểm", ())
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


# --- on to this year ------------------------------------------------------------------------------


def test_number_and_days_go_on_to_this_year():
    """P13: number and date empty, year and day of this year, deadlines counted from the day."""
    old = _invented().plan
    new = this_year(old, TODAY)
    plan = new.plan
    assert (plan.number, plan.issued_on, plan.year) == ("", None, 2026)
    assert (plan.time.kind, plan.time.day) == (TimeKind.EXACT, date(2026, 4, 10))
    duty = plan.tasks[0].duties[1]
    # "trước ngày 03/4/2025" with the conference on 10/4/2025: the 2nd is the last day, 8 days before
    assert duty.fixed is None
    assert duty.rule is not None
    assert (duty.rule.anchor, duty.rule.direction, duty.rule.n) == (
        Anchor.CONFERENCE_DAY, Direction.BEFORE, 8,
    )  # fmt: skip
    assert duty.text == "Gửi giấy mời {han}."
    assert any("hạn cũ: trước ngày 03/4/2025" in doubt.reason for doubt in new.doubts)
    assert any(doubt.step == "time_place" and "10/4/2025" in doubt.reason for doubt in new.doubts)
    assert plan.subject.endswith("năm {nam}")


def test_a_fixed_date_without_a_known_day_keeps_its_day():
    """P13: month and day stay, the year moves, with a doubt; 29/02 becomes 28/02."""
    duty = Duty("a", "Thu phiếu chậm nhất ngày 29/02/2024.", fixed=FixedDate(date(2024, 2, 29)))
    plan = Plan("", 2024, tasks=(UnitTasks("u", "Văn phòng", "", (duty,)),))
    new = this_year(plan, TODAY)
    moved = new.plan.tasks[0].duties[0]
    assert moved.fixed == FixedDate(date(2026, 2, 28))
    assert moved.text == "Thu phiếu {han}."
    assert [doubt.step for doubt in new.doubts] == ["tasks"]


def test_an_hour_keeps_its_place():
    """P13: where the words say an hour only the date is opened."""
    day = date(2025, 5, 22)
    duty = Duty("a", "Họp vào 8 giờ 30', ngày 22/05/2025.", fixed=FixedDate(day))
    plan = Plan("", 2025, tasks=(UnitTasks("u", "Văn phòng", "", (duty,)),))
    assert this_year(plan, TODAY).plan.tasks[0].duties[0].text == "Họp vào 8 giờ 30', ngày ………."


def test_bases_out_of_force_and_district_bodies_are_marked():
    """P13, P3, P12: an ended law and a huyện are doubts at their steps; military bodies are none."""
    plan = replace(
        _invented().plan,
        bases=(
            LegalBasis("a", "Căn cứ Luật cũ", in_force_to=date(2025, 2, 28)),
            LegalBasis("b", "Thực hiện Kế hoạch số 12-KH/ĐU ngày 20/01/2025", carried_out=True),
        ),
        recipients=("UBND huyện", "Ban Chỉ huy quân sự xã"),
    )
    reasons = {doubt.text: (doubt.reason, doubt.step) for doubt in this_year(plan, TODAY).doubts}
    assert reasons["Căn cứ Luật cũ"][0].startswith("hết hiệu lực sau ngày 28/02/2025")
    assert "văn bản của năm 2025" in reasons["Thực hiện Kế hoạch số 12-KH/ĐU ngày 20/01/2025"][0]
    assert reasons["UBND huyện"][1] == "recipients"
    assert "Ban Chỉ huy quân sự xã" not in reasons


@with_seeds
@pytest.mark.parametrize("seed", ["000", "002", "004"])
def test_the_old_law_of_the_seeds_is_known(seed):
    """P13, P3: "Luật TCCQĐP 2015" in its different wordings ended on 28/02/2025."""
    assert _seed(seed).plan.bases[0].in_force_to == date(2025, 2, 28)
    new = this_year(_seed(seed).plan, TODAY)
    assert any("28/02/2025" in doubt.reason and doubt.step == "issuer" for doubt in new.doubts)


def test_the_same_year_moves_nothing():
    """P13: a plan of this year loses only number and date."""
    plan = _invented().plan
    new = this_year(plan, date(2025, 6, 1)).plan
    assert new == replace(plan, number="", issued_on=None)
