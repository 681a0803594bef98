"""What the page "Ý kiến thu thập" does, without Qt: list, form, saving, undo (C4, C5, L9)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from dialogue_desktop.clock import Clock
from dialogue_desktop.domain.records import Opinion
from dialogue_desktop.errors import NotFound, UserError
from ui.live.draft_keeper import DraftKeeper, Timer
from ui.live.quick_add import KnownPerson, known_people
from ui.live.service import Runner
from ui.opinions import words
from ui.opinions.acts import Acts
from ui.opinions.collected import Collected, Loaded
from ui.opinions.entry import Entry, EntryError, blank_after, entry_of, facts_of, typed_since, write_day
from ui.opinions.listing import Listing
from ui.opinions.screen import FormView, Screen, Trouble, View
from ui.opinions.shelf import Shelf

_KEPT = "Chữ đang gõ vẫn còn ở đây và đã giữ thêm ở tệp cứu."
_FAULT = "Chương trình gặp lỗi khi ghi. Chữ đang gõ vẫn còn trong cửa sổ này."


class OpinionsPresenter:
    """One conference. `run` does work on the database's thread; `rescue` writes an entry to a plain file."""

    def __init__(
        self,
        core: Collected,
        view: View,
        clock: Clock,
        run: Runner,
        timer: Timer,
        rescue: Callable[[Entry], bool],
    ) -> None:
        self._core, self._view, self._clock, self._run, self._rescue = core, view, clock, run, rescue
        self._data: Loaded | None = None
        self.listing = Listing()
        self._key = ""  # of the open form; "" while it is closed
        self._form, self._base = Entry(), Entry()
        self._focus = ""
        self._last: Entry | None = None
        self._shelf = Shelf()
        self._failed: list[str] = []
        self._trouble: Trouble | None = None
        self._reading = self._read_again = False
        self.acts = Acts(core, run, view.say, self.refresh, self._act_failed)
        self._keeper: DraftKeeper[tuple[Entry, ...]] = DraftKeeper(
            self._shelf.entries,
            lambda shelf: core.keep(shelf, clock.now()),
            run,
            timer,
            saved=view.show_kept,
            failed=self._not_kept,
        )

    # --- reading --------------------------------------------------------------------------------------

    def open(self) -> None:
        self._run(self._core.load, self._opened, self._not_read)

    def refresh(self) -> None:
        """Read again; what is being typed and what is selected stay."""
        if self._data is None:
            return
        if self._reading:
            self._read_again = True
            return
        self._reading = True
        self._run(lambda: self._core.load(shelf=False), self._read, self._not_read)

    def _opened(self, loaded: Loaded) -> None:
        self._take(loaded)
        self._shelf.fill(loaded.shelf, lambda opinion_id: opinion_id in self.listing.by_id)
        self._keeper.known(loaded.shelf)
        self._show()

    def _read(self, loaded: Loaded) -> None:
        self._reading = False
        self._take(loaded)
        self._mind_the_form()
        self._show()
        if self._read_again:
            self._read_again = False
            self.refresh()

    def _take(self, loaded: Loaded) -> None:
        self._data = loaded
        self.listing.take(loaded.opinions)
        self._clear_trouble()
        if loaded.saved_at is not None:
            self._view.show_saved(loaded.saved_at)

    def _not_read(self, error: Exception) -> None:
        self._reading = False
        self._trouble = Trouble("Chưa đọc được ý kiến.", _sentence(error), "Đọc lại")
        self._show()

    def _mind_the_form(self) -> None:
        """What the open form shows was changed or removed elsewhere (undo, the session)."""
        if not self._key or Shelf.is_new(self._key):
            return
        opinion = self.listing.by_id.get(self._key)
        if opinion is None:
            entry = self._shelf.take(self._key)
            if entry is None:
                self._key = ""
                return
            self._key = self._shelf.new_key()
            self._form, self._base = replace(entry, opinion_id=""), Entry()
            self._shelf.put(self._key, self._form)
            self._view.say("Ý kiến này đã bị xóa ở nơi khác. Chữ đang gõ được giữ làm ý kiến mới.", None)
            return
        fresh = self._entry_of(opinion)
        if fresh != self._base and self._shelf.get(self._key) is None:
            self._form = self._base = fresh
            self._view.fill_form(fresh, self._focus)

    # --- what is offered to the form ------------------------------------------------------------------

    @property
    def loaded(self) -> Loaded | None:
        return self._data

    @property
    def today(self) -> date:
        return self._clock.today()

    def known_people(self) -> tuple[KnownPerson, ...]:
        return known_people(self._data.records) if self._data is not None else ()

    def slip_warning(self, slip_number: str) -> str:
        return self.listing.slip_warning(slip_number, self._form.opinion_id)

    # --- the list ---------------------------------------------------------------------------------------

    def search(self, query: str) -> None:
        if query != self.listing.filters.query:
            self.listing.narrow(query=query)
            self._show()

    def choose(self, chip: str, value: str) -> None:
        """Narrow by `place`, `field`, `source` or `answer`; "" widens again."""
        self.listing.narrow(**{chip: value})
        self._show()

    def widen(self) -> None:
        self.listing.widen()
        self._show()

    def sort(self, column: str) -> None:
        self.listing.sort(column)
        self._show()

    def select(self, opinion_id: str) -> None:
        """Another row: its detail is shown, and an open form is put on the shelf."""
        if opinion_id != self.listing.selected:
            self.listing.selected = opinion_id
            self._key = ""
            self._show()

    # --- the form ---------------------------------------------------------------------------------------

    def begin_new(self) -> None:
        """An empty form, or the new opinion that was left half typed."""
        if self._data is None or Shelf.is_new(self._key):
            return
        lying = [key for key in self._shelf.others(self._key) if Shelf.is_new(key)]
        self._open_new(lying[-1] if lying else "")

    def _open_new(self, key: str = "") -> None:
        self._base = blank_after(self._last)
        if self._last is None:
            self._base = replace(self._base, received=write_day(self.today))
        entry = self._shelf.get(key) if key else None
        self._put_in_form(key or self._shelf.new_key(), entry or self._base, "")

    def begin_edit(self, opinion_id: str = "", focus: str = "text") -> None:
        """The form of the selected opinion, with what was left half typed of it."""
        opinion = self.listing.by_id.get(opinion_id or self.listing.selected)
        if opinion is None:
            return
        self.listing.selected = opinion.id
        self._base = self._entry_of(opinion)
        self._put_in_form(opinion.id, self._shelf.get(opinion.id) or self._base, focus)

    def resume(self) -> None:
        """Go on with what was left half typed last."""
        lying = self._shelf.others(self._key)
        if not lying:
            return
        if Shelf.is_new(lying[-1]):
            self._open_new(lying[-1])
        else:
            self.begin_edit(lying[-1])

    def discard(self) -> None:
        """Put away what was left half typed last; the toast brings it back."""
        lying = self._shelf.others(self._key)
        key = lying[-1] if lying else ""
        entry = self._shelf.take(key)
        if entry is None:
            return
        self._failed = [other for other in self._failed if other != key]

        def back() -> None:
            self._shelf.put(key, entry)
            self._keeper.touch()
            self._show()

        self._keeper.touch()
        self._view.say("Đã bỏ chữ đang gõ dở", back)
        self._clear_trouble()
        self._show()

    def typed(self, entry: Entry) -> None:
        """The form changed; it is on the disk within a second."""
        if not self._key or entry == self._form:
            return
        self._form = entry
        if typed_since(entry, self._base):
            moved = self._shelf.put(self._key, entry)
        else:
            moved = self._shelf.take(self._key) is not None
        self._keeper.touch()
        if moved:
            self._show()

    def at_field(self, name: str) -> None:
        """The cursor stands in this field: the next opinion opens there too."""
        self._focus = name

    def close_form(self) -> None:
        """Leave the form; what is in it stays on the shelf."""
        if self._key:
            self._key = ""
            self._show()

    def save(self, *, go_on: bool) -> bool:
        """Keep the opinion and open the next form (`go_on`), or close it. False where it complains."""
        key, entry, base, data = self._key, self._form, self._base, self._data
        if not key or data is None:
            return False
        new = Shelf.is_new(key)
        below = self.listing.below(key)  # before the save: a filter may let go of the row
        if new or typed_since(entry, base):
            try:
                facts_of(entry, data.plan.localities, self.today)
            except EntryError as wrong:
                self._view.complain(wrong.field, wrong.sentence)
                return False
            self._shelf.put(key, entry)
            self._write(key, entry, base)
        if new:
            self._last = entry
        if go_on and new:
            self._open_new()
        elif go_on and below:
            self.begin_edit(below, self._focus)
        else:
            self._key = ""
            self._show()
        return True

    def _put_in_form(self, key: str, entry: Entry, focus: str) -> None:
        self._key, self._form, self._focus = key, entry, focus
        self._show()
        self._view.fill_form(entry, focus)

    def _entry_of(self, opinion: Opinion) -> Entry:
        contacts = self._data.contacts if self._data is not None else {}
        return entry_of(opinion, contacts.get(opinion.id))

    # --- acts -------------------------------------------------------------------------------------------

    def _write(self, key: str, entry: Entry, base: Entry) -> None:
        data = self._data
        if data is None:
            return
        self._failed = [other for other in self._failed if other != key]
        new = Shelf.is_new(key)

        def done(opinion_id: str) -> None:
            if self._shelf.get(key) == entry:
                self._shelf.take(key)
            self._keeper.touch()
            self._clear_trouble()
            if new:
                self.listing.selected = opinion_id
            self.acts.acted(words.written(entry, new=new))

        def failed(error: Exception) -> None:
            if isinstance(error, NotFound):
                self._shelf.take(key)
                self._shelf.put(self._shelf.new_key(), replace(entry, opinion_id=""))
                self.refresh()
            else:
                self._failed.append(key)
            self._complain_of(error, entry)

        self._run(lambda: self._core.save(entry, base, data.plan, self._clock.today()), done, failed)

    def _complain_of(self, error: Exception, entry: Entry) -> None:
        """Something typed is not in the database: into a plain file with it, and say so."""
        sentence = f"{_sentence(error)} {_KEPT}" if self._rescue(entry) else _sentence(error)
        self._trouble = Trouble("Chưa lưu được.", sentence, "Lưu lại")
        self._show()

    def _not_kept(self, error: Exception, shelf: tuple[Entry, ...]) -> None:
        if shelf:
            self._complain_of(error, self._form if self._key else shelf[-1])

    def try_again(self) -> None:
        """Save again what could not be saved, or read again."""
        waiting, self._failed = self._failed, []
        self._trouble = None
        for key in waiting:
            entry = self._shelf.get(key)
            opinion = self.listing.by_id.get(key)
            if entry is not None:
                self._write(key, entry, self._entry_of(opinion) if opinion else Entry())
        self._keeper.write()
        if self._data is None:
            self.open()
        elif not waiting:
            self.refresh()

    def remove(self, opinion_id: str = "") -> None:
        """Take the selected opinion out; the toast and Ctrl+Z bring it back."""
        opinion = self.listing.by_id.get(opinion_id or self.listing.selected)
        if opinion is None:
            return
        gone = opinion
        beside = self.listing.beside(opinion.id)

        def done(_: object) -> None:
            self.listing.selected = beside
            if self._key == gone.id:
                self._key = ""
            self.acts.acted(f"Đã xóa ý kiến số {gone.number}, {words.who(gone)}")

        self._run(lambda: self._core.remove(gone.id), done, self._act_failed)

    def _act_failed(self, error: Exception) -> None:
        self._trouble = Trouble("Chưa làm được.", _sentence(error), "Đọc lại")
        self._show()

    def _clear_trouble(self) -> None:
        if not self._failed:
            self._trouble = None

    def leave(self) -> None:
        """Out of sight: what is half typed is written at once, acts are no longer taken back from here."""
        self._keeper.write()
        self.acts.forget()

    # --- what is shown ----------------------------------------------------------------------------------

    def _show(self) -> None:
        self._view.show_screen(self._screen())

    def _screen(self) -> Screen:
        data, listing = self._data, self.listing
        if data is None:
            return Screen(trouble=self._trouble)
        if not self._key:
            listing.settle()
        opinions, query, localities = listing.opinions, listing.filters.query, data.plan.localities
        selected = listing.by_id.get(listing.selected)
        return Screen(
            loaded=True,
            facts=words.facts_words(opinions),
            count=words.count_words(len(listing.shown), len(opinions)) if opinions else "",
            rows=listing.rows(localities, frozenset(self._shelf.others(""))),
            selected=listing.selected,
            detail=words.detail_of(selected, data.contacts.get(selected.id), query) if selected else None,
            empty="" if listing.shown else ("no_match" if opinions else "none"),
            no_match=words.no_match_words(query) if opinions and not listing.shown else "",
            chips=listing.chips(localities),
            order=listing.order,
            down=listing.down,
            form=self._form_view(),
            shelf=self._shelf.words(self._key, lambda key: listing.by_id[key].number),
            trouble=self._trouble,
        )

    def _form_view(self) -> FormView | None:
        if not self._key:
            return None
        opinion = self.listing.by_id.get(self._key)
        title = f"Sửa ý kiến số {opinion.number}" if opinion else "Ý kiến mới"
        return FormView(self._key, title, opinion is None)


def _sentence(error: Exception) -> str:
    """A fault of the program itself is told by the crash window too; the page says what is kept."""
    return error.sentence if isinstance(error, UserError) else _FAULT
