"""What the page does with the list of the invited, without Qt: reading, list, form, acts (C10, C11, L9)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from dialogue_desktop.clock import Clock
from dialogue_desktop.domain.conference import Stage
from dialogue_desktop.domain.invite_layout import laid_out
from dialogue_desktop.domain.inviting import is_open
from dialogue_desktop.domain.plan import Level, Locality
from dialogue_desktop.domain.records import Delegate
from dialogue_desktop.domain.seats import HOSTS
from dialogue_desktop.domain.words_vi import thousands
from ui.draft_keeper import Timer
from ui.invite import words
from ui.invite.core import Loaded, People
from ui.invite.entry import (
    DelegateEntry,
    EntryError,
    blank_after,
    entry_of,
    facts_of,
    split_person,
    typed_since,
)
from ui.invite.listing import Listing, known_names
from ui.invite.many import ManyActs
from ui.invite.screen import Chosen, FormView, Screen, View
from ui.reading_presenter import RowsPresenter
from ui.runner import Runner
from ui.shelf import Shelf

_HELD = frozenset({Stage.SESSION, Stage.CONCLUDE, Stage.FOLLOW_UP})


class InvitePresenter(RowsPresenter[Loaded, DelegateEntry]):
    """One conference. `run` does work on the database's thread; `rescue` writes an entry to a plain file."""

    gone_words = "Dòng này đã bị bỏ ở nơi khác. Chữ đang gõ được giữ làm đại biểu mới."
    not_read_words = "Chưa đọc được danh sách."

    _core: People
    _view: View

    def __init__(
        self,
        core: People,
        view: View,
        clock: Clock,
        run: Runner,
        timer: Timer,
        rescue: Callable[[DelegateEntry], bool],
    ) -> None:
        super().__init__(core, view, clock, run, timer, rescue, DelegateEntry())
        self._row_wanted = ""
        self._addable = 0
        self.listing = Listing()
        self.many = ManyActs(core, self.listing, run, self.acts, view.say, self.act_failed, self._gone)

    def _arrange(self, loaded: Loaded) -> None:
        self.listing.take(loaded.plan, loaded.delegates, loaded.limit, self.today)
        self._reach_wanted()
        known = {one.id for one in loaded.delegates}
        after = laid_out(loaded.plan, loaded.delegates, lambda: "new")
        self._addable = sum(1 for one in after if one.id not in known)

    # --- what is offered to the form ------------------------------------------------------------------

    def double_warning(self, name: str) -> str:
        """Somebody of this name is on the list: a sentence, never a refusal."""
        wanted = Delegate(self.form.form.delegate_id, name=split_person(name)[1])
        same = known_names(self.listing.delegates, wanted)
        if not same:
            return ""
        where = ", ".join(part for part in (same[0].office, same[0].address) if part)
        return f"Đã có {same[0].shown} trong danh sách{f' ({where})' if where else ''}."

    # --- the list ---------------------------------------------------------------------------------------

    def search(self, query: str) -> None:
        if query != self.listing.filters.query:
            self.listing.narrow(query=query)
            self.show()

    def choose(self, chip: str, value: str) -> None:
        """Narrow by `group`, `place`, `letter`, `reply` or `way`; "" widens again."""
        self.listing.narrow(**{chip: value})
        self.show()

    def widen(self) -> None:
        self.listing.widen()
        self.show()

    def sort(self, column: str) -> None:
        self.listing.sort(column)
        self.show()

    def select(self, delegate_id: str) -> None:
        """Another row: its detail is shown, and an open form is put on the shelf."""
        if delegate_id != self.listing.selected:
            self.listing.selected = delegate_id
            self.form.key = ""
            self.show()

    def go_to(self, delegate_id: str) -> None:
        """Select this line, as soon as it has been read; filters that hide it are let go."""
        self._row_wanted = delegate_id
        if self._data is not None:
            self._reach_wanted()
            self.show()

    def _reach_wanted(self) -> None:
        if self._row_wanted in self.listing.by_id:
            if all(row.one.id != self._row_wanted for row in self.listing.shown):
                self.listing.widen()
            self.listing.selected, self._row_wanted, self.form.key = self._row_wanted, "", ""

    def tick(self, delegate_id: str, on: bool) -> None:
        self.listing.tick(delegate_id, on)
        self.show()

    def tick_shown(self) -> None:
        self.listing.tick_shown()
        self.show()

    def untick(self) -> None:
        self.listing.ticked = frozenset()
        self.show()

    def lay_out(self) -> None:
        """Put on the list whom the plan names."""
        if self._addable:
            self.many.lay_out()
        else:
            self._view.say("Danh sách đã có đủ những ai kế hoạch nêu", None)

    def shift(self, by: int) -> None:
        """The selected line one place up or down, while the list stands as it is printed."""
        if self.listing.order == "number":
            self.many.shift(by)

    def _gone(self, gone: frozenset[str]) -> None:
        """Lines were taken off: the form of one of them closes."""
        if self.form.key in gone:
            self.form.key = ""

    # --- the form ---------------------------------------------------------------------------------------

    def begin_new(self) -> None:
        """An empty form at the place in hand, or the new delegate that was left half typed."""
        if self._data is not None:
            self.form.begin_new()

    def name_seat(self, delegate_id: str) -> None:
        """An empty form for one of these seats; any other line is opened itself."""
        one = self.listing.by_id.get(delegate_id)
        if one is None:
            return
        if not is_open(one):
            self.begin_edit(delegate_id)
            return
        self.listing.selected = delegate_id
        self.form.last = blank_after(entry_of(one))
        self.form.open_new()

    def begin_edit(self, delegate_id: str = "", focus: str = "name") -> None:
        """The form of the selected line, with what was left half typed of it."""
        one = self.listing.by_id.get(delegate_id or self.listing.selected)
        if one is not None:
            self.listing.selected = one.id
            self.form.begin_edit(one.id, "count" if is_open(one) and focus == "name" else focus)

    def resume(self) -> None:
        row_id = self.form.resume()
        if row_id:
            self.begin_edit(row_id)

    def save(self, *, go_on: bool) -> bool:
        """Keep the line and open the next form (`go_on`), or close it. False where it complains."""
        below = self.form.save(go_on=go_on)
        if below:
            self.begin_edit(below, self.form.focus)
        return below is not None

    # --- what the form desk asks ------------------------------------------------------------------------

    def id_of(self, entry: DelegateEntry) -> str:
        return entry.delegate_id

    def as_new(self, entry: DelegateEntry) -> DelegateEntry:
        return replace(entry, delegate_id="", seat=False)

    def entry_of(self, row_id: str) -> DelegateEntry | None:
        one = self.listing.by_id.get(row_id)
        contacts = self._data.contacts if self._data is not None else {}
        return entry_of(one, contacts.get(row_id)) if one is not None else None

    def blank(self, last: DelegateEntry | None) -> DelegateEntry:
        return blank_after(last or self._here())

    def _here(self) -> DelegateEntry:
        """Where a first new delegate most likely belongs: beside the selected line, else to the people."""
        data, one = self._data, self.listing.by_id.get(self.listing.selected)
        if one is not None and one.group_id != HOSTS:
            return replace(entry_of(one), sent="")
        group = self.listing.seat_map.seats_group
        if not group and data is not None:
            group = next((g.id for g in data.plan.participants if g.level is not Level.PEOPLE), "")
        return DelegateEntry(group_id=group)

    def complaint(self, entry: DelegateEntry) -> tuple[str, str] | None:
        try:
            facts_of(entry, self._localities(), self.today)
        except EntryError as wrong:
            return wrong.field, wrong.sentence
        return None

    def differs(self, entry: DelegateEntry, base: DelegateEntry) -> bool:
        return typed_since(entry, base)

    def below(self, row_id: str) -> str:
        return self.listing.below(row_id)

    def write(self, entry: DelegateEntry, base: DelegateEntry) -> str:
        return self._core.save(entry, base, self._localities(), self._clock.today())

    def written(self, entry: DelegateEntry, row_id: str, new: bool) -> None:
        if new:
            self.listing.selected = row_id
        name = entry.name.strip() or entry.office.strip() or words.NO_NAME.lower()
        self.acts.acted(f"Đã thêm {name}" if new else f"Đã sửa {name}")

    # --- what is shown ----------------------------------------------------------------------------------

    def show(self) -> None:
        self._view.show_people(self._screen())

    def _screen(self) -> Screen:
        data, listing = self._data, self.listing
        if data is None:
            return Screen(trouble=self.trouble)
        if not self.form.key:
            listing.settle()
        everyone, query = listing.delegates, listing.filters.query
        shown = [row.one for row in listing.shown]
        return Screen(
            loaded=True,
            facts=words.facts_words(everyone, data.limit, self.today),
            facts_short=words.people_words(everyone),
            count=words.count_words(shown, everyone) if everyone else "",
            sections=listing.sections(frozenset(self.form.shelf.others(""))),
            selected=listing.selected,
            detail=self._detail(data),
            empty="" if shown else ("no_match" if everyone else "none"),
            no_match=words.no_match_words(query) if everyone and not shown else "",
            chips=listing.chips(),
            order=listing.order,
            down=listing.down,
            chosen=self._chosen(),
            form=self._form_view(),
            shelf=self._shelf_words(),
            trouble=self.trouble,
            held=data.stage in _HELD,
            addable=self._addable,
        )

    def _detail(self, data: Loaded) -> words.Detail | None:
        row = self.listing.indexed(self.listing.selected)
        if row is None:
            return None
        seats = self.listing.seats_beside(row.one)
        return words.detail_of(row, data.contacts.get(row.one.id), self.listing.seat_map, seats)

    def _chosen(self) -> Chosen:
        ticked = [one for one in self.listing.delegates if one.id in self.listing.ticked]
        if not ticked:
            return Chosen()
        seats = sum(one.count for one in ticked)
        more = f", {thousands(seats)} chỗ" if seats != len(ticked) else ""
        return Chosen(len(ticked), f"Đã chọn {thousands(len(ticked))} dòng{more}")

    def _form_view(self) -> FormView | None:
        key = self.form.key
        if not key:
            return None
        one = self.listing.by_id.get(key)
        if one is None:
            return FormView(key, "Đại biểu mới", True)
        title = "Sửa chỗ chưa có tên" if is_open(one) else "Sửa đại biểu"
        return FormView(key, title, False, is_open(one))

    def _shelf_words(self) -> str:
        """ "đại biểu mới, ông Nguyễn Văn An": everything half typed but the open form; "" for nothing."""
        others = self.form.shelf.others(self.form.key)
        new = sum(1 for key in others if Shelf.is_new(key))
        names = [words.whom((self.listing.by_id[k],)) for k in others if k in self.listing.by_id]
        parts = [f"{new} đại biểu mới" if new > 1 else "đại biểu mới"] if new else []
        return ", ".join((*parts, *names))

    def _localities(self) -> tuple[Locality, ...]:
        return self._data.plan.localities if self._data is not None else ()
