"""An old plan read: the whole process of `read-plan --json`, and its parts inside a running program (P13)."""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path

from dialogue_desktop.exchange.plan_conversion import converted, this_year
from dialogue_desktop.exchange.plan_reading import read
from tests.benchmarks.result import Result, paired_ratio
from tests.exchange.plans import PLANS
from tests.exchange.seed_text import SEEDS
from tests.exchange.test_plan_pdf import printed
from tests.exchange.wrong_files import word

_ROOT = Path(__file__).resolve().parents[2]
_PROCESSES = 5
_REPEATS = 7
_TODAY = date(2026, 3, 2)
_BARE = ("-c", "import json")


def run() -> list[Result]:
    with tempfile.TemporaryDirectory() as folder:
        texts, docx, pdf = _files(Path(folder))
        _seconds(*_BARE), _seconds("main.py", "read-plan", str(texts[0]), "--json")  # once for the disk
        bare, ours = [], []
        for _ in range(_PROCESSES):
            for path in texts:
                bare.append(_seconds(*_BARE))
                ours.append(_seconds("main.py", "read-plan", str(path), "--json"))
        reading = max(_ms(lambda path=path: read(path)) for path in texts)  # type: ignore[misc]
        readings = [read(path) for path in texts]
        plans = [converted(one, _TODAY).plan for one in readings]
        making = max(_ms(lambda one=one: converted(one, _TODAY)) for one in readings)  # type: ignore[misc]
        moving = max(_ms(lambda one=one: this_year(one, _TODAY)) for one in plans)  # type: ignore[misc]
        word_ms, pdf_ms = _ms(lambda: read(docx)), _ms(lambda: read(pdf))
    return [
        Result("Cả tiến trình read-plan --json, giữa chừng", statistics.median(ours) * 1000, None, "ms"),
        Result("Cả tiến trình read-plan --json, lâu nhất", max(ours) * 1000, None, "ms"),
        Result("Cả tiến trình, so với Python chưa làm gì", paired_ratio(ours, bare), None),
        Result("Đọc một tệp văn bản, kế hoạch lâu nhất", reading, None, "ms"),
        Result("Đọc một tệp Word", word_ms, None, "ms"),
        Result("Đọc một tệp PDF có chữ", pdf_ms, None, "ms"),
        Result("Thành kế hoạch mới, kế hoạch lâu nhất", making, None, "ms"),
        Result("Đưa sang năm nay, kế hoạch lâu nhất", moving, None, "ms"),
    ]


def _files(folder: Path) -> tuple[Sequence[Path], Path, Path]:
    """The five real plans where they are, else the invented ones; one of these as Word and as PDF."""
    longest = max(PLANS, key=lambda plan: sum(map(len, plan.paragraphs)))
    texts = sorted(SEEDS.glob("*.txt")) if SEEDS.is_dir() else []
    for plan in PLANS if not texts else ():
        path = folder / f"{plan.commune}.txt"
        path.write_text("\n".join(plan.paragraphs), encoding="utf-8")
        texts.append(path)
    docx = folder / "kế hoạch.docx"
    docx.write_bytes(word(*longest.paragraphs))
    return texts, docx, printed(longest, folder / "kế hoạch.pdf")


def _seconds(*arguments: str) -> float:
    env = {k: v for k, v in os.environ.items() if k not in ("PYTHONDONTWRITEBYTECODE", "PYTHONUNBUFFERED")}
    begun = time.perf_counter()
    subprocess.run([sys.executable, *arguments], cwd=_ROOT, env=env, check=True, stdout=subprocess.DEVNULL)
    return time.perf_counter() - begun


def _ms(act: Callable[[], object]) -> float:
    """The median of several runs after one that fills the caches."""
    act()
    taken = []
    for _ in range(_REPEATS):
        begun = time.perf_counter()
        act()
        taken.append(time.perf_counter() - begun)
    return statistics.median(taken) * 1000
