"""What the page "Ý kiến thu thập" does, without Qt: list, form, saving, undo (C4, C5, L9)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime

from dialogue_desktop.clock import Clock
from dialogue_desktop.domain.plan import Locality
from ui.form_desk import FormDesk, Trouble, sentence_of
from ui.live.draft_keeper import Timer
from ui.live.quick_add import KnownPerson, known_people
from ui.live.service import Runner
from ui.opinions import words
from ui.opinions.acts import Acts
from ui.opinions.collected import Collected, Loaded
from ui.opinions.entry import Entry, EntryError, blank_after, entry_of, facts_of, typed_since, write_day
from ui.opinions.listing import Listing
from ui.opinions.screen import FormView, Screen, View
from ui.opinions.shelf import shelf_words


class OpinionsPresenter:
    """One conference. `run` does work on the database's thread; `rescue` writes an entry to a plain file."""

    gone_words = "Ý kiến này đã bị xóa ở nơi khác. Chữ đang gõ được giữ làm ý kiến mới."

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
        self._trouble: Trouble | None = None
        self._reading = self._read_again = False
        self._row_wanted = ""
        self.acts = Acts(core, run, view.say, self.refresh, self._act_failed)
        self.form: FormDesk[Entry] = FormDesk(self, view, run, timer, Entry())

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
        self.form.fill(loaded.shelf)
        self.show()

    def _read(self, loaded: Loaded) -> None:
        self._reading = False
        self._take(loaded)
        self.form.mind()
        self.show()
        if self._read_again:
            self._read_again = False
            self.refresh()

    def _take(self, loaded: Loaded) -> None:
        self._data = loaded
        self.listing.take(loaded.opinions)
        self._reach_wanted()
        self._trouble = None
        self.form.clear_trouble()
        if loaded.saved_at is not None:
            self._view.show_saved(loaded.saved_at)

    def _not_read(self, error: Exception) -> None:
        self._reading = False
        self._trouble = Trouble("Chưa đọc được ý kiến.", sentence_of(error), "Đọc lại")
        self.show()

    def _act_failed(self, error: Exception) -> None:
        self._trouble = Trouble("Chưa làm được.", sentence_of(error), "Đọc lại")
        self.show()

    def try_again(self) -> None:
        """Save again what could not be saved, or read again."""
        self._trouble = None
        waiting = self.form.try_again()
        if self._data is None:
            self.open()
        elif not waiting:
            self.refresh()

    def leave(self) -> None:
        """Out of sight: what is half typed is written at once, acts are no longer taken back from here."""
        self.form.leave()
        self.acts.forget()

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
        return self.listing.slip_warning(slip_number, self.form.form.opinion_id)

    # --- the list ---------------------------------------------------------------------------------------

    def search(self, query: str) -> None:
        if query != self.listing.filters.query:
            self.listing.narrow(query=query)
            self.show()

    def choose(self, chip: str, value: str) -> None:
        """Narrow by `place`, `field`, `source` or `answer`; "" widens again."""
        self.listing.narrow(**{chip: value})
        self.show()

    def widen(self) -> None:
        self.listing.widen()
        self.show()

    def sort(self, column: str) -> None:
        self.listing.sort(column)
        self.show()

    def select(self, opinion_id: str) -> None:
        """Another row: its detail is shown, and an open form is put on the shelf."""
        if opinion_id != self.listing.selected:
            self.listing.selected = opinion_id
            self.form.key = ""
            self.show()

    def go_to(self, opinion_id: str) -> None:
        """Select this row, as soon as it has been read; filters that hide it are let go."""
        self._row_wanted = opinion_id
        if self._data is not None:
            self._reach_wanted()
            self.show()

    def _reach_wanted(self) -> None:
        if self._row_wanted in self.listing.by_id:
            if all(one.id != self._row_wanted for one in self.listing.shown):
                self.listing.widen()
            self.listing.selected, self._row_wanted, self.form.key = self._row_wanted, "", ""

    # --- the form ---------------------------------------------------------------------------------------

    def begin_new(self) -> None:
        """An empty form, or the new opinion that was left half typed."""
        if self._data is not None:
            self.form.begin_new()

    def begin_edit(self, opinion_id: str = "", focus: str = "text") -> None:
        """The form of the selected opinion, with what was left half typed of it."""
        opinion = self.listing.by_id.get(opinion_id or self.listing.selected)
        if opinion is not None:
            self.listing.selected = opinion.id
            self.form.begin_edit(opinion.id, focus)

    def resume(self) -> None:
        """Go on with what was left half typed last."""
        row_id = self.form.resume()
        if row_id:
            self.begin_edit(row_id)

    def save(self, *, go_on: bool) -> bool:
        """Keep the opinion and open the next form (`go_on`), or close it. False where it complains."""
        below = self.form.save(go_on=go_on)
        if below:
            self.begin_edit(below, self.form.focus)
        return below is not None

    # --- what the form desk asks ------------------------------------------------------------------------

    def id_of(self, entry: Entry) -> str:
        return entry.opinion_id

    def as_new(self, entry: Entry) -> Entry:
        return replace(entry, opinion_id="")

    def entry_of(self, row_id: str) -> Entry | None:
        opinion = self.listing.by_id.get(row_id)
        contacts = self._data.contacts if self._data is not None else {}
        return entry_of(opinion, contacts.get(row_id)) if opinion is not None else None

    def blank(self, last: Entry | None) -> Entry:
        entry = blank_after(last)
        return entry if last is not None else replace(entry, received=write_day(self.today))

    def complaint(self, entry: Entry) -> tuple[str, str] | None:
        try:
            facts_of(entry, self._localities(), self.today)
        except EntryError as wrong:
            return wrong.field, wrong.sentence
        return None

    def differs(self, entry: Entry, base: Entry) -> bool:
        return typed_since(entry, base)

    def below(self, row_id: str) -> str:
        return self.listing.below(row_id)

    def write(self, entry: Entry, base: Entry) -> str:
        return self._core.save(entry, base, self._localities(), self._clock.today())

    def written(self, entry: Entry, row_id: str, new: bool) -> None:
        if new:
            self.listing.selected = row_id
        self.acts.acted(words.written(entry, new=new))

    def rescue(self, entry: Entry) -> bool:
        return self._rescue(entry)

    def keep(self, entries: tuple[Entry, ...]) -> datetime:
        return self._core.keep(entries, self._clock.now())

    def _localities(self) -> tuple[Locality, ...]:
        return self._data.plan.localities if self._data is not None else ()

    # --- acts -------------------------------------------------------------------------------------------

    def remove(self, opinion_id: str = "") -> None:
        """Take the selected opinion out; the toast and Ctrl+Z bring it back."""
        opinion = self.listing.by_id.get(opinion_id or self.listing.selected)
        if opinion is None:
            return
        gone = opinion
        beside = self.listing.beside(opinion.id)

        def done(_: object) -> None:
            self.listing.selected = beside
            if self.form.key == gone.id:
                self.form.key = ""
            self.acts.acted(f"Đã xóa ý kiến số {gone.number}, {words.who(gone)}")

        self._run(lambda: self._core.remove(gone.id), done, self._act_failed)

    # --- what is shown ----------------------------------------------------------------------------------

    def show(self) -> None:
        self._view.show_screen(self._screen())

    def _screen(self) -> Screen:
        data, listing = self._data, self.listing
        trouble = self.form.trouble or self._trouble
        if data is None:
            return Screen(trouble=trouble)
        if not self.form.key:
            listing.settle()
        opinions, query, localities = listing.opinions, listing.filters.query, data.plan.localities
        selected = listing.by_id.get(listing.selected)
        return Screen(
            loaded=True,
            facts=words.facts_words(opinions),
            count=words.count_words(len(listing.shown), len(opinions)) if opinions else "",
            rows=listing.rows(localities, frozenset(self.form.shelf.others(""))),
            selected=listing.selected,
            detail=words.detail_of(selected, data.contacts.get(selected.id), query) if selected else None,
            empty="" if listing.shown else ("no_match" if opinions else "none"),
            no_match=words.no_match_words(query) if opinions and not listing.shown else "",
            chips=listing.chips(localities),
            order=listing.order,
            down=listing.down,
            form=self._form_view(),
            shelf=shelf_words(self.form.shelf, self.form.key, lambda key: listing.by_id[key].number),
            trouble=trouble,
        )

    def _form_view(self) -> FormView | None:
        if not self.form.key:
            return None
        opinion = self.listing.by_id.get(self.form.key)
        title = f"Sửa ý kiến số {opinion.number}" if opinion else "Ý kiến mới"
        return FormView(self.form.key, title, opinion is None)
