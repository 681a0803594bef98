"""Files written whole or not at all: a temporary neighbour, flushed, then put in its place."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path

from dialogue_desktop.errors import BadInput


def write_whole(path: Path, data: bytes) -> None:
    """Write the file, making its folder; what stood there before is kept until the new one is whole.

    BadInput with one Vietnamese sentence where the place cannot be written.
    """
    part = path.with_name(f".{path.name}.part")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with part.open("wb") as stream:
            stream.write(data)
            stream.flush()
            os.fsync(stream.fileno())
        part.replace(path)
    except OSError as error:
        with suppress(OSError):
            part.unlink(missing_ok=True)
        reason = "ổ đĩa đã đầy" if error.errno == 28 else "không có quyền ghi vào nơi ấy"
        raise BadInput(f"Không ghi được “{path}”: {reason}; hãy chọn nơi khác.") from error
