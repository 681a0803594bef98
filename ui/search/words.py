"""What the page of everything says: lines of the list, counts, one hit in full; made without Qt (G3)."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from dialogue_desktop.domain.date_words import date_dm, date_short, days_left, weekday_date
from dialogue_desktop.domain.opinion_state import OpinionState
from dialogue_desktop.domain.records import SOURCE_LABELS, Answer, Opinion, Outcome, RecordKind
from dialogue_desktop.domain.search import (
    FoundConference,
    FoundOpinion,
    FoundRecord,
    InConference,
    Marks,
    SearchOrder,
)
from dialogue_desktop.domain.search_words import Finder
from dialogue_desktop.domain.text_vi import one_line
from dialogue_desktop.domain.words_vi import thousands
from dialogue_desktop.services.search import COUNTED
from ui.opinions.detail_words import said_facts
from ui.opinions.words import ANONYMOUS, UNNAMED, capital

Hit = FoundOpinion | FoundRecord | FoundConference

NO_FIELD = "Chưa xếp lĩnh vực"
ORDER_WORDS = {
    SearchOrder.NEWEST: "Mới ghi trước",
    SearchOrder.BY_NAME: "Theo tên người",
    SearchOrder.AS_HELD: "Theo hội nghị",
}
GROUP_WORDS = {
    RecordKind.TURN: "Người phát biểu",
    RecordKind.CONCLUSION: "Kết luận của chủ trì",
    RecordKind.DELEGATE: "Đại biểu được mời",
}
_OPEN_WORDS = {
    RecordKind.TURN: "Mở lượt phát biểu",
    RecordKind.CONCLUSION: "Mở kết luận",
    RecordKind.DELEGATE: "Mở danh sách mời",
}
_LEAD = 24  # letters kept before the first found word, so that it is seen in a narrow column
_LONG = 300  # letters of a text that a line may need


@dataclass(frozen=True, slots=True)
class Line:
    """One hit in the list; `note` stands under the text, `place` under the person, `when` under the
    conference, `due` under the state. `state` is a key of `looks.STATES`."""

    id: str
    text: str
    text_marks: Marks = ()
    note: str = ""
    note_marks: Marks = ()
    who: str = ""
    who_marks: Marks = ()
    place: str = ""
    place_marks: Marks = ()
    where: str = ""
    when: str = ""
    state: str = ""
    due: str = ""


@dataclass(frozen=True, slots=True)
class Section:
    """Hits of one kind under a heading; `amount` says how many, and what they are called."""

    id: str
    title: str
    amount: str
    icon: str
    lines: tuple[Line, ...] = ()
    open: bool = True


@dataclass(frozen=True, slots=True)
class Said:
    """A heading and what was said under it, with its found words."""

    heading: str
    text: str
    marks: Marks = ()
    heading_marks: Marks = ()


@dataclass(frozen=True, slots=True)
class Detail:
    """One hit in full. `open_words` are on the button that leads to it; `inside`: the search can be
    narrowed to this conference."""

    id: str
    title: str
    state: str
    text: str
    marks: Marks
    facts: tuple[tuple[str, str], ...]
    answers: tuple[Said, ...] = ()
    missing: str = ""
    open_words: str = ""
    inside: bool = False


def hit_id(hit: Hit) -> str:
    """Unique over all kinds and conferences."""
    if isinstance(hit, FoundConference):
        return f"hoi-nghi/{hit.conference.id}"
    kind = hit.kind if isinstance(hit, FoundRecord) else RecordKind.OPINION
    return f"{kind.value}/{hit.conference.id}/{hit.id}"


# --- counts ---------------------------------------------------------------------------------------------


def facts_words(total: int, conferences: int) -> str:
    """ "46 ý kiến của 3 hội nghị"."""
    if not total:
        return ""
    return f"{thousands(total)} ý kiến của {thousands(conferences)} hội nghị"


def count_words(count: int | None, total: int) -> str:
    """ "9 trên 46 ý kiến"; "hơn 1.000 ý kiến" beyond what is counted."""
    if count is None:
        return ""
    if count == total:
        return f"{thousands(total)} ý kiến"
    if count > COUNTED:
        return f"hơn {thousands(COUNTED)} ý kiến"
    return f"{thousands(count)} trên {thousands(total)} ý kiến"


def no_match_words(query: str, *, filtered: bool) -> str:
    typed = one_line(query)
    if typed and filtered:
        return f"Không có ý kiến nào chứa “{typed}” trong những gì đang lọc."
    if typed:
        return f"Không hội nghị nào có gì chứa “{typed}”. Thử ít chữ hơn, hoặc gõ không dấu."
    return "Không có ý kiến nào đúng với những gì đang lọc."


# --- lines ----------------------------------------------------------------------------------------------


def line_of(hit: FoundOpinion, find: Finder, today: date) -> Line:
    text, marks = near(hit.text, hit.marks)
    name, place = _who(hit), _place(hit)
    note = "  ·  ".join(part for part in (hit.field or NO_FIELD, hit.unit, f"số {hit.number}") if part)
    # One look for all: it is asked 50 times at each key.
    who_marks, place_marks, note_marks = _marks_of((name, place, note), find)
    if hit.anonymous or not hit.voices:
        who_marks = ()
    if hit.answer:
        lead = "Trả lời: "
        note, found = near(hit.answer, find.marks(hit.answer))
        note, note_marks = lead + note, moved(found, len(lead))
    elif find.wanted and not (marks or who_marks or place_marks or note_marks):
        note = f"Có trong phần ghi thêm  ·  {note}"
    return Line(
        hit_id(hit), text, marks, note, note_marks, name, who_marks, place, place_marks,
        hit.conference.title, _day(hit.conference), state_key(hit.outcome, hit.state), _due(hit, today),
    )  # fmt: skip


def _marks_of(texts: Sequence[str], find: Finder) -> list[Marks]:
    """The found words of each of these short texts."""
    marks = find.marks("\n".join(texts)) if find.wanted else ()
    made, begin = [], 0
    for text in texts:
        end = begin + len(text)
        made.append(tuple((start - begin, length) for start, length in marks if begin <= start < end))
        begin = end + 1
    return made


def moved(marks: Marks, by: int) -> Marks:
    return tuple((start + by, length) for start, length in marks)


def state_key(outcome: Outcome | None, state: OpinionState) -> str:
    return outcome.value if outcome is not None else state.value


def near(text: str, marks: Marks) -> tuple[str, Marks]:
    """One line of a text from shortly before its first found word on, with the marks moved along."""
    begin = 0
    if marks and marks[0][0] > _LEAD:
        begin = text.rfind(" ", 0, marks[0][0] - _LEAD // 2) + 1
    lead = "… " if begin else ""
    shift = len(lead) - begin
    end = begin + _LONG
    shown = text[begin:end].replace("\n", " ").replace("\t", " ")  # the same length: marks keep their places
    return lead + shown, tuple((start + shift, length) for start, length in marks if start + length <= end)


def _who(hit: FoundOpinion) -> str:
    if hit.anonymous:
        return ANONYMOUS
    names = [voice.shown for voice in hit.voices if voice.name]
    return capital(names[0]) if names else UNNAMED


def _place(hit: FoundOpinion) -> str:
    others = 0 if hit.anonymous else sum(1 for voice in hit.voices if voice.name) - 1
    places = dict.fromkeys(voice.locality for voice in hit.voices if voice.locality)
    parts = (f"cùng {others} người" if others > 0 else "", " – ".join(places))
    return capital(", ".join(part for part in parts if part)) or SOURCE_LABELS[hit.source]


def _day(conference: InConference) -> str:
    return date_short(conference.day) if conference.day else "Chưa định ngày"


def _due(hit: FoundOpinion, today: date) -> str:
    """What is still owed, and how long there is."""
    if hit.state is not OpinionState.OWED or hit.deadline is None:
        return ""
    if hit.deadline.year != today.year:
        return f"Hạn {date_short(hit.deadline)}"
    return f"{days_left(today, hit.deadline)}, {date_dm(hit.deadline)}"


def sections_of(
    conferences: Sequence[FoundConference], records: Sequence[FoundRecord]
) -> tuple[Section, ...]:
    """What was found beside the opinions; closed where it would push these out of sight."""
    made: list[Section] = []
    few = len(conferences) + len(records) <= 2

    def add(key: str, title: str, icon: str, lines: Sequence[Line], said: Sequence[str]) -> None:
        if lines:
            names = "; ".join(map(one_line, said))
            amount = str(len(lines)) if few else f"{len(lines)}  ·  {names}"
            made.append(Section(key, title, amount, icon, tuple(lines), few))

    titles = [one.conference.title for one in conferences]
    add("hoi-nghi", "Hội nghị", "calendar", [_of_conference(one) for one in conferences], titles)
    icons = {
        RecordKind.TURN: "person_voice", RecordKind.CONCLUSION: "gavel", RecordKind.DELEGATE: "mail",
    }  # fmt: skip
    for kind, title in GROUP_WORDS.items():
        own = [one for one in records if one.kind is kind]
        add(kind.value, title, icons[kind], [_of_record(one) for one in own], [one.text for one in own])
    return tuple(made)


def _of_conference(hit: FoundConference) -> Line:
    where = one_line(hit.place)
    return Line(hit_id(hit), hit.conference.title, hit.marks, where or "Chưa định nơi họp", where=hit.when)


def _of_record(hit: FoundRecord) -> Line:
    text, marks = near(hit.text, hit.marks)
    return Line(hit_id(hit), text, marks, hit.heading, where=hit.conference.title, when=_day(hit.conference))


# --- one in full ----------------------------------------------------------------------------------------


def held_facts(conference: InConference) -> tuple[tuple[str, str], ...]:
    day = weekday_date(conference.day) if conference.day else "Chưa định ngày"
    return (("Hội nghị", conference.title), ("Ngày họp", capital(day)))


def detail_of_opinion(
    hit: FoundOpinion, opinion: Opinion, answers: Sequence[Answer], find: Finder, today: date
) -> Detail:
    """The facts as the page of collected opinions tells them, and what the follow-up asks for."""
    facts = [*held_facts(hit.conference), *said_facts(opinion)]
    if opinion.unit:
        facts.append(("Đơn vị", opinion.unit))
    if opinion.deadline:
        left = f" ({days_left(today, opinion.deadline).lower()})" if hit.state is OpinionState.OWED else ""
        facts.append(("Thời hạn", f"{capital(weekday_date(opinion.deadline))}{left}"))
    if opinion.outcome_reason:
        facts.append(("Lý do", opinion.outcome_reason))
    said = [one for one in answers if one.text.strip() or one.follow_up.strip()]
    parts: list[Said] = []
    number = 0
    for one in said:
        added = number > 0 and not one.follow_up.strip()
        number += not added
        if one.follow_up.strip():
            parts.append(_said("Ý kiến thêm", one.follow_up, find))
        if one.text.strip():
            by = ", ".join(part for part in (capital(one.answerer), one.answerer_position) if part)
            which = f"Trả lời lần {number}" if len(said) > 1 else "Trả lời"
            which = "Trả lời thêm" if added else which
            which = "Trả lời chung" if one.opinion_id != opinion.id else which
            parts.append(_said(f"{which}: {by}" if by else which, one.text, find))
    if opinion.prepared_answer.strip():
        by = f" ({opinion.prepared_by})" if opinion.prepared_by else ""
        parts.append(_said(f"Câu trả lời đã chuẩn bị{by}", opinion.prepared_answer, find))
    return Detail(
        hit_id(hit),
        f"Ý kiến số {opinion.number}",
        state_key(opinion.outcome, hit.state),
        opinion.text,
        find.marks(opinion.text),
        tuple(facts),
        tuple(parts),
        "" if parts else "Chưa có câu trả lời.",
        "Mở ý kiến",
    )


def _said(heading: str, text: str, find: Finder) -> Said:
    return Said(heading, text, find.marks(text), find.marks(heading))


def detail_of_record(hit: FoundRecord) -> Detail:
    return Detail(
        hit_id(hit), hit.heading, "", hit.text, hit.marks, held_facts(hit.conference),
        open_words=_OPEN_WORDS[hit.kind],
    )  # fmt: skip


def detail_of_conference(hit: FoundConference) -> Detail:
    facts = (("Thời gian", hit.when), ("Nơi họp", hit.place or "Chưa định"))
    return Detail(
        hit_id(hit), "Hội nghị", "", hit.conference.title, hit.marks, facts,
        open_words="Mở kế hoạch", inside=True,
    )  # fmt: skip


# --- copied ---------------------------------------------------------------------------------------------

_COPIED: dict[type, Callable[..., tuple[str, str]]] = {
    FoundOpinion: lambda hit: (hit.text, f"Đã sao chép ý kiến số {hit.number}"),
    FoundRecord: lambda hit: (hit.text, f"Đã sao chép: {hit.heading.lower()}"),
    FoundConference: lambda hit: (
        ", ".join(part for part in (hit.conference.title, hit.when, hit.place) if part),
        "Đã sao chép tên hội nghị",
    ),
}


def copied(hit: Hit) -> tuple[str, str]:
    """The text for the clipboard, and what the toast says."""
    return _COPIED[type(hit)](hit)
