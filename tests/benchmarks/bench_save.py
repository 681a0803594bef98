"""A full save of an opinion: how many flushes, and how long against one raw row in the same run (L9)."""

from __future__ import annotations

import re
import shutil
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from dialogue_desktop.bootstrap import App, build
from dialogue_desktop.domain.journal import creation
from dialogue_desktop.domain.records import Opinion, RecordKind
from dialogue_desktop.services.acts import created, json_values
from dialogue_desktop.storage.pragmas import prepare
from tests.benchmarks.result import Result, paired_ratio
from tests.benchmarks.save_probe import item

_ROOT = Path(__file__).resolve().parents[2]
_WARM_UP = 10
#: Saves of the two strace runs; few enough that SQLite does not checkpoint in between.
_FEW, _MORE = 3, 13
_FLUSH = re.compile(r"^\s*\S+\s+\S+\s+\S+\s+(\d+).*\s(?:fdatasync|fsync)$", re.M)


def run() -> list[Result]:
    with tempfile.TemporaryDirectory() as folder:
        app = build(Path(folder))
        conference_id = app.exchange.sample()
        raw = _raw(Path(folder) / "raw.db")
        text = item(0).text

        def row() -> None:
            _raw_row(raw, text)

        # The evening of the sample has 40 opinions; after these saves there are 110.
        saves, save_rows = _pairs(row, lambda n: lambda: app.live.save_item(conference_id, item(n)), 60)
        appends, rows = _pairs(row, lambda n: _append(app, conference_id, n), 300)
        raw.close()
        app.close()
        flushes = _flushes(folder, conference_id)
    results = []
    if flushes is None:
        print("Chưa đo được số lần ghi xuống đĩa: máy này không có strace.", file=sys.stderr)
    else:
        results.append(Result("Số lần ghi xuống đĩa của một lần lưu", flushes, 1))
    return [
        *results,
        Result("Lưu trọn một ý kiến, so với một dòng trần", paired_ratio(appends, rows), 3.0),
        Result("Lưu rồi đọc lại từ phiên, so với một dòng trần", paired_ratio(saves, save_rows), None),
        Result("Lưu trọn một ý kiến", statistics.median(appends) * 1000, None, "ms"),
    ]


def _raw(path: Path) -> sqlite3.Connection:
    """The least a durable row can cost: same pragmas, one table, one row per commit."""
    connection = sqlite3.connect(path, cached_statements=256)
    prepare(connection)
    connection.execute("CREATE TABLE line (id INTEGER PRIMARY KEY, text TEXT NOT NULL)")
    return connection


def _pairs(
    row: Callable[[], object], act: Callable[[int], Callable[[], object]], pairs: int
) -> tuple[list[float], list[float]]:
    """Seconds of the act and of the raw row, one right after the other."""
    acts: list[float] = []
    rows: list[float] = []
    for number in range(pairs + _WARM_UP):
        ready = act(number)
        row_seconds, act_seconds = _seconds(row), _seconds(ready)
        if number >= _WARM_UP:
            rows.append(row_seconds)
            acts.append(act_seconds)
    return acts, rows


def _raw_row(raw: sqlite3.Connection, text: str) -> None:
    raw.execute("BEGIN IMMEDIATE")
    raw.execute("INSERT INTO line (text) VALUES (?)", (text,))
    raw.execute("COMMIT")


def _append(app: App, conference_id: str, number: int) -> Callable[[], object]:
    """The act ready to be written: what is timed is the way to the disk."""
    wanted = item(number)
    opinion_id, answer_id = f"o{number:05}", f"a{number:05}"
    spoken = wanted.rounds[0]
    opinion = Opinion(
        opinion_id,
        number=1000 + number,
        text=wanted.text,
        field=wanted.field,
        voices=wanted.voices,
        consent=True,
        outcome=wanted.outcome,
        unit=wanted.unit,
    )
    answer = json_values(
        {
            "opinion_id": opinion_id,
            "round": 1,
            "follow_up": "",
            "answerer": spoken.answerer,
            "answerer_position": spoken.answerer_position,
            "text": spoken.text,
            "answered_at": None,
        }
    )
    changes = (*created(RecordKind.OPINION, opinion), *creation(RecordKind.ANSWER, answer_id, answer))
    return lambda: app.live._journal.append(conference_id, "opinion.add", changes)


def _seconds(work: Callable[[], object]) -> float:
    begun = time.perf_counter()
    work()
    return time.perf_counter() - begun


def _flushes(folder: str, conference_id: str) -> float | None:
    """Flushes per save: the difference of two runs of the same process; None without strace."""
    strace = shutil.which("strace")
    if strace is None:
        return None
    counts = []
    for saves in (_FEW, _MORE):
        note = Path(folder) / "strace.txt"
        command = [strace, "-f", "-c", "-e", "trace=fdatasync,fsync", "-o", str(note), sys.executable]
        command += ["-m", "tests.benchmarks.save_probe", folder, conference_id, str(saves)]
        done = subprocess.run(command, cwd=_ROOT, capture_output=True, text=True, check=False)
        if done.returncode != 0:
            print(f"strace: {done.stderr.strip()[-300:]}", file=sys.stderr)
            return None
        counts.append(sum(int(found) for found in _FLUSH.findall(note.read_text())))
    return (counts[1] - counts[0]) / (_MORE - _FEW)
