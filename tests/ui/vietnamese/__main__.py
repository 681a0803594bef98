"""Every sentence into every field, by every tool in turn: `python -m tests.ui.vietnamese [page …]`.

Takes hours for the whole program; a page by its name (`live`, `opinions`) takes minutes. Prints each fault
as it is found and ends with 1 when there was one.
"""

from __future__ import annotations

import os
import sys
import tempfile
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import pytest
from PySide6.QtWidgets import QApplication

from tests.ui.vietnamese.fields import Ledger
from tests.ui.vietnamese.program import Program
from tests.ui.vietnamese.sentences import sentences
from tests.ui.vietnamese.stations import LAST, STATIONS
from tests.ui.vietnamese.walk import Walk


def main(names: list[str]) -> int:
    """All stations where none is named."""
    unknown = set(names) - set(STATIONS)
    if unknown:
        sys.stderr.write(f"{', '.join(sorted(unknown))}: {', '.join(STATIONS)}\n")
        return 2
    application = QApplication([])
    ledger = Ledger()
    with pytest.MonkeyPatch.context() as patch, tempfile.TemporaryDirectory() as folder:
        ledger.watch(patch)
        program = Program(application, Path(folder) / "Dữ liệu xã")
        every = len(sentences())
        walk = Walk(program, ledger, each=every, few=every)
        for name in names or [one for one in STATIONS if one != LAST]:
            before, known = walk.count, len(walk.faults)
            STATIONS[name](walk)
            for fault in walk.faults[known:]:
                sys.stdout.write(f"{fault}\n")
            sys.stdout.write(f"{name}: {walk.count - before} texts, {len(walk.faults) - known} faults\n")
            sys.stdout.flush()
        program.close()
    return 1 if walk.faults else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
