"""A dossier as a folder or a zip, whole or not at all, with the sum of each file as it was written (F5)."""

from __future__ import annotations

import errno
import hashlib
import io
import os
import shutil
import tempfile
import zipfile
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO, Protocol, cast
from uuid import uuid4

from dialogue_desktop.domain.dossier import SUMS_NAME, FileSum
from dialogue_desktop.errors import BadInput
from dialogue_desktop.exchange.dossier_check import check_folder
from dialogue_desktop.exchange.file_out import write_through
from dialogue_desktop.exchange.package_zip import like

#: What Windows takes as a whole path without being asked for more.
LONGEST_PATH = 259
_CHUNK = 1 << 20

#: Name in the dossier, and what gives its bytes, or the file that has them, when its turn comes.
Entry = tuple[str, Callable[[], bytes | Path]]

IN_USE = (
    "Thư mục “{name}” đã có tệp khác nên chưa ghi hồ sơ; các tệp ấy vẫn nguyên. "
    "Hãy chọn thư mục khác, hoặc chuyển tệp trong đó đi rồi ghi lại."
)
TOO_LONG = (
    "Đường dẫn của hồ sơ dài {length} ký tự, Windows chỉ mở được {limit} ký tự; chưa ghi tệp nào. "
    "Hãy chọn thư mục gần gốc ổ đĩa hơn, ví dụ D:\\Hồ sơ."
)
NO_ROOM = (
    "Ổ đĩa không đủ chỗ cho hồ sơ (cần khoảng {need} MB); chưa ghi tệp nào. "
    "Hãy giải phóng ổ đĩa hoặc chọn nơi khác."
)
NOT_WRITTEN = (
    "Không ghi được hồ sơ vào “{name}”: {reason}. Dữ liệu trong chương trình vẫn nguyên. "
    "Hãy chọn nơi khác rồi ghi lại."
)


_CLOSED = "nơi ấy không ghi được hoặc tệp trong đó đang mở"


class _Sink(Protocol):
    def put(self, name: str, source: BinaryIO) -> None: ...


#: Makes the pages that list what was written before them.
Ending = Callable[[tuple[FileSum, ...]], Iterable[Entry]]


def write(target: Path, entries: Iterable[Entry], ending: Ending, *, as_zip: bool) -> str:
    """Write everything; the SHA-256 of the list of sums, by which it is known again. BadInput, StorageError
    where an entry cannot be given; then nothing of it is left, and what stood there before still stands."""
    try:
        if as_zip:
            return _zip(target, entries, ending)
        return _folder(target, entries, ending)
    except OSError as error:
        full = error.errno in (errno.ENOSPC, errno.EDQUOT)
        reason = "ổ đĩa đã đầy" if full else _CLOSED
        raise BadInput(NOT_WRITTEN.format(name=target, reason=reason)) from error


@contextmanager
def room_beside(target: Path) -> Iterator[Path]:
    """A folder for what is too large for memory, on the disk of the target, gone afterwards. BadInput."""
    made = [folder for folder in (target.parent, *target.parent.parents) if not folder.exists()]
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        room = tempfile.TemporaryDirectory(prefix=".", suffix=".part", dir=target.parent)
    except OSError as error:
        raise BadInput(NOT_WRITTEN.format(name=target, reason=_CLOSED)) from error
    try:
        with room as name:
            yield Path(name)
    finally:
        for folder in made:
            with suppress(OSError):
                folder.rmdir()  # only where nothing came into it


