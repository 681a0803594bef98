"""The sample conference holds everything that a conference may hold, and its numbers agree."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from datetime import UTC, date, datetime, timedelta

import pytest

from dialogue_desktop import codec
from dialogue_desktop.calendar_data import load_calendar
from dialogue_desktop.domain import closing
from dialogue_desktop.domain.conference import ConferenceView, Stage
from dialogue_desktop.domain.inviting import group_counts, is_open
from dialogue_desktop.domain.placeholders import fill, names_in, values_of
from dialogue_desktop.domain.plan import IssuerKind
from dialogue_desktop.domain.queue_rules import spoken
from dialogue_desktop.domain.records import OPEN_OUTCOMES, OpinionKind, Outcome, Reply, Source, TurnState
from dialogue_desktop.domain.schedule import schedule, time_words
from dialogue_desktop.exchange.package import Package
from dialogue_desktop.exchange.package_check import check
from dialogue_desktop.resource_files import read_strict
from tests.seed_overlap import ROOT, copied

SAMPLE = ROOT / "resources" / "samples" / "minh_khe_2026.json"
START = datetime(2026, 4, 24, 1, 0, tzinfo=UTC)


@pytest.fixture(scope="module")
def sample() -> Package:
    return read_strict(SAMPLE, Package)


@pytest.fixture(scope="module")
def calendar():
    return load_calendar(ROOT / "resources" / "calendar")


def all_texts(sample: Package) -> str:
    return "\n".join(opinion.text for opinion in sample.records.opinions)


def all_names(sample: Package) -> list[str]:
    return [voice.name for opinion in sample.records.opinions for voice in opinion.voices]


def test_the_package_is_sound(sample):
    """G5: the program can import its own sample."""
    check(sample)
    assert codec.from_json(codec.to_json(sample), Package) == sample
    assert sample.conference.stage is Stage.CONCLUDE


def test_the_commune_is_of_today(sample):
    """P2, P12: two tiers, no huyện, a law in force, the People's Committee as issuer."""
    issuer = sample.plan.issuer
    assert (issuer.kind, issuer.unit, issuer.district) == (IssuerKind.PEOPLE_COMMITTEE, "xã Minh Khê", "")
    assert "huyện" not in codec.to_json(sample.plan).decode().casefold()
    values = {**values_of(sample.plan, time_text=time_words(sample.plan)), "han": "x"}
    for text in re.findall(r'"((?:[^"\\]|\\.)*)"', codec.to_json(sample.plan).decode()):
        assert "………" not in fill(text, values), text
        assert not set(names_in(text)) - values.keys(), text


def test_the_day_is_a_friday_and_the_plan_was_posted_in_time(sample):
    """P6, P10: 24/4/2026, 08:00; the plan is signed before the ten days of posting begin."""
    plan = sample.plan
    assert plan.day == date(2026, 4, 24)
    assert plan.day.weekday() == 4
    assert sample.records.session.started_at == START
    assert plan.issued_on is not None
    assert plan.issued_on <= plan.day - timedelta(days=10)


def test_the_plan_s_deadlines(sample, calendar):
    """P10: the days that the wizard shows for this conference, with one warning left to decide."""
    rows = {row.duty.id: row for row in schedule(sample.plan, calendar) if row.dated}
    assert {key: row.due for key, row in rows.items()} == {
        "niem-yet-thong-bao": date(2026, 4, 14),
        "tong-hop-y-kien": date(2026, 4, 19),
        "gui-giay-moi": date(2026, 4, 17),
        "gui-du-thao-tra-loi": date(2026, 4, 22),
        "chuyen-cap-tren": date(2026, 4, 29),
        "cong-bo-ket-qua": date(2026, 5, 4),
        "niem-yet-ket-luan": date(2026, 5, 6),
        "tra-loi-van-ban": date(2026, 5, 8),
        "bao-cao-ket-qua": date(2026, 5, 13),
    }
    assert [key for key, row in rows.items() if row.warning] == ["tong-hop-y-kien"]


def test_counts(sample):
    """L1, C5: at least 34 opinions, about 14 before the day from every source, at least 20 at the hall."""
    records = sample.records
    assert len(records.opinions) >= 34
    assert 13 <= len(records.collected()) <= 16
    assert len(records.at_hall()) >= 20
    assert {opinion.source for opinion in records.opinions} == set(Source)
    assert {opinion.kind for opinion in records.opinions} == set(OpinionKind)
    assert [opinion.number for opinion in records.opinions] == list(range(1, len(records.opinions) + 1))
    localities = {voice.locality for opinion in records.opinions for voice in opinion.voices}
    assert {"thôn Đồng Vạn", "thôn Phú Ấp", "thôn Bến Lở"} == localities
    assert {opinion.field for opinion in records.opinions} <= set(sample.plan.fields)


