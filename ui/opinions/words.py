"""What the page says of opinions: facts, rows of the table, the toast; made without Qt."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from dialogue_desktop.domain.assigned import answering_unit
from dialogue_desktop.domain.date_words import date_dm, date_short, weekday_dm
from dialogue_desktop.domain.plan import Locality
from dialogue_desktop.domain.records import Opinion, Source
from dialogue_desktop.domain.text_vi import one_line
from dialogue_desktop.domain.words_vi import thousands
from ui.live.session.quick_add import short_place
from ui.opinions.entry import Entry
from ui.opinions.matching import (
    ANSWER_WORDS,
    BEYOND,
    DRAFTING,
    LATE,
    NO_FIELD,
    PREPARED,
    UNASSIGNED,
    Choice,
    Indexed,
    answer_state,
    marks,
    people_of,
)

ANONYMOUS, UNNAMED = "Ẩn danh", "Chưa rõ họ tên"
CHIP_NAMES = ("place", "field", "answer", "unit", "source")  # those used most first
TYPING = "typing"  # a form of this opinion was left half typed

_COUNTED = {
    PREPARED: "đã có trả lời", DRAFTING: "đang soạn", LATE: "trễ", BEYOND: "vượt thẩm quyền",
    UNASSIGNED: "chưa giao",
}  # fmt: skip
_NAMED = 4  # more than so many opinions are only counted
_NEAR = 160  # letters that a row can show at most
_LEAD = 24  # letters kept before the first found word, so that it is seen in a narrow column
_FOUND_IN: tuple[tuple[str, Callable[[Opinion], str]], ...] = (
    ("có trong câu trả lời", lambda o: o.prepared_answer),
    ("có trong tên người chuẩn bị", lambda o: o.prepared_by),
    ("có trong cơ quan tiếp nhận", lambda o: o.receiving_body),
    ("có trong tên đơn vị", lambda o: o.unit),
)


@dataclass(frozen=True, slots=True)
class OpinionRow:
    """One line of the table; `note` stands under the text, `from_where` under the person, `due` under the
    state. `state` is one of `matching`'s answer states, or TYPING; `state_words` how it is called here.
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
    state_words: str = ""
    unit: str = ""
    due: str = ""


@dataclass(frozen=True, slots=True)
class Chips:
    """What each chip offers, and (chip, words) of what is chosen."""

    place: tuple[Choice, ...] = ()
    field: tuple[Choice, ...] = ()
    source: tuple[Choice, ...] = ()
    answer: tuple[Choice, ...] = ()
    unit: tuple[Choice, ...] = ()
    chosen: tuple[tuple[str, str], ...] = ()


def capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def people_count(opinions: Sequence[Opinion]) -> int:
    """How many people are behind them: each name of a thôn once, each unnamed opinion as one."""
    return _count(map(people_of, opinions))


def _count(behind: Iterable[frozenset[tuple[str, str]]]) -> int:
    named: set[tuple[str, str]] = set()
    unnamed = 0
    for people in behind:
        named |= people
        unnamed += not people
    return len(named) + unnamed


def facts_words(rows: Sequence[Indexed]) -> tuple[str, str]:
    """ "46 ý kiến của 71 người; 28 đã có trả lời, 12 đang soạn, 6 chưa giao", and the same in short. Each
    opinion is counted in one of the numbers."""
    if not rows:
        return "", ""
    counts = Counter(row.state for row in rows)
    open_ones = len(rows) - counts[PREPARED]
    head = f"{thousands(len(rows))} ý kiến"
    people = f"{head} của {thousands(_count(row.people for row in rows))} người"
    if not open_ones:
        return f"{people}; đều đã có trả lời", f"{head}, đều đã có trả lời"
    order = (PREPARED, DRAFTING, LATE, BEYOND, UNASSIGNED)
    parts = [f"{thousands(counts[one])} {_COUNTED[one]}" for one in order if counts[one]]
    late = f", {thousands(counts[LATE])} trễ" if counts[LATE] else ""
    return f"{people}; {', '.join(parts)}", f"{thousands(open_ones)} chưa có trả lời{late}"


def count_words(shown: int, all_of_them: int) -> str:
    whole = f"{thousands(all_of_them)} ý kiến"
    return f"{thousands(shown)} trên {whole}" if shown != all_of_them else whole


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


_BODY_KIND = re.compile(r"^(?:phòng|ủy ban nhân dân|ubnd)\s+(?!xã|phường|thị trấn|đặc khu)", re.IGNORECASE)
_BODY_PLACE = re.compile(r"\s+(?:xã|phường|thị trấn|đặc khu)$", re.IGNORECASE)


def short_unit(name: str) -> str:
    """ "Phòng Kinh tế" is "Kinh tế" in a narrow column, "Công an xã" is "Công an"; a person's name alone."""
    return capital(_BODY_PLACE.sub("", _BODY_KIND.sub("", one_line(name).split(",")[0])))


def state_words(opinion: Opinion, state: str, today: date) -> str:
    """ "Trễ 2 ngày"; what the state is called otherwise."""
    if state == LATE and opinion.draft_due is not None:
        return f"Trễ {(today - opinion.draft_due).days} ngày"
    return ANSWER_WORDS.get(state, "")


def row_of(
    opinion: Opinion, query: str, localities: Sequence[Locality], today: date, *, typing: bool = False
) -> OpinionRow:
    found = query.strip()
    text = one_line(opinion.text)
    hits = _row_marks(text, query) if found else ()
    if hits and hits[0][0] > _LEAD:
        text, hits = _from_hit(text, hits)
    name = who(opinion)
    name_hits = marks(name, query) if found else ()
    elsewhere = "" if hits or name_hits or not found else _found_in(opinion, query)
    state = answer_state(opinion, today)
    owed = opinion.draft_due if state in (DRAFTING, LATE) else None
    return OpinionRow(
        opinion.id,
        str(opinion.number),
        text,
        hits,
        "  ·  ".join(part for part in (opinion.field or NO_FIELD, elsewhere) if part),
        name,
        name_hits,
        from_where(opinion, localities),
        TYPING if typing else state,
        "" if typing else state_words(opinion, state, today),
        short_unit(answering_unit(opinion) or opinion.receiving_body),
        f"hạn {weekday_dm(owed)}" if owed else "",
    )


def from_where(opinion: Opinion, localities: Sequence[Locality]) -> str:
    """ "Cùng 2 người, Phú Ấp, phiếu số 031"."""
    places = dict.fromkeys(short_place(v.locality, localities) for v in opinion.voices if v.locality)
    parts = (_others(opinion), " – ".join(places), source_words(opinion))
    return capital(", ".join(part for part in parts if part))


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


def whom(opinions: Sequence[Opinion]) -> str:
    """ "ý kiến số 12", "ý kiến số 12, 17, 23", "40 ý kiến": what was done to which, for the toast."""
    if len(opinions) > _NAMED:
        return f"{thousands(len(opinions))} ý kiến"
    return f"ý kiến số {numbers(opinions)}"


def numbers(opinions: Iterable[Opinion]) -> str:
    """ "12, 17, 23"."""
    return ", ".join(str(one.number) for one in opinions)
