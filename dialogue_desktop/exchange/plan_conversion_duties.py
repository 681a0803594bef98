"""Units and duties of an old plan as those of a plan, one deadline to each duty (P10, P13)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from dialogue_desktop.domain.plan import Duty, UnitTasks
from dialogue_desktop.domain.text_vi import fold
from dialogue_desktop.exchange.plan_conversion_types import Doubt
from dialogue_desktop.exchange.plan_reading_types import DatedDuty, PlanReading, ReadBlock, ReadUnit

_STEP = "tasks"
#: How a numbered part without heading and without a body of its own is addressed.
_ALL_UNITS = "Các đơn vị, cá nhân có liên quan"
_CLAUSE_BREAK = re.compile(r"[,;.]\s+|\s+(?=và\s)")


def tasks_of(reading: PlanReading, doubts: list[Doubt]) -> tuple[UnitTasks, ...]:
    """All units in the plan's order; deadlines that stand in other parts come behind the unit they name."""
    units = [_unit(index, unit, reading, doubts) for index, unit in enumerate(reading.units, 1)]
    inside = {block.line for unit in reading.units for block in unit.duties}
    for index, dated in enumerate((d for d in reading.dated_duties if d.line not in inside), 1):
        _add_outside(units, index, dated, doubts)
    return tuple(units)


def _unit(index: int, unit: ReadUnit, reading: PlanReading, doubts: list[Doubt]) -> UnitTasks:
    heading, name = unit.heading, unit.unit
    if not heading:
        heading = name = _ALL_UNITS
        text = unit.duties[0].text if unit.duties else unit.number
        doubts.append(Doubt(text, f"mục {unit.number} không ghi đơn vị; tạm ghi “{_ALL_UNITS}”", _STEP))
    elif not name:
        name = heading
        doubts.append(Doubt(heading, "chưa rõ đây là đơn vị nào; giữ nguyên lời của kế hoạch", _STEP))
    duties: list[Duty] = []
    for block in unit.duties:
        dated = [one for one in reading.dated_duties if one.line == block.line]
        for piece, deadline in _pieces(block, dated, doubts):
            duties.append(_duty(f"viec-{index}-{len(duties) + 1}", piece, block, deadline, doubts))
    return UnitTasks(f"don-vi-{index}", name, heading, tuple(duties))


def _duty(duty_id: str, text: str, block: ReadBlock, dated: DatedDuty | None, doubts: list[Doubt]) -> Duty:
    if dated is None:
        return Duty(duty_id, text, bullet=block.bullet)
    if dated.doubt:
        doubts.append(Doubt(text, f"thời hạn “{dated.wording}”: {dated.doubt}", _STEP))
    return Duty(duty_id, text, rule=dated.rule, fixed=dated.fixed, bullet=block.bullet)


def _pieces(
    block: ReadBlock, dated: Sequence[DatedDuty], doubts: list[Doubt]
) -> Iterator[tuple[str, DatedDuty | None]]:
    """The paragraph, cut so that no piece has two deadlines; every word stays, in its order."""
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
    """A deadline said in another part is a duty too; once is enough where the tasks say the same day."""
    if dated.rule is None and dated.fixed is None:
        doubts.append(Doubt(dated.text, f"thời hạn “{dated.wording}”: {dated.doubt}", _STEP))
        return
    if any(_same_deadline(duty, dated) for unit in units for duty in unit.duties):
        return
    clause = (dated.rule or dated.fixed).clause  # type: ignore[union-attr]  # one of the two is there
    place = f"thời hạn này ở {clause}" if clause else "thời hạn này ở mục khác"
    reason = f"{place}, được đưa thêm vào phân công"
    doubts.append(Doubt(dated.text, f"{reason}; {dated.doubt}" if dated.doubt else reason, _STEP))
    duty = Duty(f"viec-ngoai-{index}", dated.text, rule=dated.rule, fixed=dated.fixed)
    for at, unit in enumerate(units):
        if dated.unit and fold(dated.unit) in fold(unit.unit):
            units[at] = UnitTasks(unit.id, unit.unit, unit.heading, (*unit.duties, duty))
            return
    name = dated.unit or _ALL_UNITS
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
