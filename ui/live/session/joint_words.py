"""What the screen says of joint answers: with which opinions, and which ones may be chosen (L3)."""

from __future__ import annotations

from dataclasses import dataclass

from dialogue_desktop.domain.joint_answers import JointAnswers, collected_waiting, waiting
from dialogue_desktop.domain.live import LiveItem
from dialogue_desktop.domain.records import Opinion, Records, Voice
from ui.live.session.screen_words import name_of


@dataclass(frozen=True, slots=True)
class JointRow:
    """One opinion that the answer on the desk may answer too."""

    opinion_id: str
    title: str
    who: str
    text: str
    ticked: bool = False


@dataclass(frozen=True, slots=True)
class JointView:
    """`lead`: the opinion on the desk has its answer from there, and leads nobody itself."""

    rows: tuple[JointRow, ...] = ()
    lead: JointRow | None = None


def numbers_led(records: Records, opinion_id: str, joint: JointAnswers | None = None) -> str:
    """ "4, 5": those that its answer answers too; "" for none."""
    return ", ".join(str(one.number) for one in (joint or JointAnswers(records)).led_by(opinion_id))


def tie_words(records: Records, item: LiveItem, joint: JointAnswers | None = None) -> str:
    """ "chung với ý kiến 3" for one that is answered there, "chung cả ý kiến 4, 5" for who answers."""
    known = next((one for one in records.opinions if one.id == item.opinion_id), None)
    if known is None:
        return ""
    joint = joint or JointAnswers(records)
    lead = joint.lead_of(known)
    if lead is not None:
        return f"chung với ý kiến {lead.number}"
    led = numbers_led(records, known.id, joint)
    return f"chung cả ý kiến {led}" if led else ""


def joint_view(records: Records, item: LiveItem, turn_id: str) -> JointView:
    """What may be answered together with the item: what is so already, its turn or group, what waits."""
    joint = JointAnswers(records)
    known = next((one for one in records.opinions if one.id == item.opinion_id), None)
    lead = joint.lead_of(known) if known is not None else None
    if lead is not None:
        return JointView(lead=_row(lead, ticked=True))
    led = joint.led_by(item.opinion_id) if item.opinion_id else ()
    of_turn = [o for o in records.opinions if turn_id and o.turn_id == turn_id]
    group = [o for o in records.opinions if known and known.group_id and o.group_id == known.group_id]
    collected = known is not None and not known.said_at_hall
    waits = collected_waiting(records) if collected else waiting(records)
    near = {one.id for one in (*of_turn, *group)}
    unanswered = {one.id for one in (*waiting(records), *collected_waiting(records))}
    rows: dict[str, JointRow] = {}
    for one in (*led, *of_turn, *group, *waits):
        if one.id == item.opinion_id or one.id in rows or (one not in led and joint.lead_of(one)):
            continue
        ticked = one in led or (not led and one.id in near and one.id in unanswered)
        rows[one.id] = _row(one, ticked=ticked)
    return JointView(tuple(rows.values()))


def _row(opinion: Opinion, *, ticked: bool) -> JointRow:
    voice = opinion.voices[0] if opinion.voices else Voice()
    who = "Ẩn danh" if opinion.anonymous else name_of(voice)
    return JointRow(opinion.id, f"Ý kiến số {opinion.number}", who, " ".join(opinion.text.split()), ticked)
