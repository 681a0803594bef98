"""What the page says of units and of what they owe: rows, facts and notes; made without Qt (C7)."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from dialogue_desktop.domain.answer_duty import AnswerDue
from dialogue_desktop.domain.date_words import days_left, weekday_date, weekday_dm, weekday_dm_long
from dialogue_desktop.domain.text_vi import fold, one_line
from dialogue_desktop.services.assigning import UnitLoad
from ui.answers.core import Move
from ui.answers.matters import Matter
from ui.opinions.matching import NO_FIELD
from ui.opinions.words import capital, who
from ui.state_looks import StateLook
from ui.theme import Role

NOBODY, NOBODY_ID = "Chưa giao", "-"
LATE, SOON, OPEN, UNDATED, DONE, FREE = "late", "soon", "open", "undated", "done", "free"
MISSING, PREPARED, TYPING = "missing", "prepared", "typing"
_SOON_DAYS = 2

UNITS: Mapping[str, StateLook] = {
    LATE: StateLook("Trễ hạn", "Trễ", "error_circle", Role.BAD),
    SOON: StateLook("Sắp đến hạn", "Sắp đến hạn", "clock", Role.WARN),
    OPEN: StateLook("Còn hạn", "Còn hạn", "circle_half_fill", Role.ACCENT),
    UNDATED: StateLook("Chưa có hạn", "Chưa có hạn", "circle", Role.MUTE),
    DONE: StateLook("Đã đủ", "Đã đủ", "checkmark_circle", Role.OK),
    FREE: StateLook("Chưa giao ai", "Chưa giao ai", "circle", Role.WARN),
}
MATTERS: Mapping[str, StateLook] = {
    PREPARED: StateLook("Đã có câu trả lời", "Đã có", "checkmark_circle", Role.OK),
    LATE: StateLook("Trễ hạn", "Trễ hạn", "error_circle", Role.BAD),
    MISSING: StateLook("Chưa có câu trả lời", "Chưa có", "circle", Role.TEXT2),
    TYPING: StateLook("Đang gõ dở", "Đang gõ dở", "edit", Role.WARN),
}


@dataclass(frozen=True, slots=True)
class UnitRow:
    """One line of the upper table; `due` and `left` are of the next day, `since` of the first missed one."""

    id: str
    name: str
    officials: str
    progress: str
    missing: str
    due: str
    left: str
    state: str
    words: str
    since: str


@dataclass(frozen=True, slots=True)
class MatterRow:
    """One line of the lower table."""

    id: str
    numbers: str
    text: str
    note: str
    due: str
    left: str
    state: str


@dataclass(frozen=True, slots=True)
class MatterView:
    """What stands above the answer: `told` is (who, what was said) of each opinion."""

    key: str
    title: str
    state: str
    told: tuple[tuple[str, str], ...] = ()
    facts: tuple[tuple[str, str], ...] = ()
    joint: str = ""
    clash: str = ""


def unit_id(name: str) -> str:
    return fold(name) or NOBODY_ID


def unit_row(load: UnitLoad, today: date) -> UnitRow:
    given, missing = len(load.opinions), load.missing
    state, words, since = _standing(load, today)
    coming = load.to_come if load.unit else None
    return UnitRow(
        unit_id(load.unit),
        capital(load.unit) or NOBODY,
        ", ".join(load.officials) if load.unit else "",
        f"{load.prepared} trên {given}",
        f"Còn thiếu {missing}" if missing else "",
        weekday_dm(coming) if coming else "",
        days_left(today, coming) if coming else "",
        state,
        words,
        since,
    )


def _standing(load: UnitLoad, today: date) -> tuple[str, str, str]:
    """The state, its words and since when."""
    if not load.unit:
        return FREE, UNITS[FREE].short, ""
    if load.late_since is not None:
        since = f"từ {weekday_dm(load.late_since)}, {(today - load.late_since).days} ngày"
        return LATE, f"Trễ {load.late} ý kiến", since
    if not load.missing:
        state = DONE
    elif load.to_come is None:
        state = UNDATED
    else:
        state = SOON if (load.to_come - today).days <= _SOON_DAYS else OPEN
    return state, UNITS[state].short, ""


def matter_row(matter: Matter, today: date, lying: Collection[str]) -> MatterRow:
    due, open_still = matter.due, not matter.prepared
    first = matter.given[0]
    notes = [f"{len(matter.whole)} ý kiến, trả lời chung"] if matter.joint else [capital(who(first))]
    notes.append(first.field or NO_FIELD)
    if first.beyond_competence:
        notes.append("Vượt thẩm quyền")
    return MatterRow(
        matter.key,
        ", ".join(str(one.number) for one in matter.whole),
        one_line(first.text),
        "  ·  ".join(notes),
        weekday_dm(due) if due else "",
        days_left(today, due) if due and open_still else "",
        state_of(matter, today, lying),
    )


def state_of(matter: Matter, today: date, lying: Collection[str]) -> str:
    if any(one in lying for one in matter.ids):
        return TYPING
    if matter.prepared:
        return PREPARED
    return LATE if matter.late(today) else MISSING


def matter_view(matter: Matter, unit: str, today: date, state: str, clash: str) -> MatterView:
    facts = [("Đơn vị", capital(unit) or NOBODY)]
    due = matter.due
    if due is not None:
        left = "" if matter.prepared else f", {_lower(days_left(today, due))}"
        facts.append(("Hạn gửi", f"{weekday_date(due)}{left}"))
    fields = dict.fromkeys(one.field or NO_FIELD for one in matter.whole)
    facts.append(("Lĩnh vực", ", ".join(fields)))
    bodies = dict.fromkeys(one.receiving_body or "cấp trên" for one in matter.whole if one.beyond_competence)
    if bodies:
        facts.append(("Thẩm quyền", f"Vượt thẩm quyền, chuyển {', '.join(bodies)}"))
    return MatterView(
        matter.key,
        f"Ý kiến số {matter.numbers}",
        state,
        tuple((_teller(matter, n), one.text) for n, one in enumerate(matter.whole)),
        tuple(facts),
        _joint(matter),
        clash,
    )


def _teller(matter: Matter, at: int) -> str:
    """ "Bà Lê Thị Ổn, thôn Phú Ấp", with the number where there are several."""
    one = matter.whole[at]
    places = dict.fromkeys(voice.locality for voice in one.voices if voice.locality)
    named = [capital(who(one)), *places]
    others = 0 if one.anonymous else sum(1 for voice in one.voices if voice.name) - 1
    if others > 0:
        named.append(f"cùng {others} người")
    words = ", ".join(named)
    return f"Số {one.number}. {words}" if matter.joint else words


def _joint(matter: Matter) -> str:
    if not matter.joint:
        return ""
    if matter.at_odds:
        return (
            f"{len(matter.whole)} ý kiến trả lời chung nhưng đang có các câu khác nhau; dưới đây là tất cả. "
            "Hãy sửa thành một câu rồi lưu."
        )
    return f"Một câu trả lời chung cho cả {len(matter.whole)} ý kiến."


def facts_words(loads: Sequence[UnitLoad]) -> tuple[str, str]:
    """ "46 ý kiến: 31 đã có câu trả lời, 15 còn thiếu, 3 trễ hạn, 4 chưa giao", and a short form."""
    count = sum(len(load.opinions) for load in loads)
    if not count:
        return "", ""
    ready = sum(load.prepared for load in loads)
    late = sum(load.late for load in loads if load.unit)
    free = sum(len(load.opinions) for load in loads if not load.unit)
    if count == ready:
        return f"{count} ý kiến đều đã có câu trả lời", "Đã đủ câu trả lời"
    parts = [f"{ready} đã có câu trả lời", f"{count - ready} còn thiếu"]
    short = [f"Thiếu {count - ready} trên {count}"]
    if late:
        parts.append(f"{late} trễ hạn")
        short.append(f"trễ {late}")
    if free:
        parts.append(f"{free} chưa giao")
        short.append(f"chưa giao {free}")
    return f"{count} ý kiến: {', '.join(parts)}", ", ".join(short)


def due_words(due: AnswerDue, today: date) -> str:
    """ "Hạn theo kế hoạch: thứ Tư 22/4/2026, còn 5 ngày"."""
    if due.day is None:
        return "Chưa tính được hạn gửi câu trả lời vì chưa định ngày hội nghị."
    whose = "Hạn theo kế hoạch" if due.from_plan else "Hạn thường lệ"
    gone = (today - due.day).days
    left = f"đã qua {gone} ngày" if gone > 0 else _lower(days_left(today, due.day))
    return f"{whose}: {weekday_date(due.day)}, {left}"


def move_words(move: Move) -> str:
    """What would move, unit by unit, and what speaks against the day."""
    lines = [f"{capital(unit)}: {many} ý kiến, hạn đang là {_days(days)}." for unit, many, days in move.units]
    return "\n".join((*lines, *move.against))


def _days(days: Sequence[date | None]) -> str:
    shown = [weekday_dm_long(day) if day else "chưa có" for day in days]
    return shown[0] if len(shown) == 1 else f"{', '.join(shown[:-1])} và {shown[-1]}"


def written(numbers: str, *, joint: bool, cleared: bool) -> str:
    """What the toast says: "Đã ghi câu trả lời ý kiến số 12"."""
    if cleared:
        return f"Đã bỏ câu trả lời ý kiến số {numbers}"
    return f"Đã ghi câu trả lời {'chung ' if joint else ''}ý kiến số {numbers}"


def _lower(words: str) -> str:
    return words[:1].lower() + words[1:]
