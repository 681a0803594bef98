"""Who changed what: the acts of the journal that touched one record, in the office's words (L9)."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime

from dialogue_desktop.domain.journal import ALIVE, Change, Entry, Json, State, apply, fold, standing
from dialogue_desktop.domain.merge_words import EMPTY, FIELD_NAMES, record_name, value_words
from dialogue_desktop.domain.records import RecordKind
from dialogue_desktop.domain.wall_time import on_wall
from dialogue_desktop.domain.words_vi import date_short

NOBODY = "chưa ghi tên người làm"

#: Records that belong to another one, by the field that names it.
_BELONGING = {
    RecordKind.OPINION: ((RecordKind.ANSWER, "opinion_id"),),
    RecordKind.COMMITMENT: ((RecordKind.STEP, "commitment_id"),),
}
#: Fields that the merge never asks about and a history tells.
_MORE_NAMES = {
    (RecordKind.OPINION, "number"): "Số ý kiến",
    (RecordKind.OPINION, "said_at"): "Giờ phát biểu",
    (RecordKind.PAPER, "issued_at"): "Giờ ban hành",
    (RecordKind.PAPER, "files"): "Tệp đã ký",
    (RecordKind.COMMITMENT, "number"): "Số cam kết",
}
_PART_NAMES = {RecordKind.ANSWER: "câu trả lời", RecordKind.STEP: "dòng theo dõi"}
_LONG = 120  # letters from which only what differs of a text is told, with a few words around it
_AROUND = 4


@dataclass(frozen=True, slots=True)
class TraceLine:
    """One act. `when` "24/4/2026 09:41"; `details` field by field; `back` is when it was undone."""

    entry_id: str
    at: datetime
    when: str
    who: str
    machine: str
    act: str
    details: tuple[str, ...]
    back: str = ""

    @property
    def head(self) -> str:
        return ", ".join(part for part in (self.when, self.who, self.machine) if part)


@dataclass(frozen=True, slots=True)
class Trace:
    """The history of one record, oldest act first. `name` says which one it is."""

    name: str
    lines: tuple[TraceLine, ...]


def trace_of(
    entries: Iterable[Entry],
    kind: RecordKind,
    record_id: str,
    *,
    act_words: Callable[[Entry], str],
    machine_of: Callable[[str], str],
) -> Trace:
    """Every act that touched the record or what belongs to it, also those that were taken back."""
    ordered = sorted(entries, key=lambda entry: entry.order)
    last = fold(ordered)
    wanted = {(kind, record_id)}
    for part, field in _BELONGING.get(kind, ()):
        wanted |= {key for key, fields in last.items() if key[0] is part and fields.get(field) == record_id}
    by_id = {entry.id: entry for entry in ordered}
    in_force = {entry.id for entry in standing(ordered)}
    undone_by = {entry.undoes: entry for entry in ordered if entry.undoes and entry.id in in_force}
    state: State = {}
    lines: list[TraceLine] = []
    for entry in ordered:
        touched = [change for change in entry.changes if (change.record, change.id) in wanted]
        # Names of other records are told as they were: the state before and with this act.
        apply(state, entry)
        if not touched:
            continue
        details = tuple(_details(state, (kind, record_id), touched))
        undoer = undone_by.get(entry.id)
        lines.append(
            TraceLine(
                entry.id,
                entry.at,
                moment(entry.at),
                entry.author or NOBODY,
                machine_of(entry.device),
                _act(entry, by_id, act_words),
                details,
                moment(undoer.at) if undoer is not None else "",
            )
        )
    return Trace(record_name(last, kind, record_id), tuple(lines))


def moment(at: datetime) -> str:
    """ "24/4/2026 09:41" by the clock on the office's wall."""
    wall = on_wall(at)
    return f"{date_short(wall.date())} {wall:%H:%M}"


def _act(entry: Entry, by_id: dict[str, Entry], act_words: Callable[[Entry], str]) -> str:
    """ "Sửa ý kiến", "Hoàn tác việc lúc 24/4/2026 09:41: sửa ý kiến", "Làm lại việc lúc …"."""
    undone = by_id.get(entry.undoes) if entry.undoes else None
    if undone is None:
        words = act_words(entry)
        return words[:1].upper() + words[1:]
    first = by_id.get(undone.undoes) if undone.undoes else None
    if first is not None:
        return f"Làm lại việc lúc {moment(first.at)}: {act_words(first)}"
    return f"Hoàn tác việc lúc {moment(undone.at)}: {act_words(undone)}"


def _details(state: State, main: tuple[RecordKind, str], touched: list[Change]) -> Iterable[str]:
    born = {(c.record, c.id) for c in touched if c.field == ALIVE and c.new is True and c.old is None}
    for change in touched:
        key = (change.record, change.id)
        part = _PART_NAMES.get(change.record, "") if key != main else ""
        if change.field == ALIVE:
            if key in born:
                if part:
                    yield f"Thêm {part}"
            else:
                yield f"{'Lấy lại' if change.new is True else 'Bỏ'} {part or 'bản ghi này'}"
            continue
        name = FIELD_NAMES[change.record].get(change.field) or _MORE_NAMES.get((change.record, change.field))
        if name is None:
            continue
        old = value_words(state, change.record, change.field, change.old)
        new = value_words(state, change.record, change.field, change.new)
        if key in born:
            if not _nothing(change.new) and new != EMPTY:
                yield f"{name}: {_quoted(new)}"
        elif old != new:
            yield _edited(name, old, new)


def _nothing(value: Json) -> bool:
    return value is None or value is False or value == "" or value == []


def _edited(name: str, old: str, new: str) -> str:
    if old == EMPTY:
        return f"{name}: ghi {_quoted(new)}"
    if new == EMPTY:
        return f"{name}: xóa {_quoted(old)}"
    before, after = differing(old, new)
    return f"{name}: từ {_quoted(before)} thành {_quoted(after)}"


def differing(old: str, new: str) -> tuple[str, str]:
    """Both texts; of long ones only what differs, between a few words that are the same in both."""
    if max(len(old), len(new)) < _LONG:
        return old, new
    first, second = old.split(" "), new.split(" ")
    start = 0
    while start < min(len(first), len(second)) and first[start] == second[start]:
        start += 1
    end = 0
    while end < min(len(first), len(second)) - start and first[-1 - end] == second[-1 - end]:
        end += 1
    return _cut(first, start, end), _cut(second, start, end)


def _cut(words: list[str], start: int, end: int) -> str:
    begin, stop = max(start - _AROUND, 0), min(len(words) - end + _AROUND, len(words))
    inside = " ".join(words[begin:stop])
    return f"{'… ' if begin else ''}{inside}{' …' if stop < len(words) else ''}"


def _quoted(text: str) -> str:
    return f"“{text}”" if text != EMPTY else EMPTY
