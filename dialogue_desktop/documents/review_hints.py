"""What the figures say of how a conference went, for the review meeting to check and to put into its own
words (F4)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

from dialogue_desktop.documents.after_paper import AfterPaper
from dialogue_desktop.documents.office_words import joined
from dialogue_desktop.domain.figures import People
from dialogue_desktop.domain.law_limits import LimitKind, limits_for
from dialogue_desktop.domain.letters import Letter, escalations, replies
from dialogue_desktop.domain.queue_rules import spoken
from dialogue_desktop.domain.records import Turn
from dialogue_desktop.domain.register import in_force
from dialogue_desktop.domain.speaking_time import speaking_time
from dialogue_desktop.domain.words_vi import count2, date_short, decimal_vi, thousands

_MOST_NUMBERS = 12


def good(source: AfterPaper) -> tuple[str, ...]:
    """What speaks for it: who came, what was answered, what was kept."""
    return tuple(_good(source))


def bad(source: AfterPaper) -> tuple[str, ...]:
    """What was short, late or left open."""
    return tuple(_bad(source))


def _good(source: AfterPaper) -> Iterator[str]:
    phrases, figures = source.paper.phrases, source.figures
    for people in figures.people:
        yield from _attendance(source, people)
    if figures.all.total:
        counts = {"collected": figures.collected, "hall": figures.at_hall}
        parts = [phrases(f"part_{key}", count=count2(count)) for key, count in counts.items() if count]
        yield phrases(
            "opinions" if figures.all.settled else "opinions_none_settled",
            count=count2(figures.all.total),
            parts=", ".join(parts),
            settled=count2(figures.all.settled),
            share=_share(figures.all.settled, figures.all.total),
        )
    if figures.commitments.done:
        yield phrases("kept", done=count2(figures.commitments.done), total=count2(figures.commitments.total))


def _attendance(source: AfterPaper, people: People) -> Iterator[str]:
    phrases = source.paper.phrases
    if people.of_total and people.total:
        yield phrases(
            "attendance",
            present=count2(people.of_total),
            total=thousands(people.total),
            unit=people.unit,
            share=_share(people.of_total, people.total),
        )
    elif people.present:
        yield phrases("attendance_plain", present=count2(people.present), unit=people.unit)


def _bad(source: AfterPaper) -> Iterator[str]:
    phrases, records = source.paper.phrases, source.records
    for people in source.figures.people:
        if people.present is not None and people.expected and people.present < people.expected:
            yield phrases(
                "below",
                present=count2(people.present),
                expected=count2(people.expected),
                unit=people.unit,
            )
    open_ones = [
        str(one.number) for one in records.opinions if one.outcome is None and not _repeated(source, one.id)
    ]
    if open_ones:
        more = ["…"] if len(open_ones) > _MOST_NUMBERS else []
        numbers = ", ".join([*open_ones[:_MOST_NUMBERS], *more])
        yield phrases("unanswered", count=count2(len(open_ones)), numbers=numbers)
    yield from _speaking(source)
    if source.figures.commitments.late:
        yield phrases("late_promises", count=count2(source.figures.commitments.late))
    yield from _late_papers(source)


def _repeated(source: AfterPaper, opinion_id: str) -> bool:
    """Whether it waits with a promise, or was said again at the hall: its result stands there."""
    waits = any(opinion_id in one.opinion_ids for one in source.commitments)
    again = (one for one in source.records.opinions if opinion_id in (one.linked_id,) and one.outcome)
    return waits or any(again)


def _speaking(source: AfterPaper) -> Iterator[str]:
    phrases, records = source.paper.phrases, source.records
    now = records.session.ended_at or _last_moment(records.turns)
    over = [late for turn in records.turns if (late := _over(turn, now)) > timedelta()]
    if over:
        minutes = max(1, round(sum(over, timedelta()).total_seconds() / 60))
        yield phrases("overtime", count=count2(len(over)), minutes=count2(minutes))
    localities = [place.label for place in source.paper.plan.localities]
    if records.turns:
        silent = speaking_time(records.turns, localities, now).silent
        if silent:
            yield phrases("silent", places=joined(silent))


def _over(turn: Turn, now: datetime) -> timedelta:
    limit = timedelta(seconds=turn.limit_seconds)
    return max(timedelta(), spoken(turn.spans, now) - limit) if limit else timedelta()


def _last_moment(turns: tuple[Turn, ...]) -> datetime:
    ends = [span.end or span.start for turn in turns for span in turn.spans]
    return max(ends, default=datetime(2000, 1, 1, tzinfo=UTC))


def _late_papers(source: AfterPaper) -> Iterator[str]:
    phrases, records = source.paper.phrases, source.records
    letters = (
        *replies(records, source.commitments, source.way),
        *escalations(records, source.commitments),
    )
    late = [one for one in letters if _late(source, one)]
    if late and records.papers:
        yield phrases("late_replies", count=count2(len(late)))
    notice, day = in_force(records.papers, "conclusion"), source.paper.plan.day
    if notice is None or notice.dated_on is None or day is None:
        return
    for limit in limits_for(day):
        if limit.kind is LimitKind.RESULT and limit.due is not None and notice.dated_on > limit.due:
            yield phrases("late_result", day=date_short(notice.dated_on), limit=date_short(limit.due))


def _late(source: AfterPaper, letter: Letter) -> bool:
    """Sent after its day, or its day is over and it is not issued."""
    if letter.due is None:
        return False
    issued = in_force(source.records.papers, letter.kind, letter.subject)
    day = (issued.sent_on or issued.dated_on or source.today) if issued else source.today
    return day > letter.due


def _share(part: int, whole: int) -> str:
    return decimal_vi(round(100 * part / whole, 1)) if whole else "0"
