"""What is left on the disk after a kill, held against the robot's diary."""

from __future__ import annotations

import json
import shutil
import sqlite3
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from dialogue_desktop.codec import from_json, to_builtins
from dialogue_desktop.domain.journal import ALIVE, Entry
from dialogue_desktop.domain.live import LiveDraft
from dialogue_desktop.paths import DataPaths
from dialogue_desktop.services import maintenance
from dialogue_desktop.storage.journal import read_entries

Line = dict[str, Any]
#: How a text of the robot begins; the number tells it from all others.
STARTS = ("Nhà số ", "Trả lời số ", "Kết luận số ", "Đã trả lời tại công văn số ")
_SECOND = 1_000_000_000


@dataclass(slots=True)
class Findings:
    """Of one kill. `wrong` holds sentences; empty when nothing was lost."""

    wrong: list[str] = field(default_factory=list)
    acts: int = 0  # shown on the screen, and so acknowledged
    lost_acts: int = 0
    letters: int = 0
    lost_ms: float = 0.0  # from the first key that is not on the disk to the kill


@dataclass(frozen=True, slots=True)
class Left:
    """The data as the kill left it, read from a copy."""

    damage: tuple[str, ...]
    entries: tuple[Entry, ...]
    draft: LiveDraft

    @property
    def plain_draft(self) -> Any:
        return to_builtins(self.draft)


def left_in(folder: Path, beside: Path, cid: str) -> Left:
    """Opens a copy: the folder itself is for the program to recover."""
    copy = beside / "sau"
    shutil.rmtree(copy, ignore_errors=True)
    shutil.copytree(folder, copy)
    damage = list(maintenance.damage(DataPaths(copy)))
    db = sqlite3.connect(copy / "dialogue.sqlite3")
    try:
        if db.execute("PRAGMA foreign_key_check").fetchall():
            damage.append("Khóa ngoại không khớp.")
        entries = read_entries(db, cid)
        row = db.execute("SELECT body FROM draft WHERE conference_id = ?", (cid,)).fetchone()
    finally:
        db.close()
    return Left(tuple(damage), entries, from_json(row[0], LiveDraft) if row else LiveDraft())


# --- acts ---------------------------------------------------------------------------------------------


def states_of(entries: Iterable[Entry]) -> dict[str, set[str]]:
    """Every state that each record has ever had, by "kind id"."""
    now: dict[str, dict[str, Any]] = {}
    had: dict[str, set[str]] = {}
    for entry in entries:
        touched = set()
        for change in entry.changes:
            name = f"{change.record.value} {change.id}"
            now.setdefault(name, {})[change.field] = change.new
            touched.add(name)
        for name in touched:
            had.setdefault(name, set()).add(_plain(now[name]))
    return had


def _plain(row: dict[str, Any]) -> str:
    values = {key: value for key, value in row.items() if key != ALIVE and value not in (None, "", [], False)}
    return json.dumps(values, sort_keys=True, ensure_ascii=False)


def check_acts(diary: list[Line], left: Left, found: Findings) -> None:
    """Each record was shown only in states that the journal holds."""
    had = states_of(left.entries)
    for line in diary:
        if line["what"] != "shown":
            continue
        found.acts += 1
        missing = [name for name, row in line["rows"].items() if _plain(row) not in had.get(name, ())]
        if missing:
            found.lost_acts += 1
            found.wrong.append(f"shown, and not in the journal: {missing}")
    for line in diary:
        if line["what"] == "fault":
            found.wrong.append(str(line["words"]))


# --- typing -------------------------------------------------------------------------------------------


def texts_in(draft: Any, conclusions: Iterable[str] = ()) -> Iterator[str]:
    """All texts of a draft as plain values."""
    item = draft["item"]
    yield item["text"]
    yield item["outcome_reason"]
    for spoken in item["rounds"]:
        yield spoken["text"]
        yield spoken["follow_up"]
    for row in draft.get("conclusions") or ():
        yield row["text"]
    yield from conclusions


