"""The office's library while it is edited: held as one frozen value, saved by itself, undone act by act."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from dialogue_desktop.domain.office_library import Shelf
from ui.wizard.autosave import Autosave, Delay, Runner, SaveState
from ui.wizard.history import Act, History


class LibraryPresenter:
    """As the wizard's presenter, over a Shelf; `plan` is the value that its lists edit.

    Watchers of the shelf hear it with the field that was typed into, which is not written over.
    """

    def __init__(
        self, shelf: Shelf, *, save: Callable[[Shelf], datetime], run: Runner, delay: Delay, part: str
    ) -> None:
        self._shelf, self._part = shelf, part
        self._history: History[Shelf, str] = History()
        self._watchers: list[Callable[[Shelf, object], None]] = []
        self._part_watchers: list[Callable[[str], None]] = []
        self._save_watchers: list[Callable[[SaveState], None]] = []
        self._saving: Autosave[Shelf] = Autosave(lambda wanted, _step: save(wanted), run, delay, self._saved)

    @property
    def plan(self) -> Shelf:
        return self._shelf

    @property
    def part(self) -> str:
        """The part on view."""
        return self._part

    @property
    def clean(self) -> bool:
        """Everything typed is committed."""
        return self._saving.clean

    @property
    def save_state(self) -> SaveState:
        return self._saving.state

    def on_change(self, watcher: Callable[[Shelf, object], None]) -> None:
        self._watchers.append(watcher)

    def on_part(self, watcher: Callable[[str], None]) -> None:
        """Undo led to another part."""
        self._part_watchers.append(watcher)

    def on_save(self, watcher: Callable[[SaveState], None]) -> None:
        self._save_watchers.append(watcher)

    # --- what is done ---------------------------------------------------------------------------------

    def edit(
        self, plan: Shelf, *, anchor: str = "", label: str = "", merge: str = "", source: object = None
    ) -> bool:
        """The shelf is now this one; False when nothing changed. Edits with the same `merge` in a row are
        one act to take back."""
        if plan == self._shelf:
            return False
        self._history.record(Act(self._shelf, plan, self._part, label, anchor, merge))
        self._become(plan, source)
        return True

    def seal(self) -> None:
        self._history.seal()

    def go(self, part: str) -> None:
        """Another part is on view."""
        self._history.seal()
        self._part = part

    def undo(self) -> str:
        """What the toast says; "" when there was nothing to take back."""
        act = self._history.undo()
        if act is None:
            return ""
        self._turn_to(act.step)
        self._become(act.before, None)
        return act.undone

    def redo(self) -> str:
        act = self._history.redo()
        if act is None:
            return ""
        self._turn_to(act.step)
        self._become(act.after, None)
        return act.label or "Đã làm lại lần sửa"

    def replace(self, shelf: Shelf) -> None:
        """The library was changed elsewhere: what was done here can no longer be taken back one by one."""
        self._history = History()
        self._shelf = shelf
        self._tell(None)

    def flush(self, then: Callable[[bool], None] | None = None) -> None:
        """Save now; `then` hears whether all is committed."""
        self._saving.flush(then)

    # --- inside ---------------------------------------------------------------------------------------

    def _become(self, shelf: Shelf, source: object) -> None:
        self._shelf = shelf
        self._saving.want(shelf)
        self._tell(source)

    def _turn_to(self, part: str) -> None:
        if part != self._part:
            self._part = part
            for watcher in tuple(self._part_watchers):
                watcher(part)

    def _tell(self, source: object) -> None:
        for watcher in tuple(self._watchers):
            watcher(self._shelf, source)

    def _saved(self, state: SaveState) -> None:
        for watcher in tuple(self._save_watchers):
            watcher(state)
