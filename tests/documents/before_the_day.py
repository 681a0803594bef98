"""The sample's opinions, people and slips, and harder ones, for the papers made from records."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from functools import cache

from dialogue_desktop import codec
from dialogue_desktop.documents import record_papers
from dialogue_desktop.documents.engine import Engine
from dialogue_desktop.documents.tree import Document, Row, Table
from dialogue_desktop.domain.paper_choices import USUAL, PaperChoices
from dialogue_desktop.domain.petition_results import EarlierConference, results_of
from dialogue_desktop.domain.plan import Plan, TimePlan
from dialogue_desktop.domain.privacy import posted
from dialogue_desktop.domain.records import Delegate, Opinion, Records, SlipBatch, Source, Voice
from dialogue_desktop.domain.schedule import schedule
from tests.documents.conftest import RESOURCES
from tests.documents.paper_plans import calendar, minh_khe, party, unknown

NAMES = (
    "slips",
    "assigned-questions",
    "prepared-report",
    "previous-results",
    "invitations",
    "delegates",
    "sign-in",
)
AS_OF = date(2026, 5, 7)

LONG_NAME = "Tôn Nữ Thị Hoàng Quỳnh Như Nguyễn Phúc Bảo Châu Ngọc Lan Hương Giang"
LONG_OFFICE = (
    "Phó Trưởng ban Thường trực Ban chỉ đạo thực hiện các chương trình mục tiêu quốc gia, kiêm Trưởng ban "
    "quản lý dự án đầu tư xây dựng khu vực Đông Lâm"
)
#: What breaks careless programs: markup, letters of minorities, a whole body, no name at all.
HARD = (
    Delegate("kho-1", 0, "nhan-dan", "bà", LONG_NAME, LONG_OFFICE, "thôn Phú Ấp", "xóm Đình", 1, True),
    Delegate("kho-2", 1, "nhan-dan", "ông", "Lê <b>Văn</b> & Tám", "", "thôn Đồng Vạn", "xóm “Chợ”"),
    Delegate("kho-3", 2, "khong-co", "", "", "Ban Quản trị Hợp tác xã Nông nghiệp", count=3),
    Delegate("kho-4", 3, "nhan-dan", "cụ", "Y Blŭ̆ H’ơ̆k", "", "thôn Bến Lở"),
)


@cache
def sample() -> Records:
    data = json.loads((RESOURCES / "samples" / "minh_khe_2026.json").read_text(encoding="utf-8"))
    return codec.convert(data["records"], Records)


def crowd(count: int) -> Records:
    """The sample with so many delegates, its own over and over."""
    known = sample().delegates
    return replace(
        sample(),
        delegates=tuple(replace(known[k % len(known)], id=f"db-{k}", position=k) for k in range(count)),
    )


def few() -> Records:
    """An office that has only begun: two opinions that nobody has looked at, two slips, one guest."""
    asked = Opinion("y-1", 1, Source.SLIP, text="Đường vào xóm <lầy> & trơn.", unit="Công an xã")
    return Records(
        opinions=(asked, Opinion("y-2", 2, Source.ONLINE, text="Chợ họp lấn đường.", beyond_competence=True)),
        delegates=(Delegate("db", 0, "", "ông", "Phan Đình Ẩn"),),
        slip_batches=(SlipBatch("p", 0, "thôn Trại Mới", "", 9, 10),),
    )


def some() -> Records:
    """The sample with the slips of two collectors only: the others look the same."""
    return replace(sample(), slip_batches=sample().slip_batches[2:4])


#: (plan, records) by name: the sample as State and as Party paper, hard names, many, next to nothing.
WORLDS: dict[str, Callable[[], tuple[Plan, Records]]] = {
    "state": lambda: (minh_khe(), some()),
    "party-36": lambda: (party(minh_khe(), "dang_36"), some()),
    "party-05": lambda: (party(minh_khe()), replace(some(), delegates=HARD)),
    "many": lambda: (minh_khe(), replace(some(), delegates=crowd(300).delegates)),
    "begun": lambda: (unknown(minh_khe()), few()),
}


def earlier(plan: Plan, records: Records, *, public: bool = False) -> EarlierConference:
    """The conference of the year before, with the same records."""
    kept = posted(records).records if public else records
    before = replace(plan, year=plan.year - 1, time=TimePlan())
    if plan.day is not None:
        before = replace(before, time=replace(plan.time, day=plan.day.replace(year=2025), year=2025))
    return EarlierConference(before, results_of(kept, AS_OF), AS_OF)


def built(
    engine: Engine,
    name: str,
    plan: Plan | None = None,
    records: Records | None = None,
    choices: PaperChoices = USUAL,
    *,
    public: bool = False,
) -> Document:
    """The tree of one paper of the sample, or of another plan and other records."""
    plan, records = plan or minh_khe(), records or sample()
    results = earlier(plan, records, public=public) if name == "previous-results" else None
    duties = schedule(plan, calendar())
    return record_papers.build(name, plan, duties, records, engine, choices, public=public, earlier=results)


def words_of(engine: Engine, document: Document) -> str:
    return engine.text(document).replace("\u00a0", " ")


def voice(name: str, locality: str = "thôn Đồng Vạn", hamlet: str = "") -> Voice:
    return Voice(name, "ông", locality, hamlet)


def rows_of(document: Document, head: str) -> list[list[str]]:
    """The cells of the table whose first column is called so."""
    tables = [b for section in document.sections for b in section.blocks if isinstance(b, Table)]
    (table,) = (t for t in tables if cells_of(t.header[0])[:2] == head.split("|"))
    return [cells_of(row) for row in table.rows]


def cells_of(row: Row) -> list[str]:
    """Their words."""
    return ["".join(run.text for run in cell.runs) for cell in row.cells]