def test_every_outcome_several_times(sample):
    """L3: all seven, each at least twice; a reason with every refusal."""
    found = Counter(opinion.outcome for opinion in sample.records.opinions)
    assert found.keys() == set(Outcome)
    assert min(found.values()) >= 2
    refused = [o for o in sample.records.opinions if o.outcome is Outcome.REFUSED]
    assert all(opinion.outcome_reason for opinion in refused)


def test_promises_have_unit_and_day(sample, calendar):
    """L3, P10: written replies by 08/5, letters upwards by 29/4, nothing due on a day off."""
    for opinion in sample.records.opinions:
        if opinion.outcome in OPEN_OUTCOMES:
            assert opinion.unit, opinion.id
            assert opinion.deadline, opinion.id
        if opinion.outcome is Outcome.WRITTEN:
            assert opinion.deadline == date(2026, 5, 8)
        if opinion.outcome is Outcome.ESCALATED:
            assert opinion.deadline == date(2026, 4, 29)
            assert opinion.receiving_body
            assert opinion.beyond_competence
        if opinion.deadline is not None:
            assert calendar.is_working(opinion.deadline), opinion.id


def test_rounds(sample):
    """L4: everything is answered; at least two opinions went into a second round, one into a third."""
    records = sample.records
    rounds = {opinion.id: records.answers_of(opinion.id) for opinion in records.opinions}
    for answers in rounds.values():
        assert [answer.round for answer in answers] == list(range(1, len(answers) + 1))
        assert all(answer.text and answer.answerer and answer.answerer_position for answer in answers)
        assert [bool(answer.follow_up) for answer in answers] == [answer.round > 1 for answer in answers]
    lengths = sorted(len(answers) for answers in rounds.values())
    assert lengths[0] == 1
    assert lengths[-2:] == [2, 3]
    assert "thỏa đáng" in all_answers_again(sample)


def all_answers_again(sample: Package) -> str:
    return "\n".join(answer.follow_up for answer in sample.records.answers)


def test_people_behind_opinions(sample):
    """C5, M2: one without any name, some not to be named, six households in one voice, words kept back."""
    opinions = sample.records.opinions
    anonymous = [opinion for opinion in opinions if opinion.anonymous]
    assert len(anonymous) == 1
    assert not anonymous[0].voices
    assert {opinion.source for opinion in opinions if opinion.consent is False} == {Source.SLIP, Source.HALL}
    groups = [opinion for opinion in opinions if len(opinion.voices) > 1]
    assert [(len(group.voices), group.group_note) for group in groups] == [(6, "Nhóm 6 hộ xóm Đình")]
    assert max(Counter(o.turn_id for o in opinions if o.turn_id).values()) == 3
    assert [o.outcome for o in opinions if o.withheld] == [Outcome.REFUSED]
    together = Counter(opinion.group_id for opinion in opinions if opinion.group_id)
    assert min(together.values()) >= 2


def test_collected_and_hall_are_tied(sample):
    """L5: prepared answers stand ready, and some at the hall come back to them."""
    records = sample.records
    assert all(opinion.prepared_answer for opinion in records.collected())
    collected = {opinion.id for opinion in records.collected()}
    linked = [opinion.linked_id for opinion in records.at_hall() if opinion.linked_id]
    assert len(linked) >= 3
    assert set(linked) <= collected


@pytest.mark.parametrize("name", ["H’Hen Niê", "Y Bhiăng Ksơr", "Rơ Châm H’Yêu", "Ksor Hʼbia", "K’Brĕ"])
def test_names_of_minorities(sample, name):
    """C5, M1: letters and apostrophes stay as people write them."""
    assert name in all_names(sample)


@pytest.mark.parametrize("part", ["“", "”", '"', "&", "<", ">", "1.150.000", "\n", "700.000 đồng"])
def test_text_that_breaks_careless_programs(sample, part):
    """M1, M8: quotes, markup signs, money and line breaks inside opinions and answers."""
    answers = "\n".join(answer.text for answer in sample.records.answers)
    assert part in all_texts(sample) + answers


def test_long_text_and_leading_signs(sample):
    """M1, M8: over 2,000 characters; first characters that a spreadsheet would take for a formula."""
    texts = [opinion.text for opinion in sample.records.opinions]
    assert sum(len(text) > 2000 for text in texts) == 1
    assert {text[0] for text in texts} >= {"=", "-"}
    assert any(name.startswith("Đ") for name in all_names(sample))
    assert any(name.split()[-1].startswith("Đ") for name in all_names(sample))


