"""Runs every tests/benchmarks/bench_*.py (or those named) and prints one table; exit code 1 for a miss."""

from __future__ import annotations

import importlib
import sys
from pathlib import Path

from tests.benchmarks.result import Result


def number(value: float, unit: str) -> str:
    """A number as Vietnamese write it, with its unit."""
    text = f"{value:.0f}" if value == int(value) and unit != "lần" else f"{value:.2f}"
    return f"{text.replace('.', ',')} {unit}"


def table(results: list[Result]) -> str:
    """The results as lines with aligned columns."""
    rows = [("Việc đo", "Đo được", "Mục tiêu", "Kết quả")]
    for result in results:
        goal = "–" if result.goal is None else f"≤ {number(result.goal, result.unit)}"
        verdict = "để biết" if result.goal is None else "đạt" if result.passed else "CHƯA ĐẠT"
        rows.append((result.name, number(result.value, result.unit), goal, verdict))
    wide = [max(len(row[column]) for row in rows) for column in range(4)]
    lines = [
        "  ".join(cell.ljust(width) for cell, width in zip(row, wide, strict=True)).rstrip() for row in rows
    ]
    return "\n".join([lines[0], "─" * len(max(lines, key=len)), *lines[1:]])


def main(wanted: list[str]) -> int:
    """Modules by the part of their name after "bench_"; all of them without arguments."""
    names = sorted(path.stem for path in Path(__file__).parent.glob("bench_*.py"))
    chosen = [name for name in names if not wanted or name.removeprefix("bench_") in wanted]
    results: list[Result] = []
    for name in chosen:
        print(f"Đang đo {name.removeprefix('bench_')}", file=sys.stderr, flush=True)
        results += importlib.import_module(f"tests.benchmarks.{name}").run()
    print(table(results))
    return 0 if results and all(result.passed for result in results) else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
