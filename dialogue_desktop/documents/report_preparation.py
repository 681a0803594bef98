"""How the conference was prepared and held: the first parts of the report (M7)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from dialogue_desktop.documents.after_paper import AfterPaper
from dialogue_desktop.documents.held_words import chairs, people, when, where
from dialogue_desktop.documents.office_words import capital, joined, lower_first, named
from dialogue_desktop.documents.phrases import Phrases
from dialogue_desktop.domain.notice_proof import NoticeProof, ProofForm
from dialogue_desktop.domain.privacy import mask_numbers
from dialogue_desktop.domain.records import Source
from dialogue_desktop.domain.wall_time import on_wall
from dialogue_desktop.domain.words_vi import count2, date_short, thousands, time_doc

#: Papers from before the day that the report cites where the register knows their number.
_CITED = ("notice", "previous-results", "prepared-report")
_PLACES = 4  # named before they are counted


def preparation(source: AfterPaper) -> str:
    """Papers by number and date, how it was announced, slips, collected opinions, invitations."""
    return "\n".join(
        filter(None, (_papers(source), _announced(source), *_collected(source), _invited(source)))
    )


def own_plan(source: AfterPaper) -> str:
    """ "Kế hoạch số 42/KH-UBND ngày 01 tháng 4 năm 2026": the issuer's own, so nobody's name behind it."""
    return source.paper.cited_plan().removesuffix(f" của {source.paper.body}")


def _papers(source: AfterPaper) -> str:
    paper, phrases = source.paper, source.paper.phrases
    found = [own_plan(source)]
    for kind in _CITED:
        cited = source.cited(kind)
        if cited:
            found.append(phrases(f"paper_{kind}", cited=cited))
    key = "issued" if paper.plan.tasks else "issued_plain"
    return phrases(key, body=paper.body, papers=joined(found))


def _announced(source: AfterPaper) -> str:
    """Each way with its places and days, as the proof has them."""
    phrases, proofs = source.paper.phrases, [one for one in source.proofs if one.first_day is not None]
    if not proofs:
        return ""
    forms = dict.fromkeys(one.form for one in proofs)
    ways = [_way(form, [one for one in proofs if one.form is form], phrases) for form in forms]
    words = phrases("announced", ways="; ".join(ways))
    first, day = min(one.first_day or date.max for one in proofs), source.paper.plan.day
    if day is not None and first < day:
        words += phrases("announced_ahead", count=count2((day - first).days))
    return words


def _way(form: ProofForm, proofs: list[NoticeProof], phrases: Phrases) -> str:
    places = list(dict.fromkeys(one.place.strip(" .;") for one in proofs if one.place.strip()))
    shown = joined(places) if len(places) <= _PLACES else f"{count2(len(places))} nơi"
    first = min(one.first_day for one in proofs if one.first_day)
    lasts = [one.last_day for one in proofs]
    last = max((day for day in lasts if day is not None), default=None) if None not in lasts else None
    until = phrases("way_last", last=date_short(last)) if last and last > first else ""
    way = phrases(f"way_{form.value}", places=lower_first(shown)) if shown else lower_first(form.label)
    return phrases("way_days", way=way, first=date_short(first), last=until)


def _collected(source: AfterPaper) -> Iterator[str]:
    phrases, common, records = source.paper.phrases, source.paper.common, source.records
    handed = sum(batch.handed for batch in records.slip_batches)
    if handed:
        back = [batch.returned for batch in records.slip_batches if batch.returned is not None]
        returned = phrases("slips_returned", count=count2(sum(back))) if back else ""
        yield phrases("slips", handed=count2(handed), returned=returned)
    opinions = records.collected()
    if not opinions:
        yield phrases("collected_none")
        return
    counts = {kind: sum(1 for one in opinions if one.source is kind) for kind in Source}
    parts = [f"{count2(n)} {common(f'source_{kind.value}')}" for kind, n in counts.items() if n]
    ready = sum(1 for one in opinions if one.prepared_answer.strip())
    yield phrases(
        "collected",
        count=count2(len(opinions)),
        sources=joined(parts),
        prepared=phrases("prepared", count=count2(ready)) if ready else "",
    )


def _invited(source: AfterPaper) -> str:
    phrases = source.paper.phrases
    guests = [one for one in source.records.delegates if one.shown.strip()]
    if not guests:
        return ""
    days = sorted({one.sent_on for one in guests if one.sent_on is not None})
    when_sent = ""
    if len(days) == 1:
        when_sent = phrases("invited_day", day=date_short(days[0]))
    elif days:
        when_sent = phrases("invited_days", first=date_short(days[0]), last=date_short(days[-1]))
    cited = source.cited("invitations")
    return phrases(
        "invited",
        number=phrases("invited_number", cited=cited) if cited else "",
        count=count2(sum(one.count for one in guests)),
        days=when_sent,
    )


# --- held


def held(source: AfterPaper) -> str:
    """Day and hours, place, form, who chaired, who wrote."""
    paper, phrases, session = source.paper, source.paper.phrases, source.records.session
    facts = {"day": when(source), "place": where(source)}
    if session.started_at is None:
        lines = [phrases("hours_none", **facts)]
    else:
        facts["start"] = time_doc(on_wall(session.started_at).time())
        key = "hours_start"
        if session.ended_at is not None:
            key, facts["end"] = "hours", time_doc(on_wall(session.ended_at).time())
        lines = [phrases(key, **facts)]
    lines.append(phrases("form", form=paper.plan.form.value))
    who, several = chairs(source)
    lines.append(phrases("chair_joint" if several else "chair", names=who))
    seated = paper.plan.secretaries if session.secretaries is None else session.secretaries
    names = "; ".join(filter(None, (named(one.official) for one in seated)))
    if names:
        lines.append(phrases("secretaries", names=names))
    return "\n".join(lines).replace("….", "…")


def attendance(source: AfterPaper) -> str:
    """The sums, then each group that was counted."""
    phrases = source.paper.phrases
    came = people(source.figures, source.paper.common)
    if not came:
        return phrases("people_none")
    lines = [phrases("people", people=came)]
    for row in source.records.attendance:
        if row.present is None:
            continue
        facts = {
            "label": capital(mask_numbers(row.label.strip(" .;:"))[0]),
            "present": count2(row.present),
            "unit": row.unit,
        }
        if row.total is None:
            lines.append(phrases("group", **facts))
        else:
            lines.append(phrases("group_total", total=thousands(row.total), **facts))
    return "\n".join((*lines[:-1], lines[-1].rstrip(";") + "." if len(lines) > 1 else lines[-1]))
