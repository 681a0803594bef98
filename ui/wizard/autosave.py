"""Saving of what is being written: soon, off the window's thread, newest wins (P1, P4, L9)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from enum import Enum
from typing import Generic, Protocol, TypeVar

from dialogue_desktop.errors import UserError

V = TypeVar("V")

#: From the first unsaved key to the start of the save; with the commit itself well under a second.
WAIT_MS = 600


class Delay(Protocol):
    """Something that acts once, later."""

    def start(self, milliseconds: int, act: Callable[[], None]) -> None:
        """Forget what was awaited and act after so long."""

    def stop(self) -> None: ...


class Runner(Protocol):
    """Does work away from the window's thread and hands the answer back on it."""

    def __call__(
        self,
        work: Callable[[], datetime],
        done: Callable[[datetime], None],
        failed: Callable[[Exception], None],
    ) -> None: ...


class SaveKind(Enum):
    IDLE = "idle"
    WAITING = "waiting"
    SAVED = "saved"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class SaveState:
    """`at` is the time (UTC) of the last commit; `sentence` says what went wrong."""

    kind: SaveKind = SaveKind.IDLE
    at: datetime | None = None
    sentence: str = ""


class Autosave(Generic[V]):
    """Writes the newest value (a plan) and step; what is typed while a save runs is saved right after it.

    The delay is not begun anew by every key: one who types without a pause is saved all the same.
    """

    def __init__(
        self,
        save: Callable[[V, str], datetime],
        run: Runner,
        delay: Delay,
        report: Callable[[SaveState], None],
    ) -> None:
        self._save, self._run, self._delay, self._report = save, run, delay, report
        self._newest: tuple[V, str] | None = None
        self._waiting = False
        self._under_way = 0
        self._when_clean: list[Callable[[bool], None]] = []
        self.state = SaveState()

    @property
    def clean(self) -> bool:
        """Everything given is committed."""
        return self._newest is None and not self._under_way

    def want(self, value: V, step: str = "") -> None:
        self._newest = (value, step)
        if not self._under_way and not self._waiting:
            self._waiting = True
            self._delay.start(WAIT_MS, self._begin)
        if self.state.kind is not SaveKind.FAILED:
            self._tell(SaveState(SaveKind.WAITING, self.state.at))

    def flush(self, then: Callable[[bool], None] | None = None) -> None:
        """Save now, behind a save under way; `then` hears whether everything is committed.

        The runner keeps the order, so nothing has to come back to the window in between: when the
        program closes, what is handed over here is still written.
        """
        if then is not None:
            self._when_clean.append(then)
        if self._newest is not None:
            self._hand_over()
        elif not self._under_way:
            self._answer(True)

    def _begin(self) -> None:
        self._waiting = False
        if not self._under_way and self._newest is not None:
            self._hand_over()

    def _hand_over(self) -> None:
        given = self._newest
        if given is None:
            return
        self._newest = None
        self._waiting = False
        self._delay.stop()
        self._under_way += 1
        value, step = given

        def failed(error: Exception) -> None:
            self._under_way -= 1
            if self._newest is None:
                self._newest = given
            self._tell(SaveState(SaveKind.FAILED, self.state.at, sentence_of(error)))
            self._answer(False)

        self._run(lambda: self._save(value, step), self._done, failed)

    def _done(self, at: datetime) -> None:
        self._under_way -= 1
        if self._newest is not None:
            # Typed during the save: no further wait, the last key may be a second old.
            self._tell(SaveState(SaveKind.WAITING, at))
            self._begin()
            return
        if self._under_way:
            return
        self._tell(SaveState(SaveKind.SAVED, at))
        self._answer(True)

    def _tell(self, state: SaveState) -> None:
        self.state = state
        self._report(state)

    def _answer(self, clean: bool) -> None:
        waiting, self._when_clean = self._when_clean, []
        for then in waiting:
            then(clean)


def sentence_of(error: Exception) -> str:
    """What to tell the secretary; the text itself is still in the window."""
    if isinstance(error, UserError):
        return error.sentence
    return "Chưa lưu được. Chữ đang gõ vẫn còn trong cửa sổ này; bấm Lưu lại để thử lần nữa."
