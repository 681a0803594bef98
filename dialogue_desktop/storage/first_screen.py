"""The few rows of the first screen, read with plain sqlite3 so that the window opens at once."""

from __future__ import annotations

import sqlite3
from datetime import UTC, date, datetime, time
from pathlib import Path

from dialogue_desktop.domain.date_words import time_text
from dialogue_desktop.domain.due_state import due_state
from dialogue_desktop.domain.home_view import ANSWERS, PROMISE, ConferenceCard, HomeView, TaskRow
from dialogue_desktop.domain.stage import Stage
from dialogue_desktop.domain.wall_time import on_wall
from dialogue_desktop.errors import UserError
from dialogue_desktop.storage.failures import translated
from dialogue_desktop.storage.pragmas import SCHEMA_VERSION
from dialogue_desktop.storage.recognition import recognise

_STAGES = list(Stage)

_NEXT: dict[Stage, tuple[str, str, str]] = {
    Stage.PLAN: ("viết tiếp kế hoạch", "Viết tiếp", "plan"),
    Stage.OPINIONS: ("mở phiên đối thoại", "Mở phiên", "live"),
    Stage.INVITE: ("mở phiên đối thoại", "Mở phiên", "live"),
    Stage.SESSION: ("phiên đang diễn ra", "Vào phiên", "live"),
    Stage.CONCLUDE: ("kiểm tra và chốt biên bản", "Kết thúc", "end"),
    Stage.FOLLOW_UP: ("in biên bản, gửi báo cáo kết quả", "Xem biên bản", "end"),
}

# Once the day is over nobody can prepare it any more (domain.checklist.lapsed says the same).
_TASKS = (
    "SELECT d.conference_id, d.kind, d.id, d.title, d.hour, d.unit, c.title, d.due"
    " FROM duty d JOIN conference c ON c.id = d.conference_id"
    " WHERE c.removed = 0 AND d.shown = 1 AND d.due IS NOT NULL AND d.done_on IS NULL"
    " AND (d.kind IN ('plan', 'own') OR c.day IS NULL OR c.day >= ? OR d.due > c.day)"
    " ORDER BY d.due, c.title, d.position"
)
# Prepared answers that are overdue, a line for each conference that is not over; only its opinions are read.
_ANSWERS = (
    "SELECT o.conference_id, c.title, count(*), min(o.draft_due), count(DISTINCT o.unit), min(o.unit)"
    " FROM conference c JOIN opinion o ON o.conference_id = c.id"
    " WHERE c.removed = 0 AND c.stage IN ('ke_hoach', 'y_kien', 'moi') AND (c.day IS NULL OR c.day >= ?)"
    " AND o.alive = 1 AND o.source != 'hoi_nghi' AND coalesce(o.turn_id, '') = '' AND o.draft_due < ?"
    " AND trim(coalesce(o.prepared_answer, ''), ' ' || char(9, 10, 13)) = '' GROUP BY c.id"
)
# Promises that are still owed here: not kept, not carried into another conference, not given up.
_PROMISES = (
    "SELECT m.conference_id, m.id, m.number, m.text, coalesce(nullif(m.unit, ''), m.receiving_body), c.title,"
    " m.deadline FROM commitment m JOIN conference c ON c.id = m.conference_id AND c.removed = 0"
    " WHERE m.alive = 1 AND coalesce(m.state, '') != 'xong' AND coalesce(m.carried_to, '') = ''"
    " AND coalesce(m.dropped, '') = ''"
)
_CARDS = (
    "SELECT id, title, stage, day, when_text, place FROM conference WHERE removed = 0"
    " ORDER BY day IS NULL DESC, day DESC, updated_at DESC"
)
# Copies that went out to the hall and have not come home (services.merge_memory).
_OUT = (
    "SELECT substr(s.key, 12), min(json_extract(one.value, '$.out_at'))"
    " FROM setting s, json_each(s.value) one"
    " WHERE s.key LIKE 'travel.out.%' AND json_extract(one.value, '$.back_at') IS NULL GROUP BY s.key"
)


def _task(row: tuple[str, ...], today: date) -> TaskRow:
    conference_id, kind, item_id, title, hour, unit, label, due_text = row
    due = date.fromisoformat(due_text)
    words = f"{title}, {time_text(time.fromisoformat(hour))}" if hour else title
    key = f"{conference_id}:{kind}:{item_id}"
    return TaskRow(key, conference_id, words, unit, label, due, due_state(due, today), False, kind, item_id)


def _answers(row: tuple[str, str, int, str, int, str | None], today: date) -> TaskRow:
    """ "Thu câu trả lời chuẩn bị: 3 ý kiến trễ hạn"."""
    conference_id, label, count, due_text, many, unit = row
    unit = f"{many} đơn vị" if many > 1 else unit or ""
    key = f"{conference_id}:{ANSWERS}:"
    title = f"Thu câu trả lời chuẩn bị, {count} ý kiến trễ hạn"
    due = date.fromisoformat(due_text)
    return TaskRow(
        key, conference_id, title, unit, label, due, due_state(due, today), False, ANSWERS, str(count)
    )


