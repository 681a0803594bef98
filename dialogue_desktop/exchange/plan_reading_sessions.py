"""Several conferences under one old plan: a table or a line for each, with its thôn, time and place (P5)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from dialogue_desktop.domain.plan import Bullet, Locality, TimeKind
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
#: "Đợt 1: …", "- Cuộc thứ hai: …", "Hội nghị số 3 …".
_NUMBERED = re.compile(
    r"(?:đợt|cuộc|lần|điểm|buổi|hội nghị|cụm)\s+(?:(?:thứ|số)\s+)?"
    r"(?:\d{1,2}|[IVX]{1,4}|nhất|một|hai|ba|tư|bốn|năm)\b",
    re.I,
)
_AT = re.compile(
    r"[,;]?\s*(?:tại|địa điểm\s*:?(?:\s*tại)?)\s+(?P<place>[^(;]+?)\s*(?:[.;]\s*)?(?=$|[(;])", re.I
)
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
    for lines, text in _said(node):
        match = _LINE.match(text)
        numbered = _NUMBERED.match(text)
        if match is None and numbered is None:
            continue
        begins = match.start("rest") if match is not None else 0
        said = times_in(text[begins:])
        if not said or said[0].plan.kind is TimeKind.LATER:
            continue
        rest = text[begins:]
        at = _AT.search(rest, said[0].end)
        places = (at["place"].strip(" .;"),) if at is not None else ()
        if match is not None:
            who = _localities(match["who"], "thôn")
        else:
            beside = rest if at is None else rest[: at.start()] + rest[at.end("place") :]
            who = _as_localities(localities_in(beside))
        if who or numbered is not None:
            yield ReadSession(lines[0], who, said[0].plan, rest.strip(), places, lines=lines)


def _said(node: Node) -> Iterator[tuple[tuple[int, ...], str]]:
    """What may be a conference: a paragraph with its plus items, or a part below with its paragraphs."""
    lines: list[int] = []
    texts: list[str] = []
    for block in node.blocks:
        if block.bullet is not Bullet.PLUS and lines:
            yield tuple(lines), _run_together(texts)
            lines, texts = [], []
        lines.append(block.line)
        texts.append(block.text)
    if lines:
        yield tuple(lines), _run_together(texts)
    for child in node.children:
        if not child.children:
            own = [child.heading, *(block.text for block in child.blocks)]
            yield (child.line, *(block.line for block in child.blocks)), _run_together(own)


def _run_together(texts: list[str]) -> str:
    """ "Đợt 1: Thời gian: …; Địa điểm: …"."""
    first, *others = [text.strip(" ;.") for text in texts if text.strip()] or [""]
    return f"{first.rstrip(' :')}: {'; '.join(others)}" if others else first


def _localities(text: str, kind: str) -> tuple[Locality, ...]:
    """The thôn named in a cell; without the word for it they have that of the column's head."""
    named = list(localities_in(text)) or [
        (kind, part.strip(" .")) for part in re.split(r"[,;]|\s+và\s+", text) if part.strip(" .")
    ]
    return _as_localities(named)


def _as_localities(named: Iterable[tuple[str, str]]) -> tuple[Locality, ...]:
    return tuple(
        Locality(f"thon-{fold(f'{own} {name}').replace(' ', '-')}", own, name)
        for own, name in dict.fromkeys(named)
    )


def _kind_of(head: str) -> str:
    match = re.search(rf"(?i:{LOCALITY_KINDS})", head)
    return match[0].lower() if match is not None else "thôn"
