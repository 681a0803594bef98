"""Four hours in the hall: 2,000 acts and the typing between them; what stays behind in the process (L9).

The same longest evening goes on with every command there is (`live_commands`), opinions typed letter by
letter between, the clock of the hall moved along. The first tenth warms up (caches of icons, widths,
statements); from then on nothing may grow but the records of the evening themselves.
"""

from __future__ import annotations

import gc
import sys
import tempfile
import threading
from dataclasses import dataclass
from pathlib import Path

from tests.benchmarks.live_commands import Commands
from tests.benchmarks.live_evening import Evening, evening
from tests.benchmarks.many_opinions import examples
from tests.benchmarks.result import Result

_ACTS, _TENTHS, _HOURS = 2000, 10, 4
_GOAL_MIB = 20
_PROC = Path("/proc/self")


@dataclass(frozen=True, slots=True)
class Kept:
    """What the process holds after a full collection of garbage; `mib` and `files` −1 where nobody says.

    `objects` are Qt's below the window, `ours` those that Python holds, wherever they are, `timers` of these.
    """

    acts: int
    mib: float
    files: int
    threads: int
    objects: int
    ours: int
    timers: int
    python: int


def run() -> list[Result]:
    with tempfile.TemporaryDirectory() as folder, evening(Path(folder)) as stage:
        commands, said = Commands(stage), examples()
        before, number = _acts(stage), 0
        kept: list[Kept] = []
        while (done := _acts(stage) - before) < _ACTS:
            stage.hall.wait(_HOURS * 3600 * 30 / _ACTS)  # about thirty acts in a round
            stage.page.focus_box("opinion")
            stage.type(said[number % len(said)])  # goes with the next speaker
            commands.round(number)
            number += 1
            if done >= len(kept) * _ACTS / _TENTHS:
                kept.append(_kept(stage, done))
        kept.append(_kept(stage, _acts(stage) - before))
    print(_table(kept))
    first, last = kept[1], kept[-1]
    results = [
        Result("Vật của Qt trong cửa sổ thêm sau bốn giờ", last.objects - first.objects, 0, "vật"),
        Result("Vật của Qt mà Python nắm thêm sau bốn giờ", last.ours - first.ours, 0, "vật"),
        Result("Đồng hồ hẹn giờ (QTimer) thêm sau bốn giờ", last.timers - first.timers, 0, "vật"),
        Result("Luồng thêm sau bốn giờ", last.threads - first.threads, 0, "luồng"),
    ]
    if first.mib < 0:
        print("Chưa đo được bộ nhớ và tệp đang mở: máy này không có /proc.", file=sys.stderr)
        return results
    return [
        Result("Bộ nhớ thêm sau bốn giờ, 2.000 thao tác", last.mib - first.mib, _GOAL_MIB, "MiB"),
        *results,
        Result("Tệp đang mở thêm sau bốn giờ", last.files - first.files, 0, "tệp"),
    ]


def _acts(stage: Evening) -> int:
    """Entries of the journal."""
    app = stage.hall.app
    with app.database.lock:
        (count,) = app.database.raw.execute("SELECT count(*) FROM journal").fetchone()
    return int(count)


def _kept(stage: Evening, acts: int) -> Kept:
    from PySide6.QtCore import QCoreApplication, QEvent, QObject, QTimer

    stage.rest()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    gc.unfreeze()  # what the page holds still counts too
    gc.collect()
    gc.collect()
    held = gc.get_objects()
    gc.freeze()
    mib, files = -1.0, -1
    if _PROC.exists():
        mib = int((_PROC / "statm").read_text().split()[1]) * 4096 / 2**20
        files = len(list((_PROC / "fd").iterdir()))
    return Kept(
        acts,
        mib,
        files,
        threading.active_count(),
        len(list(stage.window.findChildren(QObject))),
        sum(issubclass(type(one), QObject) for one in held),
        sum(issubclass(type(one), QTimer) for one in held),
        len(held),
    )


def _table(kept: list[Kept]) -> str:
    rows = [["Thao tác", "MiB", "tệp", "luồng", "QObject", "nắm giữ", "QTimer", "Python"]]
    for one in kept:
        counts = (one.files, one.threads, one.objects, one.ours, one.timers, one.python)
        rows.append([str(one.acts), f"{one.mib:.1f}".replace(".", ","), *map(str, counts)])
    return "\n".join("  ".join(cell.rjust(8) for cell in row) for row in rows)