def _promise(row: tuple[str, str, int, str, str | None, str, str], today: date) -> TaskRow:
    """ "Thay trạm biến áp thôn Bến Lở", of which the office says on its own page that it is done."""
    conference_id, promise_id, number, words, unit, label, due_text = row
    due = date.fromisoformat(due_text)
    where = f"{label}, cam kết số {number}"
    key = f"{conference_id}:{PROMISE}:{promise_id}"
    state = due_state(due, today)
    return TaskRow(key, conference_id, words, unit or "", where, due, state, False, PROMISE, promise_id)


def _open_words(owed: list[str | None], today: str) -> str:
    """ "2 cam kết chưa xong, 1 đến hạn hôm nay"."""
    late = sum(day is not None and day < today for day in owed)
    now = sum(day == today for day in owed)
    parts = [f"{len(owed)} cam kết chưa xong"]
    parts += [f"{late} trễ hạn"] * bool(late) + [f"{now} đến hạn hôm nay"] * bool(now)
    return ", ".join(parts)


def _card(
    row: tuple[str, ...], today: date, out: dict[str, str], owed: dict[str, list[str | None]]
) -> ConferenceCard:
    conference_id, title, stage_text, day_text, when, place = row
    if conference_id in out:
        since = on_wall(datetime.fromisoformat(out[conference_id]))
        when = f"{when}, bản mang đi {since.day}/{since.month} chưa về"
    stage = Stage(stage_text)
    next_text, action_text, action = _NEXT[stage]
    if stage in (Stage.OPINIONS, Stage.INVITE) and day_text:
        left = (date.fromisoformat(day_text) - today).days
        if left > 0:
            # Until the day comes opinions are collected; the session opens from the row above all the same.
            next_text, action_text, action = f"thu ý kiến, còn {left} ngày", "Nhập ý kiến", "opinions"
        elif left == 0:
            next_text = "phiên đối thoại hôm nay"
    if stage is Stage.FOLLOW_UP and conference_id in owed:
        next_text = _open_words(owed[conference_id], today.isoformat())
        action_text, action = "Theo dõi", "follow_up"
    where = f"{when}, {place}" if place else when
    return ConferenceCard(
        conference_id, title, where, _STAGES.index(stage), 0.5, next_text, action_text, action
    )


def newest_backup(backups: Path) -> datetime | None:
    """When the newest backup file was written, local time."""
    if not backups.is_dir():
        return None
    times = [entry.stat().st_mtime for entry in backups.iterdir() if entry.suffix == ".sqlite3"]
    return on_wall(datetime.fromtimestamp(max(times), UTC)) if times else None


def read(database: Path, today: date, *, backups: Path | None = None) -> HomeView:
    """The home view; empty where the database is new or of an older schema (it is migrated first).

    Errors: DamagedDatabase, NewerDatabase, StorageError.
    """
    last_backup = newest_backup(backups) if backups is not None else None
    if recognise(database) != SCHEMA_VERSION:
        return HomeView(today, last_backup=last_backup)
    with translated():
        connection = sqlite3.connect(database)
        try:
            day = today.isoformat()
            tasks = [_task(row, today) for row in connection.execute(_TASKS, (day,))]
            answers = [_answers(row, today) for row in connection.execute(_ANSWERS, (day, day))]
            out = dict(connection.execute(_OUT).fetchall())
            promises = connection.execute(_PROMISES).fetchall()
            owed: dict[str, list[str | None]] = {}
            for row in promises:
                owed.setdefault(row[0], []).append(row[6])
            cards = tuple(_card(row, today, out, owed) for row in connection.execute(_CARDS))
        finally:
            connection.close()
    dated = [_promise(row, today) for row in promises if row[6]]
    if answers or dated:
        tasks = sorted((*answers, *tasks, *dated), key=lambda task: task.due or date.max)
    late = sum(1 for task in tasks if task.state == "late")
    due_today = sum(1 for task in tasks if task.state == "today")
    return HomeView(today, tuple(tasks), cards, late, due_today, last_backup)


def look_settings(database: Path) -> tuple[str, float]:
    """(theme, scale) as chosen in the settings; light and 1.0 where nothing is stored or readable."""
    theme, scale = "light", 1.0
    try:
        if recognise(database) == 0:
            return theme, scale
        connection = sqlite3.connect(database)
    except (UserError, sqlite3.Error):
        return theme, scale
    try:
        query = "SELECT key, value FROM setting WHERE key IN ('ui.theme', 'ui.scale')"
        for key, value in connection.execute(query):
            if key == "ui.theme" and value in ('"light"', '"dark"'):
                theme = str(value).strip('"')
            elif key == "ui.scale":
                scale = float(value)
    except (sqlite3.Error, ValueError):
        pass
    finally:
        connection.close()
    return theme, scale
