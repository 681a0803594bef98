"""Slips handed out: numbers that never overlap, what is late, what was entered (C3)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dialogue_desktop.domain.records import Opinion, SlipBatch, Source
from dialogue_desktop.domain.slips import (
    SlipCount,
    SlipState,
    batch_note,
    entered_numbers,
    next_first,
    next_number,
    range_words,
    refusal,
    slip_number,
    sums,
)

TODAY = date(2026, 4, 20)
BATCHES = (
    SlipBatch(
        "a", 1, "thôn Đồng Vạn", "Chi bộ thôn Đồng Vạn", 1, 60, date(2026, 3, 26), date(2026, 4, 6), 52
    ),
    SlipBatch("b", 2, "thôn Phú Ấp", "Ban Công tác Mặt trận", 61, 100, date(2026, 3, 26), date(2026, 4, 24)),
    SlipBatch("c", 3, "thôn Phú Ấp", "Chi hội Phụ nữ", 101, 120, date(2026, 3, 26), date(2026, 4, 6), 20),
)


def opinion(number: str, source: Source = Source.SLIP) -> Opinion:
    return Opinion(f"o{number}{source.value}", source=source, slip_number=number, text="Đường hỏng.")


@pytest.mark.parametrize(
    ("text", "number"),
    [("031", 31), ("31", 31), ("Phiếu số 31.", 31), ("ĐV-031", 31), ("", None), ("không số", None)],
)
def test_numbers_as_they_are_written(text: str, number: int | None) -> None:
    assert slip_number(text) == number


def test_numbers_are_given_once() -> None:
    """C3: the same number is in two hands: one sentence with whom, and where free numbers begin."""
    wanted = SlipBatch("d", 4, "thôn Đồng Vạn", "Đoàn Thanh niên", 90, 110)
    assert refusal(wanted, BATCHES) == (
        "Số 090–100 đã phát cho Ban Công tác Mặt trận, thôn Phú Ấp (phiếu 061–100). "
        "Số còn trống bắt đầu từ 121."
    )
    assert refusal(replace(wanted, first=next_first(BATCHES), last=140), BATCHES) == ""
    assert refusal(replace(BATCHES[0], returned=60), BATCHES) == ""  # itself is no rival


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"first": 0}, "Số phiếu đầu phải từ 1 trở lên."),
        ({"first": 150, "last": 130}, "Số phiếu cuối 130 nhỏ hơn số phiếu đầu 150."),
        ({"last": 100_000}, "Số phiếu chỉ đến 99.999."),
        ({"returned": 21}, "Chỉ phát 10 phiếu, không thể thu về 21."),
        ({"handed_on": TODAY, "due_on": date(2026, 4, 6)}, "Hạn nộp phiếu trước ngày phát phiếu."),
        ({"handed_on": TODAY, "returned_on": date(2026, 4, 6)}, "Ngày thu về trước ngày phát phiếu."),
    ],
)
def test_what_cannot_be_is_refused(changes: dict[str, object], sentence: str) -> None:
    """G5: one sentence each."""
    fine = SlipBatch("d", 4, "thôn Phú Ấp", "Chi bộ thôn", 121, 130)
    assert refusal(fine, BATCHES) == ""
    assert refusal(replace(fine, **changes), BATCHES) == sentence  # type: ignore[arg-type]


def test_what_came_back_and_what_was_entered() -> None:
    """C3: by batch, thôn and in all; late: due and not all back; a slip with two opinions is one."""
    opinions = [opinion(n) for n in ("001", "5", "062", "062", "105", "0300", "")]
    opinions.append(opinion("007", Source.VILLAGE_HEAD))
    found = sums(BATCHES, opinions, TODAY)
    assert [(line.batch.id, line.state, line.count) for line in found.lines] == [
        ("a", SlipState.LATE, SlipCount(60, 52, 2)),
        ("b", SlipState.OUT, SlipCount(40, 0, 1)),
        ("c", SlipState.BACK, SlipCount(20, 20, 1)),
    ]
    assert found.by_locality == (
        ("thôn Đồng Vạn", SlipCount(60, 52, 2)), ("thôn Phú Ấp", SlipCount(60, 20, 2)),
    )  # fmt: skip
    assert found.stray == (300,)
    assert found.words == "Phát 120 phiếu, thu về 72, đã nhập 4; 1 nơi quá hạn nộp"
    assert found.lines[1].note == "Đã nhập 1 phiếu mà chưa ghi số thu về"
    assert found.lines[0].note == ""


def test_nothing_handed_out_says_nothing() -> None:
    """Slips of an office that numbers them by hand are no strays."""
    assert sums((), [opinion("1")], TODAY).stray == ()
    assert sums((), [], TODAY).words == ""


@given(st.lists(st.tuples(st.integers(1, 300), st.integers(0, 60)), max_size=12), st.data())
def test_accepted_batches_never_share_a_number(ranges: list[tuple[int, int]], data: st.DataObject) -> None:
    """C3: whatever is asked for, what is accepted hands out every number at most once, and what is counted
    as entered is never more than what is in the hands of somebody."""
    kept: list[SlipBatch] = []
    for place, (first, more) in enumerate(ranges):
        batch = SlipBatch(f"b{place}", place + 1, "thôn Phú Ấp", "Chi bộ", first, first + more)
        if not refusal(batch, kept):
            kept.append(batch)
    handed = [n for batch in kept for n in range(batch.first, batch.last + 1)]
    assert len(handed) == len(set(handed))
    assert next_first(kept) not in handed
    numbers = data.draw(st.lists(st.integers(1, 400), max_size=30))
    found = sums(kept, [opinion(str(n)) for n in numbers], TODAY)
    assert found.total.handed == len(handed)
    assert found.total.entered == len(set(numbers) & set(handed))
    assert set(found.stray) == (set(numbers) - set(handed) if kept else set())
    assert entered_numbers([opinion(range_words(n, n)) for n in numbers]) == set(numbers)


@pytest.mark.parametrize(
    ("last", "taken", "following"),
    [
        ("030", (), "031"),
        ("9", (), "10"),
        ("ĐV-099", (), "ĐV-100"),
        ("Phiếu số 7/PA", (), "Phiếu số 8/PA"),
        ("030", ("031", "032"), "033"),
        ("đv-7", ("ĐV-8",), "đv-9"),
        ("", (), ""),
        ("không số", (), ""),
        ("99999", (), ""),
    ],
)
def test_the_slip_that_follows(last: str, taken: tuple[str, ...], following: str) -> None:
    """C4: numbered as the one before, past those that are entered already."""
    assert next_number(last, taken) == following


def test_a_number_that_does_not_fit_what_was_handed_out() -> None:
    """C3: another thôn's slip, or one that nobody handed out; nothing is said where nothing is known."""
    assert batch_note("061", "thôn Phú Ấp", BATCHES) == ""
    assert batch_note("061", "thon phu ap", BATCHES) == ""
    assert batch_note("061", "", BATCHES) == ""
    assert (
        batch_note("12", "thôn Phú Ấp", BATCHES)
        == "Phiếu số 012 đã phát cho thôn Đồng Vạn, không phải thôn Phú Ấp."
    )
    assert batch_note("121", "thôn Phú Ấp", BATCHES) == "Số 121 không có trong các phiếu đã phát."
    assert batch_note("121", "thôn Phú Ấp", ()) == ""
    assert batch_note("không số", "thôn Phú Ấp", BATCHES) == ""
