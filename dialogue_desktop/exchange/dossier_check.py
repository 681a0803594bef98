"""A dossier opened again: every file against the list of sums; nothing is unpacked or written (F5)."""

from __future__ import annotations

import hashlib
import os
import re
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from dialogue_desktop.domain.dossier import SUMS_NAME, DossierCheck
from dialogue_desktop.errors import BadInput

#: More than any dossier has.
MAX_LIST_BYTES = 2 * 1024**2
MAX_FILES = 10_000
_CHUNK = 1 << 20
_LINE = re.compile(r"([0-9a-f]{64}) [ *](.+)")
#: What systems put into a folder by themselves when somebody looks at it.
_OF_SYSTEMS = frozenset({"thumbs.db", "desktop.ini", ".ds_store"})

NOT_A_DOSSIER = (
    "“{name}” không phải là hồ sơ do chương trình lập (không có tệp SHA256SUMS.txt). "
    "Không có gì thay đổi. Hãy chọn thư mục hoặc tệp zip của hồ sơ."
)
BAD_LIST = (
    "Danh sách kiểm tra của hồ sơ “{name}” bị hỏng nên không so được. Không có gì thay đổi. "
    "Hãy dùng bản sao khác của hồ sơ."
)
BAD_ZIP = "Tệp “{name}” bị hỏng, không mở được hồ sơ. Không có gì thay đổi. Hãy dùng bản sao khác của hồ sơ."


@dataclass(frozen=True, slots=True)
class Looked:
    """What was found, and the SHA-256 of the list itself."""

    check: DossierCheck
    list_sum: str


def check(path: Path) -> Looked:
    """A folder, a zip, or the list in a folder. BadInput where it is no dossier or cannot be read."""
    if path.name == SUMS_NAME and path.is_file():
        path = path.parent
    if path.is_dir():
        return _looked_folder(path)
    try:
        if path.is_file() and zipfile.is_zipfile(path):
            return _looked_zip(path)
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, RuntimeError) as error:
        raise BadInput(BAD_ZIP.format(name=path.name)) from error
    raise BadInput(NOT_A_DOSSIER.format(name=path.name))


def check_folder(folder: Path) -> DossierCheck:
    """The same of a folder alone."""
    return _looked_folder(folder).check


# --- a folder -----------------------------------------------------------------------------------------


def _looked_folder(folder: Path) -> Looked:
    try:
        with (folder / SUMS_NAME).open("rb") as stream:
            text = stream.read(MAX_LIST_BYTES + 1)
    except OSError as error:
        raise BadInput(NOT_A_DOSSIER.format(name=folder.name)) from error
    listed = _listed(text, folder.name)
    found: dict[str, Path] = {}
    for path in _inside(folder):
        found[path.relative_to(folder).as_posix()] = path
        if len(found) > MAX_FILES:
            break
    sums = {name: _sum_at(found[name]) for name in listed if name in found}
    return Looked(_compared(listed, sums, set(found)), hashlib.sha256(text).hexdigest())


def _inside(folder: Path) -> Iterator[Path]:
    """Files and links, without following one."""
    for root, folders, names in os.walk(folder):
        yield from (Path(root) / name for name in names)
        yield from (Path(root) / name for name in folders if (Path(root) / name).is_symlink())


def _sum_at(path: Path) -> str:
    """ "" for a link or what cannot be read: it is not what was written."""
    if path.is_symlink():
        return ""
    try:
        with path.open("rb") as stream:
            return _sum(stream)
    except OSError:
        return ""


# --- a zip --------------------------------------------------------------------------------------------


def _looked_zip(path: Path) -> Looked:
    with zipfile.ZipFile(path) as archive:
        entries = [entry for entry in archive.infolist() if not entry.is_dir()]
        places = [entry.filename for entry in entries if entry.filename.rpartition("/")[2] == SUMS_NAME]
        place = min(places, key=lambda name: name.count("/"), default="")
        if not place or len(entries) > MAX_FILES:
            raise BadInput(NOT_A_DOSSIER.format(name=path.name))
        folder = place.removesuffix(SUMS_NAME)
        with archive.open(place) as stream:
            text = stream.read(MAX_LIST_BYTES + 1)
        listed = _listed(text, path.name)
        sums: dict[str, str] = {}
        names: list[str] = []
        for entry in entries:
            # What lies beside the folder, leads out of it or has a name twice was not written by us.
            inside = entry.filename.startswith(folder) and entry.filename == entry.orig_filename
            name = entry.filename.removeprefix(folder) if inside else entry.filename
            if name in names:
                name = f"{name} (lần 2)"
            names.append(name)
            if name in listed:
                try:
                    with archive.open(entry) as content:
                        sums[name] = _sum(content)
                except (zipfile.BadZipFile, zlib.error, EOFError):
                    sums[name] = ""
    return Looked(_compared(listed, sums, set(names)), hashlib.sha256(text).hexdigest())


# --- both ---------------------------------------------------------------------------------------------


def _listed(text: bytes, name: str) -> dict[str, str]:
    """Name → sum. BadInput for a list that is none, or that names what lies outside of the dossier."""
    try:
        lines = text.decode("utf-8-sig").splitlines()
    except UnicodeDecodeError as error:
        raise BadInput(BAD_LIST.format(name=name)) from error
    listed: dict[str, str] = {}
    for line in filter(None, (line.strip() for line in lines)):
        match = _LINE.fullmatch(line)
        if match is None or _leads_out(match[2]) or match[2] in listed:
            raise BadInput(BAD_LIST.format(name=name))
        listed[match[2]] = match[1]
    if not listed or len(text) > MAX_LIST_BYTES or len(listed) > MAX_FILES:
        raise BadInput(BAD_LIST.format(name=name))
    return listed


def _leads_out(name: str) -> bool:
    parts = name.split("/")
    return any(part in ("", ".", "..") for part in parts) or "\\" in name or ":" in name or "\0" in name


def _sum(stream: IO[bytes]) -> str:
    digest = hashlib.sha256()
    while chunk := stream.read(_CHUNK):
        digest.update(chunk)
    return digest.hexdigest()


def _compared(listed: Mapping[str, str], sums: Mapping[str, str], there: set[str]) -> DossierCheck:
    strange = {name for name in there - listed.keys() - {SUMS_NAME} if _counts(name)}
    return DossierCheck(
        len(listed),
        tuple(sorted(name for name, digest in listed.items() if name in there and sums.get(name) != digest)),
        tuple(sorted(name for name in listed if name not in there)),
        tuple(sorted(strange)),
    )


def _counts(name: str) -> bool:
    return name.rpartition("/")[2].lower() not in _OF_SYSTEMS
