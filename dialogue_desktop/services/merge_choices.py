"""From what was chosen to the changes of one ordinary act (L11)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from dialogue_desktop.domain.journal import ALIVE, Change, Json, State, is_alive
from dialogue_desktop.domain.merging import (
    Conflict,
    Reading,
    brought_back,
    conflicts,
    decided,
    kept_away,
    removals,
)
from dialogue_desktop.domain.records import RecordKind
from dialogue_desktop.services.merge_items import BOTH, Decisions, ItemKind, ItemSide, MergeItem

ORDINALS = ("thứ nhất", "thứ hai", "thứ ba", "thứ tư", "thứ năm")


def changes_of(
    items: Iterable[MergeItem], decisions: Decisions, reading: Reading, state: State
) -> tuple[Change, ...]:
    """All that was chosen of journal items and doubles; a choice that an item does not have is ignored."""
    fields = {one.key: one for one in conflicts(reading)}
    gone = {one.key: one for one in removals(reading)}
    changes: list[Change] = []
    for item in items:
        choice = decisions.get(item.key, "")
        if choice not in item.choices:
            continue
        if item.kind is ItemKind.FIELD and item.key in fields:
            changes += decided(fields[item.key], _value(fields[item.key], item, choice))
        elif item.kind is ItemKind.REMOVED and item.key in gone:
            removed = gone[item.key]
            back = choice == "back"
            changes += brought_back(removed, reading) if back else kept_away(removed, reading)
        elif item.kind is ItemKind.DOUBLE and choice != BOTH:
            changes += _one_of_two(item, choice, state)
    return tuple(changes)


def plan_parts(items: Iterable[MergeItem], decisions: Decisions) -> tuple[str, ...]:
    """Names of the parts for which the other plan was chosen."""
    return tuple(
        item.about for item in items if item.kind is ItemKind.PLAN and decisions.get(item.key) == "other"
    )


def _value(conflict: Conflict, item: MergeItem, choice: str) -> Json:
    if choice == BOTH:
        return joined_words(item.sides)
    return next(side.value for side in conflict.sides if side.entry_id == choice)


def joined_words(sides: Iterable[ItemSide]) -> str:
    """Texts one below the other, each under a line that says whose it is. In the order in which they were
    written, so that two laptops that keep both have the same words."""
    ordered = sorted(sides, key=lambda side: (str(side.at), side.id))
    names = [side.who.strip() for side in ordered]
    own = all(names) and len(set(names)) == len(names)
    parts = []
    for number, side in enumerate(ordered):
        whose = f"của {names[number]}" if own else ORDINALS[min(number, len(ORDINALS) - 1)]
        parts.append(f"Bản ghi {whose}:\n{side.words}")
    return "\n\n".join(parts)


def _one_of_two(item: MergeItem, kept: str, state: State) -> Iterator[Change]:
    """The other record is put away; what hung on it goes over to the one that stays."""
    kind = RecordKind(item.key.split(":")[1])
    for side in item.sides:
        if side.record_id == kept or not is_alive(state.get((kind, side.record_id), {})):
            continue
        values: Mapping[str, Json] = state[(kind, side.record_id)]
        yield Change(kind, side.record_id, ALIVE, True, False)
        yield Change(kind, side.record_id, "text", values.get("text"), values.get("text"))
        if kind is RecordKind.OPINION:
            yield from _answers_over(side.record_id, kept, state)


def _answers_over(gone: str, kept: str, state: State) -> Iterator[Change]:
    answers: list[tuple[int, str, Json]] = []
    last = 0
    for (kind, record_id), fields in state.items():
        if kind is not RecordKind.ANSWER or not is_alive(fields):
            continue
        said = fields.get("round")
        number = said if isinstance(said, int) else 1
        if fields.get("opinion_id") == gone:
            answers.append((number, record_id, said))
        elif fields.get("opinion_id") == kept:
            last = max(last, number)
    for _, record_id, said in sorted(answers, key=lambda one: one[:2]):
        last += 1
        yield Change(RecordKind.ANSWER, record_id, "opinion_id", gone, kept)
        yield Change(RecordKind.ANSWER, record_id, "round", said, last)
