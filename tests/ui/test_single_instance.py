"""One program per data folder (G1)."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from pytestqt.qtbot import QtBot

from ui.single_instance import SingleInstance

CALLER = """
import sys
from pathlib import Path
from PySide6.QtCore import QCoreApplication
from ui.single_instance import SingleInstance
app = QCoreApplication([])
second = SingleInstance(Path(sys.argv[1]))
print(second.take(), second.call_first())
"""

KILLED = """
import os, sys
from pathlib import Path
from PySide6.QtCore import QCoreApplication
from ui.single_instance import SingleInstance
app = QCoreApplication([])
first = SingleInstance(Path(sys.argv[1]))
assert first.take()
os.kill(os.getpid(), 9)
"""


def _python(code: str, data_dir: Path) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-c", code, str(data_dir)],
        stdout=subprocess.PIPE,
        text=True,
        cwd=Path(__file__).resolve().parents[2],
    )


def test_a_second_start_brings_the_first_to_the_front(qtbot: QtBot, data_dir: Path) -> None:
    first = SingleInstance(data_dir)
    assert first.take()
    first.listen()
    with qtbot.waitSignal(first.asked, timeout=20_000):
        caller = _python(CALLER, data_dir)
    assert caller.communicate(timeout=20)[0].split() == ["False", "True"]
    first.release()
    again = SingleInstance(data_dir)
    assert again.take()
    again.release()


def test_a_lock_left_by_a_power_cut_is_taken_over(qtbot: QtBot, data_dir: Path) -> None:
    _python(KILLED, data_dir).communicate(timeout=20)
    assert (data_dir / "dialogue.lock").exists()
    first = SingleInstance(data_dir)
    assert first.take()
    first.release()
