"""From the records to the words of the screen: pure functions, no state, no window."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime

from dialogue_desktop.domain.conference import default_title
from dialogue_desktop.domain.placeholders import resolved, values_of
from dialogue_desktop.domain.plan import Locality, Official, Plan, ProgrammeStep
from dialogue_desktop.domain.recordings import moment_of, place_words
from dialogue_desktop.domain.records import (
    OPEN_OUTCOMES,
    OUTCOME_LABELS,
    SOURCE_LABELS,
    Attendance,
    Opinion,
    Outcome,
    Recording,
    Records,
    Session,
    Source,
    Turn,
    TurnState,
    Voice,
)
from dialogue_desktop.domain.schedule import time_words
from dialogue_desktop.domain.wall_time import on_wall
from dialogue_desktop.domain.words_vi import date_plain, weekday_long
from ui.live.session.quick_add import short_place
from ui.live.session.screen import (
    CountRow,
    EntryRow,
    Place,
    PreparedView,
    ProgrammeView,
    QueueRow,
    SpeakerView,
)
from ui.turn_clock import minutes_text, spoken_seconds

ACTIVE = frozenset({TurnState.SPEAKING, TurnState.PAUSED, TurnState.ANSWERING})
NO_NAME = "Chưa rõ họ tên"
UNNAMED = "Không nêu tên"
_COUNT_WORDS = {**OUTCOME_LABELS, Outcome.PARTLY: "Một phần"}
_ALWAYS_COUNTED = (Outcome.ANSWERED, Outcome.PARTLY, Outcome.WRITTEN, Outcome.ESCALATED)


def capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def hour(at: datetime, *, seconds: bool = False) -> str:
    """ "09:41" or "09:41:07" on the office's wall."""
    return on_wall(at).strftime("%H:%M:%S" if seconds else "%H:%M")


def name_of(voice: Voice, anonymous: bool = False) -> str:
    return capital(voice.shown) if voice.name and not anonymous else missing_name(anonymous)


def missing_name(anonymous: bool) -> str:
    """Who gave no name is not one whose name is still to be found out."""
    return UNNAMED if anonymous else NO_NAME


def who_of(turn: Turn | None) -> str:
    """ "ông Nguyễn Văn An" within a sentence, "người không nêu tên", "chưa rõ họ tên"."""
    if turn is not None and turn.anonymous:
        return f"người {UNNAMED.lower()}"
    return turn.voice.shown if turn is not None and turn.voice.name else NO_NAME.lower()


def ways_of(turn: Turn) -> tuple[str, ...]:
    """How the turn comes in, where it is not by the speaker's own voice in the hall."""
    online = "trực tuyến" if turn.source is Source.ONLINE else ""
    return (online, f"phiên dịch: {turn.interpreter}" if turn.interpreter else "")


def titles(plan: Plan) -> tuple[str, str, str]:
    """Title, short title and the line of facts under it."""
    where = [x.label for x in plan.localities] if not plan.whole_commune else []
    if where:
        kinds = {x.kind for x in plan.localities}
        several = f"{len(where)} {kinds.pop()}" if len(kinds) == 1 else plan.issuer.unit
        title = "Hội nghị đối thoại " + (" và ".join(where) if len(where) <= 2 else several)
        short = "Đối thoại " + (default_title(plan) if len(where) <= 2 else several)
    else:
        title = f"Hội nghị đối thoại {plan.issuer.unit}"
        short = f"Đối thoại {plan.issuer.name or plan.issuer.unit}"
    day = plan.day
    facts = [f"{capital(weekday_long(day))} {date_plain(day)}/{day.year}"] if day else []
    return title, short, ", ".join([*facts, *plan.places[:1]])


def who_said(opinion: Opinion, turn: Turn | None) -> str:
    """The same of an opinion, which may have come in before the day, without a turn."""
    if turn is None and opinion.voices and opinion.voices[0].name and not opinion.anonymous:
        return opinion.voices[0].shown
    return who_of(turn)


# --- queue -----------------------------------------------------------------------------------------


def queue_order(turns: Sequence[Turn], current_id: str) -> tuple[Turn, ...]:
    """Those who are done in the order in which they spoke, the current one, then the others as queued."""
    done = [t for t in turns if t.state is TurnState.DONE and t.id != current_id]
    done.sort(key=lambda t: (t.spans[0].start.timestamp() if t.spans else 0.0, t.position))
    rest = [t for t in turns if t.state is not TurnState.DONE and t.id != current_id]
    rest.sort(key=lambda t: (t.state not in ACTIVE, t.position))
    current = [t for t in turns if t.id == current_id]
    return (*done, *current, *rest)


