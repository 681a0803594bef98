"""A plain file for what is half typed while the database cannot be written (L9, G5)."""

from __future__ import annotations

import contextlib
import os
import re
from collections.abc import Sequence
from pathlib import Path

from dialogue_desktop.codec import CodecError, from_json, pretty, to_json
from dialogue_desktop.domain.live import LiveDraft, LiveItem

_UNSAFE = re.compile(r"[^0-9A-Za-z-]+")


def write_rescue(directory: Path, conference_id: str, draft: LiveDraft, *, name: str = "dang-go") -> Path:
    """Write `<conference>-<name>.txt` for people and `.json` for the program; the newest replaces the old.

    Each file is written beside itself and then renamed, so a power cut leaves the old or the new one.
    Returns the text file. OSError where the folder cannot be written.
    """
    directory.mkdir(parents=True, exist_ok=True)
    stem = _UNSAFE.sub("-", f"{conference_id}-{name}")
    replace_file(directory / f"{stem}.json", pretty(to_json(draft)))
    path = directory / f"{stem}.txt"
    replace_file(path, rescue_text(draft).encode("utf-8-sig"))  # the mark tells Notepad of old Windows
    return path


def read_rescue(path: Path) -> LiveDraft | None:
    """The draft of a `.json` rescue file; None where it is gone or not whole."""
    try:
        return from_json(path.with_suffix(".json").read_bytes(), LiveDraft)
    except (OSError, CodecError):
        return None


def clear_rescue(directory: Path, conference_id: str, *, name: str = "dang-go") -> None:
    """Take the files away once everything is in the database again; nothing happens where there are none."""
    stem = _UNSAFE.sub("-", f"{conference_id}-{name}")
    for suffix in (".txt", ".json"):
        with contextlib.suppress(OSError):
            (directory / f"{stem}{suffix}").unlink(missing_ok=True)


class RescueFolder:
    """Where one conference's rescue files go: the first of the folders that can be written.

    A full or missing disk takes its own rescue folder with it, so there should be a second one elsewhere.
    """

    def __init__(self, folders: Sequence[Path], conference_id: str) -> None:
        self._folders, self._cid = tuple(folders), conference_id
        self._written: set[tuple[Path, str]] = set()

    def write(self, name: str, draft: LiveDraft) -> bool:
        """True when the words lie in a file now."""
        for folder in self._folders:
            with contextlib.suppress(OSError):
                write_rescue(folder, self._cid, draft, name=name)
                self._written.add((folder, name))
                return True
        return False

    def clear(self) -> None:
        """Everything is in the database again: take away what this session wrote."""
        for folder, name in self._written:
            clear_rescue(folder, self._cid, name=name)
        self._written.clear()


def rescue_text(draft: LiveDraft) -> str:
    """The draft as a person reads it."""
    item: LiveItem = draft.item
    lines = ["Chữ chưa lưu được vào dữ liệu hội nghị", ""]
    people = ", ".join(" ".join(part for part in (v.shown, v.address) if part) for v in item.voices)
    if people:
        lines += [f"Người phát biểu: {people}", ""]
    if item.field:
        lines += [f"Lĩnh vực: {item.field}"]
    lines += ["Ý kiến:", item.text, ""]
    for number, spoken in enumerate(item.rounds, start=1):
        if spoken.follow_up:
            lines += [f"Nói lại, vòng {number}:", spoken.follow_up, ""]
        who = ", ".join(part for part in (spoken.answerer, spoken.answerer_position) if part)
        if spoken.text or who:
            lines += [f"Trả lời, vòng {number}{f' ({who})' if who else ''}:", spoken.text, ""]
    if draft.quick_add:
        lines += ["Dòng thêm người phát biểu:", draft.quick_add, ""]
    return "\n".join(lines).rstrip() + "\n"


def replace_file(path: Path, data: bytes) -> None:
    """Written beside and then renamed, so that a power cut leaves the old or the new one."""
    beside = path.with_name(f"{path.name}.moi")
    try:
        with beside.open("wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        beside.replace(path)
    except OSError:
        with contextlib.suppress(OSError):
            beside.unlink(missing_ok=True)
        raise
