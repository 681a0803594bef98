"""The form of one row of a list, without Qt: opened, typed into, kept within a second, saved (L9)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Generic, Protocol, TypeVar

from dialogue_desktop.errors import NotFound, UserError
from ui.draft_keeper import DraftKeeper, Timer
from ui.runner import Runner
from ui.shelf import Shelf

E = TypeVar("E")
Shown = TypeVar("Shown", contravariant=True)

KEPT = "Chữ đang gõ vẫn còn ở đây và đã giữ thêm ở tệp cứu."
FAULT = "Chương trình gặp lỗi khi ghi. Chữ đang gõ vẫn còn trong cửa sổ này."


@dataclass(frozen=True, slots=True)
class Trouble:
    """What could not be saved or read: a bold fact, one sentence, the words of the way out."""

    fact: str
    sentence: str
    act: str


class FormRows(Protocol[E]):
    """What the presenter of a list tells its form desk, and is told by it.

    `id_of`, `as_new`: as of `Shelf`. `write` runs on the database's thread; the rest on the main one.
    """

    gone_words: str  # said where the row of the open form was taken away elsewhere

    def id_of(self, entry: E, /) -> str: ...
    def as_new(self, entry: E, /) -> E: ...
    def entry_of(self, row_id: str, /) -> E | None:
        """The form of a row as it is kept; None where it is gone."""
        ...

    def blank(self, last: E | None, /) -> E:
        """An empty form, with what stays from the one saved last."""
        ...

    def complaint(self, entry: E, /) -> tuple[str, str] | None:
        """(field, sentence) where the form cannot be kept as it is."""
        ...

    def differs(self, entry: E, base: E, /) -> bool: ...
    def below(self, row_id: str, /) -> str: ...
    def write(self, entry: E, base: E, /) -> str: ...
    def written(self, entry: E, row_id: str, new: bool, /) -> None: ...
    def rescue(self, entry: E, /) -> bool: ...
    def keep(self, entries: tuple[E, ...], /) -> datetime: ...
    def show(self) -> None: ...
    def refresh(self) -> None: ...


class FormView(Protocol[Shown]):
    """The window's side."""

    def fill_form(self, entry: Shown, focus: str, /) -> None: ...
    def complain(self, form_field: str, sentence: str, /) -> None: ...
    def show_kept(self, at: datetime, /) -> None: ...
    def say(self, words: str, back: Callable[[], None] | None, /) -> None: ...


