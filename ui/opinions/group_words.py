"""A heading of the list in full, in words: who is behind it, the answer, by whom until when (C6, C7)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from dialogue_desktop.domain.date_words import days_left, weekday_date
from dialogue_desktop.domain.opinion_groups import joined_answer
from dialogue_desktop.domain.records import Opinion
from dialogue_desktop.domain.text_vi import one_line
from dialogue_desktop.domain.words_vi import thousands
from dialogue_desktop.services.assigning import is_prepared
from ui.opinions.sections import ALIKE, GROUP, Section
from ui.opinions.words import capital, people_count, who


@dataclass(frozen=True, slots=True)
class GroupDetail:
    """`members` are (number, who, words). `confirmed`: they have one answer; else it is only proposed."""

    id: str
    title: str
    confirmed: bool
    why: str
    members: tuple[tuple[str, str, str], ...]
    facts: tuple[tuple[str, str], ...] = ()
    answer: str = ""
    answer_title: str = ""


def group_detail(section: Section, opinions: Sequence[Opinion], today: date) -> GroupDetail | None:
    """`opinions` are all that belong to the section; None for the single ones."""
    if section.kind not in (GROUP, ALIKE) or not opinions:
        return None
    members = tuple((str(one.number), who(one), one_line(one.text)) for one in opinions)
    people = f"{thousands(people_count(opinions))} người"
    if section.kind == ALIKE:
        return GroupDetail(
            section.id, f"{len(opinions)} ý kiến có thể giống nhau", False,
            f"Của {people}. {capital(section.reason)}." if section.reason else f"Của {people}.", members,
        )  # fmt: skip
    answers = tuple(dict.fromkeys(o.prepared_answer for o in opinions if o.prepared_answer.strip()))
    return GroupDetail(
        section.id,
        section.title,
        True,
        f"{len(opinions)} ý kiến của {people}, chung một câu trả lời; tên ai cũng giữ nguyên.",
        members,
        tuple(_facts(opinions, today)),
        joined_answer(opinions),
        f"{len(answers)} câu trả lời khác nhau, cần sửa thành một"
        if len(answers) > 1
        else "Câu trả lời chung",
    )


def _facts(opinions: Sequence[Opinion], today: date) -> list[tuple[str, str]]:
    units = tuple(dict.fromkeys(one.unit for one in opinions if one.unit))
    makers = tuple(dict.fromkeys(capital(one.prepared_by) for one in opinions if one.prepared_by))
    facts = [("Giao cho", "\n".join(units) or ("Chưa giao" if not makers else ""))]
    if makers:
        facts.append(("Người soạn", "\n".join(makers)))
    days = [one.draft_due for one in opinions if one.draft_due]
    if days:
        day = min(days)
        left = "" if all(map(is_prepared, opinions)) else f", {days_left(today, day).lower()}"
        facts.append(("Hạn soạn", f"{capital(weekday_date(day))}{left}"))
    return [fact for fact in facts if fact[1]]
