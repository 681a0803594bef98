"""From the session to the words of the hall: pure functions, no state, no window."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime

from dialogue_desktop.domain.live import LiveItem
from dialogue_desktop.domain.placeholders import fill, localities_text, values_of
from dialogue_desktop.domain.plan import ChairRole, MeetingForm, Plan, ProgrammeStep
from dialogue_desktop.domain.privacy import may_name_speaker, wants_no_place
from dialogue_desktop.domain.records import Records, Source, Turn, TurnState
from dialogue_desktop.domain.schedule import ScheduledDuty, is_before, time_words
from dialogue_desktop.domain.text_vi import fold
from dialogue_desktop.domain.wall_time import on_wall
from dialogue_desktop.domain.words_vi import date_short, time_text, weekday_long
from ui.hall.concluding import HEADING, Concluded, concluded
from ui.hall.scene import Fact, HallClock, HallScreen, Person, Scene, StepRow, StepState, Upcoming
from ui.turn_clock import WARN_SECONDS, ClockView, Level, answered_since, clock_view

SPEAKING = frozenset({TurnState.SPEAKING, TurnState.PAUSED, TurnState.ANSWERING})
NOBODY_WAITS = "Mời Nhân dân đăng ký phát biểu với Thư ký"
_SHORT_STEP = 46  # letters of a step that go whole into the narrow column
_LONG_TITLE = 78
_LONG_PLACES = 4  # thôn that the header still names one by one
_STATES = {
    TurnState.WAITING: ("Mời phát biểu", "mic"),
    TurnState.SPEAKING: ("Đang phát biểu", "mic_filled"),
    TurnState.PAUSED: ("Tạm dừng", "pause"),
    TurnState.ANSWERING: ("Trả lời ý kiến của", "chat"),
}
_CHAIRS = {
    ChairRole.CHAIR: "Chủ trì",
    ChairRole.CO_CHAIR: "Đồng chủ trì",
    ChairRole.DEPUTY: "Phó chủ trì",
}
_POSTED_AT = re.compile(r"niêm yết\b[^;.]*?\btại (.+?)(?= và gửi|[,;.{(]|$)", re.IGNORECASE)
_LABEL_AT = re.compile(r"niêm yết tại (.+)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Moment:
    """What the session presenter knows now, as far as the hall may be told of it.

    `conclusion` is the id of the one that is being read back (L8).
    `steps` is the programme in the words of the plan; `item` what lies on the operator's desk: only its
    answerer is read, and whether its speaker does not want to be named.
    """

    plan: Plan
    records: Records
    turn_id: str = ""
    steps: tuple[ProgrammeStep, ...] = ()
    item: LiveItem = field(default_factory=LiveItem)
    answerer: str = ""
    conclusion: str = ""
    warn_seconds: int = WARN_SECONDS


@dataclass(frozen=True, slots=True)
class Standing:
    """What does not change during the session: the rules of the house, and where results are posted."""

    rules: tuple[str, ...] = ()
    results: str = ""


def capital(text: str) -> str:
    return text[:1].upper() + text[1:]


# --- which scene -------------------------------------------------------------------------------------


def automatic(moment: Moment) -> Scene:
    """What the hall should see at this point of the session."""
    session = moment.records.session
    if session.ended_at is not None:
        return Scene.THANKS
    turn = current_turn(moment)
    if turn is not None and turn.state in SPEAKING:
        return Scene.SPEAKER
    if session.started_at is None:
        return Scene.WELCOME
    if turn is not None and turn.state is TurnState.WAITING:
        return Scene.SPEAKER
    step = current_step(moment)
    quiet = step is not None and not step.speaking and not _spoke_in_step(moment)
    return Scene.STEP if quiet else Scene.NEXT


def _spoke_in_step(moment: Moment) -> bool:
    """Somebody had the floor since the step began: then its mark was left behind, not the speakers."""
    since = moment.records.session.step_started_at
    spans = [t.spans[0] for t in moment.records.turns if t.state is TurnState.DONE and t.spans]
    return since is not None and any(span.start > since for span in spans)


def current_turn(moment: Moment) -> Turn | None:
    return next((t for t in moment.records.turns if t.id == moment.turn_id), None)


def current_step(moment: Moment) -> ProgrammeStep | None:
    wanted = moment.records.session.step_id
    return next((s for s in moment.steps if s.id == wanted), None)


def screen_of(moment: Moment, standing: Standing, held: Scene | None = None, page: int = 0) -> HallScreen:
    """The whole picture; `held` is what the operator chose instead of what the session asks for."""
    scene = held or automatic(moment)
    if scene is Scene.OFF:
        return HallScreen()
    plan = moment.plan
    turn = current_turn(moment)
    if scene is Scene.SPEAKER and (turn is None or turn.state not in _STATES):
        scene = Scene.NEXT
    speaking = scene is Scene.SPEAKER and turn is not None
    state, icon = _STATES[turn.state] if speaking and turn is not None else ("", "")
    title, short_title = titles(plan)
    waiting = sum(t.state is TurnState.WAITING and t.id != moment.turn_id for t in moment.records.turns)
    rule, short_rule = floor_rule(plan)
    floor = scene in (Scene.SPEAKER, Scene.NEXT)
    heading, lines = _page_words(scene, moment, standing)
    said = concluded(moment) if scene is Scene.CONCLUSION else Concluded(state, lines)
    return HallScreen(
        scene=scene,
        office=plan.issuer.body.upper() if plan.issuer.name else "",
        title=title,
        short_title=short_title,
        state=said.state,
        icon=icon,
        person=person_of(turn, moment) if speaking and turn is not None else None,
        answerer=_answerer(moment, turn) if speaking else "",
        timed=speaking,
        upcoming=upcoming(moment) if floor else (),
        programme=step_rows(moment),
        heading=heading,
        facts=facts(plan, moment) if scene is Scene.WELCOME else said.facts,
        lines=said.lines,
        rule=rule if floor else "",
        short_rule=short_rule if floor else "",
        waiting=f"{waiting} người đang chờ" if floor and waiting else "",
        page=page,
    )


def _page_words(scene: Scene, moment: Moment, standing: Standing) -> tuple[str, tuple[str, ...]]:
    """The large words of a scene and the lines under them."""
    plan = moment.plan
    match scene:
        case Scene.WELCOME:
            return "Nhiệt liệt chào mừng các vị đại biểu và Nhân dân về dự", (long_title(plan),)
        case Scene.PROGRAMME:
            return "Chương trình", ()
        case Scene.STEP:
            step = current_step(moment)
            if step is None:
                return "", ()
            lead = f"Thực hiện: {step.lead.strip()}" if step.lead.strip() else ""
            return capital(step.text.strip(" .;:")), (lead,) if lead else ()
        case Scene.RULES:
            return "Nội quy hội nghị", standing.rules
        case Scene.THANKS:
            lines = (standing.results,) if standing.results else ()
            return "Trân trọng cảm ơn các vị đại biểu và toàn thể Nhân dân", lines
        case Scene.NEXT:
            return ("" if upcoming(moment) else NOBODY_WAITS), ()
        case Scene.CONCLUSION:
            return HEADING, ()
        case Scene.SPEAKER | Scene.OFF:
            return "", ()


# --- people ------------------------------------------------------------------------------------------


def person_of(turn: Turn, moment: Moment) -> Person:
    """By name only with consent; who was not asked, or does not want it, is a citizen of the thôn.

    The number under which one is registered stands with those who are not named, so that they know that
    it is their turn.
    """
    opinions = moment.records.opinions
    item = moment.item
    mine = bool(item.turn_id) and item.turn_id == turn.id
    held_back = mine and (item.anonymous or item.consent is False)
    online = "trực tuyến" if turn.source is Source.ONLINE else ""
    if may_name_speaker(turn, opinions) and not held_back:
        place = ", ".join(part for part in (turn.voice.locality, online) if part)
        return Person(capital(turn.voice.shown), place)
    known = (online, f"số {turn.number}" if turn.number else "")
    number = "".join(f", {part}" for part in known if part)
    no_place = wants_no_place(turn, opinions) or (mine and item.anonymous and not turn.anonymous)
    if not turn.voice.locality or no_place:
        return Person(f"Công dân{number}")
    return Person(f"Công dân {turn.voice.locality}{number}")


def upcoming(moment: Moment) -> tuple[Upcoming, ...]:
    """The next two who wait, in the order of the queue."""
    waiting = [t for t in moment.records.turns if t.state is TurnState.WAITING and t.id != moment.turn_id]
    waiting.sort(key=lambda t: t.position)
    labels = ("Tiếp theo", "Sau đó")
    return tuple(
        Upcoming(label, person_of(turn, moment)) for label, turn in zip(labels, waiting, strict=False)
    )


def _answerer(moment: Moment, turn: Turn | None) -> str:
    if turn is None or turn.state is not TurnState.ANSWERING or not moment.answerer:
        return ""
    if moment.item.turn_id not in ("", turn.id):
        return ""  # an earlier opinion is being put right while this one is answered
    return f"Người trả lời: {moment.answerer}"


# --- the plan ----------------------------------------------------------------------------------------


def titles(plan: Plan) -> tuple[str, str]:
    """ "Hội nghị đối thoại với Nhân dân thôn Đồng Vạn và thôn Phú Ấp", and a short one."""
    where = localities_text(plan) if len(plan.localities) <= _LONG_PLACES else plan.issuer.unit
    title = f"Hội nghị đối thoại với Nhân dân {where}".strip()
    short = f"Hội nghị đối thoại với Nhân dân {plan.issuer.unit}" if plan.issuer.name else title
    return (title if len(title) <= _LONG_TITLE else short), "Hội nghị đối thoại với Nhân dân"


def long_title(plan: Plan) -> str:
    """How the plan itself names the conference, where all of its words are known."""
    values = values_of(plan, time_text=time_words(plan))
    named = fill(plan.conference_name, values).strip(" .")
    return capital(named) if named and "…" not in named else titles(plan)[0]


def facts(plan: Plan, moment: Moment) -> tuple[Fact, ...]:
    """When, where, who chairs: what is known of it."""
    found = []
    day, start = plan.day, plan.time.start
    if day is not None:
        hour = f"{time_text(start)}, " if start is not None else ""
        found.append(Fact("Thời gian", f"{hour}{weekday_long(day)}, ngày {date_short(day)}"))
    session = moment.records.session
    places = (session.place,) if session.place else plan.places
    if places:
        form = f" ({plan.form.value})" if plan.form is not MeetingForm.DIRECT else ""
        found.append(Fact("Địa điểm", "; ".join(places) + form))
    chairs = session.chairs if session.chairs is not None else plan.chairs
    for chair in chairs:
        official = chair.official
        if official.name:
            who = capital(f"{official.honorific} {official.name}".strip())
            text = ", ".join(part for part in (who, official.position) if part)
            found.append(Fact(_CHAIRS[chair.role], text))
    return tuple(found)


def step_rows(moment: Moment) -> tuple[StepRow, ...]:
    steps, session = moment.steps, moment.records.session
    at = next((i for i, s in enumerate(steps) if s.id == session.step_id), -1)
    over = session.ended_at is not None
    rows = []
    for number, step in enumerate(steps):
        state = StepState.TO_COME
        if over or number < at:
            state = StepState.DONE
        elif number == at:
            state = StepState.NOW
        text = capital(step.text.strip(" .;:"))
        rows.append(StepRow(text, short_step(text), state, step.lead.strip()))
    return tuple(rows)


def short_step(text: str) -> str:
    """ "Ổn định tổ chức" of "Ổn định tổ chức; nêu lý do, giới thiệu đại biểu; …"."""
    if len(text) <= _SHORT_STEP:
        return text
    first = re.split(r"[;:(]", text, maxsplit=1)[0].strip(" ,.")
    return first if len(first) >= 8 else text


def floor_rule(plan: Plan) -> tuple[str, str]:
    """The rule that matters while one speaks, whole and short."""
    kinds = {locality.kind for locality in plan.localities if locality.kind}
    place = kinds.pop() if len(kinds) == 1 else "nơi ở"
    short = f"Mỗi lượt phát biểu không quá {plan.turn_minutes} phút." if plan.turn_minutes else ""
    ask = f"Xin nêu rõ họ tên, {place} trước khi phát biểu."
    return f"{short} {ask}".strip(), short or ask


def rules_of(plan: Plan, house_rules: Sequence[str]) -> tuple[str, ...]:
    """The office's rules in the words of this plan."""
    values = values_of(plan, time_text=time_words(plan))
    return tuple(fill(rule, values).strip() for rule in house_rules if rule.strip())


