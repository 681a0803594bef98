"""The schedule as a chart of the page: a row for each dated duty in the order of the days (P10)."""

from __future__ import annotations

from collections.abc import Iterator

from dialogue_desktop.documents.office_words import capital
from dialogue_desktop.documents.paper_parts import Paper
from dialogue_desktop.documents.tree import (
    Block,
    Chart,
    ChartRow,
    Column,
    Paragraph,
    Role,
    Shade,
    Tick,
    TickMark,
    text,
)
from dialogue_desktop.domain.schedule_line import Mark, Off, Scale, ScheduleLine, schedule_line
from dialogue_desktop.domain.schedule_line import Tick as Step
from dialogue_desktop.domain.words_vi import date_plain

_WIDEST = {Scale.DAY: 5.5, Scale.WEEK: 13.0, Scale.MONTH: 9.0}
_DAY, _DAY_WITH_YEAR = Column(28), Column(36)
_OFF = {Off.NO: Shade.NONE, Off.WEEKEND: Shade.LIGHT, Off.HOLIDAY: Shade.HATCH}
# Figures are not read on a hatch.
_OFF_HEAD = {**_OFF, Off.HOLIDAY: Shade.LIGHT}


def blocks(paper: Paper) -> Iterator[Block]:
    """The chart with its key; nothing while the plan has no day at all."""
    phrases = paper.phrases
    line = schedule_line(paper.plan, paper.duties, paper.calendar)
    if line is None:
        return
    dated = _DAY_WITH_YEAR if line.over_years else _DAY
    above = line.above()
    yield Chart(
        (dated, Column(), Column(49)),
        phrases.list("chart_columns"),
        tuple(_tick(line, step) for step in line.ticks),
        tuple(_row(line, mark) for mark in line.marks),
        phrases("chart_months" if line.scale is Scale.DAY else "chart_years") if above else "",
        above,
        _WIDEST[line.scale],
        small=line.scale is Scale.DAY,
    )
    yield Paragraph(text(_key(paper, line)), Role.NOTE, "chart_key")


def _tick(line: ScheduleLine, step: Step) -> Tick:
    words = line.label(step)
    if line.day is not None and step.holds(line.day):
        return Tick(words, Shade.MIDDLE, Shade.NAMED)
    return Tick(words, _OFF[step.off], _OFF_HEAD[step.off])


def _row(line: ScheduleLine, mark: Mark) -> ChartRow:
    place, words = line.place(mark.day), line.mark_words(mark)
    shade = Shade.NAMED if words else Shade.BLACK
    return ChartRow(
        (capital(line.day_words(mark)), capital(mark.work), mark.unit),
        (TickMark(place, shade, words),) if place is not None else (),
        bold=mark.is_conference,
        anchor="" if mark.is_conference else f"chart:{mark.duty_id}",
    )


def _key(paper: Paper, line: ScheduleLine) -> str:
    """What each shade means, of those that the chart has."""
    phrases = paper.phrases
    parts = [phrases({Scale.DAY: "key_day", Scale.WEEK: "key_week", Scale.MONTH: "key_month"}[line.scale])]
    if line.conference_place is not None:
        parts.append(phrases("key_conference" if line.scale is Scale.DAY else "key_conference_step"))
    if any(step.off is Off.WEEKEND for step in line.ticks):
        parts.append(phrases("key_weekend"))
    holidays = [day for step in line.ticks for day in step.holidays]
    if holidays:
        days = ", ".join(date_plain(day) for day in holidays)
        parts.append(phrases("key_holiday" if line.scale is Scale.DAY else "key_holidays", days=days))
    return capital("; ".join(parts)) + "."
