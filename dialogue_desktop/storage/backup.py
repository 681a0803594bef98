"""Whole copies of the database by SQLite's backup API, each opened and checked after it was written."""

from __future__ import annotations

import contextlib
import os
import re
import shutil
import sqlite3
from datetime import date, datetime
from pathlib import Path

from dialogue_desktop.domain.backup_ages import Aged, groups
from dialogue_desktop.domain.wall_time import on_wall
from dialogue_desktop.errors import DamagedDatabase, StorageError, UserError
from dialogue_desktop.storage import failures
from dialogue_desktop.storage.pragmas import read_only
from dialogue_desktop.storage.recognition import recognise

SET_ASIDE = "truoc-khoi-phuc"
_STAMP = re.compile(r"dialogue-(\d{8}-\d{6})(?:-([a-z-]*[a-z]))?(?:-\d+)?\.sqlite3")
_TRIGGERS = ("journal_no_update", "journal_no_delete", "snapshot_no_update", "snapshot_no_delete")


def damage_of(path: Path) -> tuple[str, ...]:
    """What is wrong with a database file, in Vietnamese; empty when it is whole."""
    if not path.exists():
        return ("Không có tệp dữ liệu.",)
    try:
        if recognise(path) == 0:
            return ("Tệp dữ liệu trống.",)
        found: list[str] = []
        connection = read_only(path)
        try:
            rows = connection.execute("PRAGMA integrity_check(20)").fetchall()
            if rows != [("ok",)]:
                found.append(f"Cấu trúc tệp dữ liệu bị hỏng ({len(rows)} chỗ).")
            else:
                present = {
                    name
                    for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'")
                }
                if any(name not in present for name in _TRIGGERS):
                    found.append("Khóa bảo vệ nhật ký bị mất.")
                connection.execute("SELECT count(*) FROM journal").fetchone()
                connection.execute("SELECT count(*) FROM conference").fetchone()
        finally:
            connection.close()
        return tuple(found)
    except UserError as error:
        return (error.sentence,)
    except sqlite3.Error:
        return (failures.DAMAGED,)


def copy_database(source: Path, target: Path) -> None:
    """A whole copy of a live database under a temporary name, checked, then put in its place."""
    target.parent.mkdir(parents=True, exist_ok=True)
    part = target.with_name(target.name + ".part")
    part.unlink(missing_ok=True)
    with failures.translated():
        reader = read_only(source)
        writer = sqlite3.connect(part)
        try:
            reader.backup(writer)
            # A copy is one file: no WAL beside it that could be left behind.
            writer.execute("PRAGMA journal_mode=DELETE")
        finally:
            writer.close()
            reader.close()
    damage = damage_of(part)
    if damage:
        part.unlink(missing_ok=True)
        raise DamagedDatabase(failures.DAMAGED)
    with part.open("rb") as handle:
        os.fsync(handle.fileno())
    part.replace(target)


def backup_name(at: datetime, reason: str = "") -> str:
    """ "dialogue-20260424-114500.sqlite3", local time."""
    tail = f"-{reason}" if reason else ""
    return f"dialogue-{on_wall(at):%Y%m%d-%H%M%S}{tail}.sqlite3"


def unused(path: Path) -> Path:
    """The path, or one with a counter when a file of that name is there."""
    candidate, count = path, 1
    while candidate.exists():
        count += 1
        candidate = path.with_name(f"{path.stem}-{count}{path.suffix}")
    return candidate


def backup(database: Path, folder: Path, at: datetime, reason: str = "") -> Path:
    """Write one checked backup and give its path. StorageError, DamagedDatabase."""
    try:
        target = unused(folder / backup_name(at, reason))
        copy_database(database, target)
    except OSError as error:
        raise StorageError(failures.OTHER) from error
    return target


