"""Every command of the session, from its key to the paint that shows what it did (L1–L10).

The longest evening (`live_evening`): 500 opinions said, 300 collected, 200 who wait, on a real database. What
is timed is the whole command, its acts committed, the screen shown again and painted, not its first sign. A
machine that does other work stretches the clock's 99 %; what the processor had to do stands beside it.
"""

from __future__ import annotations

import os
import sys
import tempfile
from pathlib import Path

from tests.benchmarks.live_commands import Commands
from tests.benchmarks.live_evening import Timed, evening
from tests.benchmarks.result import Result, percentile

ROUNDS, WARM_UP = 50, 3
_GOAL_MS = 50


def run() -> list[Result]:
    with tempfile.TemporaryDirectory() as folder, evening(Path(folder)) as stage:
        commands = Commands(stage)
        for number in range(WARM_UP + ROUNDS):
            if number == WARM_UP:
                commands.times.clear()
            commands.round(number)
        stage.look.set_scale(2.0)
        for _ in range(ROUNDS):
            commands.folded_round()
        times = dict(commands.times)
    print(verb_table(times))
    late = {words: _wall(timed, 0.99) for words, timed in times.items()}
    slowest = max(late, key=lambda words: late[words])
    everything = [one for timed in times.values() for one in timed]
    return [
        Result(f"Lệnh chậm nhất ({slowest}), 99 % số lần", late[slowest], _GOAL_MS, "ms"),
        Result(
            "Lệnh chậm nhất, 99 % số lần, giờ của bộ xử lý",
            max(percentile([one.work for one in timed], 0.99) for timed in times.values()),
            _GOAL_MS,
            "ms",
        ),
        Result("Mọi lệnh của phiên, 99 % số lần", _wall(everything, 0.99), _GOAL_MS, "ms"),
        Result("Mọi lệnh của phiên, giữa chừng", _wall(everything, 0.5), None, "ms"),
        Result("Lệnh chậm nhất, giữa chừng", max(_wall(timed, 0.5) for timed in times.values()), None, "ms"),
    ]


def _wall(times: list[Timed], share: float) -> float:
    return percentile([one.wall for one in times], share)


def verb_table(times: dict[str, list[Timed]]) -> str:
    """One line for each command, the slowest first: on the clock, and what the processor had to do for it."""
    rows = [["Lệnh", "Số lần", "giữa chừng", "99 %", "bộ xử lý", "99 %"]]
    for words in sorted(times, key=lambda words: -_wall(times[words], 0.99)):
        wall, work = [one.wall for one in times[words]], [one.work for one in times[words]]
        figures = (
            percentile(wall, 0.5),
            percentile(wall, 0.99),
            percentile(work, 0.5),
            percentile(work, 0.99),
        )
        rows.append([words, str(len(wall)), *(f"{value:.1f}".replace(".", ",") for value in figures)])
    wide = [max(len(row[column]) for row in rows) for column in range(len(rows[0]))]
    load = f"Tải của máy khi xong: {os.getloadavg()[0]:.1f}\n" if sys.platform != "win32" else ""
    return load + "\n".join(
        "  ".join(
            cell.ljust(width) if at == 0 else cell.rjust(width)
            for at, (cell, width) in enumerate(zip(row, wide, strict=True))
        )
        for row in rows
    )
