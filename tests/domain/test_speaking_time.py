"""Who has spoken how long, and which thôn has not spoken (L7)."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from dialogue_desktop.domain.records import Span, Turn, TurnState, Voice
from dialogue_desktop.domain.speaking_time import ELSEWHERE, Share, speaking_time

NOW = datetime(2026, 4, 24, 3, 0, tzinfo=UTC)
PLACES = ("thôn Phú Ấp", "thôn Đồng Vạn", "thôn Thượng Vĩnh Ổn")


def _turn(place: str, *lengths: float, limit: int = 180, state: TurnState = TurnState.DONE) -> Turn:
    spans = []
    start = NOW - timedelta(hours=1)
    for length in lengths:
        spans.append(Span(start, start + timedelta(seconds=length)))
        start += timedelta(seconds=length + 30)
    return Turn("t", voice=Voice("A", "ông", place), spans=tuple(spans), limit_seconds=limit, state=state)


def test_each_thon_has_its_turns_its_time_and_its_overtime() -> None:
    """L7: pauses do not count; who waits, is absent or has withdrawn has not spoken."""
    turns = (
        _turn("thôn Phú Ấp", 100, 50),
        _turn("THÔN PHÚ ẤP", 200),
        _turn("An Sơn", 60),
        _turn("", 10, limit=0),
        _turn("thôn Đồng Vạn", state=TurnState.WAITING),
        _turn("thôn Đồng Vạn", state=TurnState.ABSENT),
        _turn("thôn Đồng Vạn", state=TurnState.WITHDRAWN),
    )
    found = speaking_time(turns, PLACES, NOW)
    seconds = timedelta(seconds=1)
    assert found.shares == (
        Share("thôn Phú Ấp", 2, 2, 350 * seconds, 20 * seconds),
        Share("An Sơn", 1, 1, 60 * seconds),
        Share(ELSEWHERE, 1, 1, 10 * seconds),
    )
    assert found.whole == Share("", 4, 4, 420 * seconds, 20 * seconds)
    assert found.whole.average == 105 * seconds
    assert found.silent == ("thôn Đồng Vạn", "thôn Thượng Vĩnh Ổn")


def test_a_forgotten_clock_is_no_silence() -> None:
    """L7: who is done without a clock has spoken, but does not pull the average down."""
    found = speaking_time((_turn("thôn Đồng Vạn"), _turn("thôn Đồng Vạn", 90)), PLACES, NOW)
    (share,) = found.shares
    assert (share.turns, share.clocked, share.average) == (2, 1, timedelta(seconds=90))
    assert "thôn Đồng Vạn" not in found.silent


def test_a_running_clock_counts_up_to_now() -> None:
    turn = Turn("t", state=TurnState.SPEAKING, spans=(Span(NOW - timedelta(seconds=200)),), limit_seconds=180)
    whole = speaking_time((turn,), (), NOW).whole
    assert (whole.time, whole.over) == (timedelta(seconds=200), timedelta(seconds=20))


@given(st.lists(st.tuples(st.sampled_from((*PLACES, "An Sơn", "")), st.integers(0, 900)), max_size=30))
def test_the_shares_add_up_to_the_whole(drawn: list[tuple[str, int]]) -> None:
    found = speaking_time([_turn(place, length) for place, length in drawn], PLACES, NOW)
    assert sum(share.turns for share in found.shares) == found.whole.turns == len(drawn)
    assert sum((share.time for share in found.shares), timedelta()) == found.whole.time
    assert sum((share.over for share in found.shares), timedelta()) == found.whole.over
    assert {share.locality for share in found.shares}.isdisjoint(found.silent)
