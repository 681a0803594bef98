"""What the page asks of the core, over all conferences; every call runs on the database's thread."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any

from dialogue_desktop.domain.after_records import StoredFile
from dialogue_desktop.services.board import Board
from dialogue_desktop.services.follow_up import Key
from ui.follow_up.entry import FollowEntry, What, promise_facts, step_facts, update_of
from ui.rows_core import RowsCore


@dataclass(frozen=True, slots=True)
class Loaded:
    """Everything the page shows. `units`, `people` and `bodies` are offered where one is asked."""

    board: Board
    units: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    bodies: tuple[str, ...] = ()
    shelf: tuple[FollowEntry, ...] = ()
    saved_at: datetime | None = None


class Following(RowsCore[FollowEntry]):
    """Of `services`, the core's App, `boards`, `follow_up`, `evidence`, `live`, `library`, `sorting`, `clock`
    and `settings` are used. Acts are remembered with their conferences, so that undo finds them."""

    page = "follow_up"

    def __init__(self, services: Any) -> None:
        super().__init__(services, "all", FollowEntry)
        self._acts: list[tuple[str, ...]] = []
        self._undone: list[tuple[str, ...]] = []

    def load(self, *, shelf: bool = True) -> Loaded:
        services = self._services
        board: Board = services.boards.read()
        steps = [step for row in board.rows for step in row.steps]
        units = dict.fromkeys((*(row.commitment.unit for row in board.rows), *services.library.lists().units))
        times = [step.at for step in steps if step.at is not None]
        return Loaded(
            board,
            tuple(one for one in units if one),
            tuple(dict.fromkeys(step.who for step in steps if step.who)),
            tuple(
                dict.fromkeys(r.commitment.receiving_body for r in board.rows if r.commitment.receiving_body)
            ),
            self._shelf() if shelf else (),
            max(times, default=None),
        )

    # --- acts

    def save(self, entry: FollowEntry) -> str:
        """Write down what the form says; the key of the row, or of the first of several."""
        follow_up, today = self._services.follow_up, self._services.clock.today()
        keys = [Key.of(key) for key in entry.keys]
        match entry.what:
            case What.UPDATE:
                self._did(follow_up.update(keys, update_of(entry, today)))
            case What.STEP:
                follow_up.edit_step(keys[0].conference_id, entry.step_id, **step_facts(entry, today))
                self._did((keys[0].conference_id,))
            case What.EDIT:
                follow_up.edit(keys[0], **promise_facts(entry, today))
                self._did((keys[0].conference_id,))
            case What.ADD:
                keys = [follow_up.add(entry.conference_id, **promise_facts(entry, today))]
                self._did((entry.conference_id,))
        return str(keys[0])

    def remove_step(self, key: str, step_id: str) -> None:
        conference_id = Key.of(key).conference_id
        self._services.follow_up.remove_step(conference_id, step_id)
        self._did((conference_id,))

    def drop(self, key: str, reason: str) -> None:
        self._services.follow_up.drop(Key.of(key), reason)
        self._did((Key.of(key).conference_id,))

    def carry(self, keys: Sequence[str], to: str) -> None:
        self._did(self._services.follow_up.carry([Key.of(key) for key in keys], to))

    def against(self, day: date) -> tuple[str, ...]:
        found: tuple[str, ...] = self._services.follow_up.against(day)
        return found

    # --- evidence

    def take(self, paths: Sequence[Path]) -> tuple[StoredFile, ...]:
        found: tuple[StoredFile, ...] = self._services.evidence.take(paths)
        return found

    def faults(self, files: Sequence[StoredFile]) -> tuple[str, ...]:
        found: tuple[str, ...] = self._services.evidence.faults(files)
        return found

    def copy(self, file: StoredFile) -> Path:
        path: Path = self._services.evidence.copy(file)
        return path

    # --- taking back

    def _did(self, conferences: tuple[str, ...]) -> None:
        self._acts.append(conferences)
        self._undone.clear()

    def undo(self) -> str:
        if not self._acts:
            return ""
        conferences = self._acts.pop()
        words = ""
        for conference_id in reversed(conferences):
            entry = self._services.live.undo(conference_id, carried=True)
            words = words or (self._services.live.entry_text(entry) if entry is not None else "")
        self._undone.append(conferences)
        return words

    def redo(self) -> str:
        if not self._undone:
            return ""
        conferences = self._undone.pop()
        words = ""
        for conference_id in conferences:
            entry = self._services.live.redo(conference_id, carried=True)
            words = words or (self._services.live.entry_text(entry) if entry is not None else "")
        self._acts.append(conferences)
        return words
