"""Two hundred kills at random moments while a robot types and acts: what is lost (L9).

`KILLS=20` in the surroundings makes the series shorter, `KILLS_SEED` draws other moments.
"""

from __future__ import annotations

import os
import sys
import tempfile
from pathlib import Path

from tests.benchmarks.result import Result
from tests.ui.live.kills import traps
from tests.ui.live.kills.series import run as kill

_EVERY = 5  # so manieth kill is at one of the worst places


def run() -> list[Result]:
    kills, seed = int(os.environ.get("KILLS", "200")), int(os.environ.get("KILLS_SEED", "1"))
    with tempfile.TemporaryDirectory() as folder:
        tally = kill(
            Path(folder), kills, seed=seed, traps=traps.ALL, every=_EVERY,
            tell=lambda words: print(words, file=sys.stderr, flush=True),
        )  # fmt: skip
    for one in tally.wrong:
        print(one, file=sys.stderr)
    return [
        Result("Số lần bị ngắt điện", tally.kills, None, "lần cắt"),
        Result("Số chữ cái đã gõ", tally.letters, None, "chữ"),
        Result("Số việc đã báo là xong", tally.acts, None, "việc"),
        Result("Số việc đã báo là xong mà mất", tally.lost_acts, 0, "việc"),
        Result("Chữ gõ bị mất nhiều nhất", tally.worst_ms, 1000, "ms"),
        Result("Số lần mở lại sai ô, sai con trỏ", tally.back - tally.right, 0, "lần mở"),
        Result("Chỗ hỏng, chỗ ghi đôi", len(tally.wrong), 0, "chỗ"),
    ]
