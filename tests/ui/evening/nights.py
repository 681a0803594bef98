"""The runs of one evening on one data folder: until the power goes, and from there to the end."""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from pathlib import Path

from tests.ui.evening.before import prepare
from tests.ui.evening.kinds import Speaks
from tests.ui.evening.script import EVENTS, POWER_CUT
from tests.ui.main_job.runs import LAPTOP, PROJECTOR, Runs, to_its_end, until_the_power_goes


def play(base: Path, settings: Mapping[str, str | float] | None = None) -> Runs:
    """The whole evening; `settings` of the office, as the look of its windows."""
    runs = Runs(base, "tests.ui.evening", (LAPTOP, PROJECTOR))
    runs.out.mkdir(parents=True)
    prepare(runs.data, settings or {})
    event = EVENTS[POWER_CUT - 1]
    assert isinstance(event, Speaks)
    until_the_power_goes(runs, "until_dark", event.cut)
    shutil.copytree(runs.data, runs.after_kill)
    to_its_end(runs, "to_the_end")
    return runs
