"""One run of the program in its own process: `plan`, `collected`, `evening` (which is killed), `rest`."""

from __future__ import annotations

import sys
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from tests.ui.main_job.closing_by_keys import closing_by_keys
from tests.ui.main_job.evening_by_keys import collected_by_keys, evening_by_keys, rest_by_keys
from tests.ui.main_job.plan_by_keys import plan_by_keys
from tests.ui.main_job.program import EveningClock, Program


def rest(program: Program) -> None:
    """What is left of the evening, and the papers."""
    rest_by_keys(program)
    closing_by_keys(program)


RUNS: dict[str, tuple[datetime, Callable[[Program], None]]] = {
    "plan": (datetime(2024, 7, 1, 9, 22), plan_by_keys),
    "collected": (datetime(2024, 8, 23, 14, 10), collected_by_keys),
    "evening": (datetime(2024, 8, 28, 18, 20), evening_by_keys),
    "rest": (datetime(2024, 8, 28, 19, 44), rest),
}


if __name__ == "__main__":
    name, folder, out = sys.argv[1], Path(sys.argv[2]), Path(sys.argv[3])
    wall, work = RUNS[name]
    sys.exit(Program(folder, out, EveningClock(wall)).run(work))
