"""Issued documents and evidence kept as bytes beside the database, each under its SHA-256 (M4–M7, F1, F5).

A file is written once and never again: equal bytes are one file. So a backup copies only what is new, and
whatever changed a file is noticed when it is read.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from uuid import uuid4

from dialogue_desktop.domain.after_records import StoredFile
from dialogue_desktop.errors import BadInput, StorageError

#: The largest file that is taken beside the data; a scan or a photograph has far less.
MAX_BYTES = 50 * 1024 * 1024
_CHUNK = 1 << 20

TOO_BIG = (
    "Tệp “{name}” lớn {size} MB, chỉ nhận tệp đến {limit} MB. Chưa ghi gì vào dữ liệu. "
    "Hãy giảm độ phân giải khi quét hoặc tách tệp rồi chọn lại."
)
NOT_READ = (
    "Không đọc được tệp “{name}”. Chưa ghi gì vào dữ liệu. Hãy xem tệp còn ở chỗ cũ không rồi chọn lại."
)
NO_ROOM = (
    "Chưa cất được tệp “{name}” vào thư mục dữ liệu, có thể ổ đĩa đã đầy. Dữ liệu đã lưu vẫn nguyên. "
    "Hãy giải phóng ổ đĩa rồi làm lại."
)
MISSING = (
    "Thiếu tệp “{name}” trong thư mục dữ liệu. Nội dung đã ghi vẫn nguyên. Hãy khôi phục tệp từ bản sao lưu."
)
CHANGED = (
    "Tệp “{name}” trong thư mục dữ liệu đã bị thay đổi sau khi cất nên không dùng được. "
    "Nội dung đã ghi vẫn nguyên. Hãy khôi phục tệp từ bản sao lưu."
)


class FileStore:
    """The folder of kept files. `root` is made when the first file comes. `spare` is the folder of the copies
    of backups (`storage.file_copies`): what is missing or was changed is taken from there when it is read."""

    def __init__(self, root: Path, spare: Path | None = None) -> None:
        self.root, self._spare = root, spare

    def path(self, sha256: str) -> Path:
        """Where the bytes of this hash lie, whether they are there or not."""
        return kept_path(self.root, sha256)

    def keep(
        self, data: bytes, name: str, *, pages: int = 0, label: str = "", posted: bool = False
    ) -> StoredFile:
        """Keep these bytes. StorageError where they cannot be written; then nothing is left half done."""
        digest = hashlib.sha256(data).hexdigest()
        target = self.path(digest)
        if not is_whole(target, digest):
            part = self._part(target, name)
            try:
                with part.open("wb") as stream:
                    stream.write(data)
                    stream.flush()
                    os.fsync(stream.fileno())
                part.replace(target)
            except OSError as error:
                with suppress(OSError):
                    part.unlink(missing_ok=True)
                raise StorageError(NO_ROOM.format(name=name)) from error
        return StoredFile(digest, name, len(data), pages, label, posted)

    def take(self, source: Path) -> StoredFile:
        """Keep a copy of a file from outside. BadInput where it is too big, gone or no file; StorageError.

        The size is looked at before anything is read, and again while it is read: a file may grow.
        """
        name = source.name
        try:
            if not source.is_file():
                raise BadInput(NOT_READ.format(name=name))
            size = source.stat().st_size
            if size > MAX_BYTES:
                raise BadInput(_too_big(name, size))
            with source.open("rb") as stream:
                data = stream.read(MAX_BYTES + 1)
        except OSError as error:
            raise BadInput(NOT_READ.format(name=name)) from error
        if len(data) > MAX_BYTES:
            raise BadInput(_too_big(name, len(data)))
        return self.keep(data, name)

    def read(self, file: StoredFile) -> bytes:
        """The kept bytes, checked; those of the backup where the file is missing or was changed, which then
        takes its place again. StorageError where neither has them."""
        data = _bytes_at(self.path(file.sha256))
        if data is not None and hashlib.sha256(data).hexdigest() == file.sha256:
            return data
        spare = _bytes_at(kept_path(self._spare, file.sha256)) if self._spare is not None else None
        if spare is not None and hashlib.sha256(spare).hexdigest() == file.sha256:
            with suppress(StorageError):
                self.keep(spare, file.name)
            return spare
        raise StorageError((MISSING if data is None else CHANGED).format(name=file.name))

    def whole_size(self, sha256: str) -> int | None:
        """How large the file is, None where `read` would not give it."""
        for root in (self.root, self._spare):
            if root is None:
                continue
            path = kept_path(root, sha256)
            if is_whole(path, sha256):
                with suppress(OSError):
                    return path.stat().st_size
        return None

    def faults(self, files: Iterable[StoredFile]) -> tuple[str, ...]:
        """A sentence for each of these files that is missing or was changed."""
        found = []
        for file in files:
            path = self.path(file.sha256)
            if not path.is_file():
                found.append(MISSING.format(name=file.name))
            elif not is_whole(path, file.sha256):
                found.append(CHANGED.format(name=file.name))
        return tuple(found)

    def _part(self, target: Path, name: str) -> Path:
        try:
            target.parent.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise StorageError(NO_ROOM.format(name=name)) from error
        return target.with_name(f".{uuid4().hex}.part")


def kept_path(root: Path, sha256: str) -> Path:
    """Where the bytes of a hash lie in a folder of kept files or of their copies."""
    return root / sha256[:2] / sha256


def is_whole(path: Path, sha256: str) -> bool:
    """Whether the file is there with the bytes of this hash; read piece by piece."""
    try:
        digest = hashlib.sha256()
        with path.open("rb") as stream:
            while chunk := stream.read(_CHUNK):
                digest.update(chunk)
    except OSError:
        return False
    return digest.hexdigest() == sha256


def _bytes_at(path: Path) -> bytes | None:
    try:
        return path.read_bytes()
    except OSError:
        return None


def _too_big(name: str, size: int) -> str:
    return TOO_BIG.format(name=name, size=-(-size // 2**20), limit=MAX_BYTES // 2**20)
