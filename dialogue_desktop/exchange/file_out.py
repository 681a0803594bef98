"""Files written whole or not at all: a temporary neighbour, flushed, then put in its place."""

from __future__ import annotations

import os
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import BinaryIO

from dialogue_desktop.errors import BadInput


def write_whole(path: Path, data: bytes) -> None:
    """Write the file, making its folder; what stood there before is kept until the new one is whole.

    BadInput with one Vietnamese sentence where the place cannot be written.
    """
    write_through(path, lambda stream: stream.write(data))


def write_through(path: Path, write: Callable[[BinaryIO], object]) -> None:
    """The same for what is made piece by piece: `write` gets the open file. What `write` raises passes on,
    and then nothing is left of the new file."""
    part = path.with_name(f".{path.name}.part")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with part.open("wb") as stream:
            write(stream)
            stream.flush()
            os.fsync(stream.fileno())
        part.replace(path)
    except BaseException as error:
        with suppress(OSError):
            part.unlink(missing_ok=True)
        if not isinstance(error, OSError):
            raise
        reason = "ổ đĩa đã đầy" if error.errno == 28 else "không có quyền ghi vào nơi ấy"
        raise BadInput(f"Không ghi được “{path}”: {reason}; hãy chọn nơi khác.") from error
