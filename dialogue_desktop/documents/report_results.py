"""Figures, what was answered, what is owed and what went up: the results in the report (M7)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date

from dialogue_desktop.documents.after_paper import AfterPaper
from dialogue_desktop.documents.held_words import opinions
from dialogue_desktop.documents.office_words import joined, lower_first
from dialogue_desktop.documents.report_appendices import Appendices
from dialogue_desktop.domain.after_records import Commitment
from dialogue_desktop.domain.letters import escalations
from dialogue_desktop.domain.notice_content import is_beyond
from dialogue_desktop.domain.register import in_force
from dialogue_desktop.domain.words_vi import count2, date_short, decimal_vi, weekday_date

_MOST = 3  # fields that are named first


def share(part: int, whole: int) -> str:
    """ "37,5" of a hundred; "0" of nothing."""
    return decimal_vi(part * 100 / whole, 1).removesuffix(",0") if whole else "0"


def own_promises(source: AfterPaper) -> list[Commitment]:
    """What the commune itself owes."""
    by_id = {one.id: one for one in source.records.opinions}
    return [one for one in source.commitments if not is_beyond(one, by_id)]


# --- figures


def figures(source: AfterPaper) -> str:
    """Total, by source, by outcome, the fields with most of them; the rest stands in a table."""
    counted, phrases, common = source.figures, source.paper.phrases, source.paper.common
    lines = [opinions(counted, common)]
    total = counted.all.total
    if not total:
        return lines[0]
    sources = [f"{count2(n)} {common(f'source_{kind.value}')}" for kind, n in counted.sources]
    lines.append(phrases("by_source", parts="; ".join(sources)))
    outcomes = [
        phrases(
            "part_share",
            label=phrases(f"outcome_{outcome.value if outcome is not None else 'none'}"),
            count=count2(n),
            share=share(n, total),
        )
        for outcome, n in counted.outcomes
    ]
    lines.append(phrases("by_outcome", parts="; ".join(outcomes)))
    named = sorted((row for row in counted.fields if row.label), key=lambda row: -row.total)
    if len(named) > 1:
        parts = [phrases("part", label=row.label, count=count2(row.total)) for row in named[:_MOST]]
        lines.append(phrases("by_field", parts="; ".join(parts)))
    lines.append(phrases("in_appendix"))
    return "\n".join(lines)


# --- answered


def answered(source: AfterPaper, tables: Appendices) -> str:
    """How many were settled, in which fields, and where the answers stand."""
    counted, phrases = source.figures, source.paper.phrases
    if not counted.all.total:
        return phrases("answered_nobody")
    settled = counted.all.settled
    if not settled:
        lines = [phrases("answered_none")]
    else:
        fields = [
            phrases(
                "part", label=row.label or lower_first(phrases("unknown_field")), count=count2(row.settled)
            )
            for row in counted.fields
            if row.settled
        ]
        lines = [
            phrases(
                "answered_text",
                count=count2(settled),
                total=count2(counted.all.total),
                share=share(settled, counted.all.total),
                fields="; ".join(fields),
            )
        ]
    lines.append(phrases("answered_where", appendix=tables.name("opinions")))
    notice = _notice(source)
    return "\n".join((*lines, notice) if notice else lines)


def _notice(source: AfterPaper) -> str:
    """The notice of conclusions by its number and date, and where it hangs; "" while it has no number."""
    phrases, cited = source.paper.phrases, source.cited("conclusion")
    if not cited:
        return ""
    paper = in_force(source.records.papers, "conclusion")
    posted = ""
    if paper is not None and paper.posted_on is not None:
        places = phrases("notice_places", places=joined(list(paper.posted_at))) if paper.posted_at else ""
        posted = phrases("notice_posted", places=places, day=date_short(paper.posted_on))
    return phrases("notice_issued", cited=cited, posted=posted)


# --- owed


def owed(source: AfterPaper, tables: Appendices) -> str:
    """How many opinions still wait, which units owe how much, and how far they have come."""
    counted, phrases = source.figures, source.paper.phrases
    promises = own_promises(source)
    lines = []
    units = joined(list(_by_unit(source, promises)))
    if counted.all.owed:
        key = "owed_text" if units else "owed_plain"
        lines.append(phrases(key, count=count2(counted.all.owed), units=units))
    else:
        lines.append(phrases("owed_none"))
        if units:
            lines.append(phrases("owed_conclusions", units=units))
    if counted.commitments.total:
        lines.append(_state(source))
        lines.append(phrases("owed_where", appendix=tables.name("owed")))
    return "\n".join(lines)


def _by_unit(source: AfterPaper, promises: Iterable[Commitment]) -> Iterator[str]:
    phrases = source.paper.phrases
    counts = Counter(one.unit.strip() for one in promises)
    for unit, n in sorted(counts.items(), key=lambda one: (not one[0], -one[1])):
        if unit:
            yield phrases("owed_unit", unit=unit, count=count2(n))
        else:
            yield phrases("owed_no_unit", count=count2(n))


def _state(source: AfterPaper) -> str:
    """The sums of the board on this day."""
    phrases, sums = source.paper.phrases, source.figures.commitments
    counts = {
        "done": sums.done,
        "in_time": sums.in_time,
        "soon": sums.soon,
        "late": sums.late,
        "carried": sums.carried,
    }
    parts = [phrases(f"state_{key}", count=count2(n)) for key, n in counts.items() if n]
    day = f"ngày {date_short(source.today)}"
    return phrases("state", day=day, total=count2(sums.total), parts="; ".join(parts))


# --- beyond competence


def beyond(source: AfterPaper) -> str:
    """Each body with what goes to it, and the letter by its number and date."""
    phrases, records = source.paper.phrases, source.records
    if not source.figures.all.beyond and not escalations(records, source.commitments):
        return phrases("beyond_none")
    number_of = {one.id: one.number for one in records.opinions}
    lines = [phrases("beyond_text", count=count2(source.figures.all.beyond), body=source.paper.body)]
    for letter in escalations(records, source.commitments):
        cited = source.cited("escalations", letter.subject)
        due = phrases("beyond_unsent")
        if letter.due is not None:
            key = "beyond_late" if letter.due < source.today else "beyond_due"
            due = phrases(key, day=date_short(letter.due))
        numbers = sorted(number_of[key] for key in letter.opinion_ids)
        shown = phrases("beyond_numbers", numbers=", ".join(map(str, numbers))) if numbers else ""
        count = len(letter.commitment_ids) or len(letter.opinion_ids)
        lines.append(
            phrases(
                "beyond_line",
                to=letter.to or phrases("beyond_blank"),
                count=count2(count),
                numbers=shown,
                letter=phrases("beyond_sent", cited=cited) if cited else due,
            )
        )
    return "\n".join((*lines[:-1], lines[-1].rstrip(";") + "."))


def last_day(promises: Iterable[Commitment], today: date) -> str:
    """ "thứ Sáu 28/8/2026": the last day that anything open is due, "" where none is still to come."""
    days = [one.deadline for one in promises if one.open and one.deadline and one.deadline >= today]
    return weekday_date(max(days)) if days else ""
