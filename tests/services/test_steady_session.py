"""The session goes on while the disk does not: acts held, written in order, found again (L9, G5)."""

from __future__ import annotations

import os
import random
import shutil
import sqlite3
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from dialogue_desktop.domain.live import LiveDraft, LiveItem, Round, TurnAct
from dialogue_desktop.domain.records import Conclusion, Outcome, TurnState, Voice
from dialogue_desktop.errors import StorageError
from dialogue_desktop.services.away import Reason
from dialogue_desktop.services.session_rescue import found_rescues, places_of
from dialogue_desktop.storage.consistency import rows_differ
from tests.live.hall import Hall, SickDisk


@pytest.fixture
def hall(data_dir: Path, home: Path) -> Iterator[Hall]:
    made = Hall(data_dir)
    made.app.steady.records(made.cid)  # as the live screen does when it opens
    yield made
    made.app.close()


def item(text: str, **more: object) -> LiveItem:
    return LiveItem(text=text, rounds=(Round("", "ông Trần Hữu Lẫm", "Trưởng phòng", "Sẽ làm."),), **more)  # type: ignore[arg-type]


def evening(hall: Hall, rng: random.Random, number: int) -> None:
    """One act by lot, of every kind that the screen has."""
    steady, cid = hall.app.steady, hall.cid
    records = steady.records(cid)
    turns = [t.id for t in records.turns]
    opinions = [o.id for o in records.opinions]
    hall.wait(7)

    def turn_act() -> object:
        act = rng.choice(list(TurnAct))
        return steady.turn_act(cid, rng.choice(turns), act)

    acts: list[Callable[[], object]] = [
        lambda: steady.start(cid),
        lambda: steady.add_turn(cid, Voice(f"Lò Văn Ế {number}", "ông", "thôn Phú Ấp")),
        lambda: steady.save_item(cid, item(f"Kênh N4 bồi lấp, lần {number}.", outcome=Outcome.PARTLY)),
        lambda: steady.set_step(cid, rng.choice(("s1", "s2", "s3"))),
        lambda: steady.undo(cid),
        lambda: steady.redo(cid),
        lambda: steady.set_conclusions(cid, (Conclusion(f"k{number}", 0, f"Giao việc {number}."),)),
    ]
    if turns:
        acts += [turn_act, turn_act, lambda: steady.move_turn(cid, rng.choice(turns), turns[0])]
    if opinions:
        acts += [
            lambda: steady.edit_opinion(cid, rng.choice(opinions), text=f"Sửa lại, lần {number}."),
            lambda: steady.remove_opinion(cid, rng.choice(opinions)),
        ]
    rng.choice(acts)()


@pytest.mark.parametrize("seed", range(4))
def test_acts_of_a_sick_hour_are_those_of_a_healthy_one(hall: Hall, seed: int) -> None:
    """L9: whatever was done is seen at once, comes into the journal in its order and with its own time."""
    rng, disk = random.Random(seed), SickDisk(hall.app)
    for number in range(25):
        evening(hall, rng, number)
    before = len(hall.app.live.history(hall.cid, 1000))
    disk.sick = True
    for number in range(25, 60):
        evening(hall, rng, number)
    shown = hall.app.steady.records(hall.cid)
    told = hall.app.steady.history(hall.cid, 1000)
    assert len(hall.app.live.history(hall.cid, 1000)) == before
    away = hall.app.steady.away
    assert away is not None
    assert (away.reason, away.rescued, away.acts) == (Reason.READ_ONLY, True, len(told) - before)
    disk.sick = False
    hall.wait(300)
    hall.app.steady.save_draft(hall.cid, LiveDraft())
    assert hall.app.steady.away is None
    assert hall.app.live.records(hall.cid) == shown
    entries, differing = rows_differ(hall.app.database, hall.cid)
    assert differing == 0
    assert [(e.id, e.kind, e.at, e.undoes) for e in reversed(entries)] == [
        (e.id, e.kind, e.at, e.undoes) for e in told
    ]
    assert list(found_rescues(lambda: places_of(hall.app.paths), hall.cid)) == []


