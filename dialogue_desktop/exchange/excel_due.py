"""How many days are left, told by a formula that counts from today, in words and in colours."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from dialogue_desktop.domain.commitments import SOON_DAYS
from dialogue_desktop.domain.words_vi import days_left
from dialogue_desktop.exchange.excel_page import FIRST_ROW
from dialogue_desktop.exchange.excel_table import Table

NO_DAY = "Chưa định ngày"

# Fill and letters of a row; what the colours say stands in words in the row too.
_LATE = ("FBD5D5", "7A1212")
_SOON = ("FFF3C4", "5C4400")
_WAITING = ("DCE9F7", "123A63")
_OVER = ("E9EDF0", "5B6770")


@dataclass(frozen=True, slots=True)
class Due:
    """Where a list has its day and what ends the waiting: a state among `ends`, or any date in `done`."""

    deadline: str
    state: str = ""
    ends: tuple[str, ...] = ()
    done: str = ""


def formula(due: Due) -> str:
    """ "Trễ 3 ngày", "Hôm nay", "Còn 12 ngày" for the row "{row}"; a thing that has ended says how."""
    day = f"{due.deadline}{{row}}"
    words = (
        f'IF({day}="","{NO_DAY}",IF({day}<TODAY(),"Trễ "&(TODAY()-{day})&" ngày",'
        f'IF({day}=TODAY(),"Hôm nay","Còn "&({day}-TODAY())&" ngày")))'
    )
    if due.done:
        words = f'IF({due.done}{{row}}<>"","Đã xong",{words})'
    for state in due.ends:
        words = f'IF({due.state}{{row}}="{state}","{state}",{words})'
    return words


def words(deadline: date | None, today: date, *, ended: str = "") -> str:
    """What the formula gives on that day."""
    if ended:
        return ended
    return days_left(today, deadline) if deadline is not None else NO_DAY


def colour(
    table: Table, fields: Sequence[str], due: Due, *, waiting: Sequence[str] = (), over: Sequence[str] = ()
) -> None:
    """Late, soon and waiting colour the cells of these fields, which say it in words too; a row that has
    ended is grey. `over` are further conditions for that, for the first row."""
    from openpyxl.formatting.rule import FormulaRule
    from openpyxl.styles import Font, PatternFill

    day = f"${due.deadline}{FIRST_ROW}"
    ended = [*over, *(f'${due.state}{FIRST_ROW}="{state}"' for state in due.ends)]
    if due.done:
        ended.append(f'${due.done}{FIRST_ROW}<>""')
    narrow = " ".join(table.cells(field).replace("$", "") for field in fields)
    rules = [
        (table.rows(), f"OR({','.join(ended)})", _OVER),
        (narrow, f'AND({day}<>"",{day}<TODAY())', _LATE),
        (narrow, f'AND({day}<>"",{day}<=TODAY()+{SOON_DAYS})', _SOON),
    ]
    if waiting:
        said = ",".join(f'${due.state}{FIRST_ROW}="{state}"' for state in waiting)
        rules.append((narrow, f"OR({said})", _WAITING))
    for cells, said, (fill, ink) in rules:
        shown = PatternFill("solid", bgColor=f"FF{fill}", fgColor=f"FF{fill}")
        font = Font(color=f"FF{ink}", bold=True if ink == _LATE[1] else None)
        rule = FormulaRule(  # type: ignore[no-untyped-call] # its types are not published
            formula=[said], font=font, fill=shown, stopIfTrue=True
        )
        table.made.conditional_formatting.add(cells, rule)
