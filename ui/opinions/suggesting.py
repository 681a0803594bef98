"""Between the form of an opinion and what its words suggest: shown, and taken by a key (C4, C6)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Protocol

from dialogue_desktop.clock import Clock
from ui.acts import Acts
from ui.draft_keeper import Timer
from ui.form_desk import FormDesk
from ui.opinions.collected import Collected, Loaded
from ui.opinions.entry import Entry, PersonLine, blank_after, write_day
from ui.opinions.form_help import FormHelp, Helper
from ui.opinions.hints import HintDesk
from ui.opinions.listing import Listing
from ui.opinions.screen import View
from ui.runner import Runner


class Owner(Protocol):
    """The presenter of the page."""

    form: FormDesk[Entry]
    listing: Listing
    acts: Acts

    @property
    def today(self) -> date: ...
    def save(self, *, go_on: bool) -> bool: ...
    def entry_of(self, row_id: str, /) -> Entry | None: ...
    def differs(self, entry: Entry, base: Entry, /) -> bool: ...
    def act_failed(self, error: Exception, /) -> None: ...


class Suggesting:
    """`aside` runs what must hold up no saving; `pause` is the one that typing makes."""

    def __init__(
        self, owner: Owner, core: Collected, view: View, clock: Clock, run: Runner, aside: Runner,
        pause: Timer,
    ) -> None:  # fmt: skip
        self._owner, self._core, self._view, self._run = owner, core, view, run
        self._helper = Helper(core, owner.listing, clock, aside)
        self.hints = HintDesk(core, aside, pause, view.show_hints)
        self._key = ""  # of the form whose words are looked at
        self._joining: dict[Entry, str] = {}  # on the way to the disk, with whom it is to be joined

    @property
    def help(self) -> FormHelp:
        """What the form asks while it is filled in."""
        return self._helper.help

    def prepare(self) -> None:
        self._helper.prepare()

    def take(self, loaded: Loaded) -> None:
        """What was read."""
        self._helper.take(loaded, lambda: self._owner.form.form.opinion_id)

    def blank(self, last: Entry | None) -> Entry:
        """The form after the one saved last. The thôn stays, unless the next number was handed out in
        another one."""
        entry = blank_after(last, (one.slip_number for one in self._owner.listing.opinions))
        if last is None:
            return replace(entry, received=write_day(self._owner.today))
        place = self._helper.slip(entry.slip_number, "").locality
        return replace(entry, people=(PersonLine(locality=place),)) if place else entry

    def mind(self) -> None:
        """Another form is open, or none: what was suggested for the one before goes."""
        form = self._owner.form
        if form.key != self._key:
            self._key = form.key
            if form.key:
                self.hints.at(form.form, self.help.localities)
            else:
                self.hints.close()

    def typed(self, entry: Entry) -> None:
        """The form changed."""
        self._owner.form.typed(entry)
        self.hints.typed(entry)

    # --- taking ---------------------------------------------------------------------------------------

    def take_hint(self, kind: str) -> bool:
        """Put what is suggested into the form ("field", "body"), or save and join with the one that says the
        same ("similar"). The cursor stays where it is. False where nothing is suggested."""
        if kind == "similar":
            return self._save_and_join()
        entry = self.hints.with_field() if kind == "field" else self.hints.with_body()
        if entry is None:
            return False
        self._view.show_entry(entry)
        self.typed(entry)
        return True

    def _save_and_join(self) -> bool:
        owner, hint = self._owner, self.hints.hints.similar
        if hint is None:
            return False
        entry = owner.form.form
        kept = owner.entry_of(entry.opinion_id) if entry.opinion_id else None
        if kept is not None and not owner.differs(entry, kept):
            self._join(entry.opinion_id, hint.value)  # nothing to save first
            return True
        self._joining[entry] = hint.value
        if not owner.save(go_on=True):
            self._joining.pop(entry, None)
        return True

    def written(self, entry: Entry, row_id: str) -> None:
        """A form is in the database; what was to be joined with it is joined now."""
        other = self._joining.pop(entry, "")
        if other:
            self._join(row_id, other)

    def _join(self, opinion_id: str, other: str) -> None:
        there = self._owner.listing.by_id.get(other)
        number = f" số {there.number}" if there is not None else ""

        def done(_: object) -> None:
            self._owner.acts.acted(f"Đã gộp với ý kiến{number}")
            self.hints.look_again()

        self._run(lambda: self._core.join((opinion_id, other)), done, self._owner.act_failed)
