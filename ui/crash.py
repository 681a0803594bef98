"""Write a fault of the program down for the person who helps; without any citizen's data."""

from __future__ import annotations

import platform
import sys
import traceback
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType

from dialogue_desktop.domain.wall_time import on_wall


def write_down(folder: Path, error: object) -> Path:
    """Append the fault to the day's log file and give its path.

    Frames and the kind of error only: the words of an exception may quote what a citizen said.
    """
    now = on_wall(datetime.now(UTC))
    path = folder / f"loi-{now:%Y%m%d}.txt"
    lines = [f"--- {now:%H:%M:%S} {platform.platform()} Python {platform.python_version()}"]
    if isinstance(error, BaseException):
        frames = traceback.extract_tb(error.__traceback__)
        lines += [f"{Path(f.filename).name}:{f.lineno} {f.name}" for f in frames]
        lines.append(type(error).__name__)
    else:
        lines.append(str(type(error).__name__))
    text = "\n".join(lines) + "\n"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with path.open("a", encoding="utf-8") as file:
            file.write(text)
    except OSError:
        sys.stderr.write(text)
    return path


def install(folder: Path) -> None:
    """Send what nobody caught on the main thread to the log instead of ending the program."""

    def caught(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        write_down(folder, error.with_traceback(trace))
        sys.__excepthook__(kind, error, trace)

    sys.excepthook = caught
