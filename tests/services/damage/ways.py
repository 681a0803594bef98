"""Thirty ways in which a disk, a stick or a hand damages the data, each the same on every run."""

from __future__ import annotations

import random
import sqlite3
from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum
from pathlib import Path

PAGE, FRAME = 4096, 24 + 4096


class Back(Enum):
    """What must come back at least."""

    BACKUP = "all up to the backup"
    SOME = "some acts beyond the backup"
    ALL = "every act"


@dataclass(frozen=True, slots=True)
class Way:
    """`kind` names it, `harm` gets the database's path and the path of another office's one."""

    name: str
    back: Back
    harm: Callable[[Path, Path], None]


def _wal(path: Path) -> Path:
    return path.with_name(path.name + "-wal")


def _write(path: Path, at: int, data: bytes) -> None:
    with path.open("r+b") as handle:
        handle.seek(at)
        handle.write(data)


def _settle(path: Path) -> None:
    """Everything lies in the file itself, as after a day that ended in order."""
    connection = sqlite3.connect(path)
    connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    connection.close()


def _header(data: bytes, at: int = 0) -> Callable[[Path, Path], None]:
    def harm(path: Path, _other: Path) -> None:
        _settle(path)
        _write(path, at, data)

    return harm


def _cut(seed: int) -> Callable[[Path, Path], None]:
    def harm(path: Path, _other: Path) -> None:
        _settle(path)
        _shorten(path, seed)

    return harm


def _shorten(path: Path, seed: int) -> None:
    with path.open("r+b") as handle:
        handle.truncate(random.Random(seed).randrange(1, path.stat().st_size))


def _pages(seed: int, count: int, fill: Callable[[random.Random], bytes]) -> Callable[[Path, Path], None]:
    def harm(path: Path, _other: Path) -> None:
        _settle(path)
        dice = random.Random(seed)
        for number in dice.sample(range(path.stat().st_size // PAGE), count):
            _write(path, number * PAGE, fill(dice))

    return harm


def _zeros(_dice: random.Random) -> bytes:
    return bytes(PAGE)


def _sector(_dice: random.Random) -> bytes:
    return bytes(512)


def _noise(dice: random.Random) -> bytes:
    return dice.randbytes(PAGE)


def _every_second(path: Path, _other: Path) -> None:
    _settle(path)
    for at in range(0, path.stat().st_size, 2 * PAGE):
        _write(path, at, bytes(PAGE))


def _drop(*statements: str) -> Callable[[Path, Path], None]:
    def harm(path: Path, _other: Path) -> None:
        connection = sqlite3.connect(path)
        for statement in statements:
            connection.execute(statement)
        connection.commit()
        connection.close()

    return harm


def _triggers(path: Path, other: Path) -> None:
    names = ("journal_no_update", "journal_no_delete", "snapshot_no_update", "snapshot_no_delete")
    _drop(*(f"DROP TRIGGER {name}" for name in names))(path, other)


def _wal_lost(path: Path, _other: Path) -> None:
    _wal(path).unlink()


def _wal_cut(seed: int) -> Callable[[Path, Path], None]:
    """The log ends in the middle, and the file itself has lost its head."""

    def harm(path: Path, _other: Path) -> None:
        _shorten(_wal(path), seed)
        _write(path, 0, bytes(100))

    return harm


def _wal_head(path: Path, _other: Path) -> None:
    _write(_wal(path), 0, bytes(32))
    _write(path, 0, bytes(100))


def _wal_frame(path: Path, _other: Path) -> None:
    frames = (_wal(path).stat().st_size - 32) // FRAME
    _write(_wal(path), 32 + frames // 2 * FRAME + 24, bytes(PAGE))
    _write(path, 0, bytes(100))


def _wal_noise(path: Path, _other: Path) -> None:
    _wal(path).write_bytes(random.Random(26).randbytes(200_000))
    _write(path, 0, bytes(100))


def _wal_of_another(path: Path, other: Path) -> None:
    _wal(path).write_bytes(_wal(other).read_bytes())
    path.with_name(path.name + "-shm").unlink(missing_ok=True)


def _only_wal(path: Path, _other: Path) -> None:
    path.unlink()


def _empty(path: Path, _other: Path) -> None:
    path.write_bytes(b"")


def _another_file(path: Path, other: Path) -> None:
    """Somebody's spreadsheet saved over it, the log gone."""
    path.write_bytes(b"PK\x03\x04" + random.Random(29).randbytes(60_000))
    _wal(path).unlink()


def _head_and_wal_lost(path: Path, other: Path) -> None:
    _write(path, 0, bytes(PAGE))
    _wal(path).unlink()


WAYS = (
    Way(
        "the file's own first page zeroed, a newer one in the WAL",
        Back.ALL,
        lambda p, _o: _write(p, 0, bytes(PAGE)),
    ),
    Way("wrong header: another magic", Back.ALL, _header(b"Microsoft Excel ")),
    Way("wrong header: zeroed", Back.ALL, _header(bytes(100))),
    Way("wrong header: noise", Back.ALL, _header(random.Random(3).randbytes(100))),
    Way("wrong header: another page size", Back.ALL, _header(b"\x02\x00" + bytes(14), 16)),
    Way("wrong header: another program's mark", Back.ALL, _header(b"\x00\x00\x00\x07", 68)),
    Way("the first page zeroed", Back.ALL, _header(bytes(PAGE))),
    Way("the first sector zeroed", Back.ALL, _header(bytes(512))),
    Way("cut at random (8)", Back.BACKUP, _cut(8)),
    Way("cut at random (9)", Back.SOME, _cut(9)),
    Way("cut at random (10)", Back.SOME, _cut(10)),
    Way("cut at random (11)", Back.SOME, _cut(11)),
    Way("cut to nothing", Back.SOME, _empty),
    Way("one page zeroed", Back.SOME, _pages(13, 1, _zeros)),
    Way("three pages zeroed", Back.SOME, _pages(14, 3, _zeros)),
    Way("twelve pages zeroed", Back.SOME, _pages(15, 12, _zeros)),
    Way("every second page zeroed", Back.SOME, _every_second),
    Way("forty pages with a zeroed sector", Back.SOME, _pages(17, 40, _sector)),
    Way("three pages of noise", Back.SOME, _pages(18, 3, _noise)),
    Way("twelve pages of noise", Back.SOME, _pages(19, 12, _noise)),
    Way("WAL lost, the file whole", Back.BACKUP, _wal_lost),
    Way("WAL and the first page lost", Back.SOME, _head_and_wal_lost),
    Way("WAL cut at random (22)", Back.SOME, _wal_cut(22)),
    Way("WAL cut at random (23)", Back.SOME, _wal_cut(23)),
    Way("WAL without its header", Back.ALL, _wal_head),
    Way("WAL with a zeroed frame", Back.SOME, _wal_frame),
    Way("WAL of noise", Back.SOME, _wal_noise),
    Way("WAL of another file", Back.BACKUP, _wal_of_another),
    Way("only the WAL is left", Back.SOME, _only_wal),
    Way("another program's file in its place", Back.BACKUP, _another_file),
    Way("one trigger of the journal gone", Back.ALL, _drop("DROP TRIGGER journal_no_update")),
    Way("all triggers gone", Back.ALL, _triggers),
    Way("the journal thrown away", Back.BACKUP, _drop("DROP TABLE journal")),
)
