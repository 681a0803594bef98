"""The five real plans: every item as its file says it, every word once, every doubt named (P13)."""

from __future__ import annotations

from functools import cache

import pytest

from dialogue_desktop.domain.plan import Bullet
from dialogue_desktop.exchange.plan_reading import PlanReading, read
from dialogue_desktop.exchange.plan_reading_types import ReadBlock, ReadSection
from tests.exchange.seed_table import TABLE
from tests.exchange.seed_text import Reader, anywhere, seed_file, seed_words, with_seeds, words

pytestmark = with_seeds
seeds = pytest.mark.parametrize("seed", list(TABLE))

_MARKS = {"-": Bullet.DASH, "+": Bullet.PLUS, "=": Bullet.PARAGRAPH}
_ENDS = " .;:,/…"


@cache
def _reading(seed: str) -> PlanReading:
    return read(seed_file(seed))


@cache
def _text(seed: str) -> str:
    return seed_words(seed, TABLE[seed].left_out)


def _same(found: str, wanted: str) -> bool:
    return found.strip(_ENDS) == wanted.strip(_ENDS)


def _flat(sections: tuple[ReadSection, ...]) -> list[ReadSection | ReadBlock]:
    """Headings and blocks in the order of the page."""
    found: list[ReadSection | ReadBlock] = []
    for section in sections:
        found += [section, *section.blocks, *_flat(section.children)]
    return found


def _part(reading: PlanReading, number: str) -> ReadSection:
    """ "II.3.2": the part 3.2 of II, however deep."""
    top, _, below = number.partition(".")
    (section,) = (one for one in reading.sections if one.number == top)
    return next(
        one for one in _flat(section.children) if isinstance(one, ReadSection) and one.number == below
    )


@seeds
def test_head(seed):
    """P13, P2, P3: who issues it, number, date line, title, bases and lead-in, word for word."""
    reading, wanted = _reading(seed), TABLE[seed]
    issuer = reading.issuer
    assert (issuer.kind, issuer.unit_kind, issuer.name) == wanted.issuer
    assert (reading.number, reading.symbol, reading.date_text) == ("", wanted.symbol, wanted.date_text)
    text = Reader(_text(seed))
    assert list(reading.head) == [text.next(span)[1] for span in wanted.head]
    assert reading.title == text.next(wanted.title)[1]
    found = [text.next(span)[1] for span in wanted.bases]
    assert [basis.text for basis in reading.bases] == found
    assert tuple(at for at, basis in enumerate(reading.bases) if basis.carried_out) == wanted.carried_out
    assert _same(reading.lead_in, text.next(wanted.lead_in)[1])


@seeds
def test_every_paragraph(seed):
    """P13, P4: each heading and paragraph in its place with its mark; nothing but numbers stands between."""
    reading, wanted = _reading(seed), TABLE[seed]
    text = Reader(_text(seed))
    text.next(wanted.lead_in)
    found = _flat(reading.sections)
    lines = [line for line in wanted.outline.strip().splitlines() if line.strip()]
    for line, one in zip(lines, found, strict=True):
        mark, _, span = line.partition(" ")
        between, words_of = text.next(span) if span else ("", "")
        if isinstance(one, ReadBlock):
            assert (one.label or one.bullet) == _MARKS.get(mark, mark), line
            assert _same(one.text, words_of), line
        else:
            assert one.number == mark, line
            assert _same(one.heading, words_of), line
        assert set(words(between)) <= set(words(mark)) | _bare_number(lines, line), (line, between)
    assert _same(reading.closing, text.next(wanted.closing)[1])


def _bare_number(lines: list[str], line: str) -> set[str]:
    """The number of a heading without words that stands directly above a line."""
    at = lines.index(line)
    return set(words(lines[at - 1])) if at and " " not in lines[at - 1].strip() else set()


@seeds
def test_no_word_lost_and_none_doubled(seed):
    """P13: the words of the reading in its order are the words of the file, each as often as it stands
    there; what was left out is named line by line."""
    reading, wanted = _reading(seed), TABLE[seed]
    order = [*reading.head, "KẾ HOẠCH", reading.title, *(basis.text for basis in reading.bases)]
    order.append(reading.lead_in)
    for one in _flat(reading.sections):
        order += [one.label, one.text] if isinstance(one, ReadBlock) else [one.number, one.heading]
    order += [reading.closing, "Nơi nhận", *reading.recipients]
    order += [*reading.signature.lines, reading.signature.name]
    assert words(" ".join(order)) == words(_text(seed))
    left_out = [unread.text for unread in reading.not_understood]
    assert len(left_out) == len(wanted.left_out)
    assert all(line.startswith(begin) for line, begin in zip(left_out, wanted.left_out, strict=True))