def test_the_mirror_is_what_the_rows_are(hall: Hall) -> None:
    """L9: it follows acts of this page, of other pages and of packages alike."""
    rng = random.Random(9)
    for number in range(40):
        evening(hall, rng, number)
        if number % 7 == 0:
            hall.app.live.save_item(hall.cid, item(f"Ghi ở trang khác, lần {number}."))
    rows = hall.app.live.records(hall.cid)
    SickDisk(hall.app).sick = True
    with pytest.raises(StorageError):
        hall.app.steady.save_draft(hall.cid, LiveDraft())
    assert hall.app.steady.records(hall.cid) == rows
    SickDisk(hall.app).sick = False


def test_a_folder_that_is_moved_away_and_comes_back(hall: Hall, home: Path) -> None:
    """L9: what is committed into a file that is no longer there counts as held; nothing stands in the way of
    the folder's return, nothing is doubled."""
    steady, root = hall.app.steady, hall.data_dir
    steady.start(hall.cid)
    elsewhere = root.with_name("mất")
    root.rename(elsewhere)
    steady.save_item(hall.cid, item("Đèn đường thôn Đồng Vạn hỏng."))
    steady.save_item(hall.cid, item("Cầu Ngòi mất lan can."))
    away = steady.away
    assert away is not None
    assert (away.reason, away.acts, away.rescued) == (Reason.GONE, 2, True)
    assert not root.exists()
    assert list(home.rglob("*-phien-*.txt"))
    elsewhere.rename(root)
    steady.save_draft(hall.cid, LiveDraft())
    texts = [o.text for o in hall.app.live.records(hall.cid).at_hall()]
    assert texts == ["Đèn đường thôn Đồng Vạn hỏng.", "Cầu Ngòi mất lan can."]
    assert rows_differ(hall.app.database, hall.cid)[1] == 0
    assert not list(home.rglob("*-phien-*"))


def test_a_copy_of_the_folder_takes_its_place(hall: Hall) -> None:
    """L9: the stick was changed for a copy of it: the new file is opened and gets what was held. An older
    copy is not taken for it."""
    steady, root = hall.app.steady, hall.data_dir
    steady.start(hall.cid)
    old = root.with_name("bản cũ")
    shutil.copytree(root, old)
    steady.add_turn(hall.cid, Voice("Lê Thị Ổn", "bà", "thôn Phú Ấp"))
    fresh = root.with_name("bản mới")
    shutil.copytree(root, fresh)
    root.rename(root.with_name("mất"))
    steady.save_item(hall.cid, item("Nước sinh hoạt yếu."))
    old.rename(root)
    with pytest.raises(StorageError):
        steady.save_draft(hall.cid, LiveDraft())
    root.rename(root.with_name("bản cũ, để lại"))
    fresh.rename(root)
    steady.save_draft(hall.cid, LiveDraft())
    records = hall.app.live.records(hall.cid)
    assert [o.text for o in records.at_hall()] == ["Nước sinh hoạt yếu."]
    assert [t.voice.name for t in records.turns] == ["Lê Thị Ổn"]
    assert rows_differ(hall.app.database, hall.cid)[1] == 0


