"""Start-up: the first screen with rows against a bare window, and the loop while the rest loads."""

from __future__ import annotations

import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from dialogue_desktop.bootstrap import build
from tests.benchmarks.result import Result, paired_ratio

_ROOT = Path(__file__).resolve().parents[2]
_PAIRS = 11
_BARE = ("-m", "tests.benchmarks.bare_window")
_SCREEN = Path(__file__).with_name("office_screen.json")
_DROPPED = ("PYTHONDONTWRITEBYTECODE", "PYTHONUNBUFFERED")


@dataclass(frozen=True, slots=True)
class _Start:
    """Seconds from the process's start to its line, peak memory in MiB (0 where unknown), the line."""

    seconds: float
    peak: float
    said: dict[str, Any]


def _start(*arguments: str) -> _Start:
    env = {key: value for key, value in os.environ.items() if key not in _DROPPED}
    # Both windows on the office's screen: on the platform's own 800 × 600 a page folds itself up first.
    env |= {
        "QT_QPA_PLATFORM": f"offscreen:configfile={_SCREEN}",
        "DIALOGUE_BENCH_FIRST_PAINT": "1",
        "PYTHONUTF8": "1",
    }
    begun = time.perf_counter()
    process = subprocess.Popen([sys.executable, *arguments], cwd=_ROOT, env=env, stdout=subprocess.PIPE)
    assert process.stdout is not None
    line = process.stdout.readline()
    seconds = time.perf_counter() - begun
    process.stdout.close()
    peak = 0.0
    if hasattr(os, "wait4"):
        _, status, used = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        peak = used.ru_maxrss / 1024
    if process.wait() != 0 or not line:
        raise RuntimeError(f"{arguments} ended with {process.returncode} and said {line!r}")
    return _Start(seconds, peak, json.loads(line))


def run() -> list[Result]:
    """Pairs bare, ours, bare, ours…; the data folder holds the sample conference."""
    with tempfile.TemporaryDirectory() as folder:
        app = build(Path(folder))
        app.exchange.sample()
        app.close()
        ours_arguments = ("main.py", "--data", folder)
        _start(*_BARE), _start(*ours_arguments)  # once for the disk's cache and the compiled modules
        bare, ours = [], []
        for _ in range(_PAIRS):
            bare.append(_start(*_BARE))
            ours.append(_start(*ours_arguments))
        loading = [
            _start("-m", "tests.benchmarks.loading_probe", folder).said["longest_ms"] for _ in range(5)
        ]
    rows = min(start.said["rows"] for start in ours)
    if rows == 0:
        raise RuntimeError("the first screen shows no rows, so its time means nothing")
    return [
        Result(
            "Màn hình đầu có dòng, so với cửa sổ trống",
            paired_ratio([start.seconds for start in ours], [start.seconds for start in bare]),
            1.6,
        ),
        Result("Thư viện nặng nạp trước màn hình đầu", len(ours[-1].said["heavy"]), 0, "thư viện"),
        Result("Vòng sự kiện bị giữ lâu nhất khi nạp phần còn lại", statistics.median(loading), 50, "ms"),
        Result(
            "Bộ nhớ đỉnh, so với cửa sổ trống",
            paired_ratio([start.peak or 1 for start in ours], [start.peak or 1 for start in bare]),
            None,
        ),
        Result("Màn hình đầu", statistics.median(start.seconds for start in ours) * 1000, None, "ms"),
    ]