class FormDesk(Generic[E]):
    """`key` is of the open form: the row's id, or one of the shelf's own for a new row; "" while closed."""

    def __init__(self, rows: FormRows[E], view: FormView[E], run: Runner, timer: Timer, empty: E) -> None:
        self._rows, self._view, self._run = rows, view, run
        self.key = ""
        self.form, self._base = empty, empty
        self._empty = empty
        self.focus = ""
        self.last: E | None = None
        self.shelf: Shelf[E] = Shelf(rows.id_of, rows.as_new)
        self._failed: list[str] = []
        self.trouble: Trouble | None = None
        self._keeper: DraftKeeper[tuple[E, ...]] = DraftKeeper(
            self.shelf.entries, rows.keep, run, timer, saved=view.show_kept, failed=self._not_kept
        )

    @property
    def is_new(self) -> bool:
        return Shelf.is_new(self.key)

    # --- what was read --------------------------------------------------------------------------------

    def fill(self, entries: tuple[E, ...]) -> None:
        """What the disk held half typed, at the start."""
        self.shelf.fill(entries, lambda row_id: self._rows.entry_of(row_id) is not None)
        self._keeper.known(entries)

    def mind(self) -> None:
        """What the open form shows may have been changed or taken away elsewhere (undo, another page)."""
        if not self.key or self.is_new:
            return
        fresh = self._rows.entry_of(self.key)
        if fresh is None:
            entry = self.shelf.take(self.key)
            if entry is None:
                self.key = ""
                return
            self.key = self.shelf.new_key()
            self.form, self._base = self._rows.as_new(entry), self._empty
            self.shelf.put(self.key, self.form)
            self._view.say(self._rows.gone_words, None)
        elif fresh != self._base and self.shelf.get(self.key) is None:
            self.form = self._base = fresh
            self._view.fill_form(fresh, self.focus)

    # --- opening --------------------------------------------------------------------------------------

    def begin_new(self) -> None:
        """An empty form, or the new row that was left half typed."""
        if self.is_new:
            return
        lying = [key for key in self.shelf.others(self.key) if Shelf.is_new(key)]
        self.open_new(lying[-1] if lying else "")

    def open_new(self, key: str = "") -> None:
        self._base = self._rows.blank(self.last)
        entry = self.shelf.get(key) if key else None
        self._put(key or self.shelf.new_key(), entry or self._base, "")

    def begin_edit(self, row_id: str, focus: str) -> None:
        """The form of a row, with what was left half typed of it."""
        kept = self._rows.entry_of(row_id)
        if kept is not None:
            self._base = kept
            self._put(row_id, self.shelf.get(row_id) or kept, focus)

    def resume(self) -> str:
        """Go on with what was left half typed last; the row's id where it is of a row."""
        lying = self.shelf.others(self.key)
        if lying and Shelf.is_new(lying[-1]):
            self.open_new(lying[-1])
        return lying[-1] if lying and not Shelf.is_new(lying[-1]) else ""

    def discard(self) -> None:
        """Put away what was left half typed last; the toast brings it back."""
        lying = self.shelf.others(self.key)
        key = lying[-1] if lying else ""
        entry = self.shelf.take(key)
        if entry is None:
            return
        kept = entry
        self._failed = [other for other in self._failed if other != key]

        def back() -> None:
            self.shelf.put(key, kept)
            self._keeper.touch()
            self._rows.show()

        self._keeper.touch()
        self._view.say("Đã bỏ chữ đang gõ dở", back)
        self.clear_trouble()
        self._rows.show()

    def close(self) -> None:
        """Leave the form; what is in it stays on the shelf."""
        if self.key:
            self.key = ""
            self._rows.show()

    def _put(self, key: str, entry: E, focus: str) -> None:
        self.key, self.form, self.focus = key, entry, focus
        self._rows.show()
        self._view.fill_form(entry, focus)

    # --- typing and saving ----------------------------------------------------------------------------

    def typed(self, entry: E) -> None:
        """The form changed; it is on the disk within a second."""
        if not self.key or entry == self.form:
            return
        self.form = entry
        if self._rows.differs(entry, self._base):
            moved = self.shelf.put(self.key, entry)
        else:
            moved = self.shelf.take(self.key) is not None
        self._keeper.touch()
        if moved:
            self._rows.show()

    def save(self, *, go_on: bool) -> str | None:
        """Keep the row; then the next new form is opened, or the id of the row below is given, or "" where
        the form is closed. None where it complains."""
        key, entry, base, new = self.key, self.form, self._base, self.is_new
        if not key:
            return None
        below = self._rows.below(key)  # before the save: a filter may let go of the row
        if new or self._rows.differs(entry, base):
            wrong = self._rows.complaint(entry)
            if wrong is not None:
                self._view.complain(*wrong)
                return None
            self.shelf.put(key, entry)
            self._write(key, entry, base)
        if new:
            self.last = entry
        if go_on and new:
            self.open_new()
        elif not (go_on and below):
            self.close()
        return below if go_on and not new else ""

    def _write(self, key: str, entry: E, base: E) -> None:
        self._failed = [other for other in self._failed if other != key]
        new = Shelf.is_new(key)

        def done(row_id: str) -> None:
            if self.shelf.get(key) == entry:
                self.shelf.take(key)
            self._keeper.touch()
            self.clear_trouble()
            self._rows.written(entry, row_id, new)

        def failed(error: Exception) -> None:
            if isinstance(error, NotFound):
                self.shelf.take(key)
                self.shelf.put(self.shelf.new_key(), self._rows.as_new(entry))
                self._rows.refresh()
            else:
                self._failed.append(key)
            self._complain_of(error, entry)

        self._run(lambda: self._rows.write(entry, base), done, failed)

    def _complain_of(self, error: Exception, entry: E) -> None:
        """Something typed is not in the database: into a plain file with it, and say so."""
        sentence = f"{sentence_of(error)} {KEPT}" if self._rows.rescue(entry) else sentence_of(error)
        self.trouble = Trouble("Chưa lưu được.", sentence, "Lưu lại")
        self._rows.show()

    def _not_kept(self, error: Exception, entries: tuple[E, ...]) -> None:
        if entries:
            self._complain_of(error, self.form if self.key else entries[-1])

    def try_again(self) -> bool:
        """Save again what could not be saved; False where there was nothing."""
        waiting, self._failed = self._failed, []
        self.trouble = None
        for key in waiting:
            entry = self.shelf.get(key)
            if entry is not None:
                self._write(key, entry, self._rows.entry_of(key) or self._empty)
        self._keeper.write()
        return bool(waiting)

    def clear_trouble(self) -> None:
        if not self._failed:
            self.trouble = None

    def leave(self) -> None:
        """Out of sight: what is half typed is written at once."""
        self._keeper.write()


def sentence_of(error: Exception) -> str:
    """A fault of the program itself is told by the crash window too; the page says what is kept."""
    return error.sentence if isinstance(error, UserError) else FAULT
