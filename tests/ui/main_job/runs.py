"""The runs of the program, one after the other on one data folder, each in a process of its own."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import time
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[3]


def _screen(name: str, x: int, width: int, height: int) -> dict[str, Any]:
    return {
        "name": name, "x": x, "y": 0, "width": width, "height": height, "logicalDpi": 96,
        "logicalBaseDpi": 96,
    }  # fmt: skip


#: A laptop's screen without its task bar, as `--data` finds it in a commune; and a projector beside it.
LAPTOP = _screen("1", 0, 1366, 728)
PROJECTOR = _screen("2", 1366, 1920, 1080)
#: The power goes when so many letters of the answer are typed.
_LETTERS = 45
_LONGEST = 200.0


class RunError(AssertionError):
    """A run of the program ended otherwise than it should; the text is what it said."""


@dataclass
class Runs:
    """What was said on the way, and the folders that are left."""

    base: Path
    module: str = "tests.ui.main_job"  # started with the name of the run
    screens: tuple[dict[str, Any], ...] = (LAPTOP,)
    said: list[dict[str, Any]] = field(default_factory=list)
    killed_at: float = 0.0

    @property
    def data(self) -> Path:
        return self.base / "Dữ liệu xã"

    @property
    def after_kill(self) -> Path:
        """A copy of the data folder as the power cut left it."""
        return self.base / "sau mất điện"

    @property
    def out(self) -> Path:
        return self.base / "Văn bản"

    def told(self, what: str) -> list[dict[str, Any]]:
        return [line for line in self.said if line["what"] == what]

    def keys(self, which: str) -> Counter[str]:
        """`keys` or `letters` of all runs, by what was being done."""
        counted: Counter[str] = Counter()
        for line in self.told("keys"):
            counted.update(line[which])
        return counted


def all_runs(base: Path) -> Runs:
    """July, the afternoon of the slips, the evening until the power goes, the rest of it."""
    runs = Runs(base)
    runs.out.mkdir(parents=True)
    for name in ("plan", "collected"):
        to_its_end(runs, name)
    until_the_power_goes(runs, "evening", _LETTERS)
    shutil.copytree(runs.data, runs.after_kill)
    to_its_end(runs, "rest")
    return runs


def _start(runs: Runs, name: str) -> subprocess.Popen[str]:
    screen = runs.base / "screen.json"
    screen.write_text(json.dumps({"screens": runs.screens}), encoding="utf-8")
    environment = {
        **os.environ,
        "QT_QPA_PLATFORM": f"offscreen:configfile={screen}" if os.name == "posix" else "offscreen",
        "TZ": "Asia/Ho_Chi_Minh",
        "PYTHONUTF8": "1",
        "PYTHONPATH": str(ROOT),
    }
    return subprocess.Popen(
        [sys.executable, "-m", runs.module, name, str(runs.data), str(runs.out)],
        cwd=ROOT,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        encoding="utf-8",
    )


def to_its_end(runs: Runs, name: str) -> None:
    """One run of the program; RunError where it fails."""
    with _start(runs, name) as process:
        try:
            said, wrong = process.communicate(timeout=_LONGEST)
        except subprocess.TimeoutExpired:
            process.kill()
            said, wrong = process.communicate()
    if process.returncode:
        raise RunError(f"{name} ended with {process.returncode}\n{said}\n{wrong}")
    runs.said += [json.loads(line) for line in said.splitlines()]


def until_the_power_goes(runs: Runs, name: str, letters: int) -> None:
    """SIGKILL in the middle of a word: nothing is closed, nothing is said."""
    with _start(runs, name) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        for line in process.stdout:
            told = json.loads(line)
            runs.said.append(told)
            if told["what"] == "letter" and told["letters"] >= letters:
                runs.killed_at = time.monotonic()
                process.kill()
                break
        else:
            raise RunError(f"{name} ended by itself\n{process.stderr.read()}")
        # What still stood in the pipe was said before the end.
        runs.said += [json.loads(line) for line in process.stdout if line.endswith("}\n")]
