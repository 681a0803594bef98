"""Killed again and again while the robot works; `dev.py bench kills` runs the long series (L9)."""

from __future__ import annotations

from pathlib import Path

from tests.ui.live.kills import traps
from tests.ui.live.kills.series import run


def test_a_series_of_kills_loses_nothing(tmp_path: Path) -> None:
    """L9, G5: at random moments and at the worst ones, each recovery beginning where the last kill was."""
    kills = 2 * len(traps.ALL)
    tally = run(tmp_path, kills, seed=20260424, traps=traps.ALL, every=2, longest_s=1.2)
    assert tally.wrong == []
    assert tally.lost_acts == 0
    assert tally.worst_ms <= 1000
    assert tally.right == tally.back >= len(traps.ALL)
    assert tally.letters > 100
    assert tally.acts > 0
