"""The plan that comes of an old one, on paper: the office's words again, in order, none lost (P13, P1)."""

from __future__ import annotations

import difflib
import re
from dataclasses import replace
from datetime import UTC, date, datetime
from functools import cache

import pytest

from dialogue_desktop.bootstrap import App, build
from dialogue_desktop.clock import FixedClock
from dialogue_desktop.documents import doc_plan
from dialogue_desktop.documents.engine import Engine
from dialogue_desktop.domain.plan import ParticipantGroup, Plan
from dialogue_desktop.exchange.plan_conversion import Converted, converted
from dialogue_desktop.exchange.plan_reading import read, read_lines
from dialogue_desktop.paths import resources_dir
from tests.exchange.plans import HON_NGOC, PLANS
from tests.exchange.seed_table import TABLE
from tests.exchange.seed_text import seed_file, seed_words, with_seeds, words

NOW = datetime(2026, 11, 20, 1, tzinfo=UTC)

#: What the form of the program's own plans writes otherwise: (words of the old plan, of the new).
#: Days are written out; steps of a programme have dashes; parts are numbered without a gap.
OTHER_FORM = {
    "000": [("", "tháng"), ("", "năm")],
    "001": [("1", ""), ("2", ""), ("3", ""), ("4", ""), ("5", ""), ("6", "")],
    "002": [("4", "3")],
    "003": [("", "trong"), ("năm", ""), *((str(n), "") for n in range(1, 8))],
    "004": [("Quỹ", "Quý")],
}


@pytest.fixture(scope="module")
def app(tmp_path_factory: pytest.TempPathFactory):
    made = build(tmp_path_factory.mktemp("dữ liệu"), clock=FixedClock(NOW), device="may-1")
    yield made
    made.close()


@cache
def _engine() -> Engine:
    return Engine(resources_dir(), system_fonts=False)


def on_paper(app: App, plan: Plan) -> str:
    """The plan as it is printed, from its title on."""
    engine = _engine()
    sheet, phrases = engine.sheet(plan.issuer.style), engine.phrases("plan")
    text = engine.text(doc_plan.build(plan, app.deadlines.schedule(plan), sheet, phrases))
    return text[text.index("KẾ HOẠCH") :]


@cache
def seed_plan(seed: str) -> Converted:
    return converted(read(seed_file(seed)), NOW.date())


@with_seeds
@pytest.mark.parametrize("seed", list(TABLE))
def test_a_real_plan_comes_out_again(app, seed):
    """P13: word for word and in order, but for what the form itself writes otherwise."""
    old = seed_words(seed, TABLE[seed].left_out)
    old = old[old.index("KẾ HOẠCH") :]
    before, after = words(old), words(on_paper(app, seed_plan(seed).plan))
    matcher = difflib.SequenceMatcher(
        None, [word.casefold() for word in before], [word.casefold() for word in after], autojunk=False
    )
    found = [
        (" ".join(before[a:b]), " ".join(after[c:d]))
        for kind, a, b, c, d in matcher.get_opcodes()
        if kind != "equal"
    ]
    assert found == OTHER_FORM[seed]


#: Numbers of parts and the words of days are the form's, not the wording's.
_OF_FORM = re.compile(
    r"\d+(?:h\d\d)?|[ivx]+|[a-eđ]|phần|thứ|nhất|ngày|tháng|năm|giờ|phút|trong|hai|ba|tư|sáu|bảy|chủ|nhật"
)


def _wording(text: str) -> list[str]:
    return [word for word in words(text.casefold()) if not _OF_FORM.fullmatch(word)]


@pytest.mark.parametrize("plan", [one for one in PLANS if one is not HON_NGOC], ids=lambda plan: plan.commune)
def test_an_invented_plan_comes_out_again(app, plan):
    """P13: the same for plans of every kind."""
    old = plan.text[plan.text.index("KẾ HOẠCH") :]
    made = converted(read_lines(plan.paragraphs), NOW.date()).plan
    assert _wording(on_paper(app, made)) == _wording(old)


def test_tables_become_lists(app):
    """P13, P9, P10: every cell of a table of tasks or of a programme is in the plan."""
    made = converted(read_lines(HON_NGOC.paragraphs), NOW.date()).plan
    text = on_paper(app, made)
    said = set(_wording(text)) | set(_wording(" ".join(step.lead for step in made.programme)))
    heads = set(_wording("TT người thực hiện đơn vị chủ trì"))
    assert set(_wording(HON_NGOC.text[HON_NGOC.text.index("KẾ HOẠCH") :])) - said <= heads
    assert [step.minutes for step in made.programme] == [15, 15, 120, 15]


def test_what_is_edited_is_printed(app):
    """P13, P6, P7, P8: marks stand for time, place, people; a step of the wizard changes the old wording."""
    made = converted(read_lines(PLANS[0].paragraphs), NOW.date()).plan
    edited = replace(
        made,
        time=replace(made.time, day=date(2027, 3, 5)),
        places=("Trường Tiểu học Kim Thuỷ",),
        participants=(*made.participants, ParticipantGroup("moi", "Hội Khuyến học phường")),
    )
    text = on_paper(app, edited)
    assert "Từ 18 giờ 30 phút đến 21 giờ 00, ngày 05 tháng 3 năm 2027 (thứ Sáu)." in text
    assert "Trường Tiểu học Kim Thuỷ." in text
    assert "- Hội Khuyến học phường." in text
    assert text.count("Nhà văn hoá tổ dân phố 9") == 0


@with_seeds
def test_a_duty_said_in_another_part_is_counted_once_and_printed_once(app):
    """P13, P10: deadlines of "Sau hội nghị" are in the schedule, their words where the office put them."""
    plan = seed_plan("003").plan
    dated = [line for line in app.deadlines.schedule(plan) if line.duty.id.startswith("viec-ngoai")]
    assert [(line.duty.rule.n, line.duty.rule.extension) for line in dated] == [(10, 15), (7, None)]
    text = on_paper(app, plan)
    assert [text.count(line.duty.text) for line in dated] == [1, 1]
    assert len(plan.tasks) == 7
    last = [line for line in text.splitlines() if re.match(r"\d\. ", line)][-1]
    assert last.startswith("5. ")
