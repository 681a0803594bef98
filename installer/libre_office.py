"""Where LibreOffice is here: the tests open our Word files with Writer and our workbooks with Calc."""

from __future__ import annotations

import shutil
from pathlib import Path

PACKAGE = "libreoffice-writer-nogui"
"""The Debian package: Writer without windows."""
CALC_PACKAGE = "libreoffice-calc-nogui"
"""The same for Calc."""


def find() -> str | None:
    """The command that converts Word files; None without it, or where it came without Writer."""
    return _with("swlo")


def find_calc() -> str | None:
    """The command that counts workbooks; None without it, or where it came without Calc."""
    return _with("sclo")


def missing() -> list[str]:
    """The Debian packages that are to be installed."""
    parts = ((PACKAGE, find()), (CALC_PACKAGE, find_calc()))
    return [package for package, command in parts if command is None]


def _with(library: str) -> str | None:
    command = shutil.which("soffice")
    if command is None:
        return None
    program = Path(command).resolve().parent
    return command if any(program.glob(f"*{library}.*")) else None
