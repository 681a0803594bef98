"""The robot's diary beside the data folder: what was typed when, what the screen acknowledged."""

from __future__ import annotations

import json
import os
import time
from pathlib import Path
from typing import Any


class Diary:
    """One line a fact, in order, in the hands of the system before the next key: a kill takes none away.

    Times are of the clock that both processes share and that never goes back.
    """

    def __init__(self, path: Path) -> None:
        self._file = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_APPEND)

    def note(self, what: str, *, flush: bool = False, **facts: Any) -> None:
        line = json.dumps({"what": what, "t": time.monotonic_ns(), **facts}, ensure_ascii=False)
        os.write(self._file, line.encode() + b"\n")
        if flush:
            os.fsync(self._file)


def read(path: Path) -> list[dict[str, Any]]:
    """All whole lines of a diary."""
    if not path.exists():
        return []
    lines = path.read_bytes().split(b"\n")
    return [json.loads(line) for line in lines[:-1]]