def results_words(plan: Plan, duties: Sequence[ScheduledDuty]) -> str:
    """When and where results are posted, as far as the plan says it; "" where it is silent."""
    after = [
        duty for duty in duties if is_before(plan, duty.duty, duty.due) is False and _posts(duty.duty.text)
    ]
    after.sort(key=lambda duty: duty.due or date.max)
    first = after[0] if after else None
    where = _place_in(first.duty.text) if first is not None else ""
    if not where:
        labels = [_LABEL_AT.search(copy.label) for copy in plan.copies if copy.posted and copy.chosen]
        where = " và ".join(found[1].strip() for found in labels if found)
    due = first.due if first is not None else None
    if not where and due is None:
        return ""
    words = "Kết quả hội nghị được niêm yết"
    if where:
        words += f" tại {where}"
    if due is not None:
        words += f", chậm nhất {weekday_long(due)}, ngày {date_short(due)}"
    return f"{words}."


def _posts(text: str) -> bool:
    words = fold(text)
    return "niem yet" in words and any(w in words for w in ("ket qua", "ket luan", "bien ban"))


def _place_in(text: str) -> str:
    found = _POSTED_AT.search(text)
    return found[1].strip() if found else ""


# --- clocks ------------------------------------------------------------------------------------------


def clock_of(moment: Moment, now: datetime) -> HallClock:
    """The clocks at `now` (UTC). Who answers is shown how long, but is never told that time is up."""
    wall = on_wall(now).strftime("%H:%M")
    turn = current_turn(moment)
    if turn is None:
        return HallClock(wall=wall)
    view = clock_view(turn, now, moment.warn_seconds)
    if turn.state is TurnState.ANSWERING:
        since = answered_since(turn)
        seconds = max(0, int((now - since).total_seconds())) if since is not None else 0
        return HallClock(f"{seconds // 60:02}:{seconds % 60:02}", "đã trả lời", level=Level.NORMAL, wall=wall)
    limit = limit_words(turn.limit_seconds, waiting=turn.state is TurnState.WAITING)
    part = view.part if turn.limit_seconds else None
    return HallClock(view.digits, limit, _warning(view), view.level, part, wall)


def _warning(view: ClockView) -> str:
    return view.words if view.level in (Level.WARN, Level.OVER) else ""


def limit_words(seconds: int, *, waiting: bool = False) -> str:
    """ "trên 3 phút", "trên 2 phút 30 giây"; before the start "mỗi lượt 3 phút"."""
    if not seconds:
        return ""
    minutes, rest = divmod(seconds, 60)
    parts = [f"{minutes} phút" if minutes else "", f"{rest} giây" if rest else ""]
    return ("mỗi lượt " if waiting else "trên ") + " ".join(part for part in parts if part)
