"""A database of very many opinions over many years, made without going through the journal."""

from __future__ import annotations

import json
import random
from collections.abc import Iterator
from pathlib import Path

from dialogue_desktop import lists
from dialogue_desktop.paths import resources_dir
from dialogue_desktop.storage import search_index
from dialogue_desktop.storage.database import Database

OPINIONS, EACH = 100_000, 40

_FAMILY = (
    "Nguyễn Trần Lê Phạm Hoàng Huỳnh Phan Vũ Võ Đặng Bùi Đỗ Hồ Ngô Dương Lý Đinh Mai Cao Vi Lò Quàng".split()
)
_MIDDLE = (
    "Văn",
    "Thị",
    "Hữu",
    "Đức",
    "Ngọc",
    "Minh",
    "Thị Thu",
    "Đình",
    "Quang",
    "Xuân",
    "Thị Hồng",
    "Công",
    "Bá",
)
_GIVEN = (
    "An Bình Chi Dũng Dung Duyên Đạt Đượm Giang Hà Hải Hằng Hiền Hoa Hùng Hương Khánh Khoan Lan Linh Long "
    "Mẫn Nam Nga Ngọc Nhàn Ổn Phúc Phương Quân Quỳ Sơn Tâm Thảo Thắng Thu Trang Tuấn Tuyển Ứng Vân Yến Ế"
).split()
_PLACES = tuple(
    f"thôn {one} {two}"
    for one in "Đồng Phú Hạ Đông Mỹ Bãi Cầu Gò".split()
    for two in "Vạn Ấp Vi Trạch Khê Nổi Tre Duối".split()
)


def name(chance: random.Random) -> str:
    return f"{chance.choice(_FAMILY)} {chance.choice(_MIDDLE)} {chance.choice(_GIVEN)}"


def examples() -> list[str]:
    """What villagers say, as the program knows it."""
    topics = json.loads((resources_dir() / "sorting" / "topics.json").read_text(encoding="utf-8"))
    return [text for topic in topics for text in topic["examples"]]


def _rows(chance: random.Random) -> Iterator[tuple[str, str, str, str, str, str]]:
    """Text, answer, field, unit, voices, conference."""
    said = examples()
    office = lists.load(resources_dir() / "lists")
    for number in range(OPINIONS):
        text = " ".join(chance.choice(said) for _ in range(chance.choice((1, 1, 1, 2, 2, 3))))
        answer = chance.choice(said) if chance.random() < 0.7 else ""
        voice = {"honorific": chance.choice(("ông", "bà")), "name": name(chance), "hamlet": ""}
        voice["locality"] = chance.choice(_PLACES)
        voices = json.dumps([voice], ensure_ascii=False)
        yield (
            text,
            answer,
            chance.choice(office.fields),
            chance.choice(office.units),
            voices,
            f"c{number // EACH}",
        )


_CONFERENCE = (
    "INSERT INTO conference (id, title, stage, plan, plan_step, day, when_text, place, created_at,"
    " updated_at, removed) VALUES (?, ?, 'follow_up', '{}', '', ?, '', '', ?, ?, 0)"
)
_OPINION = (
    "INSERT INTO opinion (key, conference_id, id, alive, number, source, text, field, unit, voices)"
    " VALUES (?, ?, ?, 1, ?, 'phieu', ?, ?, ?, ?)"
)
_ANSWER = "INSERT INTO answer (conference_id, id, alive, opinion_id, round, text) VALUES (?, ?, 1, ?, 1, ?)"


def fill(database: Database) -> None:
    """100,000 opinions of 2,500 conferences with their answers, and the search index over them."""
    chance = random.Random(2026)
    with database.transaction() as db:
        for number in range(OPINIONS // EACH):
            day = f"{2000 + number // 100}-{1 + number % 12:02}-{1 + number % 28:02}"
            at = f"{day}T00:00:00.000000Z"
            db.execute(_CONFERENCE, (f"c{number}", f"Hội nghị số {number}", day, at, at))
        for key, (text, answer, field, unit, voices, conference) in enumerate(_rows(chance), start=1):
            row = (key, conference, f"o{key}", key % EACH + 1, text, field, unit, voices)
            db.execute(_OPINION, row)
            if answer:
                db.execute(_ANSWER, (conference, f"a{key}", f"o{key}", answer))
        search_index.fill(db)


def folder_of(path: Path) -> Database:
    """The filled database in this folder, its write-ahead log folded in."""
    database = Database(path / "dialogue.sqlite3")
    fill(database)
    database.raw.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
    return database
