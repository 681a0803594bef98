"""A database on a real file, a journal on it, and a conference to write into."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from dialogue_desktop.domain.plan import Plan
from dialogue_desktop.storage.conferences import Conferences
from dialogue_desktop.storage.database import Database
from dialogue_desktop.storage.journal import Journal

AT = datetime(2026, 4, 24, 1, 0, tzinfo=UTC)
CID = "dong-van"


@pytest.fixture
def database(data_dir: Path) -> Iterator[Database]:
    database = Database(data_dir / "dialogue.sqlite3")
    Conferences(database).add(CID, "Đồng Vạn", Plan("ubnd_nhan_dan", 2026), AT)
    yield database
    database.close()


@pytest.fixture
def journal(database: Database) -> Journal:
    return Journal(database, device="may-1", author=lambda: "Lương Thị Mẫn", now=lambda: AT)
