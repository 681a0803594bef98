"""Plans of other kinds of communes, written in other ways: everything in them is found (P13)."""

from __future__ import annotations

import textwrap
import unicodedata
from dataclasses import replace
from functools import cache
from itertools import pairwise
from random import Random

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from dialogue_desktop.domain.plan import TimeKind
from dialogue_desktop.exchange.plan_reading import PlanReading, read_lines
from dialogue_desktop.exchange.plan_reading_marks import starts_item
from dialogue_desktop.exchange.plan_reading_types import ReadSection
from tests.exchange.old_plan import wording
from tests.exchange.plans import PLANS, OldPlan

plans = pytest.mark.parametrize("plan", PLANS, ids=lambda plan: plan.commune)


@cache
def reading_of(plan: OldPlan) -> PlanReading:
    return read_lines(plan.paragraphs)


def _headings(sections: tuple[ReadSection, ...]) -> list[str]:
    found: list[str] = []
    for one in sections:
        found += [f"{one.number} {one.heading}".strip(), *_headings(one.children)]
    return found


@plans
def test_head(plan):
    """P13, P2, P3: body, number, day, place, title, bases, lead-in."""
    reading = reading_of(plan)
    issuer = reading.issuer
    assert (issuer.kind, issuer.unit_kind, issuer.name) == (plan.kind, plan.unit_kind, plan.commune)
    assert issuer.superior == plan.superior
    assert (reading.number, reading.symbol) == (plan.number, plan.symbol)
    assert (reading.place, reading.issued_on) == (plan.place, plan.issued_on)
    assert reading.title == plan.title
    assert tuple(basis.text for basis in reading.bases) == plan.bases
    assert reading.lead_in == plan.lead_in


@plans
def test_sections_and_closing(plan):
    """P13, P4: headings at their depths, the closing words."""
    reading = reading_of(plan)
    assert tuple(_headings(reading.sections)) == plan.sections
    assert reading.closing == plan.closing


@plans
def test_time_and_place(plan):
    """P13, P5–P7: thôn of every kind, time, place, form."""
    reading = reading_of(plan)
    assert tuple(one.label for one in reading.localities) == plan.localities
    when = reading.time
    assert (when.kind, when.day, when.start, when.end, when.month, when.quarters) == plan.time
    assert when.kind is TimeKind.LATER or when.year == reading.year
    assert (reading.places, reading.form) == (plan.places, plan.form)


@plans
def test_people(plan):
    """P13, P5, P8: chairs, secretaries, groups, numbers of people."""
    reading = reading_of(plan)
    chairs = tuple((one.official.name, one.official.position, one.role) for one in reading.chairs)
    assert chairs == plan.chairs
    writers = tuple((one.official.name, one.official.position, one.citizen) for one in reading.secretaries)
    assert writers == plan.secretaries
    groups = tuple((one.level, one.expected, one.text) for one in reading.participants)
    assert groups == plan.participants
    assert (reading.expected_people, reading.people_per_session) == (plan.people, plan.per_session)


@plans
def test_topics_programme_units(plan):
    """P13, P4, P9, P10: topics, steps with who leads and how long, units with their duties."""
    reading = reading_of(plan)
    assert reading.topics == plan.topics
    steps = tuple((step.text, step.lead, step.minutes, step.details) for step in reading.programme)
    assert steps == plan.programme
    units = tuple((unit.unit, tuple(duty.text for duty in unit.duties)) for unit in reading.units)
    assert units == plan.units


@plans
def test_deadlines(plan):
    """P13, P10: every one, as a rule or a day."""
    found = []
    for one in reading_of(plan).dated_duties:
        means: tuple | None = None
        if one.rule is not None:
            rule = one.rule
            extension = (rule.extension,) if rule.extension is not None else ()
            means = (rule.anchor, rule.direction, rule.n, rule.unit, *extension)
        elif one.fixed is not None:
            means = (one.fixed.day, one.fixed.inclusive)
        found.append((one.unit, one.wording, means, one.at, one.doubt))
    assert tuple(found) == plan.due


@plans
def test_foot_and_doubts(plan):
    """P13, P12: recipients, signature; nothing doubted or left out that is plain."""
    reading = reading_of(plan)
    assert reading.recipients == plan.recipients
    assert (reading.signature.lines, reading.signature.name) == plan.signature
    assert tuple(doubt.reason for doubt in reading.doubts) == plan.doubts
    assert {unread.reason for unread in reading.not_understood} <= {"nét kẻ, không có chữ"}


@plans
def test_marks_apart_from_letters(plan):
    """P13: text in which marks stand apart from their letters (NFD) reads the same."""
    parted = [unicodedata.normalize("NFD", text) for text in plan.paragraphs]
    assert read_lines(parted) == reading_of(plan)


# --- the paper does not matter ------------------------------------------------------------------------


def broken(paragraphs: tuple[str, ...], width: int) -> list[str]:
    """Lines broken at the edge of a page as any program does it; rows of tables stay whole."""
    found: list[str] = []
    for text in paragraphs:
        whole = "\t" in text
        found += (
            [text] if whole else textwrap.wrap(text, width, break_on_hyphens=False, break_long_words=False)
        )
    return found


def _does_not_tell(paragraphs: tuple[str, ...], width: int) -> bool:
    """Two plain paragraphs of whole sentences whose border falls on a full line: nobody can see it there."""
    return any(
        before[-1:] == "."
        and not starts_item(before)
        and not starts_item(text)
        and len(broken((before,), width)[-1]) + 1 + len(text.split(" ", 1)[0]) > width
        for before, text in pairwise(paragraphs)
    )


def what_is_read(reading: PlanReading) -> PlanReading:
    """Without the places of lines, and what depends on the paper."""
    return wording(replace(reading, head=()))


@plans
def test_any_width(plan):
    """P13: lines broken at any width, from a telephone's to a wide page, are the same plan."""
    told = [width for width in range(40, 121) if not _does_not_tell(plan.paragraphs, width)]
    assert len(told) > 60
    wanted = what_is_read(reading_of(plan))
    for width in told:
        assert what_is_read(read_lines(broken(plan.paragraphs, width))) == wanted, width


@given(
    plan=st.sampled_from(PLANS),
    width=st.integers(48, 110),
    page=st.integers(9, 40),
    crlf=st.booleans(),
    parted=st.booleans(),
    seed=st.integers(0, 10_000),
)
def test_paper_and_code_do_not_matter(plan, width, page, crlf, parted, seed):
    """P13: page numbers in the middle, CRLF, marks apart from letters, double and stray blanks."""
    assume(not _does_not_tell(plan.paragraphs, width))
    chance = Random(seed)
    out: list[str] = []
    number = 1
    for at, line in enumerate(broken(plan.paragraphs, width)):
        if at and at % page == 0:
            number += 1
            out += chance.choice([[str(number)], ["", f"- {number} -", ""], [f"Trang {number}/9"]])
        if "\t" not in line:
            line = " ".join(word + " " * chance.choice([0, 0, 0, 1]) for word in line.split(" "))
        out.append(line)
    text = ("\r\n" if crlf else "\n").join(out)
    reading = read_lines((unicodedata.normalize("NFD", text) if parted else text).splitlines())
    assert what_is_read(reading) == what_is_read(reading_of(plan))
