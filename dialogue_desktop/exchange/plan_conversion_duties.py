"""Units and duties of an old plan as those of a plan, one deadline to each duty (P10, P13)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from dialogue_desktop.domain.plan import Bullet, Duty, UnitTasks
from dialogue_desktop.domain.text_vi import fold
from dialogue_desktop.exchange.plan_conversion_types import Doubt
from dialogue_desktop.exchange.plan_reading_types import DatedDuty, PlanReading, ReadBlock, ReadUnit

_STEP = "tasks"
#: Who does what no part gives to anybody.
ALL_UNITS = "Các đơn vị, cá nhân có liên quan"
_CLAUSE_BREAK = re.compile(r"[,;.]\s+|\s+(?=và\s)")
_LONGEST_HEADING = 110


def tasks_of(reading: PlanReading, doubts: list[Doubt]) -> tuple[UnitTasks, ...]:
    """All units in the plan's order; deadlines that stand in other parts come behind the unit they name."""
    units = [_unit(index, unit, reading, doubts) for index, unit in enumerate(reading.units, 1)]
    inside = {block.line for unit in reading.units for block in unit.duties}
    for index, dated in enumerate((d for d in reading.dated_duties if d.line not in inside), 1):
        _add_outside(units, index, dated, doubts)
    return tuple(units)


def _unit(index: int, unit: ReadUnit, reading: PlanReading, doubts: list[Doubt]) -> UnitTasks:
    heading, name, blocks = unit.heading, unit.unit, list(unit.duties)
    summary = ""
    if not heading and blocks:
        text = blocks[0].text
        heading, blocks[0] = _headed(blocks[0], [d for d in reading.dated_duties if d.line == blocks[0].line])
        blocks = [block for block in blocks if block.text]
        name, summary = ALL_UNITS, heading
        doubts.append(Doubt(text, f"mục {unit.number} không ghi đơn vị; tạm giao “{ALL_UNITS}”", _STEP))
    elif not name:
        name = heading
        doubts.append(Doubt(heading, "chưa rõ đây là đơn vị nào; giữ nguyên lời của kế hoạch", _STEP))
    elif not _same_words(name, heading):
        doubts.append(Doubt(heading, f"đơn vị làm việc này hiểu là “{name}”", _STEP))
    duties: list[Duty] = []
    for block in blocks:
        dated = [one for one in reading.dated_duties if one.line == block.line]
        run_in = block.line == unit.line
        for piece, deadline in _pieces(block, dated, doubts):
            text = piece[:1].upper() + piece[1:] if run_in else piece
            duty = _duty(f"viec-{index}-{len(duties) + 1}", text, block, deadline)
            duties.append(replace(duty, summary=summary) if summary and not duties else duty)
    return UnitTasks(f"don-vi-{index}", name, heading, tuple(duties))


def _headed(block: ReadBlock, dated: Sequence[DatedDuty]) -> tuple[str, ReadBlock]:
    """A numbered sentence that names nobody, as a heading and the rest: "Họp triển khai … / vào 8 giờ …"."""
    text = block.text
    at = text.find(dated[0].wording) if dated else -1
    if at <= 0 or at > _LONGEST_HEADING:
        comma = text.find(", ", 8, _LONGEST_HEADING)
        at = comma + 2 if comma > 0 else len(text)
    return text[:at].strip(" ,.:;"), replace(block, text=text[at:].strip())


def _same_words(name: str, heading: str) -> bool:
    return fold(name) in fold(heading)


def _duty(duty_id: str, text: str, block: ReadBlock, dated: DatedDuty | None) -> Duty:
    bullet = block.bullet
    if block.label and block.label[0] not in "-–+":
        text, bullet = f"{block.label} {text}", Bullet.PARAGRAPH
    if dated is None:
        return Duty(duty_id, text, bullet=bullet)
    return Duty(duty_id, text, rule=dated.rule, fixed=dated.fixed, bullet=bullet)


def _pieces(
    block: ReadBlock, dated: Sequence[DatedDuty], doubts: list[Doubt]
) -> Iterator[tuple[str, DatedDuty | None]]:
    """The paragraph, cut so that no piece has two deadlines; every word stays, in its order."""
    dated = [one for one in dated if one.rule is not None or one.fixed is not None]
    if len(dated) <= 1:
        yield block.text, dated[0] if dated else None
        return
    doubts.append(Doubt(block.text, f"đoạn có {len(dated)} thời hạn, được tách thành từng việc", _STEP))
    cuts, end = [0], 0
    for before, one in zip((None, *dated), dated, strict=False):
        begins, wording = block.text.find(one.text, end), block.text.find(one.wording, end)
        if before is not None:
            cuts.append(begins if begins >= end else _clause_begin(block.text, end, max(wording, end)))
        end = max(end, wording + len(one.wording))
    for start, stop, one in zip(cuts, (*cuts[1:], len(block.text)), dated, strict=True):
        yield _whole(block.text[start:stop]), one


def _whole(piece: str) -> str:
    """A piece as an item of its own: begun large, its brackets closed."""
    piece = piece.strip().rstrip(",;").rstrip()
    opened = piece.count("(") - piece.count(")")
    if opened > 0:
        piece = f"{piece.rstrip('.')})"
    elif opened < 0:
        at = piece.rfind(")")
        piece = piece[:at] + piece[at + 1 :]
    return piece[:1].upper() + piece[1:]


def _clause_begin(text: str, start: int, end: int) -> int:
    """Where the clause in front of `end` begins, not before `start`."""
    breaks = [match.end() for match in _CLAUSE_BREAK.finditer(text, start, end)]
    return breaks[-1] if breaks else end


def _add_outside(units: list[UnitTasks], index: int, dated: DatedDuty, doubts: list[Doubt]) -> None:
    """A deadline said in another part is a duty too, said there; once is enough where the tasks say the same
    day."""
    due = dated.rule or dated.fixed
    if due is None or any(_same_deadline(duty, dated) for unit in units for duty in unit.duties):
        return
    clause = due.clause
    reason = f"thời hạn này ở {clause}; việc được đưa thêm vào phân công, lời văn vẫn ở đó"
    doubts.append(Doubt(dated.text, f"{reason}; {dated.doubt}" if dated.doubt else reason, _STEP))
    duty = Duty(f"viec-ngoai-{index}", dated.text, rule=dated.rule, fixed=dated.fixed)
    for at, unit in enumerate(units):
        if dated.unit and fold(dated.unit) in fold(unit.unit):
            units[at] = replace(unit, duties=(*unit.duties, duty))
            return
    name = dated.unit or ALL_UNITS
    name = name[:1].upper() + name[1:]
    units.append(UnitTasks(f"don-vi-{len(units) + 1}", name, name, (duty,)))


def _same_deadline(duty: Duty, dated: DatedDuty) -> bool:
    if dated.fixed is not None:
        return duty.fixed is not None and duty.fixed.last_day == dated.fixed.last_day
    if dated.rule is None or duty.rule is None:
        return False
    one, other = duty.rule, dated.rule
    return (one.anchor, one.direction, one.n, one.unit) == (
        other.anchor, other.direction, other.n, other.unit,
    )  # fmt: skip
