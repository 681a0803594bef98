"""What every page of rows does about reading, without Qt: one read at a time, its failure, once more (L9)."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable
from datetime import date, datetime
from typing import Any, Generic, Protocol, TypeVar

from dialogue_desktop.clock import Clock
from ui.acts import Acts, TakesBack
from ui.draft_keeper import Timer
from ui.form_desk import FormDesk, FormRows, FormView, Trouble, sentence_of
from ui.runner import Runner


class Read(Protocol):
    """Everything a page shows, as it was read at once."""

    @property
    def saved_at(self) -> datetime | None:
        """When the newest entry of the journal was written."""
        ...


class RowsRead(Read, Protocol):
    """Rows, and the forms of them that were left half typed."""

    @property
    def shelf(self) -> tuple[Any, ...]: ...


L = TypeVar("L", bound=Read)
R = TypeVar("R", bound=RowsRead)
E = TypeVar("E")
Given = TypeVar("Given", bound=RowsRead, covariant=True)
Typed = TypeVar("Typed", contravariant=True)


class ReadView(Protocol):
    """The window's side of every page."""

    def show_saved(self, at: datetime, /) -> None: ...
    def say(self, words: str, back: Callable[[], None] | None, /) -> None: ...


class RowsView(FormView[Typed], Protocol[Typed]):
    """The window's side of rows with a form beside them."""

    def show_saved(self, at: datetime, /) -> None: ...


class RowsCore(TakesBack, Protocol[Given, Typed]):
    """The core of a page of rows; every call runs on the database's thread."""

    def load(self, *, shelf: bool = True) -> Given:
        """Read all; without `shelf` what is half typed is left as the page has it."""
        ...

    def keep(self, shelf: tuple[Typed, ...], at: datetime, /) -> datetime: ...


class ReadingPresenter(ABC, Generic[L]):
    """One read at a time: what is asked for meanwhile, however often, is one more read after it."""

    not_read_words: str  # the bold fact of a read that failed
    not_done_words = "Chưa làm được."  # that of an act

    def __init__(self, core: TakesBack, view: ReadView, run: Runner) -> None:
        self._core, self._view, self._run = core, view, run
        self._data: L | None = None
        self._reading = self._read_again = False
        self._trouble: Trouble | None = None
        self.acts = Acts(core, run, view.say, self.refresh, self.act_failed)

    # --- what is the page's own -------------------------------------------------------------------------

    @abstractmethod
    def _loader(self, *, first: bool) -> Callable[[], L]:
        """What reads, on the database's thread; made on the main one, so it may hold what is in view now."""

    @abstractmethod
    def _arrange(self, loaded: L) -> None:
        """Make of what was read what the page looks things up in."""

    @abstractmethod
    def show(self) -> None: ...

    def _show_read(self, loaded: L) -> None:
        """Show what was just read."""
        self.show()

    # --- reading ----------------------------------------------------------------------------------------

    def open(self) -> None:
        """Read for the first time."""
        self._run(self._loader(first=True), self._opened, self._not_read)

    def refresh(self) -> None:
        """Read again; what is being typed, selected and ticked stays."""
        if self._data is None:
            return
        if self._reading:
            self._read_again = True
            return
        self._reading = True
        self._run(self._loader(first=False), self._read, self._not_read)

    def _opened(self, loaded: L) -> None:
        self._take(loaded, first=True)
        self._show_read(loaded)

    def _read(self, loaded: L) -> None:
        self._reading = False
        self._take(loaded, first=False)
        self._show_read(loaded)
        if self._read_again:
            self._read_again = False
            self.refresh()

    def _take(self, loaded: L, *, first: bool) -> None:
        """What was read is what the page has now; `first`, where it was read by `open`."""
        self._data = loaded
        self._arrange(loaded)
        self._trouble = None
        if loaded.saved_at is not None:
            self._view.show_saved(loaded.saved_at)

    def _not_read(self, error: Exception) -> None:
        self._reading = False
        self._tell(self.not_read_words, error)

    def act_failed(self, error: Exception) -> None:
        self._tell(self.not_done_words, error)

    def _tell(self, fact: str, error: Exception) -> None:
        self._trouble = Trouble(fact, sentence_of(error), "Đọc lại")
        self.show()

    def try_again(self) -> None:
        """Save again what could not be saved, or read again."""
        self._trouble = None
        waiting = self._save_again()
        if self._data is None:
            self.open()
        elif not waiting:
            self.refresh()

    def _save_again(self) -> bool:
        """False where nothing waits to be saved."""
        return False

    def leave(self) -> None:
        """Out of sight: acts are no longer taken back from here."""
        self.acts.forget()

    @property
    def loaded(self) -> L | None:
        return self._data


class RowsPresenter(ReadingPresenter[R], FormRows[E], Generic[R, E]):
    """Rows with a form beside them. The first read brings what was left half typed; later ones leave it as
    the page has it, and mind the open form. `rescue` writes an entry to a plain file."""

    _core: RowsCore[R, E]

    def __init__(
        self,
        core: RowsCore[R, E],
        view: RowsView[E],
        clock: Clock,
        run: Runner,
        timer: Timer,
        rescue: Callable[[E], bool],
        empty: E,
    ) -> None:
        super().__init__(core, view, run)
        self._clock, self._rescue = clock, rescue
        self.form: FormDesk[E] = FormDesk(self, view, run, timer, empty)

    @abstractmethod
    def written(self, entry: E, row_id: str, new: bool) -> None:
        """A form was saved: choose its row and tell it to `acts`."""

    def _loader(self, *, first: bool) -> Callable[[], R]:
        return lambda: self._core.load(shelf=first)

    def _take(self, loaded: R, *, first: bool) -> None:
        super()._take(loaded, first=first)
        self.form.clear_trouble()
        if first:
            self.form.fill(loaded.shelf)
        else:
            self.form.mind()

    def _save_again(self) -> bool:
        return self._data is not None and self.form.try_again()

    def leave(self) -> None:
        """Out of sight: what is half typed is written at once, acts are no longer taken back from here."""
        if self._data is not None:  # before, the shelf is empty here and what the disk holds is newer
            self.form.leave()
        super().leave()

    @property
    def today(self) -> date:
        return self._clock.today()

    @property
    def trouble(self) -> Trouble | None:
        """What stands over the page: that something is not saved goes before all."""
        return self.form.trouble or self._trouble

    def rescue(self, entry: E) -> bool:
        return self._rescue(entry)

    def keep(self, entries: tuple[E, ...]) -> datetime:
        return self._core.keep(entries, self._clock.now())
