"""Copies of kept files beside the backups of the database: each hash once, checked as it is copied (G4)."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from uuid import uuid4

from dialogue_desktop.storage.file_store import is_whole, kept_path

_CHUNK = 1 << 20
_HEX = 64


def hashes_in(root: Path) -> tuple[str, ...]:
    """The hashes under which files lie in a folder of kept files, in their order."""
    return tuple(sorted(path.name for path in _files(root)))


def copy_new(source: Path, target: Path) -> int:
    """Copy what `target` has not yet; how many files. What was changed in the meantime is not a copy of
    anything and stays out. Only names are compared, so that nothing is read where nothing is new. OSError."""
    known = set(hashes_in(target))
    return sum(_copied(source, target, digest) for digest in hashes_in(source) if digest not in known)


def put_back(copies: Path, target: Path) -> int:
    """Bring back what is missing in `target` or was changed there; how many files. OSError."""
    return sum(
        _copied(copies, target, digest)
        for digest in hashes_in(copies)
        if not is_whole(kept_path(target, digest), digest)
    )


def damaged(root: Path) -> tuple[str, ...]:
    """Hashes whose file no longer has these bytes."""
    return tuple(digest for digest in hashes_in(root) if not is_whole(kept_path(root, digest), digest))


def _files(root: Path) -> Iterator[Path]:
    if not root.is_dir():
        return
    for folder in root.iterdir():
        if len(folder.name) == 2 and folder.is_dir():
            yield from (path for path in folder.iterdir() if len(path.name) == _HEX)


def _copied(source: Path, target: Path, digest: str) -> bool:
    """Whether the bytes of this hash were there and are now in the other folder too."""
    place = kept_path(target, digest)
    place.parent.mkdir(parents=True, exist_ok=True)
    part = place.with_name(f".{uuid4().hex}.part")
    read = hashlib.sha256()
    try:
        try:
            stream = kept_path(source, digest).open("rb")
        except OSError:
            return False  # held by another program or just taken away: the next backup tries again
        with stream, part.open("wb") as out:
            while chunk := stream.read(_CHUNK):
                read.update(chunk)
                out.write(chunk)
            out.flush()
            os.fsync(out.fileno())
        if read.hexdigest() != digest:
            return False
        part.replace(place)
        return True
    finally:
        with suppress(OSError):
            part.unlink(missing_ok=True)
