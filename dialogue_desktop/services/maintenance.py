"""Backup, restore and check of the data folder (G4)."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from dialogue_desktop.clock import Clock
from dialogue_desktop.domain.journal import fold, is_alive
from dialogue_desktop.errors import BadInput, NotFound, StorageError, UserError
from dialogue_desktop.paths import DataPaths
from dialogue_desktop.storage import backup as copies
from dialogue_desktop.storage.consistency import rows_differ
from dialogue_desktop.storage.database import Database
from dialogue_desktop.storage.folder_lock import held_by_another
from dialogue_desktop.storage.recognition import recognise
from dialogue_desktop.storage.side_tables import Snapshots

NO_BACKUP = (
    "Không có bản sao lưu nào còn nguyên vẹn trong thư mục dữ liệu. Dữ liệu hiện tại không bị thay đổi."
)
NO_FILE = "Không có tệp sao lưu “{name}”. Dữ liệu hiện tại không bị thay đổi. Hãy xem lại tên tệp."
IN_USE = (
    "Chương trình đang mở trên thư mục dữ liệu này nên chưa khôi phục. Dữ liệu hiện tại không bị thay đổi. "
    "Hãy đóng cửa sổ chương trình rồi khôi phục lại."
)
BAD_FILE = (
    "Tệp sao lưu “{name}” bị hỏng hoặc không phải dữ liệu của chương trình. "
    "Dữ liệu hiện tại không bị thay đổi. Hãy chọn bản sao lưu khác."
)


@dataclass(frozen=True, slots=True)
class RestoreReport:
    """What was put in place, and where the state before it is kept (None when there was none)."""

    restored: Path
    kept_aside: Path | None


def restore(paths: DataPaths, clock: Clock, file: Path | None = None) -> RestoreReport:
    """Put a backup in the place of the (closed) database; the newest whole one without `file`.

    Works where the present database cannot even be opened. NotFound, BadInput, StorageError.
    """
    if file is None:
        wanted = (p for p in copies.backups(paths.backups) if not copies.is_set_aside(p))
        source = next((p for p in wanted if not copies.damage_of(p)), None)
        if source is None:
            raise NotFound(NO_BACKUP)
    else:
        source = file
        if not source.is_file():
            raise NotFound(NO_FILE.format(name=source.name))
        if copies.damage_of(source):
            raise BadInput(BAD_FILE.format(name=source.name))
    if held_by_another(paths.lock):
        raise BadInput(IN_USE)
    recognise(source)
    kept = copies.set_aside(paths.database, paths.backups, clock.now())
    copies.put_back(source, paths.database)
    return RestoreReport(source, kept)


def damage(paths: DataPaths) -> tuple[str, ...]:
    """What is damaged in the data folder, as Vietnamese sentences; empty when all is whole."""
    found = list(copies.damage_of(paths.database))
    if found:
        return tuple(found)
    try:
        database = Database(paths.database, backup_before_migration=paths.backups)
    except UserError as error:
        return (error.sentence,)
    try:
        found += _inside(database)
    finally:
        database.close()
    for path in copies.backups(paths.backups):
        if copies.damage_of(path):
            found.append(f"Bản sao lưu “{path.name}” bị hỏng.")
    return tuple(found)


def _inside(database: Database) -> list[str]:
    """Rows that do not follow from the journal, frozen versions without their body."""
    found: list[str] = []
    for conference_id, title in database.raw.execute("SELECT id, title FROM conference ORDER BY id"):
        entries, differing = rows_differ(database, conference_id)
        if differing:
            found.append(f"Hội nghị “{title}”: {differing} dòng không khớp với nhật ký.")
        bodies = Snapshots(database).bodies(conference_id)
        for (kind, _id), fields in fold(entries).items():
            if kind.value != "version" or not is_alive(fields):
                continue
            if str(fields.get("sha256")) not in bodies:
                found.append(f"Hội nghị “{title}”: biên bản lần {fields.get('number')} đã chốt bị hỏng.")
    return found


class Maintenance:
    """The same for a data folder whose database is open."""

    def __init__(self, database: Database, paths: DataPaths, clock: Clock) -> None:
        self._database = database
        self._paths = paths
        self._clock = clock

    def backup(self, reason: str = "") -> Path:
        """Write and check one backup now. StorageError."""
        with self._database.lock:
            return copies.backup(self._database.path, self._paths.backups, self._clock.now(), reason)

    def backups(self) -> tuple[Path, ...]:
        return copies.backups(self._paths.backups)

    def backup_quietly(self, reason: str = "") -> Path | None:
        """A backup at a moment when nobody asked for one: None where it cannot be written."""
        try:
            return self.backup(reason)
        except StorageError:
            return None
