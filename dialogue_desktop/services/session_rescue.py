"""The rescue file of a session: acts and half-typed words, written elsewhere and found again (L9).

Plain words for people in the `.txt`, everything for the program in the `.json` beside it.
"""

from __future__ import annotations

import contextlib
import re
import tempfile
from collections.abc import Callable, Iterator, Sequence
from datetime import datetime
from pathlib import Path

from dialogue_desktop.codec import CodecError, from_json, pretty, to_json
from dialogue_desktop.domain.journal import Entry
from dialogue_desktop.domain.live import LiveDraft
from dialogue_desktop.domain.wall_time import on_wall
from dialogue_desktop.paths import DataPaths
from dialogue_desktop.services.acts import entry_text
from dialogue_desktop.services.away import Rescue
from dialogue_desktop.services.rescue import replace_file, rescue_text

#: Room that is kept free for the rescue file where the disk fills up.
_BALLAST = 256 * 1024
_UNSAFE = re.compile(r"[^0-9A-Za-z-]+")
Places = Callable[[], Sequence[Path]]


def places_of(paths: DataPaths) -> tuple[Path, ...]:
    """Where a rescue file may lie, best first. The data folder only while it is there: making it anew would
    stand in the way of the one that comes back."""
    inside = (paths.rescue,) if paths.database.exists() else ()
    return (*inside, Path.home() / "DoiThoai-cuu", Path(tempfile.gettempdir()) / "doi-thoai-cuu")


class SessionRescue:
    """Keeps the newest state of one conference in one file; `written` says whether it lies somewhere."""

    def __init__(self, places: Places, conference_id: str, begun: datetime) -> None:
        self._places = places
        self._stem = _UNSAFE.sub("-", f"{conference_id}-phien-{on_wall(begun):%Y%m%d-%H%M%S}")
        self._path: Path | None = None
        self.written = False

    def write(self, rescue: Rescue) -> bool:
        """True when it lies in a file now, wherever there was room."""
        self.written = False
        data, words = pretty(to_json(rescue)), session_text(rescue).encode("utf-8-sig")
        for folder in self._places():
            for _ in ("as it is", "with the room that was kept"):
                try:
                    folder.mkdir(parents=True, exist_ok=True)
                    path = folder / f"{self._stem}.json"
                    replace_file(path, data)
                    replace_file(path.with_suffix(".txt"), words)
                except OSError:
                    if not give_way(folder):
                        break
                    continue
                if self._path not in (None, path):
                    _remove(self._path)
                self._path, self.written = path, True
                return True
        return False

    def clear(self) -> None:
        """Everything is in the database."""
        if self._path is not None:
            _remove(self._path)
        self._path, self.written = None, False


def keep_room(folder: Path) -> None:
    """So much of the disk is set aside while there is plenty."""
    path = folder / "giu-cho"
    with contextlib.suppress(OSError):
        if folder.is_dir() and not path.exists():
            path.write_bytes(b"\0" * _BALLAST)


def give_way(folder: Path) -> bool:
    """Give the room back; False where there was none."""
    path = folder / "giu-cho"
    try:
        path.unlink()
    except OSError:
        return False
    return True


def found_rescues(places: Places, conference_id: str) -> Iterator[tuple[Path, Rescue]]:
    """Whole rescue files of the conference, oldest first."""
    pattern = _UNSAFE.sub("-", conference_id) + "-*.json"
    found: list[tuple[Path, Rescue]] = []
    for folder in places():
        with contextlib.suppress(OSError):
            for path in folder.glob(pattern):
                rescue = _read(path)
                if rescue is not None:
                    found.append((path, rescue))
    return iter(sorted(found, key=lambda one: one[1].at))


def _read(path: Path) -> Rescue | None:
    """None where it is not whole, or holds a half-typed row of another page."""
    if "-phien-" not in path.name:
        return None
    try:
        return from_json(path.read_bytes(), Rescue)
    except (OSError, CodecError):
        return None


def remove_rescue(path: Path) -> None:
    """It has been taken in."""
    _remove(path)


def _remove(path: Path | None) -> None:
    for suffix in (".json", ".txt"):
        with contextlib.suppress(OSError):
            if path is not None:
                path.with_suffix(suffix).unlink(missing_ok=True)


def session_text(rescue: Rescue) -> str:
    """The same as a person reads it."""
    lines = [rescue_text(rescue.draft or LiveDraft()).rstrip(), ""]
    if rescue.acts:
        lines += ["Việc đã làm trong phiên, chưa ghi vào dữ liệu:"]
        lines += [line for act in rescue.acts for line in _act_lines(act)]
    return "\n".join(lines).rstrip() + "\n"


def _act_lines(act: Entry) -> Iterator[str]:
    words = entry_text(act)
    yield f"{on_wall(act.at):%H:%M:%S} {words[:1].upper()}{words[1:]}"
    for change in act.changes:
        if change.field in ("text", "follow_up") and isinstance(change.new, str) and change.new:
            yield f"    {change.new}"
