"""The main figures of the book as formulas over its lists, with what they give now."""

from __future__ import annotations

from dataclasses import dataclass

from dialogue_desktop.domain.commitments import SOON_DAYS
from dialogue_desktop.domain.figures import STANDING_LABELS, Figures, Standing
from dialogue_desktop.domain.records import SOURCE_LABELS, Source
from dialogue_desktop.exchange.excel_commitments import DONE
from dialogue_desktop.exchange.excel_commitments import NAMES as PROMISES
from dialogue_desktop.exchange.excel_follow_up import CARRIED
from dialogue_desktop.exchange.excel_opinions import NAMES as OPINIONS


@dataclass(frozen=True, slots=True)
class Line:
    """One figure; a `deeper` one is part of the one above. Without a formula it is a number of its own."""

    label: str
    value: float
    formula: str = ""
    deeper: bool = False
    share: bool = False


def key_figures(figures: Figures) -> tuple[Line, ...]:
    """From how many opinions there are to what is late."""
    count = f"COUNT({OPINIONS['number']})"
    hall = _opinions("source", f"{SOURCE_LABELS[Source.HALL]}*")
    settled = _opinions("standing", STANDING_LABELS[Standing.SETTLED])
    share = figures.all.settled / figures.all.total if figures.all.total else 0
    lines = [
        Line("Tổng số ý kiến, kiến nghị", figures.all.total, count),
        Line("Thu thập trước hội nghị", figures.collected, f"{count}-{hall}", deeper=True),
        Line("Nêu tại hội nghị", figures.at_hall, hall, deeper=True),
        Line(STANDING_LABELS[Standing.SETTLED], figures.all.settled, settled),
        Line("Tỷ lệ trên tổng số", share, f"IF({count}=0,0,{settled}/{count})", deeper=True, share=True),
        Line(STANDING_LABELS[Standing.OWED], figures.all.owed, _standing(Standing.OWED)),
        Line(STANDING_LABELS[Standing.BEYOND], figures.all.beyond, _standing(Standing.BEYOND)),
    ]
    if figures.all.unknown:
        lines.append(
            Line(STANDING_LABELS[Standing.UNKNOWN], figures.all.unknown, _standing(Standing.UNKNOWN))
        )
    if figures.turns:
        lines.append(Line("Lượt phát biểu", figures.turns))
    promises = figures.commitments
    if promises.total:
        lines += [
            Line("Cam kết phải theo dõi", promises.total, f"COUNT({PROMISES['number']})"),
            Line("Đã xong", promises.done, f'COUNTIFS({PROMISES["state"]},"{DONE}")', deeper=True),
            Line("Trễ hạn", promises.late, _open('"<"&TODAY()'), deeper=True),
            Line(
                f"Đến hạn trong {SOON_DAYS} ngày tới",
                promises.soon,
                _open('">="&TODAY()', f'"<="&TODAY()+{SOON_DAYS}'),
                deeper=True,
            ),
        ]
    return tuple(lines)


def _opinions(field: str, value: str) -> str:
    return f'COUNTIFS({OPINIONS["number"]},">0",{OPINIONS[field]},"{value}")'


def _standing(standing: Standing) -> str:
    return _opinions("standing", STANDING_LABELS[standing])


def _open(*days: str) -> str:
    """Promises still owed here whose day is so."""
    asked = "".join(f",{PROMISES['deadline']},{day}" for day in days)
    ended = "".join(f',{PROMISES["state"]},"<>{state}"' for state in (DONE, CARRIED))
    return f'COUNTIFS({PROMISES["number"]},">0"{asked}{ended})'