def next_waiting(turns: Sequence[Turn], current_id: str) -> Turn | None:
    waiting = [t for t in turns if t.state is TurnState.WAITING and t.id != current_id]
    return min(waiting, key=lambda t: t.position, default=None)


def queue_row(
    turn: Turn, place: Place, outcome: Outcome | None, localities: Sequence[Locality], now: datetime
) -> QueueRow:
    label = turn.voice.locality
    # Of who is not named the whole label: it stands in the place of a name.
    where = label if turn.anonymous else short_place(label, localities)
    where = ", ".join(part for part in (where, ways_of(turn)[0]) if part)
    short, note = _notes(turn, where, place, now)
    name = name_of(turn.voice, turn.anonymous)
    return QueueRow(turn.id, turn.number, name, note, short, turn.state, place, outcome)


def queue_rows(
    records: Records,
    current_id: str,
    localities: Sequence[Locality],
    now: datetime,
    row: Callable[..., QueueRow] = queue_row,
) -> tuple[QueueRow, ...]:
    """`row` words one turn; the presenter keeps those that did not change."""
    outcomes = {o.turn_id: o.outcome for o in records.opinions if o.turn_id and o.outcome}
    following = next_waiting(records.turns, current_id)
    rows = []
    for turn in queue_order(records.turns, current_id):
        place = Place.CURRENT if turn.id == current_id else Place.NONE
        if following is not None and turn.id == following.id:
            place = Place.NEXT
        outcome = outcomes.get(turn.id) if turn.state is TurnState.DONE else None
        rows.append(row(turn, place, outcome, localities, now))
    return tuple(rows)


def _notes(turn: Turn, where: str, place: Place, now: datetime) -> tuple[str, str]:
    """The second line, short and whole."""
    if turn.state is TurnState.ABSENT:
        when = f", {hour(turn.called_at)}" if turn.called_at else ""
        return "Vắng khi gọi", f"Vắng khi gọi{when}"
    if turn.state is TurnState.WITHDRAWN:
        return "Đã rút", _joined("Đã rút", where)
    spoken = spoken_seconds(turn.spans, now)
    if turn.state is TurnState.DONE:
        over = spoken - turn.limit_seconds
        late = f"quá {minutes_text(over)}" if turn.limit_seconds and over > 0 else ""
        return where, _joined(where, minutes_text(spoken) if spoken else "không bấm giờ", late)
    if place is Place.CURRENT or turn.state in ACTIVE:
        doing = {
            TurnState.SPEAKING: "đang nói",
            TurnState.PAUSED: "tạm dừng",
            TurnState.ANSWERING: f"đã nói {minutes_text(spoken)}",
        }.get(turn.state, "mời phát biểu")
        return where or capital(doing), _joined(where, doing)
    again = f"lượt {turn.again}" if turn.again > 1 else ""
    words = _joined(where, again or turn.topic)
    return words, _joined(where, again, turn.topic)


def _joined(*parts: str) -> str:
    return capital(", ".join(part for part in parts if part))


def queue_counts(turns: Sequence[Turn], current_id: str) -> tuple[str, str, int]:
    """ "7 đã nói, 5 chờ", "8/14", 5."""
    spoken = sum(t.state is TurnState.DONE for t in turns)
    waiting = sum(t.state is TurnState.WAITING and t.id != current_id for t in turns)
    at = spoken + any(t.id == current_id and t.state is not TurnState.DONE for t in turns)
    return f"{spoken} đã nói, {waiting} chờ", f"{at}/{len(turns)}", waiting


def speaker_view(records: Records, current_id: str, localities: Sequence[Locality]) -> SpeakerView:
    following = next_waiting(records.turns, current_id)
    next_name = who_of(following) if following is not None else ""
    turn = next((t for t in records.turns if t.id == current_id), None)
    if turn is None:
        return SpeakerView(next_name=next_name)
    consent = {True: "cho công khai tên", False: "không công khai tên", None: ""}[turn.consent]
    return SpeakerView(
        turn.id,
        turn.number,
        name_of(turn.voice, turn.anonymous),
        _joined(turn.voice.address or "chưa rõ thôn", f"lượt {turn.again}", *ways_of(turn), consent),
        _joined(turn.voice.locality or "chưa rõ thôn", f"lượt {turn.again}", ways_of(turn)[0]),
        short_place(turn.voice.locality, localities),
        turn.state,
        next_name,
    )


# --- programme ---------------------------------------------------------------------------------------


