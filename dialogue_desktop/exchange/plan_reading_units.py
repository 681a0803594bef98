"""Units of "Tổ chức thực hiện" with their duties, and every dated duty of an old plan (P10)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from dialogue_desktop.domain.plan import Bullet
from dialogue_desktop.domain.text_vi import fold
from dialogue_desktop.exchange.plan_reading_bodies import begins_body, subject, subject_end, without_address
from dialogue_desktop.exchange.plan_reading_deadlines import date_alone, dated_in
from dialogue_desktop.exchange.plan_reading_outline import Node, Outline, walk
from dialogue_desktop.exchange.plan_reading_tables import Table, TableRow, is_row, tables_of
from dialogue_desktop.exchange.plan_reading_types import DatedDuty, Doubt, ReadBlock, ReadUnit

UNKNOWN_UNIT = "chưa rõ đơn vị nào làm"
_LONGEST_HEADING = 90


def is_tasks(heading: str) -> bool:
    """ "TỔ CHỨC THỰC HIỆN", also where a mark was lost."""
    key = fold(heading)
    return any(
        words in key
        for words in (
            "to chuc thuc hien",
            "phan cong nhiem vu",
            "phan cong to chuc",
            "phan cong thuc hien",
            "nhiem vu cua cac",
        )
    )


def task_sections(outline: Outline) -> list[Node]:
    """The parts that say who does what: at the top, with those whose table says it where no other part is
    divided; else the first below."""
    top = [node for node in outline.sections if is_tasks(node.heading)]
    if not any(node.children or _has_table(node) for node in top):
        tables = [node for node in outline.sections if _has_table(node)]
        top = tables or top
    if top:
        return top
    return [child for node in outline.sections for child in node.children if is_tasks(child.heading)][:1]


def _has_table(node: Node) -> bool:
    return any(table.is_tasks for table in tables_of(node.blocks))


def units_of(sections: Sequence[Node]) -> tuple[ReadUnit, ...]:
    """One unit for each numbered part; for each row where a table says it; for each item that begins with a
    body where nothing is numbered."""
    return tuple(unit for section in sections for unit in _units(section))


def _units(section: Node) -> Iterator[ReadUnit]:
    tables = {table.line: table for table in tables_of(section.blocks) if table.is_tasks}
    if tables:
        yield from (unit for table in tables.values() for unit in _of_table(table))
    elif not section.children:
        yield from _of_items(section)
    for part in section.children:
        inner = [table for table in tables_of(part.blocks) if table.is_tasks]
        if inner:
            yield from (unit for table in inner for unit in _of_table(table))
        else:
            yield _of_part(part)


def _of_part(part: Node) -> ReadUnit:
    duties = [*part.blocks, *(block for child in part.children for block in _with_heading(child))]
    heading = part.heading
    if not heading and duties:
        heading, duties[0] = _run_in(duties[0])
    elif heading and not duties:
        # "6. Đài Phát thanh xã có trách nhiệm ghi âm …": unit and duty in one sentence
        heading, duty = _run_in(ReadBlock(part.line, heading))
        duties = [duty] if duty.text else []
    return ReadUnit(part.line, part.number, heading, _unit_name(heading, duties), tuple(duties))


def _run_in(block: ReadBlock) -> tuple[str, ReadBlock]:
    """A sentence as the body that it begins with and the rest; the whole where it begins with none."""
    end = subject_end(block.text)
    if not end:
        return "", block
    rest = block.text[end:].lstrip(" ,.:;")
    return block.text[:end].strip(), replace(block, text=rest)


def _unit_name(heading: str, duties: Sequence[ReadBlock]) -> str:
    """The body of the heading; where that is none ("Công tác phối hợp"), the one that its duty names."""
    name = without_address(heading)
    if begins_body(name):
        return name
    named = {subject(block.text) for block in duties if block.bullet is not Bullet.PLUS}
    return named.pop() if len(named) == 1 else ""


def _with_heading(node: Node) -> list[ReadBlock]:
    """The parts below a unit, their numbers kept with the words."""
    label = f"{node.number}." if node.number else ""
    if node.heading and node.blocks and node.blocks[0].line == node.line:
        first = replace(node.blocks[0], text=f"{node.heading}: {node.blocks[0].text}", label=label)
        head = [first, *node.blocks[1:]]
    elif node.heading:
        head = [ReadBlock(node.line, node.heading, label=label), *node.blocks]
    else:
        head = [replace(node.blocks[0], label=label), *node.blocks[1:]] if node.blocks else []
    return [*head, *(block for child in node.children for block in _with_heading(child))]


def _of_items(section: Node) -> Iterator[ReadUnit]:
    """ "- Công an xã: …" one after the other."""
    current: ReadUnit | None = None
    for block in section.blocks:
        if is_row(block.text):
            continue
        end = subject_end(block.text) if block.bullet is not Bullet.PLUS else 0
        if end:
            if current is not None:
                yield current
            heading, duty = _run_in(block)
            duties = (duty,) if duty.text else ()
            current = ReadUnit(block.line, "", heading, without_address(heading), duties)
        elif current is not None:
            current = replace(current, duties=(*current.duties, block))
        else:
            current = ReadUnit(block.line, "", "", "", (block,))
    if current is not None:
        yield current


# --- tables -----------------------------------------------------------------------------------------


def _of_table(table: Table) -> Iterator[ReadUnit]:
    """Rows one after the other that one unit does are its duties."""
    current: ReadUnit | None = None
    for row in table.rows:
        unit = row.get("unit").strip(" .;")
        duty = ReadBlock(row.line, row_words(table, row), Bullet.DASH)
        if not duty.text:
            continue
        if current is not None and fold(unit) == fold(current.heading):
            current = replace(current, duties=(*current.duties, duty))
            continue
        if current is not None:
            yield current
        current = ReadUnit(row.line, "", unit, unit, (duty,))
    if current is not None:
        yield current


def row_words(table: Table, row: TableRow) -> str:
    """ "Niêm yết thông báo. Đơn vị phối hợp: Công an xã. Thời gian hoàn thành: trước 15/4/2026"."""
    content = row.get("content").strip()
    more = [
        f"{head}: {cell.strip(' .;')}"
        for head, cell, kind in zip(table.heads, row.cells, table.kinds, strict=False)
        if cell.strip() and kind not in ("number", "unit", "content")
    ]
    return ". ".join(part for part in (content.rstrip(" .;"), *more) if part)


# --- dated duties -----------------------------------------------------------------------------------


def dated_duties(
    outline: Outline, units: Sequence[ReadUnit], year: int | None, doubts: list[Doubt]
) -> tuple[DatedDuty, ...]:
    """Deadlines of the tasks by unit, and of the steps before and after the session by who does them."""
    sections = task_sections(outline)
    rows = {row.line for node in walk(sections) for table in tables_of(node.blocks) for row in table.rows}
    found: list[DatedDuty] = []
    for section in outline.sections:
        if section in sections:
            continue
        found += _elsewhere(section, section.number, sections, year)
    for unit in units:
        section_number = next((s.number for s in sections if _holds(s, unit.line)), "")
        clause = _clause(".".join(part for part in (section_number, unit.number) if part))
        for block in unit.duties:
            due = _of_duty(block, unit.unit, clause, year)
            found += [replace(one, text=block.text) for one in due] if block.line in rows else due
    found.sort(key=lambda duty: duty.line)
    doubts += [Doubt(duty.line, "tasks", f"“{duty.wording}”: {duty.doubt}") for duty in found if duty.doubt]
    return tuple(found)


def _of_duty(block: ReadBlock, unit: str, clause: str, year: int | None) -> tuple[DatedDuty, ...]:
    found = dated_in(block.text, unit, block.line, clause, year)
    _, colon, cell = block.text.rpartition(": ")
    if not found and colon and (day := date_alone(cell, clause, year)) is not None:
        return (DatedDuty(block.line, unit, block.text, cell.strip(" ."), None, day),)
    return found


def _clause(number: str) -> str:
    """ "mục III.2 của kế hoạch", "phần thứ ba của kế hoạch"."""
    part, _, rest = number.partition(".")
    if not fold(part).startswith(("phan", "chuong", "muc")):
        return f"mục {number} của kế hoạch" if number else "kế hoạch"
    return f"mục {rest} {part.lower()} của kế hoạch" if rest else f"{part.lower()} của kế hoạch"


def _holds(section: Node, line: int) -> bool:
    lines = [node.line for node in (section, *section.children)] + [block.line for block in section.blocks]
    return line in lines or any(_holds(child, line) for child in section.children)


def _elsewhere(node: Node, number: str, tasks: Sequence[Node], year: int | None) -> list[DatedDuty]:
    """Not where the time of the conference itself is said."""
    found: list[DatedDuty] = []
    if node in tasks:
        return found
    if "thoi gian" not in fold(node.heading):
        rows: set[int] = set()
        for unit in (one for table in tables_of(node.blocks) if table.is_tasks for one in _of_table(table)):
            for row in unit.duties:
                rows.add(row.line)
                due = _of_duty(row, unit.unit, _clause(number), year)
                found += [replace(one, text=row.text) for one in due]
        for block in node.blocks:
            if block.line in rows:
                continue
            if (
                not fold(block.text).startswith("thoi gian")
                and "thoi gian to chuc" not in fold(block.text)[:60]
            ):
                found += _by_subject(block.text, node.heading, block.line, _clause(number), year)
    for child in node.children:
        found += _elsewhere(child, _below(number, child.number), tasks, year)
    return found


def _below(number: str, part: str) -> str:
    """ "II.3.1" for the part "3.1" of "II.3": decimal numbers say what they stand under."""
    top = number.partition(".")[0]
    return f"{top}.{part}" if part[:1].isdigit() and not top.isdigit() else f"{number}.{part}".strip(".")


def _by_subject(text: str, heading: str, line: int, clause: str, year: int | None) -> tuple[DatedDuty, ...]:
    """The unit is the body that the sentence is about."""
    return tuple(
        replace(duty, unit=unit) if unit else replace(duty, unit=heading, doubt=duty.doubt or UNKNOWN_UNIT)
        for duty in dated_in(text, "", line, clause, year)
        for unit in (subject(duty.text) or subject(_after_wording(duty)) or subject(text),)
    )


def _after_wording(duty: DatedDuty) -> str:
    """ "Chậm nhất là 10 ngày sau hội nghị, cơ quan chủ trì …": what stands behind the first comma."""
    return duty.text[duty.text.find(duty.wording) + len(duty.wording) :].partition(",")[2].strip()
