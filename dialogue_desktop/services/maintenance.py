"""Backup, restore and check of the data folder, database and kept files (G4)."""

from __future__ import annotations

import contextlib
from dataclasses import dataclass
from pathlib import Path

from dialogue_desktop.clock import Clock
from dialogue_desktop.domain.backup_contents import BackupContents
from dialogue_desktop.domain.date_words import weekday_date
from dialogue_desktop.domain.journal import fold, is_alive
from dialogue_desktop.domain.wall_time import on_wall
from dialogue_desktop.errors import BadInput, NotFound, StorageError, UserError
from dialogue_desktop.paths import DataPaths
from dialogue_desktop.storage import backup as copies
from dialogue_desktop.storage import file_copies, salvage
from dialogue_desktop.storage.backup_contents import contents
from dialogue_desktop.storage.consistency import rows_differ
from dialogue_desktop.storage.database import Database
from dialogue_desktop.storage.file_store import FileStore, is_whole, kept_path
from dialogue_desktop.storage.folder_lock import held_by_another
from dialogue_desktop.storage.recognition import recognise
from dialogue_desktop.storage.salvage import NOTHING, Salvaged
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


FILES_LEFT = (
    "Đã sao lưu nội dung vào “{name}” nhưng chưa sao hết tệp văn bản, minh chứng: ổ đĩa có thể đã đầy. "
    "Dữ liệu vẫn nguyên. Hãy giải phóng ổ đĩa rồi sao lưu lại."
)
FILES_NOT_BACK = (
    "Đã khôi phục nội dung nhưng chưa lấy lại hết tệp văn bản, minh chứng: ổ đĩa có thể đã đầy. "
    "Các tệp vẫn còn trong thư mục sao lưu. Hãy giải phóng ổ đĩa rồi khôi phục lại."
)
BACK = "Đã lấy lại thêm {count} lần ghi sau bản sao lưu, lần cuối lúc {time} {day}."
LOST_ACTS = " Ít nhất {count} lần ghi không đọc được nữa: hãy đối chiếu lại với giấy ghi tay hoặc bản ghi âm."
LOST_FILE = "Hội nghị “{title}”: {fault} tệp “{name}”{where}."
IN_COPIES = "; bản sao lưu còn tệp này, chương trình lấy lại khi mở tệp"
NOWHERE = " và bản sao lưu không có; nếu cơ quan còn bản ấy, hãy nhập gói hội nghị có tệp"
BAD_COPIES = "Bản sao lưu của {count} tệp văn bản, minh chứng bị hỏng."


@dataclass(frozen=True, slots=True)
class RestoreReport:
    """What was put in place, and where the state before it is kept (None when there was none).

    `files` kept files were missing or changed and are back; `trouble` says why not all of them are.
    `salvaged` is what the damaged database still held beyond the backup.
    """

    restored: Path
    kept_aside: Path | None
    files: int = 0
    trouble: str = ""
    salvaged: Salvaged = NOTHING

    @property
    def beyond(self) -> str:
        """How much came back beyond the backup, as a sentence; empty where nothing was looked for."""
        if self.salvaged.last is None:
            return ""
        last = on_wall(self.salvaged.last)
        back = BACK.format(count=self.salvaged.acts, time=f"{last:%H:%M}", day=weekday_date(last.date()))
        return back + (LOST_ACTS.format(count=self.salvaged.lost) if self.salvaged.lost else "")