def look_before(target: Path, names: Iterable[str], size: int, *, as_zip: bool) -> None:
    """BadInput for what would only show after minutes: a folder in use, paths that are too long, no room."""
    if not as_zip:
        refuse_in_use(target)
        length = max((len(str(target.absolute())) + 1 + len(name) for name in names), default=0)
        if on_windows() and length > LONGEST_PATH:
            raise BadInput(TOO_LONG.format(length=length, limit=LONGEST_PATH))
    there = target
    while not there.exists() and there != there.parent:
        there = there.parent
    with suppress(OSError):
        if shutil.disk_usage(there).free < size:
            raise BadInput(NO_ROOM.format(need=-(-size // 2**20)))


def on_windows() -> bool:
    return os.name == "nt"


def refuse_in_use(folder: Path) -> None:
    """BadInput for a folder with anything in it but a dossier to which nobody has added or changed a thing:
    that one may be written anew."""
    if not folder.exists():
        return
    if not folder.is_dir():
        raise BadInput(IN_USE.format(name=folder.name))
    if not any(folder.iterdir()):
        return
    try:
        found = check_folder(folder)
    except BadInput as error:
        raise BadInput(IN_USE.format(name=folder.name)) from error
    if found.changed or found.added:
        raise BadInput(IN_USE.format(name=folder.name))


def _all(sink: _Sink, entries: Iterable[Entry], ending: Ending) -> str:
    sums: list[FileSum] = []

    def put(name: str, given: bytes | Path) -> None:
        with given.open("rb") if isinstance(given, Path) else io.BytesIO(given) as stream:
            counted = _Counted(stream)
            sink.put(name, cast(BinaryIO, counted))
        sums.append(FileSum(name, counted.size, counted.digest.hexdigest()))

    for name, give in entries:
        put(name, give())
    for name, give in ending(tuple(sums)):
        put(name, give())
    text = "".join(f"{one.sha256}  {one.name}\n" for one in sums).encode()
    sink.put(SUMS_NAME, io.BytesIO(text))
    return hashlib.sha256(text).hexdigest()


class _Counted:
    """A stream whose bytes are counted and summed as they go by."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream, self.size, self.digest = stream, 0, hashlib.sha256()

    def seek(self, offset: int, whence: int = io.SEEK_SET) -> int:
        return self._stream.seek(offset, whence)

    def read(self, size: int = -1) -> bytes:
        data = self._stream.read(size)
        self.size += len(data)
        self.digest.update(data)
        return data


class _IntoZip:
    def __init__(self, archive: zipfile.ZipFile, folder: str) -> None:
        self._archive, self._folder = archive, folder

    def put(self, name: str, source: BinaryIO) -> None:
        entry = like(f"{self._folder}/{name}")
        entry.file_size = source.seek(0, io.SEEK_END)  # so that a large package is written as one
        source.seek(0)
        with self._archive.open(entry, "w") as out:
            shutil.copyfileobj(source, out, _CHUNK)


def _zip(target: Path, entries: Iterable[Entry], ending: Ending) -> str:
    """One folder in the zip, so that it unpacks into one."""
    digest = ""

    def into(stream: object) -> None:
        nonlocal digest
        with zipfile.ZipFile(stream, "w") as archive:  # type: ignore[call-overload]
            digest = _all(_IntoZip(archive, target.stem), entries, ending)

    write_through(target, into)
    return digest


class _IntoFolder:
    def __init__(self, root: Path) -> None:
        self._root = root

    def put(self, name: str, source: BinaryIO) -> None:
        path = self._root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("xb") as stream:
            shutil.copyfileobj(source, stream, _CHUNK)
            stream.flush()
            os.fsync(stream.fileno())


def _folder(target: Path, entries: Iterable[Entry], ending: Ending) -> str:
    """Made beside its place and moved there when it is whole."""
    refuse_in_use(target)
    target.parent.mkdir(parents=True, exist_ok=True)
    part = target.with_name(f".{uuid4().hex[:12]}.part")
    aside = target.with_name(f".{uuid4().hex[:12]}.cu")
    try:
        part.mkdir()
        digest = _all(_IntoFolder(part), entries, ending)
        if target.exists():
            target.rename(aside)
        try:
            part.rename(target)
        except OSError:
            if aside.exists():
                aside.rename(target)
            raise
    finally:
        shutil.rmtree(part, ignore_errors=True)
    shutil.rmtree(aside, ignore_errors=True)
    return digest
