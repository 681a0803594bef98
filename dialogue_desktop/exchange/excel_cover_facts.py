"""What the cover tells of a conference: when, where, who led it, who was there, and what is due next."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import date

from dialogue_desktop.domain.checklist import ChecklistItem, lapsed
from dialogue_desktop.domain.commitments import is_late
from dialogue_desktop.domain.conference import ConferenceView
from dialogue_desktop.domain.figures import Figures, People
from dialogue_desktop.domain.placeholders import fill
from dialogue_desktop.domain.placeholders import values_of as placeholder_values
from dialogue_desktop.domain.plan import Official
from dialogue_desktop.domain.records import OPINION_KIND_LABELS
from dialogue_desktop.domain.schedule import time_words
from dialogue_desktop.domain.wall_time import on_wall
from dialogue_desktop.domain.words_vi import date_short, decimal_vi, thousands, time_text
from dialogue_desktop.exchange.excel_cover import Cover, NextDue, state_counts
from dialogue_desktop.exchange.excel_crossings import source_labels
from dialogue_desktop.exchange.excel_follow_up import FollowedUp, state_words
from dialogue_desktop.exchange.excel_page import Heading
from dialogue_desktop.exchange.excel_rows import OpinionRow

#: Late promises come first, but leave room for what comes next.
_MOST_LATE, _MOST = 4, 7


def heading_of(view: ConferenceView) -> Heading:
    """Issuer, conference, and when and where it was held, or is to be."""
    plan = view.plan
    words = placeholder_values(plan, time_text=time_words(plan))
    when, where = _when(view), _where(view)
    occasion = ". ".join(
        part for part in (f"Thời gian: {when}" if when else "", f"Địa điểm: {where}" if where else "") if part
    )
    issuer = plan.issuer.body if plan.issuer.name else ""
    return Heading(issuer, words["ten_hoi_nghi"] or view.title, occasion)


def cover_of(
    view: ConferenceView, figures: Figures, followed: FollowedUp, rows: Sequence[OpinionRow],
    items: Sequence[ChecklistItem], today: date,
) -> Cover:  # fmt: skip
    """All that the first sheet says."""
    by_source, by_kind = Counter(row.source for row in rows), Counter(row.kind for row in rows)
    return Cover(
        issuer=view.plan.issuer,
        conference=heading_of(view).conference,
        facts=tuple((name, words) for name, words in _facts(view, figures.people) if words),
        figures=figures,
        sources=tuple((label, by_source[label]) for label in source_labels(rows)),
        kinds=tuple((label, by_kind[label]) for label in OPINION_KIND_LABELS.values()),
        states=state_counts([state_words(one) for one in followed.commitments]),
        due=_due(view, followed, items, today),
        today=today,
    )


def _facts(view: ConferenceView, people: Sequence[People]) -> tuple[tuple[str, str], ...]:
    session, plan = view.records.session, view.plan
    chairs = session.chairs if session.chairs is not None else plan.chairs
    secretaries = session.secretaries if session.secretaries is not None else plan.secretaries
    return (
        ("Thời gian", _when(view)),
        ("Địa điểm", _where(view)),
        ("Chủ trì", "; ".join(filter(None, (_person(one.official) for one in chairs)))),
        ("Thư ký", "; ".join(filter(None, (_person(one.official) for one in secretaries)))),
        ("Người dự", "; ".join(filter(None, map(_presence, people)))),
    )


def _when(view: ConferenceView) -> str:
    session = view.records.session
    if session.started_at is None:
        return time_words(view.plan)
    start = on_wall(session.started_at)
    end = f" đến {time_text(on_wall(session.ended_at).time())}" if session.ended_at is not None else ""
    return f"{time_text(start.time())}{end}, ngày {date_short(start.date())}"


def _where(view: ConferenceView) -> str:
    plan = view.plan
    values = placeholder_values(plan, time_text=time_words(plan))
    return view.records.session.place or "; ".join(fill(place, values) for place in plan.places)


def _person(official: Official) -> str:
    if not official.name.strip():
        return ""
    name = f"{official.honorific} {official.name}".strip()
    name = name[:1].upper() + name[1:]
    return f"{name}, {official.position}" if official.position.strip() else name


def _presence(people: People) -> str:
    """ "118 hộ trong tổng số 412 hộ (28,6%)"."""
    if people.present is None:
        return ""
    words = f"{thousands(people.present)} {people.unit}"
    if not people.total or people.of_total is None:
        return words
    share = decimal_vi(round(people.of_total / people.total * 100, 1))
    whole = f"trong tổng số {thousands(people.total)} {people.unit} ({share}%)"
    if people.of_total == people.present:
        return f"{words} {whole}"
    return f"{words}; {thousands(people.of_total)} {whole}"


def _due(
    view: ConferenceView, followed: FollowedUp, items: Sequence[ChecklistItem], today: date
) -> tuple[NextDue, ...]:
    """Promises that are late, the oldest first, then promises and duties whose day comes."""
    promised = [
        (one, NextDue(one.text, one.unit or one.receiving_body, one.deadline))
        for one in followed.commitments
        if one.open and one.deadline is not None
    ]
    late = sorted((due for one, due in promised if is_late(one, today)), key=lambda due: due.day)
    coming = [due for one, due in promised if not is_late(one, today)]
    coming += [
        NextDue(item.title, item.unit, item.due)
        for item in items
        if item.due is not None
        and item.due >= today
        and item.done_on is None
        and not lapsed(item.kind, item.due, view.plan.day, today)
    ]
    first = late[:_MOST_LATE]
    return (*first, *sorted(coming, key=lambda due: due.day)[: _MOST - len(first)])
