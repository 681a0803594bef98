"""A database damaged in thirty ways comes back: all up to the backup, and what can be read beyond it (G4)."""

from __future__ import annotations

import shutil
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from dialogue_desktop.bootstrap import App, build
from dialogue_desktop.domain.journal import Entry
from dialogue_desktop.domain.live import LiveItem, Round
from dialogue_desktop.domain.plan import Issuer
from dialogue_desktop.domain.records import Outcome, Voice
from dialogue_desktop.paths import DataPaths
from dialogue_desktop.services.maintenance import damage, restore
from tests.services.conftest import EIGHT, MovingClock
from tests.services.damage.ways import WAYS, Back, Way

#: Long enough that one opinion goes over several pages of the file.
LONG = "Đường trục thôn Phú Ấp xuống cấp, mùa mưa lầy lội, trẻ em đi học rất vất vả. " * 120


NEXT_DAY = datetime(2026, 4, 25, 1, 0, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Office:
    """A data folder as it lay when the power went, with what its journal held then and at its backup."""

    root: Path
    entries: dict[str, tuple[Entry, ...]]
    at_backup: frozenset[str]
    titles: frozenset[str]


def _opinion(app: App, cid: str, number: int) -> None:
    text = LONG if number % 7 == 3 else f"Kiến nghị số {number}: đề nghị xã sửa kênh mương thôn Đồng Vạn."
    app.live.save_item(
        cid,
        LiveItem(
            text=text,
            voices=(Voice(f"Nguyễn Thị Mừng {number}", "bà", "thôn Đồng Vạn"),),
            rounds=(
                Round(
                    answerer="ông Trần Hữu Lẫm", text=f"Xã ghi nhận, trả lời trong tháng {number % 12 + 1}."
                ),
            ),
            outcome=Outcome.ANSWERED,
        ),
    )


def _office(root: Path, name: str, device: str) -> Office:
    """Ten opinions, a backup, thirty more of which half have reached the file itself, then frozen minutes."""
    clock = MovingClock(EIGHT)
    app = build(root / "alive", clock=clock, device=device)
    cid = app.planning.create(issuer=Issuer(name=name, province="tỉnh Đông Giang"))
    app.live.start(cid)
    for number in range(10):
        clock.step(60)
        _opinion(app, cid, number)
    app.maintenance.backup()
    at_backup = frozenset(entry.id for entry in app.live.history(cid, 10_000))
    later = app.planning.create(issuer=Issuer(name=name, province="tỉnh Đông Giang"))
    app.live.start(later)
    for number in range(10, 40):
        clock.step(60)
        _opinion(app, cid if number % 3 else later, number)
        if number == 25:
            app.database.raw.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    app.live.end(cid)
    app.closing.freeze(cid)
    plan = app.planning.plan(cid)
    clock.step(60)
    app.planning.save_plan(cid, replace(plan, places=("Hội trường Ủy ban nhân dân xã",)), step="tasks")
    entries = {one: app.live.history(one, 10_000) for one in (cid, later)}
    titles = frozenset(info.id for info in app.planning.list())
    shutil.copytree(app.paths.root, root / "dead")  # as a cut of the power leaves it: the log beside the file
    app.close()
    return Office(root / "dead", entries, at_backup, titles)


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Office:
    return _office(tmp_path_factory.mktemp("xã"), "Minh Khê", "may-1")


@pytest.fixture(scope="module")
def other(tmp_path_factory: pytest.TempPathFactory) -> Office:
    return _office(tmp_path_factory.mktemp("khác"), "Đại Xuyên", "may-9")


def test_there_are_thirty_ways() -> None:
    assert len({way.name for way in WAYS}) == len(WAYS) >= 30


@pytest.mark.parametrize("way", WAYS, ids=lambda way: way.name)
def test_a_damaged_database_comes_back(way: Way, office: Office, other: Office, tmp_path: Path) -> None:
    paths = DataPaths(tmp_path / "data")
    shutil.copytree(office.root, paths.root)
    way.harm(paths.database, other.root / paths.database.name)
    # What SQLite can still put together itself needs no restoring: the program opens it.
    report = restore(paths, MovingClock(NEXT_DAY)) if damage(paths) else None
    assert damage(paths) == (), "the whole folder is sound, and all rows follow from the journal"
    app = build(paths.root, clock=MovingClock(EIGHT), device="may-1")
    try:
        conferences = {info.id for info in app.planning.list()}
        back = {one: app.live.history(one, 10_000) for one in conferences}
        for one in conferences:
            app.planning.view(one)
    finally:
        app.close()
    assert conferences <= office.titles
    original = {entry.id: entry for entries in office.entries.values() for entry in entries}
    found = {entry.id: entry for entries in back.values() for entry in entries}
    assert all(original.get(id_) == entry for id_, entry in found.items()), "nothing is invented"
    assert office.at_backup <= found.keys()
    if way.back is Back.ALL:
        assert found == original
    elif way.back is Back.SOME:
        assert len(found) > len(office.at_backup)
    if report is None:
        return
    beyond = len(found) - len(office.at_backup)
    assert report.salvaged.acts == beyond
    assert report.salvaged.lost <= len(original) - len(found)
    said = f"Đã lấy lại thêm {beyond} lần ghi sau bản sao lưu, lần cuối lúc "
    assert report.beyond.startswith(said) if beyond else report.beyond == ""
    assert report.kept_aside is not None
    assert report.kept_aside.exists()
