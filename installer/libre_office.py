"""Where LibreOffice Writer is on this machine: the tests open our Word files with it."""

from __future__ import annotations

import shutil
from pathlib import Path

PACKAGE = "libreoffice-writer-nogui"
"""The Debian package: Writer without windows."""


def find() -> str | None:
    """The command that converts Word files; None without it, or where it came without Writer."""
    command = shutil.which("soffice")
    if command is None:
        return None
    program = Path(command).resolve().parent
    return command if any(program.glob("*swlo.*")) else None
