"""Backups are thinned by age, and never the last whole one (G4)."""

from __future__ import annotations

import shutil
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from dialogue_desktop.bootstrap import App
from dialogue_desktop.domain.backup_ages import Aged, groups
from dialogue_desktop.storage.backup import backup_name, damage_of, thin
from tests.services.conftest import MovingClock

NOON = datetime(2026, 4, 24, 5, 0, tzinfo=UTC)
TODAY = date(2026, 4, 24)


def _copies(app: App, moments: list[datetime], reason: str = "") -> list[Path]:
    """Backups that lie there as if they had been written then."""
    whole = app.maintenance.backup("mau")
    made = [app.paths.backups / backup_name(at, reason) for at in moments]
    for path in made:
        shutil.copy2(whole, path)
    whole.unlink()
    return made


def _left(app: App) -> list[str]:
    return sorted(path.name for path in app.maintenance.backups())


def test_a_year_of_two_a_day_becomes_a_few(app: App, clock: MovingClock) -> None:
    """All of today, one a day for two weeks, one a week for eight, one a month before."""
    clock.set(NOON)
    days = [NOON - timedelta(days=n) for n in range(365)]
    _copies(app, [*days, *(at - timedelta(hours=3) for at in days)])
    assert app.maintenance.thin() > 680
    ages = [(TODAY - datetime.strptime(n[9:17], "%Y%m%d").date()).days for n in _left(app)]
    assert ages.count(0) == 2
    assert [ages.count(n) for n in range(1, 15)] == [1] * 14
    weeks = [age for age in ages if 14 < age <= 70]
    assert 8 <= len(weeks) <= 9
    assert 9 <= len([age for age in ages if age > 70]) <= 11
    assert app.maintenance.thin() == 0, "what stays once stays"


def test_the_newest_of_a_day_stays(app: App, clock: MovingClock) -> None:
    clock.set(NOON)
    yesterday = NOON - timedelta(days=1)
    morning, noon = _copies(app, [yesterday - timedelta(hours=4), yesterday])
    assert app.maintenance.thin() == 1
    assert (morning.exists(), noon.exists()) == (False, True)


def test_a_damaged_one_never_takes_the_place_of_a_whole_one(app: App, clock: MovingClock) -> None:
    clock.set(NOON)
    yesterday = NOON - timedelta(days=1)
    first, second, third = _copies(app, [yesterday - timedelta(hours=n) for n in (5, 3, 1)])
    third.write_bytes(third.read_bytes()[:6000])
    assert app.maintenance.thin() == 2
    assert (first.exists(), second.exists(), third.exists()) == (False, True, False)
    assert damage_of(second) == ()


def test_where_none_is_whole_all_stay(app: App, clock: MovingClock) -> None:
    clock.set(NOON)
    made = _copies(app, [NOON - timedelta(days=200, hours=n) for n in (1, 2, 3)])
    for path in made:
        path.write_bytes(b"hong")
    assert thin(app.paths.backups, TODAY) == ()
    assert all(path.exists() for path in made)


def test_states_before_a_restore_or_a_new_version_stay_longer(app: App, clock: MovingClock) -> None:
    """They stay for ninety days each, and an ordinary backup of the same day takes nobody's place."""
    clock.set(NOON)
    before = [NOON - timedelta(days=40, hours=n) for n in (1, 2)]
    kept = _copies(app, before, "truoc-khoi-phuc") + _copies(app, before, "truoc-nang-cap")
    plain = _copies(app, before)
    assert app.maintenance.thin() == 1
    assert all(path.exists() for path in kept)
    assert plain[0].exists()
    clock.step(60 * 24 * 3600)
    assert app.maintenance.thin() == 2
    assert [path.exists() for path in kept] == [True, False, True, False]


def test_other_files_in_the_folder_are_left_alone(app: App, clock: MovingClock) -> None:
    clock.set(NOON)
    foreign = app.paths.backups / "dialogue-ban-luu-cua-toi.sqlite3"
    foreign.write_bytes(b"cua nguoi khac")
    raw = app.paths.backups / "dialogue-20250101-080000-hong.hong"
    raw.write_bytes(b"hong")
    assert app.maintenance.thin() == 0
    assert foreign.exists()
    assert raw.exists()


def test_a_clock_that_was_put_back_takes_nothing_away() -> None:
    tomorrow = [Aged(f"{n}", datetime(2026, 4, 25, n)) for n in range(3)]
    assert groups(tomorrow, TODAY) == ()
