"""Files that prove how a promise stands: taken in, looked after, opened as a copy (F1)."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from tempfile import mkdtemp

from dialogue_desktop.domain.after_records import StoredFile
from dialogue_desktop.domain.text_vi import one_line
from dialogue_desktop.errors import StorageError
from dialogue_desktop.storage.file_store import NO_ROOM, FileStore

#: Kinds that the system would run instead of showing: never handed to it.
_RUN = frozenset(
    "bat cmd com cpl exe hta jar js jse lnk msi msp pif ps1 py reg scr sh url vb vbe vbs wsf desktop".split()
)
RUNS = (
    "Tệp “{name}” là tệp chạy chương trình nên không mở ở đây. Tệp vẫn được cất giữ. "
    "Hãy thay minh chứng bằng ảnh, bản quét hoặc tệp PDF."
)


class Evidence:
    """The kept file itself is never given out: what is opened may be written over by whoever opens it."""

    def __init__(self, files: FileStore) -> None:
        self._files = files
        self._folder: Path | None = None

    def take(self, sources: Iterable[Path]) -> tuple[StoredFile, ...]:
        """Keep copies; BadInput for one that is too big, gone or no file, StorageError for a full disk."""
        return tuple(self._files.take(source) for source in sources)

    def faults(self, files: Iterable[StoredFile]) -> tuple[str, ...]:
        """A sentence for each that is missing or was changed beside the data."""
        return self._files.faults(files)

    def copy(self, file: StoredFile) -> Path:
        """A copy in a folder of its own for the system's viewer. StorageError where it is missing, changed or
        would be run."""
        name = one_line(Path(file.name.replace("\\", "/")).name).strip(" .") or "minh-chung"
        if name.rpartition(".")[2].casefold() in _RUN:
            raise StorageError(RUNS.format(name=file.name))
        data = self._files.read(file)
        try:
            if self._folder is None or not self._folder.is_dir():
                self._folder = Path(mkdtemp(prefix="minh-chung-"))
            place = self._folder / file.sha256[:12]
            place.mkdir(exist_ok=True)
            target = place / name
            if target.exists():
                target.chmod(0o600)
            target.write_bytes(data)
            target.chmod(0o400)
        except OSError as error:
            raise StorageError(NO_ROOM.format(name=file.name)) from error
        return target

    def forget(self) -> None:
        """Take the copies away at the end."""
        from shutil import rmtree

        if self._folder is not None:
            rmtree(self._folder, ignore_errors=True)
