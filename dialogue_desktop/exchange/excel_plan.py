"""What workbooks made from a plan share: the empty workbook and the heading of its sheets."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dialogue_desktop.domain.placeholders import fill, values_of
from dialogue_desktop.domain.plan import Plan
from dialogue_desktop.domain.schedule import time_words
from dialogue_desktop.exchange.excel_page import Heading

if TYPE_CHECKING:
    from openpyxl import Workbook

AUTHOR = "Đối thoại với Nhân dân"


def new_workbook(title: str) -> Workbook:
    """Without sheets; Excel counts its formulas anew when it opens."""
    from openpyxl import Workbook

    workbook = Workbook()
    workbook.remove(workbook.worksheets[0])
    workbook.properties.creator = AUTHOR
    workbook.properties.title = title
    workbook.calculation.fullCalcOnLoad = True
    return workbook


def heading_of(plan: Plan) -> Heading:
    """Issuer, conference, and time and place as far as the plan knows them."""
    values = values_of(plan, time_text=time_words(plan))
    places = "; ".join(fill(place, values) for place in plan.places)
    parts = (f"Thời gian: {time_words(plan)}", f"Địa điểm: {places}" if places else "")
    issuer = plan.issuer.body if plan.issuer.name else ""
    return Heading(issuer, values["ten_hoi_nghi"], ". ".join(part for part in parts if part))
