"""The stage before the day on the sample commune, by keys alone, in two sittings (C3–C11, G3)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest

from dialogue_desktop import bootstrap
from dialogue_desktop.clock import FixedClock
from dialogue_desktop.domain.inviting import in_printed_order, letters, needs_letter
from dialogue_desktop.domain.plan import Plan
from dialogue_desktop.domain.records import Opinion, Records, Source
from dialogue_desktop.domain.wall_time import from_wall
from dialogue_desktop.storage.consistency import rows_differ
from tests.documents.paper import read_pdf, squeezed
from tests.ui.before_day import matters
from tests.ui.before_day.answers_by_keys import LETTERS, REPORT, SHEET
from tests.ui.before_day.going import LIST_FILE, PEOPLE_FILE, UNIT, UNIT_FILE
from tests.ui.before_day.others import fill_in
from tests.ui.main_job.runs import Runs, to_its_end

pytestmark = pytest.mark.slow

HEADS_OF_LOCALITIES = "Bí thư chi bộ, Trưởng thôn, Trưởng ban công tác Mặt trận thôn Đồng Vạn và thôn Phú Ấp"
DUE = date(2026, 4, 22)


def opened(folder: Path, day: date) -> Any:
    return bootstrap.build(folder, clock=FixedClock(from_wall(datetime(day.year, day.month, day.day, 8, 0))))


@pytest.fixture(scope="module")
def job(tmp_path_factory: pytest.TempPathFactory) -> Runs:
    """Both sittings, and between them what a trưởng thôn, a unit and a thôn do with their files."""
    runs = Runs(tmp_path_factory.mktemp("truoc-ngay-hop"), "tests.ui.before_day")
    runs.out.mkdir(parents=True)
    app = opened(runs.data, date(2026, 4, 1))
    sample = app.exchange.sample()
    plan = app.planning.plan(sample)
    app.planning.remove(sample)
    cid = app.planning.create_from(plan)
    app.planning.finish_plan(cid)
    place = next(one.id for one in plan.localities if one.name == "Phú Ấp")
    app.opinion_import.write_blank_form(cid, runs.out / LIST_FILE, place)
    app.delegate_import.write_blank_form(cid, runs.out / PEOPLE_FILE)
    app.close()
    said = [{"Họ và tên": name, "Nội dung": text} for name, text in matters.LIST]
    fill_in(runs.out / LIST_FILE, "STT", said)
    sent = [
        {"Ông/Bà": ong_ba, "Họ và tên": name, "Chức vụ": office, "Thôn": place, "Nhóm": HEADS_OF_LOCALITIES}
        for ong_ba, name, office, place in matters.DELEGATES
    ]
    fill_in(runs.out / PEOPLE_FILE, "STT", sent)
    to_its_end(runs, "slips")
    answers = [
        {"Nội dung trả lời": text, "Người trả lời": matters.ANSWERED_BY} if text else {}
        for text in matters.ANSWERS
    ]
    fill_in(runs.out / UNIT_FILE, "Số ý kiến", answers)
    to_its_end(runs, "answers")
    return runs


@pytest.fixture(scope="module")
def stored(job: Runs) -> Iterator[tuple[Plan, Records]]:
    app = opened(job.data, date(2026, 4, 20))
    (info,) = app.planning.list()
    yield app.planning.plan(info.id), app.live.records(info.id)
    entries, differing = rows_differ(app.database, info.id)
    app.close()
    assert entries
    assert differing == 0


def by_number(records: Records) -> list[Opinion]:
    return sorted(records.collected(), key=lambda one: one.number)


def test_slips_are_out_by_locality(stored: tuple[Plan, Records]) -> None:
    """C3: two series, each to its thôn; the thôn kept from the batch before was typed over."""
    batches = stored[1].slip_batches
    assert [(b.locality, b.first, b.last) for b in batches] == [
        ("thôn Đồng Vạn", 1, 30), ("thôn Phú Ấp", 31, 60),
    ]  # fmt: skip


def test_every_word_and_its_field(stored: tuple[Plan, Records]) -> None:
    """C4–C6: what was typed and what the list said, word for word; each field was suggested and taken."""
    opinions = by_number(stored[1])
    texts = [slip.text for slip in matters.SLIPS] + [text for _, text in matters.LIST]
    assert [one.text for one in opinions] == texts
    fields = [slip.field for slip in matters.SLIPS] + ["Điện, viễn thông", "Y tế, bảo hiểm"]
    assert [one.field for one in opinions] == fields
    assert [one.source for one in opinions] == [Source.SLIP] * 4 + [Source.VILLAGE_HEAD] * 2
    power = opinions[4]
    assert (power.beyond_competence, power.receiving_body) == (True, "Điện lực khu vực Đông Lâm")


def test_the_same_matter_has_one_answer(stored: tuple[Plan, Records]) -> None:
    """C6, C7: joined side by side, given away with the plan's day, answered once for both."""
    opinions = by_number(stored[1])
    assert opinions[0].group_id
    assert [one.group_id == opinions[0].group_id for one in opinions] == [
        True, False, True, False, False, False,
    ]  # fmt: skip
    assert [one.unit for one in opinions] == [UNIT] * 5 + ["Trạm Y tế"]
    assert {one.draft_due for one in opinions} == {DUE}
    answers = [text or matters.ROAD for text in matters.ANSWERS]
    assert [one.prepared_answer for one in opinions] == [*answers, ""]


