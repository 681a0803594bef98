"""Is another program's window open on the data folder? Reads the lock file that the window holds."""

from __future__ import annotations

import os
import sys
from pathlib import Path


def held_by_another(lock: Path) -> bool:
    """True while a living process other than this one holds the lock file.

    The file is Qt's (QLockFile): process number, name, machine, a line each. On Windows its holder keeps
    it open, so that it cannot be renamed; elsewhere the process is looked up by its number.
    """
    try:
        first = lock.read_text(encoding="utf-8", errors="replace").split("\n", 1)[0].strip()
    except OSError:
        return False
    if not first.isdecimal() or int(first) == os.getpid():
        return False
    if sys.platform == "win32":
        try:
            lock.rename(lock)
        except OSError:
            return True
        return False
    try:
        os.kill(int(first), 0)
    except ProcessLookupError:
        return False
    except (PermissionError, OverflowError):
        return True
    return True
