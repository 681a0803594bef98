"""Which letters go out after the session, to whom, and what stands in each (M5, M6, F1)."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from dialogue_desktop.domain.after_records import Commitment, CommitmentState, Paper
from dialogue_desktop.domain.commitments import current, owes
from dialogue_desktop.domain.letters import (
    Letter,
    ReplyWay,
    earlier_reminders,
    escalations,
    reminders,
    replies,
    way_of,
)
from dialogue_desktop.domain.paper_parts_after import PARTS, part_name
from dialogue_desktop.domain.records import Conclusion, Opinion, Outcome, Records, Source, Voice

DAY = date(2026, 5, 8)
TODAY = date(2026, 5, 20)


def opinion(number: int, outcome: Outcome | None = Outcome.WRITTEN, **more: object) -> Opinion:
    made = Opinion(
        f"o{number}",
        number,
        text=f"Đề nghị xã sửa cống số {number} ở đầu xóm trước mùa mưa.",
        voices=(Voice(f"Nguyễn Văn Khải {number}", "ông", "thôn Đồng Vạn"),),
        consent=True,
        outcome=outcome,
        unit="Phòng Kinh tế",
        deadline=DAY,
    )
    return replace(made, **more)  # type: ignore[arg-type]


def records(*opinions: Opinion, conclusions: tuple[Conclusion, ...] = ()) -> Records:
    return Records(opinions=opinions, conclusions=conclusions)


def subjects(found: tuple[Letter, ...]) -> list[tuple[str, tuple[str, ...]]]:
    return [(one.subject, one.opinion_ids) for one in found]


MIXED = records(
    opinion(1, None, source=Source.VILLAGE_HEAD),
    opinion(2, linked_id="o1"),
    opinion(3, answered_with="o2", consent=False),
    opinion(4, Outcome.ANSWERED, deadline=None),
    opinion(5, Outcome.ESCALATED, receiving_body="Điện lực khu vực Đông Lâm"),
    opinion(6, anonymous=True, voices=(), source=Source.SLIP),
    opinion(7, withheld=True),
    opinion(8, Outcome.REFUSED),
    opinion(9, group_note="Nhóm 6 hộ xóm Đình", voices=()),
    opinion(10, voices=(Voice("", "", "thôn Phú Ấp"),)),
    opinion(11, None),
)


@pytest.mark.parametrize("way", ReplyWay)
def test_every_opinion_that_owes_a_reply_stands_in_exactly_one_letter(way: ReplyWay) -> None:
    """M5: also who waits for the same since before the session, and whose petition was sent up."""
    found = replies(MIXED, current(MIXED), way)
    counts = Counter(key for letter in found for key in letter.opinion_ids)
    assert set(counts) == {"o1", "o2", "o3", "o5", "o6", "o7", "o9", "o10"}
    assert set(counts.values()) == {1}
    assert {one.id for one in MIXED.opinions if owes(one)} <= set(counts)
    assert len({letter.subject for letter in found}) == len(found)


def test_who_asked_not_to_be_named_and_what_is_held_back_is_alone_in_its_letter() -> None:
    """Luật 91/2025: nobody reads the name of another who refused in a letter of his own."""
    for way in (ReplyWay.MATTER, ReplyWay.LOCALITY):
        found = dict(subjects(replies(MIXED, current(MIXED), way)))
        assert found["rieng:o3"] == ("o3",)
        assert found["rieng:o7"] == ("o7",)


def test_one_matter_is_one_letter_and_those_without_a_name_have_theirs() -> None:
    found = dict(subjects(replies(MIXED, current(MIXED))))
    assert found["viec:cam-o2"] == ("o1", "o2")
    assert found["viec:cam-o6:khuyet-danh"] == ("o6",)
    assert found["viec:cam-o9"] == ("o9",)
    assert found["viec:cam-o10:khuyet-danh"] == ("o10",)


def test_names_that_differ_by_a_mark_are_two_people_and_places() -> None:
    """A letter never goes to Hùng because Hưng asked."""
    pair = records(
        opinion(1, voices=(Voice("Lê Văn Hùng", "ông", "thôn Đông Hạ"),)),
        opinion(2, voices=(Voice("Lê Văn Hưng", "ông", "thôn Đông Hạ"),)),
        opinion(3, voices=(Voice("Lê Văn Hùng", "ông", "thôn Đồng Hạ"),)),
        opinion(4, voices=(Voice("lê văn hùng", "ông", "thôn Đông Hạ"),)),
    )
    people = replies(pair, current(pair), ReplyWay.PERSON)
    assert [one.opinion_ids for one in people] == [("o1", "o4"), ("o2",), ("o3",)]
    places = replies(pair, current(pair), ReplyWay.LOCALITY)
    assert [(one.to, one.opinion_ids) for one in places] == [
        ("thôn Đông Hạ", ("o1", "o2", "o4")),
        ("thôn Đồng Hạ", ("o3",)),
    ]
    assert {way_of(one.subject) for one in people} == {ReplyWay.PERSON}
    assert {way_of(one.subject) for one in places} == {ReplyWay.LOCALITY}
    assert way_of("rieng:o3") is None


def test_a_letter_is_due_on_its_earliest_day() -> None:
    two = records(
        opinion(1, deadline=date(2026, 6, 30), unit="Công an xã"), opinion(2, deadline=None), opinion(3)
    )
    (letter,) = replies(two, current(two), ReplyWay.LOCALITY)
    assert letter.due == DAY
    assert len(letter.commitment_ids) == 3


def test_what_goes_up_stands_with_its_body_and_what_names_none_stands_apart() -> None:
    """M6: also what waits since before the session, and what was found to be beyond competence later."""
    power = "Điện lực khu vực Đông Lâm"
    told = records(
        opinion(1, None, source=Source.SLIP),
        opinion(2, Outcome.ESCALATED, receiving_body=power, linked_id="o1"),
        opinion(3, Outcome.ESCALATED, receiving_body=" điện lực khu vực Đông Lâm"),
        opinion(4, Outcome.ESCALATED),
        opinion(5),
        conclusions=(Conclusion("k1", 0, "Kéo lại đường dây vào làng.", settled=False),),
    )
    promises = tuple(
        replace(one, receiving_body=power) if one.conclusion_id == "k1" else one for one in current(told)
    )
    found = escalations(told, promises)
    assert [(one.to, one.opinion_ids) for one in found] == [(power, ("o1", "o2", "o3")), ("", ("o4",))]
    assert promises[-1].id in found[0].commitment_ids
    later = tuple(replace(one, receiving_body=power) if "o5" in one.opinion_ids else one for one in promises)
    assert escalations(told, later)[0].opinion_ids == ("o1", "o2", "o3", "o5")
    assert escalations(records(opinion(1)), current(records(opinion(1)))) == ()


def promise(number: int, unit: str, day: date | None, **more: object) -> Commitment:
    made = Commitment(f"c{number}", number, "Sửa cống", unit, day, opinion_ids=(f"o{number}",))
    return replace(made, **more)  # type: ignore[arg-type]


def test_one_reminder_for_each_that_is_late_or_soon_due() -> None:
    """F1: the higher level is asked once it has the letter; nobody is reminded of what is done or not due."""
    found = reminders(
        (
            promise(1, "Phòng Kinh tế", date(2026, 5, 22)),
            promise(2, "Phòng Kinh tế", date(2026, 5, 5)),
            promise(3, "Công an xã", date(2026, 4, 28)),
            promise(4, "Công an xã", date(2026, 4, 20), state=CommitmentState.DONE),
            promise(5, "Trạm Y tế", date(2026, 6, 30)),
            promise(6, "", date(2026, 5, 5)),
            promise(7, "Văn phòng", None),
            promise(8, "Văn phòng", DAY, state=CommitmentState.WAITING, receiving_body="Điện lực"),
        ),
        TODAY,
    )
    assert [(one.to, one.commitment_ids) for one in found] == [
        ("Công an xã", ("c3",)),
        ("Phòng Kinh tế", ("c2", "c1")),
        ("Điện lực", ("c8",)),
    ]


def issued(subject: str, day: date) -> Paper:
    at = datetime(day.year, day.month, day.day, 3, tzinfo=UTC)
    return Paper(f"vb-{subject}", "reminders", subject, number="12", dated_on=day, issued_at=at)


def test_a_week_after_a_reminder_the_next_one_is_due_with_a_subject_of_its_own() -> None:
    late = (promise(1, "Công an xã", DAY),)
    (first,) = reminders(late, date(2026, 5, 11))
    sent = issued(first.subject, date(2026, 5, 11))
    draft = replace(sent, issued_at=None)
    assert reminders(late, date(2026, 5, 17), (sent,))[0].subject == first.subject
    assert reminders(late, date(2026, 5, 18), (draft,))[0].subject == first.subject
    (second,) = reminders(late, date(2026, 5, 18), (sent,))
    assert second.subject == f"{first.subject}:lan-2"
    again = issued(second.subject, date(2026, 5, 18))
    (third,) = reminders(late, date(2026, 5, 25), (again, sent))
    assert third.subject == f"{first.subject}:lan-3"
    assert earlier_reminders(third.subject, (again, sent, draft)) == (sent, again)
    assert earlier_reminders(first.subject, (again, sent)) == ()


def test_parts_of_a_letter_that_answers_several_are_named_by_opinion() -> None:
    assert part_name("replies", "answer") == "Nội dung trả lời"
    assert part_name("replies", "answer:12") == "Nội dung trả lời, ý kiến số 12"
    assert part_name("replies", "khac:12") == "khac:12"
    assert [key for key, _ in PARTS["replies"]][-2:] == ["recipients", "signer"]
