"""One opinion in full, in words: what was said, by whom, who answers until when, the answer (C5, C7)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from dialogue_desktop.domain.conference import Contact
from dialogue_desktop.domain.date_words import days_left, weekday_date
from dialogue_desktop.domain.records import OPINION_KIND_LABELS, Opinion
from ui.opinions.matching import NO_FIELD, answer_state, marks
from ui.opinions.words import ANONYMOUS, UNNAMED, capital, numbers, source_words, state_words


@dataclass(frozen=True, slots=True)
class Detail:
    """One opinion in full; `facts` are (label, words) in order. `group` is the id of its confirmed group."""

    id: str
    title: str
    state: str
    state_words: str
    text: str
    text_marks: tuple[tuple[int, int], ...]
    facts: tuple[tuple[str, str], ...]
    answer: str
    answer_marks: tuple[tuple[int, int], ...]
    answer_note: str
    answer_of: str = ""
    group: str = ""
    reach: tuple[tuple[str, str], ...] = ()


def detail_of(
    opinion: Opinion, contact: Contact | None, query: str, today: date, together: Sequence[Opinion] = ()
) -> Detail:
    """`together`: the opinions of its group, itself among them."""
    found = query.strip()
    state = answer_state(opinion, today)
    return Detail(
        opinion.id,
        f"Ý kiến số {opinion.number}",
        state,
        state_words(opinion, state, today),
        opinion.text,
        marks(opinion.text, query) if found else (),
        tuple(_facts(opinion, today, together)),
        opinion.prepared_answer,
        marks(opinion.prepared_answer, query) if found else (),
        f"{capital(opinion.prepared_by)} soạn" if opinion.prepared_by and opinion.prepared_answer else "",
        f"chung {len(together)} ý kiến" if together else "",
        opinion.group_id if together else "",
        tuple(_reach(contact)),
    )


def _facts(opinion: Opinion, today: date, together: Sequence[Opinion]) -> list[tuple[str, str]]:
    facts = said_facts(opinion) + assigned_facts(opinion, today)
    if together:
        others = [one for one in together if one.id != opinion.id]
        facts.append(("Nhóm", f"Chung câu trả lời với {len(others)} ý kiến khác: số {numbers(others)}"))
    return facts


def said_facts(opinion: Opinion) -> list[tuple[str, str]]:
    """Who said it, how it came, what it is about, what may be published of it."""
    people = [] if opinion.anonymous else [v for v in opinion.voices if v.name or v.address]
    names = [", ".join(part for part in (capital(v.shown) or UNNAMED, v.address) if part) for v in people]
    if opinion.anonymous:
        places = dict.fromkeys(voice.locality for voice in opinion.voices if voice.locality)
        names = [ANONYMOUS + (f", {', '.join(places)}" if places else "")]
    elif not names and not opinion.group_note:
        names = [UNNAMED]
    facts = [("Người gửi", "\n".join(names))] if names else []
    if opinion.group_note:
        facts.append(("Nhóm người", capital(opinion.group_note)))
    facts.append(("Nguồn", capital(source_words(opinion, day=True))))
    facts.append(("Loại", OPINION_KIND_LABELS[opinion.kind]))
    facts.append(("Lĩnh vực", opinion.field or NO_FIELD))
    facts.append(("Công khai", _consent(opinion)))
    if opinion.beyond_competence:
        facts.append(("Thẩm quyền", f"Vượt thẩm quyền, chuyển {opinion.receiving_body or 'cấp trên'}"))
    else:
        facts.append(("Thẩm quyền", "Thuộc thẩm quyền giải quyết"))
    if opinion.withheld:
        facts.append(("Niêm yết", "Không đưa nội dung vào bản niêm yết"))
    return facts


def assigned_facts(opinion: Opinion, today: date) -> list[tuple[str, str]]:
    """The unit, who prepares, and by when with what is left of it."""
    facts = []
    if opinion.unit:
        facts.append(("Giao cho", opinion.unit))
    if opinion.prepared_by:
        facts.append(("Người soạn", capital(opinion.prepared_by)))
    if not facts:
        facts.append(("Giao cho", "Chưa giao"))
    if opinion.draft_due is not None:
        left = "" if opinion.prepared_answer.strip() else f", {days_left(today, opinion.draft_due).lower()}"
        facts.append(("Hạn soạn", f"{capital(weekday_date(opinion.draft_due))}{left}"))
    return facts


def _consent(opinion: Opinion) -> str:
    if opinion.anonymous:
        return "Không nêu tên ở mọi văn bản"
    return {True: "Đồng ý nêu tên", False: "Không đồng ý nêu tên", None: "Chưa hỏi"}[opinion.consent]


def _reach(contact: Contact | None) -> list[tuple[str, str]]:
    if contact is None:
        return []
    both = (("Điện thoại", contact.phone), ("Địa chỉ nhà", contact.house_address))
    return [(label, words) for label, words in both if words]