def test_turns_follow_the_clock(sample):
    """L2, L7: spans one after another within the session; pause, overtime, absent, withdrawn, second turn."""
    records = sample.records
    session = records.session
    assert session.started_at is not None
    assert session.ended_at is not None
    last = session.started_at
    for turn in records.turns:
        for span in turn.spans:
            assert span.end is not None
            assert last <= span.start < span.end <= session.ended_at
            last = span.end
        assert bool(turn.spans) == (turn.state is TurnState.DONE)
    states = Counter(turn.state for turn in records.turns)
    assert states.keys() == {TurnState.DONE, TurnState.ABSENT, TurnState.WITHDRAWN}
    assert states[TurnState.ABSENT] == states[TurnState.WITHDRAWN] == 1
    times = [(spoken(turn.spans, last), turn) for turn in records.turns]
    assert any(time > timedelta(seconds=turn.limit_seconds) for time, turn in times)
    assert any(len(turn.spans) > 1 for turn in records.turns)
    assert any(turn.again == 2 for turn in records.turns)
    assert {o.turn_id for o in records.at_hall()} == {
        t.id for t in records.turns if t.state is TurnState.DONE
    }


def test_attendance_adds_up(sample):
    """L6: 118 of 412 households, fourteen delegates; seats as the plan gave them."""
    rows = sample.records.attendance
    households = [row for row in rows if row.unit == "hộ"]
    assert (sum(row.present or 0 for row in households), sum(row.total or 0 for row in households)) == (
        118,
        412,
    )
    assert sample.records.session.people_total == 412
    assert sum(locality.households or 0 for locality in sample.plan.localities) == 412
    assert sum(row.present or 0 for row in rows if not row.locality) == 14
    assert [row.expected for row in households] == [quota.seats for quota in sample.plan.quotas]


def test_conclusions(sample, calendar):
    """L8: settled and not settled; what is not settled has a unit and a working day."""
    rows = sample.records.conclusions
    assert {row.settled for row in rows} == {True, False}
    assert f"{len(sample.records.opinions)} ý kiến" in rows[0].text
    for row in rows:
        assert row.settled or (row.unit and row.deadline and calendar.is_working(row.deadline))


def test_nothing_is_missing_for_the_minutes(sample):
    """M3: the sample can be frozen as it is."""
    head = sample.conference
    view = ConferenceView(head.id, head.title, head.stage, sample.plan, sample.records)
    assert closing.check(view).missing == ()


def test_invited_people(sample):
    """C10, C11: each group of the plan, never more than planned; bodies without a name, one replaced."""
    delegates = sample.records.delegates
    assert [d.position for d in delegates] == list(range(1, len(delegates) + 1))
    counts = group_counts(sample.plan, delegates)
    assert counts.keys() == {group.id for group in sample.plan.participants}
    assert all(count.filled and not count.over for count in counts.values())
    assert not any(is_open(d) for d in delegates)
    assert {d.locality for d in delegates if d.locality} == {"thôn Đồng Vạn", "thôn Phú Ấp", "thôn Bến Lở"}
    assert sum(not d.name for d in delegates) == 2
    assert {d.reply for d in delegates} == {None, *Reply}
    assert {d.attended for d in delegates} == {None, True, False}
    assert [d.name for d in delegates if d.replaced_by] == ["Lý Thị Mùi"]
    citizens = [d for d in delegates if d.through_locality]
    assert {d.name for d in citizens} <= {*all_names(sample), *(t.voice.name for t in sample.records.turns)}
    assert len({d.letter_number for d in delegates}) == len(delegates)
    limit = sample.plan.day - timedelta(days=5)
    assert all(d.sent_on and d.sent_on <= limit for d in delegates)


def test_slips_handed_out(sample):
    """C3: numbers follow each other; every slip that came back lies in a batch of the citizen's own thôn."""
    batches = sample.records.slip_batches
    assert [batch.first for batch in batches[1:]] == [batch.last + 1 for batch in batches[:-1]]
    assert sum(batch.handed for batch in batches) == 75
    assert all(0 < (batch.returned or 0) <= batch.handed for batch in batches)
    for opinion in sample.records.opinions:
        if opinion.slip_number:
            (batch,) = (b for b in batches if b.first <= int(opinion.slip_number) <= b.last)
            assert {voice.locality for voice in opinion.voices} <= {batch.locality}
            assert opinion.received_on <= batch.due_on


def test_contacts_belong_to_opinions(sample):
    """C5: telephones and houses stand apart from what was said."""
    ids = {opinion.id for opinion in sample.records.opinions}
    assert sample.contacts
    assert {contact.opinion_id for contact in sample.contacts} <= ids
    assert all(contact.phone or contact.house_address for contact in sample.contacts)
    records = codec.to_json(sample.records).decode()
    assert not [c.phone for c in sample.contacts if c.phone and c.phone in records]


def test_text_is_nfc_and_our_own(sample):
    """G5, P4: composed letters; no sentence of a seed."""
    assert unicodedata.is_normalized("NFC", SAMPLE.read_text(encoding="utf-8"))
    assert copied(SAMPLE) == []
