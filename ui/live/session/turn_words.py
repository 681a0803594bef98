"""Words of the opinions of one turn, and of an earlier one that is put right."""

from __future__ import annotations

from dialogue_desktop.domain.joint_answers import JointAnswers
from dialogue_desktop.domain.live import LiveItem
from dialogue_desktop.domain.records import OUTCOME_LABELS, SOURCE_LABELS, Opinion, Records
from ui.live.session.screen import TurnChip


def edited(opinion: Opinion | None, who: str) -> str:
    """ "Đang sửa ý kiến 12 của ông Lò Văn Ế"; one that came before the day is answered, not put right."""
    if opinion is None:
        return f"Đang sửa ý kiến của {who}"
    if not opinion.said_at_hall:
        named = bool(opinion.voices and opinion.voices[0].name)
        return f"Gửi trước, số {opinion.number}, {who if named else SOURCE_LABELS[opinion.source].lower()}"
    return f"Đang sửa ý kiến {opinion.number} của {who}"


def chips(
    records: Records, item: LiveItem, current_turn: str, joint: JointAnswers | None = None
) -> tuple[TurnChip, ...]:
    """The opinions of the turn on the desk, and the box of the next one, where that may be on the desk."""
    turn_id = item.turn_id or (current_turn if not item.opinion_id else "")
    mine = sorted((o for o in records.opinions if turn_id and o.turn_id == turn_id), key=lambda o: o.number)
    if not mine:
        return ()
    joint = joint or JointAnswers(records)
    found = []
    for place, one in enumerate(mine, start=1):
        answered = one.outcome is not None or joint.is_answered(one)
        state = (
            OUTCOME_LABELS[one.outcome].lower()
            if one.outcome
            else "đã trả lời"
            if answered
            else "chưa trả lời"
        )
        here = one.id == item.opinion_id
        words = f"{place} đang mở" if here else str(place)
        icon = "checkmark_16" if answered else "more_horizontal_16"
        says = f"Ý kiến {place} của lượt, số {one.number}: {state}"
        found.append(TurnChip(one.id, words, icon, says, answered, here, str(place)))
    new = not item.opinion_id
    if new or turn_id == current_turn:
        place = len(mine) + 1
        words = f"{place} đang viết" if new else "Ý kiến mới"
        says = "Ý kiến đang viết" if new else "Sang ô ghi ý kiến mới của lượt"
        found.append(TurnChip("", words, "edit_16" if new else "add_16", says, current=new, brief=str(place)))
    return tuple(found)


def collected_hint(count: int) -> str:
    """How many that came before the day wait for an answer, and the key to open them; "" for none."""
    return f"Còn {count} ý kiến gửi trước chưa trả lời. <collected> mở lần lượt." if count else ""