def restore(paths: DataPaths, clock: Clock, file: Path | None = None) -> RestoreReport:
    """Put a backup in the place of the (closed) database; the newest whole one without `file`.

    Works where the present database cannot even be opened; what a damaged one still holds of the journal
    beyond the backup comes back too. NotFound, BadInput, StorageError.
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
    beyond = salvage.read_damaged(paths.database) if copies.damage_of(paths.database) else None
    kept = copies.set_aside(paths.database, paths.backups, clock.now())
    copies.put_back(source, paths.database)
    files, trouble, salvaged = 0, "", NOTHING
    if beyond is not None:
        # What cannot be added stays in the state that was set aside; the backup is in place in any case.
        with contextlib.suppress(UserError):
            salvaged = salvage.bring_back(beyond, paths.database, paths.backups)
    try:
        # A backup that was carried here brings its files along, in the folder beside it.
        for folder in dict.fromkeys((source.parent / paths.file_copies.name, paths.file_copies)):
            files += file_copies.put_back(folder, paths.documents)
    except OSError:
        trouble = FILES_NOT_BACK
    return RestoreReport(source, kept, files, trouble, salvaged)


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
        found += _lost_files(database, paths)
    finally:
        database.close()
    for path in copies.backups(paths.backups):
        if copies.damage_of(path):
            found.append(f"Bản sao lưu “{path.name}” bị hỏng.")
    bad = len(file_copies.damaged(paths.file_copies))
    if bad:
        found.append(BAD_COPIES.format(count=bad))
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


def _lost_files(database: Database, paths: DataPaths) -> list[str]:
    """Kept files of living papers and promises that are missing or were changed, by their conference."""
    from dialogue_desktop.storage.kept_rows import named_files

    found: list[str] = []
    store = FileStore(paths.documents)
    for title, file in named_files(database):
        if store.whole_size(file.sha256) is not None:
            continue
        there = store.path(file.sha256).is_file()
        copied = is_whole(kept_path(paths.file_copies, file.sha256), file.sha256)
        found.append(
            LOST_FILE.format(
                title=title,
                fault="đã bị thay đổi" if there else "thiếu",
                name=file.name,
                where=IN_COPIES if copied else NOWHERE,
            )
        )
    return found


class Maintenance:
    """The same for a data folder whose database is open."""

    def __init__(self, database: Database, paths: DataPaths, clock: Clock) -> None:
        self._database = database
        self._paths = paths
        self._clock = clock

    def backup(self, reason: str = "") -> Path:
        """Write and check one backup now, with the kept files that are new since the last. StorageError."""
        written = self._backup(reason)
        try:
            self.copy_files()
        except OSError as error:
            raise StorageError(FILES_LEFT.format(name=written.name)) from error
        return written

    def _backup(self, reason: str) -> Path:
        with self._database.lock:
            return copies.backup(self._database.path, self._paths.backups, self._clock.now(), reason)

    def copy_files(self) -> int:
        """Copy the kept files that are new; how many. Touches no database and holds nobody up, so it may run
        beside other work. OSError."""
        return file_copies.copy_new(self._paths.documents, self._paths.file_copies)

    def copy_files_quietly(self) -> int:
        """The same at a moment when nobody asked for it: what cannot be copied waits for the next backup."""
        try:
            return self.copy_files()
        except OSError:
            return 0

    def inside(self, file: Path) -> BackupContents | None:
        """What lies in a backup; None where it cannot be read."""
        return contents(file)

    def keep_up(self) -> Path | None:
        """A backup where somebody has worked since the last one, at start and at end; None where nobody has,
        or it cannot be written now."""
        newest = next((p for p in self.backups() if not copies.is_set_aside(p)), None)
        try:
            if not copies.is_behind(newest, self._database.path):
                return None
        except StorageError:
            return None
        return self.backup_quietly()

    def thin(self) -> int:
        """Take away the backups that age makes needless; how many went. Reads only the folder of backups."""
        return len(copies.thin(self._paths.backups, on_wall(self._clock.now()).date()))

    def backups(self) -> tuple[Path, ...]:
        return copies.backups(self._paths.backups)

    def backup_quietly(self, reason: str = "") -> Path | None:
        """A backup of the database at a moment when nobody asked for one: None where it cannot be written.
        The files go by `copy_files_quietly`."""
        try:
            return self._backup(reason)
        except StorageError:
            return None
