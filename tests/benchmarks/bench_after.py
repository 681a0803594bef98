"""The whole set of papers after a session of 50 opinions, against LibreOffice that turns one minutes file.

The set is made as the window makes it: the program is open, its renderers are loaded with the first paper of
each round. LibreOffice is a program started anew, as it would be. The command line, which starts anew too, is
told beside it.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from dialogue_desktop.bootstrap import build
from dialogue_desktop.paths import resources_dir
from dialogue_desktop.services.document_kinds import AFTER_KINDS
from installer import libre_office
from tests.benchmarks.result import Result, paired_ratio

_ROOT = Path(__file__).resolve().parents[2]
_OPINIONS = 50
_PAIRS = 5
_SET = ("minutes", *(kind.name for kind in AFTER_KINDS if kind.name != "review"))


def run() -> list[Result]:
    office = libre_office.find()
    if office is None:
        raise RuntimeError(f"{libre_office.PACKAGE} is needed to measure against")
    with tempfile.TemporaryDirectory() as folder:
        return _measured(Path(folder), office)


def _measured(folder: Path, office: str) -> list[Result]:
    data, conference = _held(folder)
    _export(data, conference, folder / "word", ("minutes",), "docx")
    word = sorted((folder / "word").glob("*.docx"))[-1]
    seconds: dict[str, list[float]] = {name: [] for name in ("set", "all", "command", "office")}
    for number in range(_PAIRS + 1):
        found = {
            "set": _made(data, conference, folder / "set", _SET, ("pdf",)),
            "office": _seconds(lambda: _converted(office, word, folder)),
            "all": _made(data, conference, folder / "all", (*_SET, "summary"), ("pdf", "docx", "xlsx")),
            "command": _seconds(lambda: _export(data, conference, folder / "command", _SET, "pdf")),
        }
        for name, value in found.items() if number else ():  # the first reads its files from a cold disk
            seconds[name].append(value)
    written = len(list((folder / "all").iterdir()))
    theirs = seconds["office"]
    return [
        Result(
            "Cả bộ văn bản sau phiên ra PDF, so với LibreOffice", paired_ratio(seconds["set"], theirs), 1.0
        ),
        Result(
            f"Cả bộ ra PDF, Word, Excel ({written} tệp), so với LibreOffice",
            paired_ratio(seconds["all"], theirs),
            None,
        ),
        Result(
            "Cả bộ ra PDF bằng dòng lệnh, so với LibreOffice",
            paired_ratio(seconds["command"], theirs),
            None,
        ),
        Result("LibreOffice đổi một biên bản", sorted(theirs)[_PAIRS // 2] * 1000, None, "ms"),
    ]


def _made(data: Path, conference: str, out: Path, names: Sequence[str], formats: Sequence[str]) -> float:
    """Seconds of an open program whose renderers are not loaded yet."""
    app = build(data)
    try:
        return _seconds(lambda: app.documents.export(conference, documents=names, formats=formats, out=out))
    finally:
        app.close()


def _held(folder: Path) -> tuple[Path, str]:
    """A data folder with the sample, its opinions made fifty, frozen."""
    sample: dict[str, Any] = json.loads(
        next(iter(sorted((resources_dir() / "samples").glob("*.json")))).read_text(encoding="utf-8")
    )
    records = sample["records"]
    known = list(records["opinions"])
    answers = list(records["answers"])
    for more in range(_OPINIONS - len(known)):
        old = known[more % len(known)]
        number = max(one["number"] for one in records["opinions"]) + 1
        records["opinions"].append({**old, "id": f"them-{more}", "number": number, "linked_id": ""})
        records["answers"] += [
            {**one, "id": f"them-{more}-{one['id']}", "opinion_id": f"them-{more}"}
            for one in answers
            if one["opinion_id"] == old["id"]
        ]
    package = folder / "hoi-nghi.json"
    package.write_text(json.dumps(sample, ensure_ascii=False), encoding="utf-8")
    data = folder / "data"
    app = build(data)
    try:
        conference = app.exchange.import_package(package)
        app.closing.freeze(conference)
    finally:
        app.close()
    return data, conference


def _export(data: Path, conference: str, out: Path, names: Sequence[str], formats: str) -> None:
    command = [sys.executable, str(_ROOT / "main.py"), "--data", str(data), "export", conference]
    _run([*command, "--out", str(out), "--document", ",".join(names), "--format", formats])


def _converted(office: str, word: Path, folder: Path) -> None:
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    _run([office, profile, "--headless", "--convert-to", "pdf", "--outdir", str(folder / "pdf"), str(word)])


def _run(command: Sequence[str]) -> None:
    subprocess.run(command, check=True, capture_output=True)


def _seconds(work: Any) -> float:
    begun = time.perf_counter()
    work()
    return time.perf_counter() - begun
