"""Promises follow from the minutes once for each matter, and what was written down of them holds (F1)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from dialogue_desktop.domain.after_records import Commitment, CommitmentState, Step
from dialogue_desktop.domain.commitments import GONE, after_correction, current, owes, promised, sums
from dialogue_desktop.domain.records import Conclusion, Opinion, Outcome, Records, Source, Voice

DAY = date(2026, 5, 8)


def _opinion(number: int, outcome: Outcome | None, **more: object) -> Opinion:
    text = f"Đề nghị xã nạo vét kênh N{number} đoạn qua thôn Đồng Vạn trước vụ mùa."
    voice = Voice("Đặng Văn Quyết", "ông", "thôn Đồng Vạn")
    made = Opinion(f"o{number}", number, text=text, voices=(voice,), outcome=outcome)
    return replace(made, **more)  # type: ignore[arg-type]


def test_only_what_somebody_owes_is_a_promise() -> None:
    settled = _opinion(1, Outcome.ANSWERED)
    with_day = _opinion(2, Outcome.ANSWERED, unit="Phòng Kinh tế", deadline=DAY)
    refused = _opinion(3, Outcome.REFUSED, deadline=DAY)
    written = _opinion(4, Outcome.WRITTEN, unit="Văn phòng", deadline=DAY)
    up = _opinion(5, Outcome.ESCALATED, receiving_body="Điện lực khu vực")
    opinions = (settled, with_day, refused, written, up)
    assert [owes(one) for one in opinions] == [False, True, False, True, True]
    made = promised(Records(opinions=opinions))
    assert [one.id for one in made] == ["cam-o2", "cam-o4", "cam-o5"]
    assert made[0].unit == "Phòng Kinh tế"
    assert made[0].promised == made[0].deadline == DAY
    assert made[0].text.startswith("Xã nạo vét") or made[0].text.startswith("Nạo vét")
    assert made[2].receiving_body == "Điện lực khu vực"


def test_one_matter_is_one_promise_with_everybody_who_waits_for_it() -> None:
    collected = _opinion(1, None, source=Source.VILLAGE_HEAD)
    said = _opinion(2, Outcome.WRITTEN, unit="Văn phòng", deadline=DAY, linked_id="o1")
    joint = _opinion(3, Outcome.WRITTEN, unit="Văn phòng", deadline=DAY, answered_with="o2")
    apart = _opinion(4, Outcome.WRITTEN, unit="Văn phòng", deadline=DAY)
    made = promised(Records(opinions=(collected, said, joint, apart)))
    assert [(one.id, one.opinion_ids) for one in made] == [
        ("cam-o2", ("o1", "o2", "o3")),
        ("cam-o4", ("o4",)),
    ]


def test_a_promise_is_called_by_what_is_wished() -> None:
    asked = "Xã nói nạo vét cuối kênh, nhưng bùn ở đoạn trên thì bao giờ lấy?"
    lead = _opinion(2, Outcome.WRITTEN, text=asked, deadline=DAY, linked_id="o1")
    collected = _opinion(1, None, source=Source.VILLAGE_HEAD, text="Đề nghị nạo vét kênh N4 trước vụ mùa.")
    assert promised(Records(opinions=(collected, lead)))[0].text == "Nạo vét kênh N4 trước vụ mùa"
    assert promised(Records(opinions=(lead,)))[0].text.startswith("Xã nói nạo vét cuối kênh")


def test_a_conclusion_of_an_opinion_is_no_second_promise_and_one_of_its_own_is() -> None:
    written = _opinion(1, Outcome.WRITTEN, unit="Văn phòng", deadline=DAY)
    drafted = Conclusion("k1", 0, "Giao Văn phòng trả lời ông Quyết.", settled=False, opinion_ids=("o1",))
    own = Conclusion("k2", 1, "Giao Trạm Y tế kiểm nghiệm nước.", settled=False, unit="Trạm Y tế")
    done = Conclusion("k3", 2, "Đã thống nhất mức đóng góp.", settled=True)
    made = promised(Records(opinions=(written,), conclusions=(drafted, own, done)))
    assert [(one.id, one.conclusion_id, one.text) for one in made] == [
        ("cam-o1", "k1", made[0].text),
        ("cam-k2", "k2", "Giao Trạm Y tế kiểm nghiệm nước"),
    ]


def test_what_was_written_down_holds_and_new_ones_are_numbered_behind() -> None:
    one, two = (_opinion(n, Outcome.WRITTEN, unit="Văn phòng", deadline=DAY) for n in (1, 2))
    kept = Commitment("cam-o1", 4, "Nạo vét kênh", "Phòng Kinh tế", state=CommitmentState.DOING)
    dropped = Commitment("own", 5, "Trùng", dropped="Trùng với cam kết số 4")
    shown = current(Records(opinions=(one, two), commitments=(kept, dropped)))
    assert [(c.id, c.number) for c in shown] == [("cam-o1", 4), ("cam-o2", 6)]
    assert shown[0] == kept


def test_a_correction_changes_what_nobody_changed_by_hand() -> None:
    before = Records(opinions=(_opinion(1, Outcome.WRITTEN, unit="Văn phòng", deadline=DAY),))
    (written,) = after_correction(None, before)
    assert written.number == 1
    later = date(2026, 5, 20)
    now = replace(
        before,
        opinions=(_opinion(1, Outcome.WRITTEN, unit="Công an xã", deadline=later),),
        commitments=(replace(written, deadline=date(2026, 6, 1)),),
    )
    (after,) = after_correction(before, now)
    assert (after.unit, after.promised) == ("Công an xã", later)
    assert after.deadline == date(2026, 6, 1), "a day that was put off by hand is not moved back"
    assert after_correction(before, replace(now, opinions=before.opinions)) == ()


def test_what_the_corrected_minutes_no_longer_hold_is_given_up_only_while_nobody_began() -> None:
    before = Records(opinions=(_opinion(1, Outcome.WRITTEN, unit="Văn phòng", deadline=DAY),))
    (kept,) = after_correction(None, before)
    now = Records(opinions=(_opinion(1, Outcome.ANSWERED),), commitments=(kept,))
    (gone,) = after_correction(before, now)
    assert gone.dropped == GONE
    assert not gone.open
    begun = replace(now, steps=(Step("s", kept.id, DAY, text="Đã gọi điện"),))
    assert after_correction(before, begun) == ()


def test_the_sums_name_each_promise_once() -> None:
    today = date(2026, 5, 7)
    days = (date(2026, 5, 5), date(2026, 5, 7), date(2026, 5, 10), date(2026, 5, 11), None)
    open_ones = [Commitment(f"c{n}", n, deadline=day) for n, day in enumerate(days)]
    done = Commitment("d", 8, state=CommitmentState.DONE, deadline=date(2026, 5, 1))
    waiting = Commitment("w", 9, state=CommitmentState.WAITING, deadline=date(2026, 4, 30))
    carried = Commitment("x", 10, carried_to="hoi-nghi-sau", deadline=date(2026, 4, 1))
    found = sums([*open_ones, done, waiting, carried], today)
    assert (found.late, found.soon, found.in_time, found.done) == (2, 2, 2, 1)
    assert (found.waiting, found.carried, found.total) == (1, 1, 8)