def test_another_program_holds_the_file(hall: Hall) -> None:
    """L9: the act is held after less than half a second, and written when the file is let go."""
    other = sqlite3.connect(hall.app.paths.database, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    hall.app.steady.save_item(hall.cid, item("Mương tiêu sau chợ tắc."))
    away = hall.app.steady.away
    assert away is not None
    assert away.reason is Reason.LOCKED
    with pytest.raises(StorageError):
        hall.app.steady.save_draft(hall.cid, LiveDraft())
    other.execute("ROLLBACK")
    other.close()
    hall.app.steady.save_draft(hall.cid, LiveDraft())
    assert len(hall.app.live.records(hall.cid).at_hall()) == 1


# --- the next start -----------------------------------------------------------------------------------


def killed_while_away(hall: Hall) -> None:
    """Two acts and half a sentence; then the power goes and the disk is well again."""
    steady = hall.app.steady
    steady.start(hall.cid)
    disk = SickDisk(hall.app)
    disk.sick = True
    steady.add_turn(hall.cid, Voice("Lê Thị Ổn", "bà", "thôn Phú Ấp"))
    steady.save_item(hall.cid, item("Nước sinh hoạt yếu.", new_id="aa00000000000001"))
    with pytest.raises(StorageError):
        steady.save_draft(hall.cid, LiveDraft(item("Đường lầy", new_id="aa00000000000002"), cursor=9))
    hall.reopen()
    hall.app.steady.records(hall.cid)


def test_the_next_start_finds_what_was_held(hall: Hall) -> None:
    """L9: offered with its hour, taken in once, gone from the folder afterwards."""
    killed_while_away(hall)
    steady = hall.app.steady
    found = steady.rescued(hall.cid)
    assert found is not None
    assert (found.acts, found.words, found.at) == (2, True, hall.clock.now())
    (draft,) = steady.take_rescued(hall.cid)
    assert (draft.item.text, draft.cursor) == ("Đường lầy", 9)
    records = hall.app.live.records(hall.cid)
    assert [o.text for o in records.at_hall()] == ["Nước sinh hoạt yếu."]
    assert [t.voice.name for t in records.turns] == ["Lê Thị Ổn"]
    assert steady.rescued(hall.cid) is None
    assert steady.take_rescued(hall.cid) == ()
    assert rows_differ(hall.app.database, hall.cid)[1] == 0


def test_a_rescue_that_was_written_already_is_not_offered(hall: Hall) -> None:
    """L9: the power went after the acts were written and before their file was cleared."""
    killed_while_away(hall)
    (path, _rescue) = next(found_rescues(lambda: places_of(hall.app.paths), hall.cid))
    kept = path.read_bytes()
    (draft,) = hall.app.steady.take_rescued(hall.cid)
    hall.app.live.save_item(hall.cid, draft.item)
    path.write_bytes(kept)
    hall.reopen()
    hall.app.steady.records(hall.cid)
    assert hall.app.steady.rescued(hall.cid) is None
    assert not path.exists()


def test_what_was_put_off_fits_in_later(hall: Hall) -> None:
    """L9: the session went on meanwhile: numbers stay single, what was decided since stands."""
    killed_while_away(hall)
    steady = hall.app.steady
    first = steady.add_turn(hall.cid, Voice("Vũ Đình Ất", "ông", "thôn Đồng Vạn"))
    steady.turn_act(hall.cid, first.id, TurnAct.START)
    steady.save_item(hall.cid, item("Sóng điện thoại mất liên tục.", turn_id=first.id))
    steady.take_rescued(hall.cid)
    records = hall.app.live.records(hall.cid)
    assert [(o.number, o.text) for o in records.at_hall()] == [
        (1, "Sóng điện thoại mất liên tục."), (2, "Nước sinh hoạt yếu."),
    ]  # fmt: skip
    assert sorted(t.number for t in records.turns) == [1, 2]
    assert next(t.state for t in records.turns if t.id == first.id) is TurnState.SPEAKING
    assert rows_differ(hall.app.database, hall.cid)[1] == 0


def test_room_is_kept_for_the_rescue(hall: Hall) -> None:
    """L9: a quarter of a megabyte beside the data, given back when the program ends in order."""
    ballast = hall.app.paths.rescue / "giu-cho"
    assert ballast.stat().st_size == 256 * 1024
    hall.app.steady.close()
    assert not ballast.exists()


def test_a_disk_without_any_room_takes_the_rescue_all_the_same(
    hall: Hall, monkeypatch: pytest.MonkeyPatch
) -> None:
    """L9: the room that was kept is given for it."""
    ballast, real = hall.app.paths.rescue / "giu-cho", os.fsync

    def full(handle: int) -> None:
        if ballast.exists():
            raise OSError(28, "No space left on device")
        real(handle)

    monkeypatch.setattr(os, "fsync", full)
    SickDisk(hall.app).sick = True
    hall.app.steady.save_item(hall.cid, item("Mương tiêu sau chợ tắc."))
    assert not ballast.exists()
    away = hall.app.steady.away
    assert away is not None
    assert away.rescued
    SickDisk(hall.app).sick = False


def test_nowhere_to_write_is_said(hall: Hall, monkeypatch: pytest.MonkeyPatch) -> None:
    """L9: then the acts are only in memory, and the bar must say so."""

    def full(handle: int) -> None:
        raise OSError(28, "No space left on device")

    SickDisk(hall.app).sick = True
    monkeypatch.setattr(os, "fsync", full)
    hall.app.steady.save_item(hall.cid, item("Mương tiêu sau chợ tắc."))
    away = hall.app.steady.away
    assert away is not None
    assert not away.rescued
    assert len(hall.app.steady.records(hall.cid).at_hall()) == 1
    monkeypatch.undo()
    SickDisk(hall.app).sick = False
