"""What was done in this sitting, so that each act can be taken back and done again."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Generic, TypeVar

S = TypeVar("S")
P = TypeVar("P")

#: Older acts are forgotten; frozen values share their unchanged parts, so this many cost little.
DEPTH = 300


@dataclass(frozen=True, slots=True)
class Act(Generic[S, P]):
    """One change to a frozen value (the plan): `step` is where it was made, `label` says it in words ("Đã xóa
    căn cứ"), `anchor` the place on the page it touched."""

    before: S
    after: S
    step: P
    label: str
    anchor: str
    merge: str = ""

    @property
    def undone(self) -> str:
        """What the toast says when it is taken back."""
        words = self.label[:1].lower() + self.label[1:]
        return f"Đã hoàn tác: {words or 'lần sửa vừa rồi'}"


class History(Generic[S, P]):
    """Acts in order. Typing into one field is one act as long as nothing else happens in between."""

    def __init__(self) -> None:
        self._done: list[Act[S, P]] = []
        self._undone: list[Act[S, P]] = []
        self._open = False

    def record(self, act: Act[S, P]) -> None:
        self._undone.clear()
        last = self._done[-1] if self._done else None
        if self._open and last is not None and act.merge and act.merge == last.merge:
            self._done[-1] = Act(last.before, act.after, act.step, act.label, act.anchor, act.merge)
        else:
            self._done.append(act)
            del self._done[:-DEPTH]
        self._open = True

    def seal(self) -> None:
        """What is typed next is an act of its own (the field or the step was left)."""
        self._open = False

    def undo(self) -> Act[S, P] | None:
        if not self._done:
            return None
        act = self._done.pop()
        self._undone.append(act)
        self._open = False
        return act

    def redo(self) -> Act[S, P] | None:
        if not self._undone:
            return None
        act = self._undone.pop()
        self._done.append(act)
        self._open = False
        return act

    @property
    def last(self) -> Act[S, P] | None:
        return self._done[-1] if self._done else None

    @property
    def can_undo(self) -> bool:
        return bool(self._done)

    @property
    def can_redo(self) -> bool:
        return bool(self._undone)
