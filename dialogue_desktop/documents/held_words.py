"""When, where and by whom the session was held, and how many came: words that notice and report share."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from dialogue_desktop.documents.after_paper import AfterPaper
from dialogue_desktop.documents.office_words import joined, named
from dialogue_desktop.documents.phrases import Phrases
from dialogue_desktop.domain.figures import Figures, People
from dialogue_desktop.domain.plan import Chair, ChairRole
from dialogue_desktop.domain.wall_time import on_wall
from dialogue_desktop.domain.words_vi import count2, date_doc, date_short, thousands, weekday_long


def days_held(source: AfterPaper) -> tuple[date | None, date | None]:
    """The first and the last day, as they were written down, else as planned."""
    session, day = source.records.session, source.paper.plan.day
    first = on_wall(session.started_at).date() if session.started_at else day
    last = on_wall(session.ended_at).date() if session.ended_at else first
    return first, last


def when(source: AfterPaper) -> str:
    """ "Ngày 24 tháng 4 năm 2026 (thứ Sáu)"."""
    phrases, (first, last) = source.paper.common, days_held(source)
    if first is None:
        return phrases("day_unknown", year=source.paper.plan.year)
    if last is not None and last > first:
        return phrases("days", first=date_short(first), last=date_short(last))
    return phrases("day", day=date_doc(first).removeprefix("ngày "), weekday=weekday_long(first))


def where(source: AfterPaper) -> str:
    """The place of the session, or the planned ones; dots where nobody said it."""
    session, paper = source.records.session, source.paper
    if session.place.strip():
        return session.place.strip(" .;")
    places = [paper.filled(place).strip(" .;") for place in paper.plan.places]
    return joined([place for place in places if place]) or paper.common("dots")


def chairs(source: AfterPaper) -> tuple[str, bool]:
    """Who chaired, with positions, and whether several did together."""
    actual = source.records.session.chairs
    listed = source.paper.plan.chairs if actual is None else actual
    leading = [one for one in listed if one.role is not ChairRole.DEPUTY] or list(listed)
    people = [words for words in map(_named, leading) if words]
    if not people:
        return source.paper.common("dots"), False
    return joined(people) if len(people) < 3 else f"{'; '.join(people[:-1])} và {people[-1]}", len(people) > 1


def _named(chair: Chair) -> str:
    return named(chair.official)


def people(figures: Figures, phrases: Phrases) -> str:
    """ "149 người (trong đó …) và 130 hộ trên tổng số 412 hộ của địa phương"; "" where nobody was counted."""
    return joined([_people(one, phrases) for one in figures.people if one.present is not None])


def _people(one: People, phrases: Phrases) -> str:
    present = count2(one.present or 0)
    if one.total is None:
        return phrases("people_plain", present=present, unit=one.unit)
    facts = {"present": present, "unit": one.unit, "total": thousands(one.total)}
    if one.of_total is None or one.of_total == one.present:
        return phrases("people_total", **facts)
    return phrases("people_part", part=count2(one.of_total), **facts)


def opinions(figures: Figures, phrases: Phrases) -> str:
    """How many opinions there were, from where, and what they came to."""
    if not figures.all.total:
        return phrases("opinions_none")
    parts = []
    if figures.collected:
        parts.append(phrases("part_collected", count=count2(figures.collected)))
    if figures.at_hall:
        key = "part_turns" if figures.turns != figures.at_hall else "part_hall"
        parts.append(phrases(key, count=count2(figures.at_hall), turns=count2(figures.turns)))
    told = phrases("opinions", count=count2(figures.all.total), parts=joined(parts))
    results = standing_parts(figures, phrases)
    return f"{told} {phrases('results', parts=joined(results))}" if results else told


def standing_parts(figures: Figures, phrases: Phrases) -> Sequence[str]:
    """What the opinions came to, the classes that hold something."""
    row = figures.all
    counts = {
        "settled": row.settled,
        "owed": row.owed,
        "beyond": row.beyond,
        "unknown": row.unknown,
    }
    return [phrases(f"result_{key}", count=count2(n)) for key, n in counts.items() if n]
