"""One run of the program in its own process: `slips` on 13 April, `answers` on the 20th."""

from __future__ import annotations

import sys
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from tests.ui.before_day.answers_by_keys import answers_by_keys
from tests.ui.before_day.slips_by_keys import slips_by_keys
from tests.ui.main_job.program import EveningClock, Program

RUNS: dict[str, tuple[datetime, Callable[[Program], None]]] = {
    "slips": (datetime(2026, 4, 13, 9, 0), slips_by_keys),
    "answers": (datetime(2026, 4, 20, 9, 0), answers_by_keys),
}


if __name__ == "__main__":
    name, folder, out = sys.argv[1], Path(sys.argv[2]), Path(sys.argv[3])
    wall, work = RUNS[name]
    sys.exit(Program(folder, out, EveningClock(wall)).run(work))
