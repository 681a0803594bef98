"""Each moment of the session has its place in a recording, or none (L7)."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dialogue_desktop.domain.recordings import (
    RecordedAt,
    counter_text,
    moment_of,
    next_name,
    place_of,
    place_words,
    read_counter,
    set_to,
)
from dialogue_desktop.domain.records import Opinion, Recording, Span, Turn

BEGIN = datetime(2026, 4, 24, 1, 30, tzinfo=UTC)
STATION = Recording("Đài truyền thanh xã", BEGIN)
AGAIN = Recording("Đài truyền thanh xã 2", BEGIN + timedelta(minutes=40))


def _at(**after: float) -> datetime:
    return BEGIN + timedelta(**after)


def test_a_moment_stands_in_the_recording_that_ran_then() -> None:
    """L7: a new file after the power cut takes over; before the first there is none."""
    both = (AGAIN, STATION)
    assert place_of(_at(seconds=-1), both) is None
    assert place_of(BEGIN, both) == RecordedAt("Đài truyền thanh xã", timedelta())
    assert place_of(_at(minutes=39, seconds=59), both) == RecordedAt(
        "Đài truyền thanh xã", timedelta(minutes=39, seconds=59)
    )
    assert place_of(_at(minutes=41), both) == RecordedAt("Đài truyền thanh xã 2", timedelta(minutes=1))
    assert place_of(None, both) is None
    assert place_of(BEGIN, (Recording("chưa đặt"),)) is None


def test_one_recording_needs_no_name() -> None:
    assert place_words(_at(minutes=12, seconds=35), (STATION,)) == "00:12:35"
    assert place_words(_at(minutes=12, seconds=35), (STATION, AGAIN)) == "Đài truyền thanh xã, 00:12:35"
    assert place_words(_at(hours=-1), (STATION,)) == ""


def test_listening_begins_with_the_first_word() -> None:
    """L7: at the speech, else at the call, else when the opinion was written down."""
    spoken = Turn("t", spans=(Span(_at(minutes=2)), Span(_at(minutes=9))), called_at=_at(minutes=1))
    assert moment_of(spoken) == _at(minutes=2)
    assert moment_of(Turn("t", called_at=_at(minutes=1))) == _at(minutes=1)
    assert moment_of(Turn("t"), Opinion("o", said_at=_at(minutes=5))) == _at(minutes=5)
    assert moment_of(None) is None


@pytest.mark.parametrize(
    ("text", "seconds"),
    [
        ("00:12:35", 755),
        ("12:35", 755),
        ("1:02:03", 3723),
        (" 75:10 ", 4510),
        ("0.12.35", 755),
        ("12p35s", 755),
    ],
)
def test_the_counter_is_read_as_recorders_show_it(text: str, seconds: int) -> None:
    assert read_counter(text) == timedelta(seconds=seconds)


@pytest.mark.parametrize("text", ["", "12", "12:75", "1:75:00", "24:00:00", "mười hai", "1:2:3:4", "12:3a"])
def test_what_is_no_counter_is_told(text: str) -> None:
    """G5: one sentence with an example."""
    with pytest.raises(ValueError, match="00:12:35"):
        read_counter(text)


@given(st.integers(0, 86_399), st.integers(0, 20_000))
def test_what_was_set_is_what_it_shows(counter: int, later: int) -> None:
    """L7: set to a number, the recorder shows that number now, and goes on with the clock."""
    now = BEGIN + timedelta(hours=5)
    recording = set_to(Recording("Máy"), timedelta(seconds=counter), now)
    place = place_of(now + timedelta(seconds=later), (recording,))
    assert place is not None
    assert place.counter == timedelta(seconds=counter + later)
    if counter + later < 86_400:
        assert read_counter(counter_text(place.counter)) == place.counter


def test_new_recorders_get_new_names() -> None:
    assert next_name(()) == "Máy ghi âm"
    assert next_name((Recording("máy ghi âm"),)) == "Máy ghi âm 2"
    assert next_name((STATION, Recording("Máy ghi âm 2"))) == "Máy ghi âm"