def backups(folder: Path) -> tuple[Path, ...]:
    """All backup files, newest first by the time in their name, within a second by the file's own."""
    if not folder.is_dir():
        return ()
    found = [(path.name[:24], path.stat().st_mtime_ns, path) for path in folder.glob("dialogue-*.sqlite3")]
    return tuple(path for _, _, path in sorted(found, reverse=True))


#: What changes when somebody has worked; where the window stood and what was counted anew is no work.
_WORK = (
    "SELECT (SELECT coalesce(max(seq), 0) FROM journal), (SELECT group_concat(id || updated_at || removed)"
    " FROM conference), (SELECT group_concat(conference_id || at) FROM draft),"
    " (SELECT count(*) FROM snapshot),"
    " (SELECT group_concat(opinion_id || phone || house_address) FROM contact),"
    " (SELECT group_concat(id || coalesce(done_on, '') || note || removed) FROM duty WHERE edited OR done_on"
    " OR note <> '' OR removed), (SELECT group_concat(id || place || times || note) FROM notice_proof),"
    " (SELECT group_concat(key || value) FROM setting WHERE key NOT LIKE 'ui.%'"
    " AND key NOT IN ('checklist.counted', 'commitments.kept'))"
)


def is_behind(newest: Path | None, database: Path) -> bool:
    """Whether somebody has worked since this backup; True where it cannot be read. StorageError."""
    with failures.translated():
        now = _work(database)
    try:
        return newest is None or _work(newest) != now
    except sqlite3.Error:
        return True


def _work(path: Path) -> tuple[object, ...]:
    connection = read_only(path)
    try:
        return tuple(connection.execute(_WORK).fetchone())
    finally:
        connection.close()


def is_set_aside(path: Path) -> bool:
    """Whether a file is the state that a restore took away, not a backup that somebody wanted."""
    return f"-{SET_ASIDE}" in path.name


def thin(folder: Path, today: date) -> tuple[Path, ...]:
    """Take away the backups that age makes needless; which ones went.

    Of those that stand for one day, week or month the newest whole one stays; where none is whole all stay.
    """
    aged: dict[str, Aged] = {}
    for path in backups(folder):
        stamp = _STAMP.fullmatch(path.name)
        if stamp is not None:
            at = datetime.strptime(stamp[1], "%Y%m%d-%H%M%S")  # the wall's time
            aged[path.name] = Aged(path.name, at, stamp[2] or "")
    gone: list[Path] = []
    for group in groups(aged.values(), today):
        stays = next((one.name for one in group if not damage_of(folder / one.name)), None)
        for one in group if stays is not None else ():
            if one.name != stays:
                with contextlib.suppress(OSError):  # held by a virus scanner: the next time
                    (folder / one.name).unlink()
                    gone.append(folder / one.name)
    return tuple(gone)


def set_aside(database: Path, folder: Path, at: datetime) -> Path | None:
    """Keep the present state: a checked copy where possible, else the raw files as they are."""
    there = database.exists()
    if not there and not database.with_name(database.name + "-wal").exists():
        return None
    try:
        if not there:
            raise StorageError(failures.GONE)
        return backup(database, folder, at, SET_ASIDE)
    except StorageError:
        # The counter is counted over what lies there: two restores within a second keep two states.
        target = unused((folder / backup_name(at, "hong")).with_suffix(".hong"))
        folder.mkdir(parents=True, exist_ok=True)
        if there:
            shutil.copy2(database, target)
        else:
            target.touch()
        for tail in ("-wal", "-shm"):
            beside = database.with_name(database.name + tail)
            if beside.exists():
                shutil.copy2(beside, target.with_name(target.name + tail))
        return target


def put_back(source: Path, database: Path) -> None:
    """Replace the (closed) database by a whole copy of `source`."""
    copy_database(source, database.with_name(database.name + ".moi"))
    for tail in ("-wal", "-shm"):
        database.with_name(database.name + tail).unlink(missing_ok=True)
    database.with_name(database.name + ".moi").replace(database)
