"""What the page "Ý kiến thu thập" does, without Qt: list, groups, form, undo (C4, C5, C6, C7, L9)."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from dialogue_desktop.clock import Clock
from dialogue_desktop.domain.plan import Locality
from ui.draft_keeper import Timer
from ui.opinions import words
from ui.opinions.collected import Collected, Loaded, Offers
from ui.opinions.comparing import Comparing
from ui.opinions.entry import Entry, EntryError, entry_of, facts_of, typed_since
from ui.opinions.handing import Handing
from ui.opinions.listing import Listing
from ui.opinions.many import ManyActs
from ui.opinions.proposing import Proposals, Proposing
from ui.opinions.screen import Screen, View
from ui.opinions.sections import ALIKE, GROUP
from ui.opinions.shown import screen_of
from ui.opinions.suggesting import Suggesting
from ui.reading_presenter import RowsPresenter
from ui.runner import Runner


class OpinionsPresenter(RowsPresenter[Loaded, Entry]):
    """One conference. `run` does work on the database's thread, `aside` on another one; `rescue` writes an
    entry to a plain file. `timers`: for the form, for the joint answer, for what the words suggest."""

    gone_words = "Ý kiến này đã bị xóa ở nơi khác. Chữ đang gõ được giữ làm ý kiến mới."
    not_read_words = "Chưa đọc được ý kiến."

    _core: Collected
    _view: View

    def __init__(
        self,
        core: Collected,
        view: View,
        clock: Clock,
        run: Runner,
        aside: Runner,
        timers: tuple[Timer, Timer, Timer],
        rescue: Callable[[Entry], bool],
    ) -> None:
        super().__init__(core, view, clock, run, timers[0], rescue, Entry())
        self.listing = Listing()
        self._row_wanted = ""
        self.many = ManyActs(core, self.listing, run, self.acts, self.act_failed, self._gone)
        self.handing = Handing(core, run, self.acts, clock.today, self.show, self.act_failed)
        self.comparing = Comparing(core, run, timers[1], self.acts, clock.now, self.show, self._compared)
        self.proposing = Proposing(core.proposals, aside, self._busy, self._proposed)
        self.suggest = Suggesting(self, core, view, clock, run, aside, timers[2])

    # --- reading --------------------------------------------------------------------------------------

    def open(self) -> None:
        super().open()
        self.suggest.prepare()

    def _arrange(self, loaded: Loaded) -> None:
        self.suggest.take(loaded)
        self.listing.take(loaded.opinions, loaded.plan.localities, loaded.records.apart, self.today)
        self._reach_wanted()

    def _take(self, loaded: Loaded, *, first: bool) -> None:
        super()._take(loaded, first=first)
        if first:
            self.comparing.fill(loaded.joint)
        else:
            self.comparing.mind({one.id: one for one in loaded.records.opinions})

    def _show_read(self, loaded: Loaded) -> None:
        self.show()
        self.proposing.heard(loaded.records)

    def leave(self) -> None:
        super().leave()
        if self._data is not None:
            self.comparing.leave()

    # --- what is offered to the form ------------------------------------------------------------------

    @property
    def offers(self) -> Offers:
        return self._data.offers if self._data is not None else Offers()

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
        if opinion_id != self.listing.selected or self.listing.heading:
            self.listing.selected, self.listing.heading = opinion_id, ""
            self._put_away()
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
            self._put_away()
            self.listing.selected, self.listing.heading, self._row_wanted = self._row_wanted, "", ""

    def select_heading(self, section_id: str) -> None:
        """The heading of a section: all of it is in hand."""
        if section_id != self.listing.heading:
            self.listing.heading = section_id
            self._put_away()
            self.show()

    def group_by(self, on: bool) -> None:
        """The list by groups, or plain."""
        self.listing.grouped, self.listing.heading = on, ""
        self.show()

    def to_group(self, opinion_id: str = "") -> None:
        """From an opinion to the heading of its group."""
        one = self.listing.by_id.get(opinion_id or self.listing.selected)
        if one is not None:
            self.listing.grouped = True
            self.show()
            self.select_heading(self.listing.section_of_group(one.group_id))

    def tick(self, opinion_id: str, on: bool) -> None:
        self.tick_many((opinion_id,), on)

    def tick_many(self, ids: Sequence[str], on: bool) -> None:
        self.listing.tick(frozenset(ids), on)
        self.show()

    def tick_heading(self, section_id: str) -> None:
        """All of a section; none where they all are ticked already."""
        section = self.listing.section(section_id)
        if section is not None:
            ids = frozenset(section.shown)
            self.listing.tick(ids, not ids <= self.listing.ticked)
            self.show()

    def tick_shown(self) -> None:
        self.listing.tick_shown()
        self.show()

    def untick(self) -> None:
        self.listing.ticked = frozenset()
        self.show()

    def _gone(self, gone: frozenset[str]) -> None:
        """Opinions were removed: the form of one of them closes."""
        if self.form.key in gone:
            self.form.key = ""

    # --- what belongs together ------------------------------------------------------------------------

    def compare(self, section_id: str = "") -> None:
        """What is in hand, or a section, side by side; then it can be joined."""
        if not section_id and self.suggest.take_hint("similar"):
            return  # the form is open: what is typed is saved and joined
        section = self.listing.section(section_id)
        ids = section.ids if section is not None else tuple(one.id for one in self.listing.targets())
        one = self.listing.by_id.get(ids[0]) if len(ids) == 1 else None
        if one is not None:  # alone, but perhaps proposed with others
            ids = next((p.ids for p in self.listing.whole.proposals if one.id in p.ids), ids)
        if len(ids) < 2:
            self._view.say("Đánh dấu ít nhất hai ý kiến (phím cách) rồi gộp chung câu trả lời", None)
            return
        self.comparing.begin(ids, self.act_failed)

    def keep_apart(self) -> None:
        """What is compared, proposed or ticked are different things."""
        section = self.listing.section(self.listing.heading)
        if self.comparing.open:
            self.comparing.keep_apart()
        elif section is not None and section.kind == ALIKE and not self.listing.ticked:
            self.many.keep_section_apart(section.id)
        else:
            self.many.keep_apart()

    def assign(self) -> None:
        """Give what is in hand to a unit."""
        self._put_away()
        self.handing.begin(self.listing.targets(), self.listing.opinions)

    def assign_fields(self) -> None:
        """Give all that nobody has to the units of their fields."""
        self._put_away()
        self.handing.begin_fields(self.listing.opinions)

    def take_back(self) -> None:
        self.handing.take_back(self.listing.targets())

    def _put_away(self) -> None:
        """Another thing is looked at: an open form goes on the shelf, the pane of assigning closes."""
        self.form.key = ""
        self.handing.mode = ""

    def _compared(self, ids: tuple[str, ...]) -> None:
        """Joined or kept apart: they are no longer ticked."""
        self.listing.ticked -= frozenset(ids)

    def _busy(self) -> bool:
        aside = self.form.key or self.handing.mode or self.comparing.open or self.listing.ticked
        return bool(aside) or self._view.typing()

    def _proposed(self, found: Proposals) -> None:
        self.listing.propose(found)
        self.show()

    # --- the form ---------------------------------------------------------------------------------------

    def begin_new(self) -> None:
        """An empty form, or the new opinion that was left half typed."""
        if self._data is not None:
            self.handing.mode = ""
            self.form.begin_new()

    def begin_edit(self, opinion_id: str = "", focus: str = "text") -> None:
        """The form of the selected opinion, with what was left half typed of it. With a heading in hand that
        of its first opinion: the answer is that of all."""
        section = self.listing.section(self.listing.heading) if not opinion_id else None
        first = section.ids[0] if section is not None and section.kind == GROUP else self.listing.selected
        opinion = self.listing.by_id.get(opinion_id or first)
        if opinion is not None:
            self.listing.selected, self.listing.heading = opinion.id, ""
            self.handing.mode = ""
            self.form.begin_edit(opinion.id, focus)

    def resume(self) -> None:
        """Go on with what was left half typed last."""
        row_id = self.form.resume()
        if row_id:
            self.begin_edit(row_id)

    def save(self, *, go_on: bool) -> bool:
        """Do what is open: join, give away, or keep the opinion and open the next form (`go_on`), or close
        it. False where something must be put right first."""
        if self.comparing.open:
            self.comparing.join()
            return True
        if self.handing.mode:
            return self.handing.give()
        below = self.form.save(go_on=go_on)
        if below:
            self.begin_edit(below, self.form.focus)
        return below is not None

    def close_side(self) -> None:
        """Leave what is open; what was typed in it stays kept."""
        if self.comparing.open:
            self.comparing.close()
        self.handing.close()
        self.form.close()

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
        return self.suggest.blank(last)

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
            self.listing.selected, self.listing.heading = row_id, ""
        self.acts.acted(words.written(entry, new=new))
        self.suggest.written(entry, row_id)

    def _localities(self) -> tuple[Locality, ...]:
        return self._data.plan.localities if self._data is not None else ()

    # --- what is shown ----------------------------------------------------------------------------------

    def show(self) -> None:
        self._view.show_screen(self._screen())
        self.suggest.mind()
        self.proposing.rest()

    def _screen(self) -> Screen:
        if self._data is None:
            return Screen(trouble=self.trouble)
        screen = screen_of(self._data, self.listing, self.form, self.today, settled=not self.form.key)
        return replace(
            screen,
            compare=self.comparing.view(self._localities()),
            assign=self.handing.assign_view(),
            spread=self.handing.spread_view(),
            fresh=self.handing.fresh,
            trouble=self.trouble,
        )
