"""The workbook "Sổ tổng hợp": all opinions, what they add up to, and what became of every promise (M8)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from dialogue_desktop.domain.checklist import ChecklistItem
from dialogue_desktop.domain.conference import ConferenceView
from dialogue_desktop.domain.figures import Figures, figures_of
from dialogue_desktop.domain.register_rows import RegisterRow
from dialogue_desktop.domain.wall_time import on_wall
from dialogue_desktop.exchange import (
    excel_budget,
    excel_commitments,
    excel_conclusions,
    excel_cover,
    excel_deadlines,
    excel_delegates,
    excel_opinions,
    excel_owed,
    excel_presence,
    excel_register,
    excel_speaking,
    excel_style,
)
from dialogue_desktop.exchange.excel_cover_facts import cover_of, heading_of
from dialogue_desktop.exchange.excel_crossings import add_crossings
from dialogue_desktop.exchange.excel_finish import finished
from dialogue_desktop.exchange.excel_follow_up import FollowedUp
from dialogue_desktop.exchange.excel_page import Heading
from dialogue_desktop.exchange.excel_plan import new_workbook
from dialogue_desktop.exchange.excel_rows import rows_of

if TYPE_CHECKING:
    from openpyxl import Workbook

    from dialogue_desktop.exchange.excel_style import Pen


def build(
    view: ConferenceView,
    *,
    now: datetime,
    items: Sequence[ChecklistItem] = (),
    register: Sequence[RegisterRow] = (),
) -> bytes:
    """XLSX bytes; the same view on the same day always gives the same bytes.

    `items` are what the plan and the law ask for, `register` the lines of the documents. The days that are
    left are counted from `now` until Excel counts them anew.

    Texts stay texts whatever they begin with. A text longer than the highest row or the longest cell of Excel
    goes on in the row under it, whose number is "(tiếp)"; no word is left out.
    """
    today = on_wall(now).date()
    workbook = new_workbook(f"Sổ tổng hợp {view.title}")
    pen = excel_style.pen(workbook, *excel_cover.LOOKS)
    heading = heading_of(view)
    figures = figures_of(view.records, view.plan, today)
    followed = FollowedUp(view.records)
    rows = rows_of(view.records, followed)
    numbers = {key: row.number for key, row in rows.items()}

    cover = excel_cover.prepare(workbook)
    opinions = excel_opinions.write(workbook, pen, heading, tuple(rows.values()))
    add_crossings(workbook, pen, heading, tuple(rows.values()), figures, opinions)
    excel_commitments.write(workbook, pen, heading, followed, numbers, today)
    excel_owed.write(workbook, pen, heading, followed.commitments, today)
    excel_conclusions.write(workbook, pen, heading, view.records.conclusions, numbers, today)
    _people(workbook, pen, heading, view, figures, now)
    if view.plan.budget:
        excel_budget.add(workbook, pen, view.plan, heading)
    excel_deadlines.write(workbook, pen, heading, items, view.plan.day, today)
    excel_register.write(workbook, pen, heading, register, today)
    excel_cover.write(cover, pen, cover_of(view, figures, followed, tuple(rows.values()), items, today))
    return finished(workbook, pen.values, long=pen.long)


def _people(
    workbook: Workbook, pen: Pen, heading: Heading, view: ConferenceView, figures: Figures, now: datetime
) -> None:
    records = view.records
    listed = excel_delegates.write(workbook, pen, heading, view.plan, records.delegates)
    heard = bool(records.turns)
    excel_presence.write(workbook, pen, heading, view, figures.people, now, listed=listed, heard=heard)
    excel_speaking.write(workbook, pen, heading, records.turns, now)
