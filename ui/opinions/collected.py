"""What the page asks of the core for one conference; every call runs on the database's thread."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from dialogue_desktop.domain.answer_duty import AnswerDue
from dialogue_desktop.domain.conference import Contact
from dialogue_desktop.domain.live import LiveItem
from dialogue_desktop.domain.opinion_groups import group_of
from dialogue_desktop.domain.people_index import KnownPerson
from dialogue_desktop.domain.plan import Locality, Official, Plan
from dialogue_desktop.domain.records import Opinion, Records
from dialogue_desktop.lists import OfficeLists
from dialogue_desktop.services.assigning import UnitLoad
from dialogue_desktop.services.grouping import ProposedGroup
from ui.opinions.entry import Entry, contact_of, facts_of
from ui.opinions.hints import Found
from ui.rows_core import RowsCore

#: So many persons are offered under a name.
PEOPLE_OFFERED = 8

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
class JointDraft:
    """The half-typed joint answer of opinions that are being compared."""

    ids: tuple[str, ...]
    answer: str


@dataclass(frozen=True, slots=True)
class Compared:
    """Opinions to be shown beside each other, and for each its own words that another has too."""

    opinions: tuple[Opinion, ...]
    shared: Mapping[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class AssignOffer:
    """What is needed to give opinions away. `usual`: unit by field; `officials`: (name and office, unit)."""

    due: AnswerDue
    loads: tuple[UnitLoad, ...]
    usual: Mapping[str, str]
    units: tuple[str, ...]
    officials: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Loaded:
    """Everything the page shows. `shelf` are the forms that were left half typed."""

    plan: Plan
    records: Records
    contacts: dict[str, Contact]
    offers: Offers = Offers()
    shelf: tuple[Entry, ...] = ()
    joint: tuple[JointDraft, ...] = ()
    saved_at: datetime | None = None

    @property
    def opinions(self) -> tuple[Opinion, ...]:
        return self.records.collected()


class Collected(RowsCore[Entry]):
    """Of `services`, the core's App, `live`, `planning`, `contacts`, `library`, `settings`, `grouping`,
    `assigning`, `sorting` and `known_people` are used."""

    page = "opinions"

    def __init__(self, services: Any, conference_id: str) -> None:
        super().__init__(services, conference_id, Entry)

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
            self._kept("joint", JointDraft) if shelf else (),
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
                self._services.grouping.edit_member(cid, opinion_id, **changed)
        else:
            item = LiveItem(**{name: facts.pop(name) for name in _OF_ITEM})  # type: ignore[arg-type]
            opinion_id = live.add_collected(cid, item, **facts).id
        self._services.contacts.set(cid, contact_of(entry, opinion_id))
        return str(opinion_id)

    # --- acts on several

    def remove(self, ids: Sequence[str]) -> None:
        self._services.live.remove_opinions(self._id, ids)

    def set_field(self, ids: Sequence[str], field: str) -> None:
        self._services.sorting.set_fields(self._id, dict.fromkeys(ids, field))

    def set_competence(self, ids: Sequence[str], body: str | None) -> None:
        """`body` receives them, "" while it is not known; None: within the office's own competence."""
        self._services.sorting.set_competence(self._id, dict.fromkeys(ids, body))

    def leave_group(self, ids: Sequence[str]) -> None:
        self._services.grouping.leave(self._id, ids)

    # --- what belongs together

    def proposals(self) -> tuple[ProposedGroup, ...]:
        """Takes seconds where there are thousands: not on the thread that saves."""
        return tuple(self._services.grouping.proposals(self._id))

    def compare(self, ids: Sequence[str]) -> Compared:
        """These opinions and those that share an answer with one of them, by number."""
        opinions = self._services.live.records(self._id).opinions
        wanted = dict.fromkeys(ids)
        for one in ids:
            group = group_of(opinions, one)
            wanted |= dict.fromkeys(other.id for other in group.opinions) if group else {}
        shared = self._services.grouping.shared_words(self._id, wanted)
        found = sorted((one for one in opinions if one.id in wanted), key=lambda o: (o.number, o.id))
        return Compared(tuple(found), shared)

    def join(self, ids: Sequence[str], answer: str | None = None) -> None:
        self._services.grouping.join(self._id, ids, answer=answer)

    def keep_apart(self, ids: Sequence[str], others: Sequence[str] = ()) -> None:
        self._services.grouping.keep_apart(self._id, ids, others=others)

    def keep_joint(self, drafts: tuple[JointDraft, ...], at: datetime) -> datetime:
        self._services.settings.set(self._setting("joint"), list(drafts))
        return at

    # --- who answers

    def assign_offer(self) -> AssignOffer:
        assigning, cid = self._services.assigning, self._id
        plan: Plan = self._services.planning.plan(cid)
        lists: OfficeLists = self._services.library.lists()
        loads = tuple(assigning.loads(cid))
        known = (*(plan.units or lists.units), *(load.unit for load in loads if load.unit))
        officials = [(_official_words(o), o.unit) for o in plan.officials if o.name]
        for load in loads:
            officials += [(name, load.unit) for name in load.officials if name]
        return AssignOffer(
            assigning.due(cid),
            loads,
            assigning.usual_units(cid),
            tuple(dict.fromkeys(known)),
            tuple({name: (name, unit) for name, unit in reversed(officials)}.values())[::-1],
        )

    def assign(self, ids: Sequence[str], unit: str | None, official: str | None, due: date | None) -> None:
        self._services.assigning.assign(self._id, ids, unit=unit, official=official, due=due)

    def assign_by_unit(self, units: Mapping[str, str], due: date | None) -> None:
        self._services.assigning.assign_by_unit(self._id, units, due=due)

    def take_back(self, ids: Sequence[str]) -> None:
        self._services.assigning.take_back(self._id, ids)

    # --- what is suggested while the form is typed into; called on another thread, writes nothing

    def prepare(self) -> None:
        """Read the names before they are asked for."""
        self._services.known_people.prepare()

    def people_now(self, typed: str, locality: str) -> tuple[KnownPerson, ...] | None:
        """Who is known by this name; at once, also for the window's own thread. None while not prepared."""
        found: tuple[KnownPerson, ...] | None
        found = self._services.known_people.suggest_now(typed, locality=locality, limit=PEOPLE_OFFERED)
        return found

    def hints(self, text: str, locality: str, but: str) -> Found:
        """What the words of an opinion suggest; `but` is its id, "" for a new one."""
        services, cid = self._services, self._id
        alike = services.grouping.similar_to(cid, text, locality=locality, but=but, limit=1)
        return Found(
            services.sorting.suggest_text(cid, text),
            services.sorting.competence_text(text),
            alike[0].opinion if alike else None,
        )

    def _offers(self, plan: Plan) -> Offers:
        lists: OfficeLists = self._services.library.lists()
        names = [_official_words(official) for official in plan.officials if official.name]
        return Offers(
            plan.fields or lists.fields,
            lists.receiving_bodies,
            (*(plan.units or lists.units), *names),
        )


def _official_words(official: Official) -> str:
    return f"{official.honorific} {official.name}, {official.position}".strip(", ")
