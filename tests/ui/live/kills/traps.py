"""Places where the robot dies by itself: the moments that a random kill rarely meets."""

from __future__ import annotations

import os
import signal
import sqlite3
import threading
from collections.abc import Callable
from typing import Any

from dialogue_desktop.services.live_session import LiveSession
from dialogue_desktop.storage import backup, journal
from dialogue_desktop.storage.side_tables import Drafts
from ui.desk import Desk
from ui.tasks import Lane

#: Between the commit of an opinion and the clearing of its draft.
AFTER_COMMIT = "after-commit"
#: The rows are changed, nothing is committed.
IN_TRANSACTION = "in-transaction"
#: While the log is written back into the database, over and over.
CHECKPOINT = "checkpoint"
#: A copy is written and checked, not yet in its place.
BACKUP = "backup"
#: The draft of the moment before is just on the disk.
AFTER_DRAFT = "after-draft"

#: Bytes of the log: enough that writing it back takes a while.
_MUCH = 60_000

ALL = (AFTER_COMMIT, IN_TRANSACTION, CHECKPOINT, BACKUP, AFTER_DRAFT)


def die() -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def _after(owner: Any, name: str, times: int, then: Callable[[], None] = die) -> None:
    """Let a function do its work so many times, then die behind it."""
    work, left = getattr(owner, name), [times]

    def done(*args: Any, **more: Any) -> Any:
        result = work(*args, **more)
        left[0] -= 1
        if not left[0]:
            then()
        return result

    setattr(owner, name, done)


def set_early_trap(trap: str) -> None:
    """For what happens while the program opens."""
    if trap == BACKUP:
        _after(backup, "damage_of", 1)


def set_trap(trap: str, desk: Desk) -> None:
    if trap == AFTER_COMMIT:
        _after(LiveSession, "save_item", 1)
    elif trap == IN_TRANSACTION:
        _after(journal, "apply_changes", 3)
    elif trap == AFTER_DRAFT:
        _after(Drafts, "save", 4)
    elif trap == CHECKPOINT:
        _checkpoints(desk)
    elif trap == BACKUP:
        app = desk.services.get()
        desk.tasks.run(app.maintenance.backup_quietly, lane=Lane.DATABASE)


def _checkpoints(desk: Desk) -> None:
    """Another connection writes the log back, and dies in the midst of it."""
    path = desk.services.get().database.path
    log = path.with_name(path.name + "-wal")

    def work() -> None:
        db = sqlite3.connect(path, isolation_level=None)
        while True:
            if log.stat().st_size > _MUCH:
                threading.Timer(0.0003, die).start()
                db.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
            threading.Event().wait(0.01)

    threading.Thread(target=work, daemon=True).start()
