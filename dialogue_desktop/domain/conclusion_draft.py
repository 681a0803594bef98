"""The chair's conclusions drafted from the opinions: what is settled, and who does what until when (L8)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date

from dialogue_desktop.domain.conclusion_words import Words
from dialogue_desktop.domain.opinion_gist import CLAUSE_END, gist_of
from dialogue_desktop.domain.plan import Plan
from dialogue_desktop.domain.privacy import hidden_names, mask_numbers, may_name, unnamed
from dialogue_desktop.domain.promised import Promise, owed
from dialogue_desktop.domain.records import OPEN_OUTCOMES, Conclusion, Opinion, Outcome, Records, Voice
from dialogue_desktop.domain.words_vi import count2, date_short
from dialogue_desktop.domain.work_calendar import WorkCalendar

_SUMMED = {Outcome.ANSWERED: "answered", Outcome.NOTED: "noted", Outcome.REFUSED: "refused"}
_DUTIES = {
    Outcome.WRITTEN: "written",
    Outcome.PARTLY: "part",
    Outcome.OFF_TOPIC: "off_topic",
    Outcome.ESCALATED: "escalated",
}
_ORDER = (*_SUMMED, Outcome.PARTLY, Outcome.WRITTEN, Outcome.OFF_TOPIC, Outcome.ESCALATED)
_NAMED = 3  # people and places named before the rest is counted


@dataclass(frozen=True, slots=True)
class Matter:
    """Opinions that one conclusion speaks of: all that were answered, say, or one matter that one unit owes
    by one day. `ids` also holds the collected opinions that these repeat."""

    outcome: Outcome
    opinions: tuple[Opinion, ...]
    ids: tuple[str, ...]
    unit: str = ""
    deadline: date | None = None
    body: str = ""
    reason: str = ""

    @property
    def settled(self) -> bool:
        return self.outcome not in OPEN_OUTCOMES


class _Known:
    """What is worked out once for all opinions and asked for each conclusion."""

    def __init__(self, records: Records) -> None:
        self.opinions, self.turns = records.opinions, records.turns
        self.roots = same_matter(records.opinions)
        self.by_id = {one.id: one for one in records.opinions}
        self.places = {one.id: at for at, one in enumerate(records.opinions)}
        self.unnamed = unnamed(records)


class _Memory:
    """Of the records that were looked at last."""

    def __init__(self) -> None:
        self._known: _Known | None = None

    def of(self, records: Records) -> _Known:
        known = self._known
        if known is None or known.opinions is not records.opinions or known.turns is not records.turns:
            self._known = known = _Known(records)
        return known


@dataclass(frozen=True, slots=True)
class Drafting:
    """Drafts with the plan's rules and the office's calendar; nothing is written here."""

    plan: Plan
    calendar: WorkCalendar
    words: Words
    today: date
    _memory: _Memory = field(default_factory=_Memory, repr=False, compare=False)
    _promised: dict[Outcome, Promise] = field(default_factory=dict, repr=False, compare=False)

    def promise(self, outcome: Outcome) -> Promise:
        """The engine's day for what is owed after this outcome."""
        found = self._promised.get(outcome)
        if found is None:
            found = self._promised[outcome] = owed(self.plan, outcome, self.calendar, self.today)
        return found

    # --- what belongs together

    def matters(self, records: Records, only: Iterable[str] | None = None) -> tuple[Matter, ...]:
        """Every opinion with an outcome in exactly one matter; of `only` these where given."""
        wanted = None if only is None else set(only)
        by_id = self._memory.of(records).by_id
        # In the order of the records, also where only a few are asked for.
        opinions = (
            list(records.opinions)
            if wanted is None
            else sorted(
                (by_id[key] for key in wanted if key in by_id),
                key=lambda o: self._memory.of(records).places[o.id],
            )
        )
        roots = self._memory.of(records).roots
        found: dict[tuple[object, ...], list[Opinion]] = {}
        for one in opinions:
            if one.outcome is not None:
                found.setdefault(self._key(one, roots), []).append(one)
        taken = {one.id for members in found.values() for one in members}
        made = []
        for members in found.values():
            mine = {roots[one.id] for one in members}
            repeated = tuple(
                o for o in opinions if o.id not in taken and roots[o.id] in mine and _without_own_result(o)
            )
            taken |= {one.id for one in repeated}
            made.append(self._matter(members, repeated))
        return tuple(sorted(made, key=lambda m: (_ORDER.index(m.outcome), min(o.number for o in m.opinions))))

    def _key(self, one: Opinion, roots: dict[str, str]) -> tuple[object, ...]:
        if one.outcome in _SUMMED:
            return (one.outcome, one.outcome_reason.strip() if one.outcome is Outcome.REFUSED else "")
        return (one.outcome, roots[one.id], one.unit, one.deadline, one.receiving_body)

    def _matter(self, members: Sequence[Opinion], repeated: tuple[Opinion, ...]) -> Matter:
        first = members[0]
        outcome = first.outcome or Outcome.NOTED
        ids = tuple(one.id for one in (*members, *repeated))
        if outcome in _SUMMED:
            reason = first.outcome_reason.strip() if outcome is Outcome.REFUSED else ""
            return Matter(outcome, tuple(members), ids, reason=reason)
        day = first.deadline or self.promise(outcome).day
        # Who was to prepare the answer to what was collected owes it, where the hall named nobody else.
        unit = first.unit or next((one.unit for one in repeated if one.unit), "")
        return Matter(outcome, tuple(members), ids, unit, day, first.receiving_body)

    # --- in words

    def text(self, matter: Matter, records: Records, *, more: bool = False) -> str:
        """The conclusion as the chair would read it; `more`: another of its kind stands before it."""
        if matter.settled:
            return self._summed(matter, more=more)
        key = _DUTIES[matter.outcome]
        if matter.outcome is Outcome.ESCALATED and not matter.body:
            key = "escalated_plain"
        day = self.words("day", day=date_short(matter.deadline)) if matter.deadline else ""
        duty = self.words(
            key, matter=self._about(matter, records), who=self._who(matter), day=day, body=matter.body
        )
        if matter.unit:
            return self.words("assigned", unit=matter.unit, duty=duty)
        return duty[:1].upper() + duty[1:]

    def asked(self, matter: Matter, records: Records) -> str:
        """ "kiến nghị sửa đường trục thôn của ông Nguyễn Văn An (thôn Phú Ấp)", names by consent."""
        return f"{self._about(matter, records)}{self._who(matter)}"

    def _summed(self, matter: Matter, *, more: bool) -> str:
        key = _SUMMED[matter.outcome]
        if matter.outcome is Outcome.REFUSED and not matter.reason:
            key = "refused_plain"
        sentence = self.words(
            key,
            count=count2(len(matter.opinions)),
            fields=self._fields(matter.opinions),
            reason=matter.reason.rstrip(" .;"),
        )
        return self.words("more", sentence=sentence[:1].lower() + sentence[1:]) if more else sentence

    def _fields(self, opinions: Sequence[Opinion]) -> str:
        counts = Counter(one.field for one in opinions)
        known = [name for name in self.plan.fields if counts[name]]
        known += [name for name in counts if name and name not in known]
        if not known:
            return ""
        if len(known) == 1 and not counts[""]:
            return self.words("fields_one", field=known[0])
        parts = [self.words("field_count", field=name, count=count2(counts[name])) for name in known]
        if counts[""]:
            parts.append(self.words("field_other", count=count2(counts[""])))
        return self.words("fields_many", fields="; ".join(parts))

    def _about(self, matter: Matter, records: Records) -> str:
        """What is asked, in the words of the first who says a wish of those whose words may be made public,
        else of the first at all; those who spoke at the hall before those who wrote."""
        shown = [one for one in matter.opinions if not one.withheld and one.text.strip()]
        if not shown:
            return self.words("number_only", number=matter.opinions[0].number)
        named = {(v.name, v.locality) for one in matter.opinions if may_name(one) for v in one.voices}
        hidden = self._memory.of(records).unnamed
        first = None
        for one in sorted(shown, key=lambda one: (not one.said_at_hall, one.number)):
            gist = gist_of(hidden_names(_without_numbers(one.text), hidden, named))
            if gist.wish:
                return self.words("wish", gist=gist.words)
            first = first or (one, gist)
        said, gist = first or (shown[0], gist_of(""))
        return self.words(f"said_{said.kind.value}", gist=gist.words)

    def _who(self, matter: Matter) -> str:
        named: dict[tuple[str, str], str] = {}
        places: Counter[str] = Counter()
        for one in matter.opinions:
            may = may_name(one)
            if may and one.group_note.strip():
                named[one.group_note, ""] = one.group_note.strip()
            for voice in one.voices or (() if may and one.group_note.strip() else (Voice(),)):
                if may and voice.name:
                    who = f"{voice.honorific} {voice.name}".strip()
                    named[voice.name, voice.locality] = (
                        self.words("named", name=who, place=voice.locality) if voice.locality else who
                    )
                else:
                    places["" if one.anonymous else voice.locality] += 1
        parts = list(named.values())
        parts += [self._citizens(place, count) for place, count in places.items() if place]
        if places[""] and (parts or places[""] > 1):
            parts.append(self._citizens("", places[""]))
        people = len(named) + sum(places.values())
        if len(parts) > _NAMED + 1:
            shown = min(len(named), _NAMED) or 1
            parts = [*parts[:shown], self.words("others", count=count2(people - shown))]
        return self.words("of", who=_joined(parts)) if parts else ""

    def _citizens(self, place: str, count: int) -> str:
        key = "citizen" if count == 1 else "citizens"
        if not place:
            return self.words(f"{key}_plain", count=count2(count))
        return self.words(key, count=count2(count), place=place)

    def row(self, matter: Matter, records: Records, *, row_id: str = "", more: bool = False) -> Conclusion:
        return Conclusion(
            row_id,
            text=self.text(matter, records, more=more),
            settled=matter.settled,
            unit=matter.unit,
            deadline=matter.deadline,
            opinion_ids=matter.ids,
        )