def test_people_are_invited(stored: tuple[Plan, Records]) -> None:
    """C10, C11: laid out by the plan, two more from the thôn's list, all letters numbered and sent."""
    plan, records = stored
    names = {one.name for one in records.delegates}
    assert {name for _, name, _, _ in matters.DELEGATES} <= names
    numbered = [one for one in in_printed_order(plan, records.delegates) if one.letter_number]
    assert [one.letter_number for one in numbered] == [
        f"{number}/GM-UBND" for number in range(12, 12 + len(numbered))
    ]
    assert {one.id for one in numbered} == {one.id for one in records.delegates if needs_letter(one)}
    assert {one.sent_on for one in numbered} == {date(2026, 4, 20)}


def test_letters_are_printed_two_on_a_page(job: Runs, stored: tuple[Plan, Records]) -> None:
    """C10, G1: the file that the printer got: two numbered letters on each page, no name cut."""
    paper = read_pdf((job.out / LETTERS).read_bytes())
    count = letters(filter(needs_letter, stored[1].delegates))
    assert len(paper.sizes) == (count + 1) // 2
    words = squeezed(paper.flow)
    assert words.count(squeezed("trân trọng kính mời")) == count
    for one in stored[1].delegates:
        if one.letter_number:
            assert squeezed(one.letter_number) in words
            assert squeezed(one.name or one.office) in words


def test_the_report_says_every_question_and_its_answer(job: Runs, stored: tuple[Plan, Records]) -> None:
    """C8: by field; the joint answer once for both; what has none and what goes higher is said."""
    words = squeezed(read_pdf((job.out / REPORT).read_bytes()).flow)
    for one in stored[1].collected():
        assert squeezed(one.text) in words
    assert [words.count(squeezed(text)) for text in matters.ANSWERS if text] == [1, 1, 1, 1]
    assert squeezed("giao Trạm Y tế") in words
    assert squeezed("gửi Điện lực khu vực Đông Lâm") in words


def test_the_sheet_of_signatures_has_everybody(job: Runs, stored: tuple[Plan, Records]) -> None:
    """C11: each named person, those from the thôn's list among them."""
    words = squeezed(read_pdf((job.out / SHEET).read_bytes()).flow)
    for one in stored[1].delegates:
        assert not one.name or squeezed(one.name) in words