def _name(text: str) -> str:
    """ "Nhà số 17": which text it is; empty before its number is whole."""
    return text.partition(":")[0] if text.startswith(STARTS) and ":" in text else ""


def _journalled(entries: Iterable[Entry]) -> Iterator[str]:
    for entry in entries:
        for change in entry.changes:
            if isinstance(change.new, str):
                yield change.new


def check_typing(diary: list[Line], left: Left, killed_ns: int, found: Findings) -> None:
    """Of each text some state is on the disk that stood in its box in the last second, or later."""
    typed: dict[str, list[tuple[int, str]]] = {}
    for line in diary:
        if line["what"] not in ("key", "restored"):
            continue
        found.letters += line["what"] == "key" and line["key"].startswith("letter:")
        for text in texts_in(line["draft"], line.get("conclusions", ())):
            name = _name(text)
            states = typed.setdefault(name, [])
            if name and (not states or states[-1][1] != text):
                states.append((line["t"], text))
    kept: dict[str, set[str]] = {}
    for text in (*_journalled(left.entries), *texts_in(left.plain_draft)):
        kept.setdefault(_name(text), set()).add(text.strip())
    typed.pop("", None)
    for name, states in typed.items():
        safe = [at for at, (_, text) in enumerate(states) if text.strip() in kept.get(name, ())]
        newest = safe[-1] if safe else -1
        if newest + 1 == len(states):
            continue
        lost_ms = (killed_ns - states[newest + 1][0]) / 1e6
        found.lost_ms = max(found.lost_ms, lost_ms)
        if lost_ms > 1000:
            found.wrong.append(f"{lost_ms:.0f} ms of typing lost: {states[-1][1]!r}, kept {kept.get(name)}")


def check_draft(diary: list[Line], left: Left, killed_ns: int, found: Findings, before: Left | None) -> None:
    """The draft on the disk is one that was: box, cursor, quick line and all, not a mixture."""
    seen = [line for line in diary if line["what"] in ("key", "restored", "draft")]
    if not seen:
        return
    if before is not None:  # as it stood when the program was opened
        seen.insert(0, {"draft": before.plain_draft, "t": seen[0]["t"]})
    at = max((n for n, line in enumerate(seen) if line["draft"] == left.plain_draft), default=None)
    if at is None:
        found.wrong.append(f"a draft that never was: {left.plain_draft}")
        return
    later = next((line for line in seen[at + 1 :] if _changed(line["draft"], left.plain_draft)), None)
    if later is not None and killed_ns - later["t"] > _SECOND:
        ms = (killed_ns - later["t"]) / 1e6
        found.wrong.append(f"a draft {ms:.0f} ms old: {left.plain_draft}, then {later['draft']}")


def _changed(draft: Any, other: Any) -> bool:
    """In what was typed; where the cursor only went is no loss."""
    rest = ("quick_add", "small", "attendance", "conclusions")
    return list(texts_in(draft)) != list(texts_in(other)) or any(draft[one] != other[one] for one in rest)


def check_doubles(left: Left, found: Findings) -> None:
    """An opinion that was saved once is there once."""
    alive: dict[str, str] = {}
    now: dict[str, dict[str, Any]] = {}
    for entry in left.entries:
        for change in entry.changes:
            if change.record.value == "opinion":
                now.setdefault(change.id, {})[change.field] = change.new
    for opinion_id, row in now.items():
        name = _name(row.get("text") or "")
        if row.get(ALIVE) and name:
            if name in alive:
                found.wrong.append(f"twice: {name} ({alive[name]}, {opinion_id})")
            alive[name] = opinion_id


def check(
    folder: Path, beside: Path, cid: str, diary: list[Line], killed_ns: int, before: Left | None
) -> tuple[Left, Findings]:
    """Everything that can be told before the program is opened again; `before` is what it opened with."""
    left, found = left_in(folder, beside, cid), Findings()
    found.wrong += left.damage
    check_acts(diary, left, found)
    check_typing(diary, left, killed_ns, found)
    check_draft(diary, left, killed_ns, found, before)
    check_doubles(left, found)
    return left, found