def same_matter(opinions: Sequence[Opinion]) -> dict[str, str]:
    """For each opinion one id that all of the same matter have: in one group, repeated, answered with."""
    roots = {one.id: one.id for one in opinions}

    def root(key: str) -> str:
        while roots[key] != key:
            key = roots[key]
        return key

    groups: dict[str, str] = {}
    for one in opinions:
        for other in (one.linked_id, one.answered_with, groups.get(one.group_id, "")):
            if other in roots:
                roots[root(one.id)] = root(other)
        if one.group_id:
            groups.setdefault(one.group_id, one.id)
    return {key: root(key) for key in roots}


def _without_numbers(text: str) -> str:
    """The sentences that hold no telephone or identity number; all, masked, where each holds one."""
    masked = [mask_numbers(one) for one in CLAUSE_END.split(text.strip())]
    kept = [clause for clause, found in masked if not found]
    return " ".join(kept or [clause for clause, _ in masked])


def _without_own_result(one: Opinion) -> bool:
    """What was collected and came up at the hall, or was answered with another, is done with that."""
    return bool(one.answered_with) or not one.said_at_hall


def _joined(parts: Sequence[str]) -> str:
    return parts[0] if len(parts) == 1 else f"{', '.join(parts[:-1])} và {parts[-1]}"
