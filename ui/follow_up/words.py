"""What the board says of promises: rows, facts, the one in hand with its history; made without Qt (F1)."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date

from dialogue_desktop.domain.after_records import CommitmentState, Step, StepKind, StoredFile
from dialogue_desktop.domain.board import BoardRow, Urgency
from dialogue_desktop.domain.commitments import Sums
from dialogue_desktop.domain.date_words import date_dm, date_short, days_left, weekday_date
from dialogue_desktop.domain.words_vi import count2
from ui.follow_up.looks import GROUPS, STATES
from ui.state_looks import StateLook
from ui.theme import Role
from ui.widgets.rows import Cell, Column, Group, Item, Row

_UNIT_FROM, _PROOF_FROM = 150, 190  # u; in a narrower table these stand in the second lines
COLUMNS = (
    Column("number", "Số", 12, keep=True, gap=2.25),
    Column("text", "Cam kết", gap=0.5),
    Column("unit", "Đơn vị", 27, least=_UNIT_FROM, gap=1.5, wraps=True),
    Column("due", "Hạn", 20, keep=True, gap=1.5),
    Column("state", "Tình trạng", 29, keep=True, gap=1.5),
    Column("proof", "Minh chứng", 24, least=_PROOF_FROM, gap=1.5),
)
BOUNDS = (_UNIT_FROM, _PROOF_FROM)


def day_words(day: date, today: date) -> str:
    """ "05/5", in another year "05/5/2027"."""
    return date_dm(day) if day.year == today.year else date_short(day)


def due_cell(row: BoardRow, today: date) -> Cell:
    """The day with what is left of it, or since when it is done."""
    one, urgency = row.commitment, row.urgency(today)
    if urgency is Urgency.DONE:
        kept = f"Xong {day_words(one.done_on, today)}" if one.done_on else "Đã xong"
        return Cell(day_words(one.deadline, today) if one.deadline else "–", kept)
    if one.deadline is None:
        return Cell("Chưa có hạn", role=Role.TEXT2)
    day, left = day_words(one.deadline, today), days_left(today, one.deadline)
    if urgency is Urgency.CARRIED:
        return Cell(day, role=Role.TEXT2)
    look = GROUPS[urgency]
    if urgency in (Urgency.LATE, Urgency.SOON):
        return Cell(day, left, look.role, look.role, medium=True, second_strong=True)
    if row.put_off and one.promised is not None:
        left = f"Lùi từ {day_words(one.promised, today)}"
    return Cell(day, left, second_role=Role.TEXT, medium=True)


def asked_words(row: BoardRow, today: date) -> str:
    """ "Ông Đặng Văn Quyết, 24/4"."""
    day = row.asked_on or row.held_on
    return f"{row.who()}, {day_words(day, today)}" if day is not None else row.who()


def board_row(
    row: BoardRow, today: date, *, narrow: tuple[bool, bool], ticked: bool, typed: bool, every: bool
) -> Row:
    """The cells of a line. `narrow`: without the unit's column, without that of the evidence. `every`: rows
    of several conferences stand together."""
    one = row.commitment
    second = asked_words(row, today)
    if narrow[0]:
        second = f"{row.unit or 'Chưa giao đơn vị'}  ·  {second}"
    elif every and row.first_conference:
        second = f"{second}  ·  từ {row.first_conference}"
    look = STATES[one.state]
    words = "Đang gõ dở" if typed else look.words
    icon, role = ("edit", Role.ACCENT) if typed else (look.icon, look.role)
    proof = row.evidence()
    under = proof if narrow[1] and not narrow[0] and proof != "Chưa có" else ""
    if row.next_conference:
        words, icon, role, under = "Chuyển kỳ sau", "arrow_right", Role.MUTE, row.next_conference
    return Row(
        row.key,
        (
            Cell(count2(one.number), tick=ticked),
            Cell(one.text or "Chưa ghi nội dung", second),
            Cell(row.unit or "Chưa giao", role=Role.TEXT if row.unit else Role.TEXT2),
            due_cell(row, today),
            Cell(words, under, role=role, icon=icon),
            Cell(proof, role=Role.TEXT2 if proof == "Chưa có" else Role.TEXT),
        ),
    )


def board_items(
    rows: Sequence[BoardRow],
    today: date,
    *,
    narrow: tuple[bool, bool],
    ticked: Collection[str],
    typed: Collection[str],
) -> list[Item]:
    """Groups by urgency; what is done is closed until somebody opens it, or where nothing else is shown."""
    every = len({row.conference_id for row in rows}) > 1
    left = [urgency for urgency in Urgency if any(row.urgency(today) is urgency for row in rows)]
    items: list[Item] = []
    for urgency in left:
        found = [row for row in rows if row.urgency(today) is urgency]
        look = GROUPS[urgency]
        ended = urgency in (Urgency.DONE, Urgency.CARRIED)
        items.append(
            Group(
                urgency.value, look.words, f"{len(found)} cam kết", icon=look.icon, role=look.role,
                open=not ended or len(left) == 1,
            )
        )  # fmt: skip
        items += [
            board_row(
                row, today, narrow=narrow, ticked=row.key in ticked, typed=row.key in typed, every=every
            )
            for row in found
        ]
    return items


# --- the page -----------------------------------------------------------------------------------------


def facts_words(sums: Sums, conferences: int, today: date) -> tuple[str, str]:
    """ "Thứ Năm 07/5/2026. 19 cam kết của 2 hội nghị, 11 đã xong.", and a short form."""
    day = weekday_date(today)
    day = day[:1].upper() + day[1:]
    if not sums.total:
        return day, day
    of = f" của {conferences} hội nghị" if conferences > 1 else ""
    done = f"{sums.done} đã xong" if sums.done else "chưa cam kết nào xong"
    short = f"{sums.total} cam kết, {sums.late} trễ" if sums.late else f"{sums.total} cam kết"
    return f"{day}. {sums.total} cam kết{of}, {done}", short


def titled(row: BoardRow) -> str:
    return f"Cam kết số {count2(row.commitment.number)}"


# --- the one in hand ----------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class HistoryLine:
    """A dated line; `step_id` is empty where it follows from the minutes or the calendar."""

    words: str
    second: str = ""
    icon: str = "checkmark_circle"
    role: Role = Role.OK
    step_id: str = ""
    files: tuple[StoredFile, ...] = ()


@dataclass(frozen=True, slots=True)
class DetailView:
    """The promise in hand, or what is said of several ticked ones. `faults` are about its evidence."""

    key: str
    title: str
    badge: StateLook
    text: str
    facts: tuple[tuple[str, str], ...] = ()
    history: tuple[HistoryLine, ...] = ()
    faults: tuple[str, ...] = ()
    open: bool = False
    remind: bool = False


def badge_of(row: BoardRow, today: date) -> StateLook:
    """How late it is, else how it stands."""
    one, urgency = row.commitment, row.urgency(today)
    if urgency in (Urgency.LATE, Urgency.SOON) and one.deadline is not None:
        look = GROUPS[urgency]
        left = days_left(today, one.deadline)
        words = left if left != "Hôm nay" else "Hạn hôm nay"
        return StateLook(words, words, look.icon, look.role)
    if urgency is Urgency.CARRIED:
        return GROUPS[urgency]
    return STATES[one.state]


def detail_view(row: BoardRow, today: date, faults: tuple[str, ...] = ()) -> DetailView:
    one = row.commitment
    facts = [("Ai nêu", row.who()), ("Đơn vị", row.unit or "Chưa giao")]
    if row.numbers:
        facts[0] = ("Ai nêu", f"{row.who()}, ý kiến số {', '.join(map(str, sorted(row.numbers)))}")
    if row.localities:
        facts.append(("Thôn", ", ".join(row.localities)))
    if one.receiving_body and one.receiving_body != row.unit:
        facts.append(("Cấp trên", one.receiving_body))
    due = f"{weekday_date(one.deadline)}" if one.deadline else "Chưa có"
    if row.put_off and one.promised is not None:
        due = f"{due}, lùi từ {date_short(one.promised)}"
    facts.append(("Hạn", due))
    facts.append(("Hội nghị", row.conference if not row.first_conference else f"Từ {row.first_conference}"))
    if one.state_reason:
        facts.append(("Lý do", one.state_reason))
    return DetailView(
        row.key,
        titled(row),
        badge_of(row, today),
        one.text,
        tuple(facts),
        history(row, today),
        faults,
        one.open,
        row.urgency(today) in (Urgency.LATE, Urgency.SOON) and bool(row.unit),
    )


def history(row: BoardRow, today: date) -> tuple[HistoryLine, ...]:
    """From the evening on which it was promised to today."""
    lines = []
    day = row.held_on if not row.commitment.carried_from else None
    if day is not None:
        told = (
            "Ghi trong kết luận"
            if row.commitment.conclusion_id and not row.askers
            else "Chủ trì nhận kiến nghị"
        )
        lines.append(HistoryLine(f"{day_words(day, today)} {told}"))
    lines += [step_line(step, today) for step in row.steps]
    due = row.commitment.deadline
    if row.commitment.open and due is not None and due < today:
        look = GROUPS[Urgency.LATE]
        lines.append(
            HistoryLine(f"{day_words(due, today)} Hết hạn, chưa có kết quả", "", look.icon, look.role)
        )
    return tuple(lines)


_KINDS: dict[StepKind, tuple[str, Role]] = {
    StepKind.NOTE: ("note", Role.MUTE),
    StepKind.STATE: ("circle_half_fill", Role.ACCENT),
    StepKind.PUT_OFF: ("calendar_clock", Role.MUTE),
    StepKind.LETTER_OUT: ("send", Role.OK),
    StepKind.LETTER_IN: ("mail_inbox", Role.OK),
    StepKind.REMINDED: ("mail", Role.WARN),
    StepKind.CARRIED: ("arrow_right", Role.MUTE),
}


def step_line(step: Step, today: date) -> HistoryLine:
    """ "30/3 Gửi công văn 21/UBND-KT", with what was said below."""
    icon, role = _KINDS[step.kind]
    if step.state is not None:
        icon, role = STATES[step.state].icon, STATES[step.state].role
    letter = unbroken(step.letter)
    if letter and step.letter_on is not None:
        letter = f"{letter} ngày {date_short(step.letter_on)}"
    first = {
        StepKind.LETTER_OUT: f"Gửi văn bản {letter}",
        StepKind.LETTER_IN: f"Nhận văn bản {letter}",
        StepKind.REMINDED: f"Đôn đốc {letter}".strip(),
    }.get(step.kind, "")
    if step.state is CommitmentState.PUT_OFF and step.deadline is not None:
        first = f"Lùi hạn đến {day_words(step.deadline, today)}"
        first += f", văn bản {letter}" if letter else ""
    elif step.state is not None:
        look = STATES[step.state]
        first = f"{look.words}, {first[:1].lower()}{first[1:]}" if first else look.words
    day = day_words(step.day, today) if step.day else ""
    second = ", ".join(part for part in (step.text, step.who) if part)
    if not first:
        first, second = step.text or "Ghi chép", step.who
    return HistoryLine(f"{day} {first}".strip(), second, icon, role, step.id, step.files)


def unbroken(letter: str) -> str:
    """A number with its symbol stays on one line ("21/UBND-KT")."""
    return letter.replace("/", "/\u2060").replace("-", "-\u2060")


def saved_words(rows: Sequence[BoardRow], what: str) -> str:
    """ "Đã cập nhật cam kết số 07", "Đã cập nhật 3 cam kết"."""
    if len(rows) == 1:
        return f"{what} cam kết số {count2(rows[0].commitment.number)}"
    return f"{what} {len(rows)} cam kết"


# --- cards --------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Card:
    """A promise in the columns by state."""

    key: str
    number: str
    text: str
    unit: str
    due: str
    role: Role
    icon: str = ""
    tip: str = ""

    @property
    def spoken(self) -> str:
        """As a screen reader says it."""
        return ", ".join(part for part in (self.number, self.text, self.unit, self.due) if part)


def card_of(row: BoardRow, today: date) -> Card:
    one, urgency = row.commitment, row.urgency(today)
    due, role, icon = "Chưa có hạn", Role.TEXT2, ""
    if urgency is Urgency.DONE:
        due = f"Xong {day_words(one.done_on, today)}" if one.done_on else "Đã xong"
    elif one.deadline is not None:
        due = day_words(one.deadline, today)
        if urgency in (Urgency.LATE, Urgency.SOON):
            due, role, icon = days_left(today, one.deadline), GROUPS[urgency].role, GROUPS[urgency].icon
    tip = "\n".join((one.text, asked_words(row, today), f"Hạn {due}"))
    return Card(row.key, count2(one.number), one.text, row.unit or "Chưa giao", due, role, icon, tip)
