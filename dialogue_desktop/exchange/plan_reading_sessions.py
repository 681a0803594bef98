"""Several conferences under one old plan: a table or a line for each, with its thôn, time and place (P5)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dialogue_desktop.domain.plan import Locality
from dialogue_desktop.domain.text_vi import fold
from dialogue_desktop.exchange.plan_reading_facts import LOCALITY_KINDS, localities_in
from dialogue_desktop.exchange.plan_reading_outline import Node, Outline, walk
from dialogue_desktop.exchange.plan_reading_tables import Table, TableRow, tables_of
from dialogue_desktop.exchange.plan_reading_time import times_in
from dialogue_desktop.exchange.plan_reading_types import ReadSession

_LINE = re.compile(
    rf"(?:Đợt\s+\d+\s*[:,]?\s*)?(?P<who>(?i:các\s+)?(?i:{LOCALITY_KINDS})\s[^:]{{1,80}}?)\s*:\s*(?P<rest>.+)",
    re.S,
)
_AT = re.compile(r"[,;]?\s*(?:tại|địa điểm\s*:?)\s+(?P<place>.+?)\s*[.;]?$", re.I)
_NUMBER = re.compile(r"\d{1,4}")


def sessions(outline: Outline) -> tuple[ReadSession, ...]:
    """All of them in the order of the plan, where it has two at least."""
    for node in walk(outline.sections):
        found = [one for table in tables_of(node.blocks) if table.is_sessions for one in _of_table(table)]
        if len(found) > 1:
            return tuple(found)
        if "thoi gian" in fold(node.heading) or "dia diem" in fold(node.heading):
            found = list(_of_lines(node))
            if len(found) > 1:
                return tuple(found)
    return ()


def _of_table(table: Table) -> Iterator[ReadSession]:
    kind = _kind_of(table.heads[table.kinds.index("locality")])
    for row in table.rows:
        said = times_in(row.get("when"))
        if said:
            who = _localities(row.get("locality"), kind)
            places = tuple(part for part in (row.get("place").strip(" .;"),) if part)
            yield ReadSession(row.line, who, said[0].plan, row.get("when"), places, _people(row))


def _people(row: TableRow) -> int | None:
    number = _NUMBER.search(row.get("people"))
    return int(number[0]) if number is not None else None


def _of_lines(node: Node) -> Iterator[ReadSession]:
    for block in node.blocks:
        match = _LINE.match(block.text)
        if match is None:
            continue
        said = times_in(match["rest"])
        who = _localities(match["who"], "thôn")
        if said and who:
            at = _AT.search(match["rest"], said[0].end)
            places = (at["place"].strip(" .;"),) if at is not None else ()
            yield ReadSession(block.line, who, said[0].plan, match["rest"], places)


def _localities(text: str, kind: str) -> tuple[Locality, ...]:
    """The thôn named in a cell; without the word for it they have that of the column's head."""
    named = list(localities_in(text)) or [
        (kind, part.strip(" .")) for part in re.split(r"[,;]|\s+và\s+", text) if part.strip(" .")
    ]
    return tuple(
        Locality(f"thon-{fold(f'{own} {name}').replace(' ', '-')}", own, name) for own, name in named
    )


def _kind_of(head: str) -> str:
    match = re.search(rf"(?i:{LOCALITY_KINDS})", head)
    return match[0].lower() if match is not None else "thôn"