@seeds
def test_time_place_and_form(seed):
    """P13, P5–P7: thôn, time with its words, place, form."""
    reading, wanted = _reading(seed), TABLE[seed]
    assert tuple(one.label for one in reading.localities) == wanted.localities
    when = reading.time
    assert (when.kind, when.day, when.start, when.month, when.quarters, when.year) == wanted.time
    assert _same(reading.time_text, anywhere(_text(seed), wanted.time_text))
    assert reading.places == (wanted.place,)
    assert _same(reading.form, anywhere(_text(seed), wanted.form) if wanted.form else "")


@seeds
def test_people(seed):
    """P13, P5, P8: chairs, secretaries, board, groups with level and number, people of a session."""
    reading, wanted = _reading(seed), TABLE[seed]
    text = _text(seed)
    assert tuple((one.official.position, one.role) for one in reading.chairs) == wanted.chairs
    assert tuple((one.official.position, one.citizen) for one in reading.secretaries) == wanted.secretaries
    board = tuple((role, anywhere(text, span)) for role, span in wanted.organisers)
    assert tuple((one.role, one.text) for one in reading.organisers) == board
    groups = [(level, expected, anywhere(text, span)) for level, expected, span in wanted.participants]
    assert [(one.level, one.expected, one.text) for one in reading.participants] == groups
    assert (reading.expected_people, reading.people_per_session) == (wanted.people, wanted.per_session)


@seeds
def test_topics_and_programme(seed):
    """P13, P4, P9: the topics are one part's items; the programme another's, with plus items as details."""
    reading, wanted = _reading(seed), TABLE[seed]
    topics = [block.text for block in _part(reading, wanted.topics).blocks] if wanted.topics else []
    assert list(reading.topics) == topics
    number, *labels = wanted.programme.split() or [""]
    blocks = [
        block
        for block in (_part(reading, number).blocks if number else ())
        if not labels or block.label in labels
    ]
    steps = [text for step in reading.programme for text in (step.text, *step.details)]
    assert steps == [block.text for block in blocks]
    assert len(reading.programme) == sum(block.bullet is not Bullet.PLUS for block in blocks)


@seeds
def test_units_and_duties(seed):
    """P13, P10: every unit with how it is addressed and its duties, which are the words of its part."""
    reading, wanted = _reading(seed), TABLE[seed]
    text = _text(seed)
    found = [(unit.number, unit.heading, unit.unit, len(unit.duties)) for unit in reading.units]
    assert found == [
        (number, anywhere(text, heading) if heading else "", unit, count)
        for number, heading, unit, count in wanted.units
    ]
    for unit in reading.units:
        part = _part(reading, f"III.{unit.number}")
        own = " ".join((part.heading, *(block.text for block in part.blocks)))
        assert words(" ".join((unit.heading, *(duty.text for duty in unit.duties)))) == words(own)


@seeds
def test_every_dated_duty(seed):
    """P13, P10: whose, the whole sentence, the wording, the rule or day, the hour, the doubt."""
    text = _text(seed)
    found = []
    for one in _reading(seed).dated_duties:
        rule = one.rule and (
            one.rule.anchor, one.rule.direction, one.rule.n, one.rule.unit, one.rule.extension,
        )  # fmt: skip
        found.append((one.unit, one.text.strip(_ENDS), one.wording, rule, one.fixed, one.at, one.doubt))
    wanted = [
        (
            due.unit,
            anywhere(text, due.sentence).strip(_ENDS),
            due.wording,
            due.rule,
            due.fixed,
            due.at,
            due.doubt,
        )
        for due in TABLE[seed].due
    ]
    assert found == wanted


@seeds
def test_foot_copies_backdrop(seed):
    """P13, P12, M2, C1: recipients, signature and name; labelled copies; lines of the backdrop."""
    reading, wanted = _reading(seed), TABLE[seed]
    text = _text(seed)
    assert reading.recipients == wanted.recipients
    assert (reading.signature.lines, reading.signature.name) == wanted.signature
    copies = tuple((count, anywhere(text, label), posted) for count, label, posted in wanted.copies)
    assert tuple((one.count, one.label, one.posted) for one in reading.copies) == copies
    backdrop = [anywhere(text, span) for span in wanted.backdrop]
    assert reading.backdrop.splitlines() == backdrop


@seeds
def test_what_is_not_sure_says_so(seed):
    """P13: all doubts of the plan and no other; no letter that was lost is put right by guessing."""
    assert tuple(doubt.reason for doubt in _reading(seed).doubts) == TABLE[seed].doubts
