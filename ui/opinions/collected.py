"""What the page asks of the core for one conference; every call runs on the database's thread."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from dialogue_desktop.domain.conference import Contact
from dialogue_desktop.domain.live import LiveItem
from dialogue_desktop.domain.plan import Locality, Plan
from dialogue_desktop.domain.records import Opinion, Records
from dialogue_desktop.lists import OfficeLists
from ui.opinions.entry import Entry, contact_of, facts_of

_OF_ITEM = (
    "source", "text", "field", "kind", "voices", "group_note", "anonymous", "consent", "receiving_body",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Offers:
    """What the form's fields offer: the plan's own words first."""

    fields: tuple[str, ...] = ()
    bodies: tuple[str, ...] = ()
    preparers: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Loaded:
    """Everything the page shows. `shelf` are the forms that were left half typed."""

    plan: Plan
    records: Records
    contacts: dict[str, Contact]
    offers: Offers = Offers()
    shelf: tuple[Entry, ...] = ()
    saved_at: datetime | None = None

    @property
    def opinions(self) -> tuple[Opinion, ...]:
        return self.records.collected()


def shelf_key(conference_id: str) -> str:
    """Setting that keeps what is half typed on this page."""
    return f"opinions.shelf.{conference_id}"


class Collected:
    """Of `services`, the core's App, `live`, `planning`, `contacts`, `library` and `settings` are used."""

    def __init__(self, services: Any, conference_id: str) -> None:
        self._services, self._id = services, conference_id

    def load(self, *, shelf: bool = True) -> Loaded:
        """Read all; without `shelf` what is half typed is left as the page has it."""
        services, cid = self._services, self._id
        newest = services.live.history(cid, 1)
        plan = services.planning.plan(cid)
        return Loaded(
            plan,
            services.live.records(cid),
            services.contacts.all(cid),
            self._offers(plan),
            self._shelf() if shelf else (),
            newest[0].at if newest else None,
        )

    def save(self, entry: Entry, base: Entry, localities: Sequence[Locality], today: date) -> str:
        """Write the opinion and its contact; gives its id. EntryError is the caller's to prevent.

        Of a known opinion only what was changed in the form is written: what others changed since stays.
        """
        live, cid = self._services.live, self._id
        facts = facts_of(entry, localities, today)
        if entry.opinion_id:
            opinion_id = entry.opinion_id
            old = facts_of(base, localities, today)
            changed = {name: value for name, value in facts.items() if value != old[name]}
            if changed:
                live.edit_opinion(cid, opinion_id, **changed)
        else:
            item = LiveItem(**{name: facts.pop(name) for name in _OF_ITEM})  # type: ignore[arg-type]
            opinion_id = live.add_collected(cid, item, **facts).id
        self._services.contacts.set(cid, contact_of(entry, opinion_id))
        return str(opinion_id)

    def remove(self, opinion_id: str) -> None:
        self._services.live.remove_opinion(self._id, opinion_id)

    def undo(self) -> str:
        """What was taken back, in words; "" when there was nothing."""
        entry = self._services.live.undo(self._id)
        return self._services.live.entry_text(entry) if entry is not None else ""

    def redo(self) -> str:
        entry = self._services.live.redo(self._id)
        return self._services.live.entry_text(entry) if entry is not None else ""

    def keep(self, shelf: tuple[Entry, ...], at: datetime) -> datetime:
        """Put what is half typed into the settings; gives the time for "đã giữ"."""
        self._services.settings.set(shelf_key(self._id), list(shelf))
        return at

    def _offers(self, plan: Plan) -> Offers:
        lists: OfficeLists = self._services.library.lists()
        officials = (o for o in plan.officials if o.name)
        names = [f"{o.honorific} {o.name}, {o.position}".strip(", ") for o in officials]
        return Offers(
            plan.fields or lists.fields,
            lists.receiving_bodies,
            (*(plan.units or lists.units), *names),
        )

    def _shelf(self) -> tuple[Entry, ...]:
        from dialogue_desktop.codec import CodecError, convert

        try:
            return convert(self._services.settings.get(shelf_key(self._id), []), tuple[Entry, ...])
        except CodecError:
            return ()
