"""The whole core on a real data folder, with a clock that stands still until it is moved."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path

import pytest

from dialogue_desktop.bootstrap import App, build
from dialogue_desktop.clock import FixedClock
from dialogue_desktop.domain.plan import Issuer, Locality, Quota, TimeKind, TimePlan

EIGHT = datetime(2026, 4, 24, 1, 0, tzinfo=UTC)  # 08:00 in the hall


class MovingClock(FixedClock):
    """A fixed clock with a step."""

    def step(self, seconds: float) -> None:
        self.set(self.now() + timedelta(seconds=seconds))


@pytest.fixture
def clock() -> MovingClock:
    return MovingClock(EIGHT)


@pytest.fixture
def app(data_dir: Path, clock: MovingClock) -> Iterator[App]:
    app = build(data_dir, clock=clock, device="may-1")
    yield app
    app.close()


@pytest.fixture
def cid(app: App) -> str:
    """A planned conference of two thôn on Friday 24/4/2026."""
    conference_id = app.planning.create(issuer=Issuer(name="Minh Khê", province="tỉnh Đông Giang"))
    plan = app.planning.plan(conference_id)
    plan = replace(
        plan,
        whole_commune=False,
        localities=(
            Locality("dv", "thôn", "Đồng Vạn", households=210),
            Locality("pa", "thôn", "Phú Ấp", households=202),
        ),
        quotas=(Quota("dv", 60), Quota("pa", 60)),
        time=TimePlan(TimeKind.EXACT, date(2026, 4, 24), time(8)),
        places=("Nhà văn hóa thôn Đồng Vạn",),
    )
    app.planning.save_plan(conference_id, plan, step="tasks")
    return conference_id
