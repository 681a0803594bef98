"""Who has to answer which of the opinions that came before the day (C7)."""

from __future__ import annotations

from collections.abc import Collection

from dialogue_desktop.domain.plan import Plan
from dialogue_desktop.domain.records import Opinion, Records
from dialogue_desktop.domain.text_vi import fold


def answering_unit(opinion: Opinion) -> str:
    """The unit or official that an opinion was given to, else who prepared its answer."""
    return opinion.unit.strip() or opinion.prepared_by.strip()


def by_unit(
    plan: Plan, records: Records, only: Collection[str] = ()
) -> tuple[tuple[str, tuple[Opinion, ...]], ...]:
    """(unit, its opinions by number): the units in the plan's order, then the others by their first opinion.

    `only` names the units that are wanted, all without it.
    """
    given: dict[str, list[Opinion]] = {}
    names: dict[str, str] = {}
    for opinion in sorted(records.collected(), key=lambda one: one.number):
        unit = answering_unit(opinion)
        if unit:
            names.setdefault(fold(unit), unit)
            given.setdefault(fold(unit), []).append(opinion)
    order = [fold(unit) for unit in plan.units if fold(unit) in given]
    order += [key for key in given if key not in order]
    wanted = {fold(name) for name in only}
    return tuple((names[key], tuple(given[key])) for key in order if not wanted or key in wanted)
