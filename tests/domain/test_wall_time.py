"""The office's wall clock."""

from __future__ import annotations

import time
from datetime import UTC, datetime

import pytest

from dialogue_desktop.domain.wall_time import from_wall, on_wall

EIGHT = datetime(2026, 4, 24, 1, 0, tzinfo=UTC)


@pytest.mark.skipif(not hasattr(time, "tzset"), reason="only POSIX lets a test set the machine's zone")
@pytest.mark.parametrize(("zone", "hour"), [("UTC", 8), ("Asia/Ho_Chi_Minh", 8), ("Asia/Tokyo", 10)])
def test_the_machines_clock_rules_but_a_server_shows_vietnams(
    monkeypatch: pytest.MonkeyPatch, zone: str, hour: int
) -> None:
    """M1: "Thời gian bắt đầu: 08 giờ 00" is what the secretary read on her own clock."""
    monkeypatch.setenv("TZ", zone)
    time.tzset()
    try:
        assert on_wall(EIGHT).hour == hour
        assert from_wall(on_wall(EIGHT).replace(tzinfo=None)) == EIGHT
    finally:
        monkeypatch.undo()
        time.tzset()
