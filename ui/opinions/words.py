"""What the page says of opinions: facts, rows of the table, one opinion in full; made without Qt."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from dialogue_desktop.domain.conference import Contact
from dialogue_desktop.domain.date_words import date_dm, date_short
from dialogue_desktop.domain.plan import Locality
from dialogue_desktop.domain.records import OPINION_KIND_LABELS, Opinion, Source
from dialogue_desktop.domain.text_vi import fold, one_line
from ui.live.quick_add import short_place
from ui.opinions.entry import Entry
from ui.opinions.matching import (
    MISSING,
    NO_FIELD,
    Choice,
    answer_state,
    marks,
)

ANONYMOUS, UNNAMED = "Ẩn danh", "Chưa rõ họ tên"
CHIP_NAMES = ("place", "field", "source", "answer")
TYPING = "typing"  # a form of this opinion was left half typed

_NEAR = 160  # letters that a row can show at most
_LEAD = 24  # letters kept before the first found word, so that it is seen in a narrow column
_FOUND_IN: tuple[tuple[str, Callable[[Opinion], str]], ...] = (
    ("có trong câu trả lời", lambda o: o.prepared_answer),
    ("có trong tên người chuẩn bị", lambda o: o.prepared_by),
    ("có trong cơ quan tiếp nhận", lambda o: o.receiving_body),
)


@dataclass(frozen=True, slots=True)
class OpinionRow:
    """One line of the table; `note` stands under the text, `from_where` under the person.

    `state` is one of `matching`'s answer states, or TYPING.
    """

    id: str
    number: str
    text: str
    text_marks: tuple[tuple[int, int], ...]
    note: str
    who: str
    who_marks: tuple[tuple[int, int], ...]
    from_where: str
    state: str


@dataclass(frozen=True, slots=True)
class Detail:
    """One opinion in full; `facts` are (label, words) in order."""

    id: str
    title: str
    state: str
    text: str
    text_marks: tuple[tuple[int, int], ...]
    facts: tuple[tuple[str, str], ...]
    answer: str
    answer_marks: tuple[tuple[int, int], ...]
    answer_note: str
    reach: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Chips:
    """What each chip offers, and (chip, words) of what is chosen."""

    place: tuple[Choice, ...] = ()
    field: tuple[Choice, ...] = ()
    source: tuple[Choice, ...] = ()
    answer: tuple[Choice, ...] = ()
    chosen: tuple[tuple[str, str], ...] = ()


def capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def people_count(opinions: Sequence[Opinion]) -> int:
    """How many people are behind them: each name of a thôn once, each unnamed opinion as one."""
    named: set[tuple[str, str]] = set()
    unnamed = 0
    for opinion in opinions:
        names = [] if opinion.anonymous else [voice for voice in opinion.voices if voice.name]
        named |= {(fold(voice.name), fold(voice.locality)) for voice in names}
        unnamed += not names
    return len(named) + unnamed


def facts_words(opinions: Sequence[Opinion]) -> str:
    """ "15 ý kiến của 17 người, 3 chưa có câu trả lời chuẩn bị"."""
    if not opinions:
        return ""
    missing = sum(1 for opinion in opinions if answer_state(opinion) == MISSING)
    rest = f"{missing} chưa có câu trả lời chuẩn bị" if missing else "đều đã có câu trả lời chuẩn bị"
    return f"{len(opinions)} ý kiến của {people_count(opinions)} người, {rest}"


def count_words(shown: int, all_of_them: int) -> str:
    return f"{shown} trên {all_of_them} ý kiến" if shown != all_of_them else f"{shown} ý kiến"


def who(opinion: Opinion) -> str:
    """The first person, or what stands for one."""
    if opinion.anonymous:
        return ANONYMOUS
    names = [voice.shown for voice in opinion.voices if voice.name]
    return capital(names[0] if names else opinion.group_note) or UNNAMED


def _others(opinion: Opinion) -> str:
    """ "cùng 5 người": under the first name, which is never cut."""
    names = [] if opinion.anonymous else [voice for voice in opinion.voices if voice.name]
    return f"cùng {len(names) - 1} người" if len(names) > 1 else ""


def source_words(opinion: Opinion, *, day: bool = False) -> str:
    """ "phiếu số 031", "trưởng thôn gửi"; with `day` also when it came."""
    words = {
        Source.VILLAGE_HEAD: "trưởng thôn gửi",
        Source.SLIP: "phiếu",
        Source.VIA_SECRETARY: "qua thư ký",
        Source.ONLINE: "trực tuyến",
        Source.HALL: "tại hội nghị",
    }[opinion.source]
    if opinion.slip_number:
        words = "" if opinion.source is Source.SLIP else f"{words}, "
        words += f"phiếu số {opinion.slip_number}"
    if day and opinion.received_on:
        words += f", nhận {date_short(opinion.received_on)}"
    elif opinion.received_on and not opinion.slip_number:
        words += f" {date_dm(opinion.received_on)}"
    return words


def row_of(
    opinion: Opinion, query: str, localities: Sequence[Locality], *, typing: bool = False
) -> OpinionRow:
    found = query.strip()
    text = one_line(opinion.text)
    hits = _row_marks(text, query) if found else ()
    if hits and hits[0][0] > _LEAD:
        text, hits = _from_hit(text, hits)
    name = who(opinion)
    name_hits = marks(name, query) if found else ()
    elsewhere = "" if hits or name_hits or not found else _found_in(opinion, query)
    places = dict.fromkeys(short_place(v.locality, localities) for v in opinion.voices if v.locality)
    parts = (_others(opinion), " – ".join(places), source_words(opinion))
    from_where = ", ".join(part for part in parts if part)
    return OpinionRow(
        opinion.id,
        str(opinion.number),
        text,
        hits,
        "  ·  ".join(part for part in (opinion.field or NO_FIELD, elsewhere) if part),
        name,
        name_hits,
        capital(from_where),
        TYPING if typing else answer_state(opinion),
    )


def _row_marks(text: str, query: str) -> tuple[tuple[int, int], ...]:
    """A row shows one line: of a single word only the hits near the beginning are looked for, when there
    are any, so that the first letter of a search costs no more than the last."""
    if " " not in query.strip() and (near := marks(text[:_NEAR], query)):
        return near
    return marks(text, query)


def _from_hit(text: str, hits: tuple[tuple[int, int], ...]) -> tuple[str, tuple[tuple[int, int], ...]]:
    """The text from a word before the first hit on, with the marks moved along."""
    begin = text.rfind(" ", 0, max(1, hits[0][0] - _LEAD // 2)) + 1
    if not begin:
        return text, hits
    lead = "… "
    shift = len(lead) - begin
    return lead + text[begin:], tuple((start + shift, length) for start, length in hits)


def _found_in(opinion: Opinion, query: str) -> str:
    """Where the words stand when neither text nor name shows them."""
    for words, read in _FOUND_IN:
        if marks(read(opinion), query):
            return words
    return ""


def detail_of(opinion: Opinion, contact: Contact | None, query: str) -> Detail:
    found = query.strip()
    return Detail(
        opinion.id,
        f"Ý kiến số {opinion.number}",
        answer_state(opinion),
        opinion.text,
        marks(opinion.text, query) if found else (),
        tuple(_facts(opinion)),
        opinion.prepared_answer,
        marks(opinion.prepared_answer, query) if found else (),
        f"{capital(opinion.prepared_by)} chuẩn bị" if opinion.prepared_by else "",
        tuple(_reach(contact)),
    )


def _facts(opinion: Opinion) -> list[tuple[str, str]]:
    people = [] if opinion.anonymous else [v for v in opinion.voices if v.name or v.address]
    names = [", ".join(part for part in (capital(v.shown) or UNNAMED, v.address) if part) for v in people]
    if opinion.anonymous:
        places = dict.fromkeys(voice.locality for voice in opinion.voices if voice.locality)
        names = [ANONYMOUS + (f", {', '.join(places)}" if places else "")]
    elif not names and not opinion.group_note:
        names = [UNNAMED]
    facts = [("Người gửi", "\n".join(names))] if names else []
    if opinion.group_note:
        facts.append(("Nhóm", capital(opinion.group_note)))
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


def _consent(opinion: Opinion) -> str:
    if opinion.anonymous:
        return "Không nêu tên ở mọi văn bản"
    return {True: "Đồng ý nêu tên", False: "Không đồng ý nêu tên", None: "Chưa hỏi"}[opinion.consent]


def _reach(contact: Contact | None) -> list[tuple[str, str]]:
    if contact is None:
        return []
    both = (("Điện thoại", contact.phone), ("Địa chỉ nhà", contact.house_address))
    return [(label, words) for label, words in both if words]


def no_match_words(query: str) -> str:
    typed = one_line(query)
    if typed:
        return f"Không có ý kiến nào chứa “{typed}” trong những gì đang lọc."
    return "Không có ý kiến nào đúng với những gì đang lọc."


def written(entry: Entry, *, new: bool) -> str:
    """What the toast says after saving: "Đã ghi ý kiến của bà Lê Thị Ổn"."""
    names = [] if entry.anonymous else [line.name.strip() for line in entry.people if line.name.strip()]
    whose = f" của {names[0]}" if names else ""
    return f"Đã ghi ý kiến{whose}" if new else f"Đã sửa ý kiến{whose}"
