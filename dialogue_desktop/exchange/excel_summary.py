"""The workbook "Sổ tổng hợp": all opinions, and what they add up to (M8)."""

from __future__ import annotations

from dialogue_desktop.domain.conference import ConferenceView
from dialogue_desktop.domain.placeholders import values_of as placeholder_values
from dialogue_desktop.domain.records import OUTCOME_LABELS, SOURCE_LABELS
from dialogue_desktop.domain.schedule import time_words
from dialogue_desktop.domain.wall_time import on_wall
from dialogue_desktop.domain.words_vi import date_short, time_text
from dialogue_desktop.exchange import excel_counts, excel_opinions, excel_overview, excel_style
from dialogue_desktop.exchange.excel_finish import finished
from dialogue_desktop.exchange.excel_page import Heading
from dialogue_desktop.exchange.excel_rows import OpinionRow, opinion_rows

AUTHOR = "Đối thoại với Nhân dân"


def build(view: ConferenceView) -> bytes:
    """XLSX bytes; the same view always gives the same bytes.

    Texts stay texts whatever they begin with. A text longer than the highest row or the longest cell of Excel
    goes on in the row under it, whose number is "(tiếp)"; no word is left out.
    """
    from openpyxl import Workbook

    workbook = Workbook()
    workbook.remove(workbook.worksheets[0])
    workbook.properties.creator = AUTHOR
    workbook.properties.title = f"Sổ tổng hợp {view.title}"
    workbook.calculation.fullCalcOnLoad = True
    pen = excel_style.pen(workbook)
    heading = _heading(view)
    opinions = opinion_rows(view)

    overview = excel_overview.prepare(workbook, pen, heading)
    ranges = excel_opinions.write(workbook, pen, heading, opinions)
    for table in _tables(opinions):
        excel_counts.write(workbook, pen, heading, opinions, ranges, table)
    excel_overview.write(overview, pen, opinions, ranges, view.records.attendance)
    return finished(workbook, pen.values)


def _heading(view: ConferenceView) -> Heading:
    plan, session = view.plan, view.records.session
    words = placeholder_values(plan, time_text=time_words(plan))
    when = time_words(plan)
    if session.started_at is not None:
        start = on_wall(session.started_at)
        end = f" đến {time_text(on_wall(session.ended_at).time())}" if session.ended_at is not None else ""
        when = f"{time_text(start.time())}{end}, ngày {date_short(start.date())}"
    where = session.place or "; ".join(plan.places)
    occasion = ". ".join(
        part for part in (f"Thời gian: {when}" if when else "", f"Địa điểm: {where}" if where else "") if part
    )
    issuer = plan.issuer.body if plan.issuer.name else ""
    return Heading(issuer, words["ten_hoi_nghi"] or view.title, occasion)


def _tables(opinions: tuple[OpinionRow, ...]) -> tuple[excel_counts.Table, ...]:
    outcomes = excel_counts.values_of(opinions, "outcome", tuple(OUTCOME_LABELS.values()))
    sources = excel_counts.values_of(opinions, "source", tuple(SOURCE_LABELS.values()))

    def by(name: str, title: str, head: str, field: str) -> excel_counts.Table:
        rows = excel_counts.values_of(opinions, field)
        return excel_counts.Table(name, title, head, field, rows, "outcome", outcomes)

    return (
        by("Theo lĩnh vực", "Ý KIẾN, KIẾN NGHỊ THEO LĨNH VỰC", "Lĩnh vực", "field"),
        by("Theo thôn", "Ý KIẾN, KIẾN NGHỊ THEO THÔN", "Thôn", "locality"),
        excel_counts.Table(
            "Theo kết quả",
            "Ý KIẾN, KIẾN NGHỊ THEO KẾT QUẢ",
            "Kết quả",
            "outcome",
            outcomes,
            "source",
            sources,
        ),
    )