def worded_steps(plan: Plan) -> tuple[ProgrammeStep, ...]:
    """The programme in the words of the plan."""
    values = values_of(plan, time_text=time_words(plan))
    return tuple(replace(step, text=resolved(step.text, values)) for step in plan.programme)


def programme_view(steps: Sequence[ProgrammeStep], session: Session, now: datetime) -> ProgrammeView:
    if not steps:
        return ProgrammeView()
    at = next((i for i, s in enumerate(steps) if s.id == session.step_id), -1)
    if at < 0:
        return ProgrammeView("", 0, len(steps), steps[0].text)
    step = steps[at]
    left = short = ""
    late = False
    if step.minutes and session.step_started_at is not None and session.ended_at is None:
        used = (now - session.step_started_at).total_seconds() / 60
        rest = step.minutes - int(used)
        late = rest < 0
        short = f"{abs(rest)} phút"
        left = f"quá {short}" if late else f"còn {short}"
        short = left if late else short
    return ProgrammeView(step.id, at + 1, len(steps), step.text, left, short, late)


# --- at the right ------------------------------------------------------------------------------------


def counts(opinions: Sequence[Opinion], waiting: int) -> tuple[CountRow, ...]:
    """The four that a chair asks for, always; the others when there are any, and how many were not answered
    (`waiting`) or have an answer but no outcome yet."""
    found = Counter(o.outcome for o in opinions)
    rows = [
        CountRow(outcome, _COUNT_WORDS[outcome], found[outcome])
        for outcome in Outcome
        if outcome in _ALWAYS_COUNTED or found[outcome]
    ]
    if waiting:
        rows.append(CountRow(None, "Chưa trả lời", waiting))
    if found[None] > waiting:
        rows.append(CountRow(None, "Chưa ghi kết quả", found[None] - waiting))
    return tuple(rows)


def entries(
    opinions: Sequence[Opinion], turns: Mapping[str, Turn], recordings: Sequence[Recording], most: int = 12
) -> tuple[EntryRow, ...]:
    """The last opinions, newest first."""
    said = [o for o in opinions if o.said_at is not None]
    said.sort(key=lambda o: (o.said_at.timestamp() if o.said_at else 0.0, o.number), reverse=True)
    rows = []
    for o in said[:most]:
        turn = turns.get(o.turn_id)
        voice = o.voices[0] if o.voices else (turn.voice if turn else Voice())
        label = OUTCOME_LABELS[o.outcome] if o.outcome else "Chưa ghi kết quả"
        day = date_plain(o.deadline) if o.deadline else ""
        owed = "chưa giao đơn vị" if o.outcome in OPEN_OUTCOMES else ""
        whose = o.unit or (o.receiving_body if o.outcome is Outcome.ESCALATED else "") or owed
        note = ", ".join(part for part in (label, whose) if part)
        at = hour(o.said_at) if o.said_at else ""
        recorded = place_words(moment_of(turn, o), recordings)
        name = name_of(voice, o.anonymous)
        rows.append(EntryRow(o.id, at, name, o.outcome, note, o.marked, recorded, day))
    return tuple(rows)


def prepared_view(found: Sequence[Opinion], place: int, tied: str = "") -> PreparedView | None:
    if not found:
        return None
    at = place % len(found)
    o = found[at]
    who = SOURCE_LABELS[o.source]
    if o.voices:
        voice = o.voices[0]
        if voice.name and not o.anonymous:
            who = name_of(voice)
        who = ", ".join(part for part in (who, voice.locality) if part)
    if o.received_on:
        who += f", nhận {date_plain(o.received_on)}"
    if len(o.voices) > 1:
        who += f", {len(o.voices)} người cùng ý kiến"
    by = f"{o.prepared_by} soạn" if o.prepared_by else ""
    return PreparedView(o.id, o.number, who, o.text, by, o.prepared_answer, at + 1, len(found), o.id == tied)


def present_words(rows: Sequence[Attendance]) -> str:
    """ "96 người có mặt" over all counted groups; empty when nobody was counted."""
    by_unit: Counter[str] = Counter()
    for row in rows:
        if row.present is not None:
            by_unit[row.unit] += row.present
    return ", ".join(f"{n} {unit}" for unit, n in by_unit.items()) + (" có mặt" if by_unit else "")


def official_words(official: Official) -> str:
    """ "Ông Trần Hữu Lẫm, Trưởng phòng Kinh tế"."""
    name = capital(f"{official.honorific} {official.name}".strip()) if official.name else ""
    return ", ".join(part for part in (name, official.position) if part)
