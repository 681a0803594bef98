"""From the frozen minutes of the evening every paper comes with nothing typed but numbers and days; they, the
workbook and the board tell the same figures (M1–M8, F1, F2, F5)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from io import BytesIO
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from dialogue_desktop import bootstrap
from dialogue_desktop.clock import FixedClock
from dialogue_desktop.domain.commitments import current
from dialogue_desktop.domain.figures import Figures, figures_of
from dialogue_desktop.domain.records import Records
from dialogue_desktop.domain.wall_time import from_wall
from dialogue_desktop.services.document_kinds import AFTER_KINDS
from tests.documents.paper import docx_flow, read_pdf, squeezed
from tests.ui.evening import nights

pytestmark = pytest.mark.slow

EVENING = datetime(2026, 4, 24, 22, 0)
#: In the order of the work; what is typed of each is its first number and its day.
TYPED = {
    "minutes": ("7", date(2026, 4, 24)),
    "conclusion": ("12", date(2026, 5, 4)),
    "replies": ("24", date(2026, 5, 5)),
    "escalations": ("60", date(2026, 5, 5)),
    "report": ("31", date(2026, 5, 6)),
}


@pytest.fixture(scope="module")
def app(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    runs = nights.play(tmp_path_factory.mktemp("sau-buoi-toi"))
    app = bootstrap.build(runs.data, clock=FixedClock(from_wall(EVENING + timedelta(days=12))))
    yield app
    app.close()


@pytest.fixture(scope="module")
def cid(app: Any) -> str:
    (info,) = app.planning.list()
    app.closing.freeze(info.id)
    for kind, (first, day) in TYPED.items():
        rows = [row for row in app.register.rows(info.id) if row.kind.name == kind]
        papers = app.issuing.numbered(rows, first, day)
        issued = app.issuing.issue(app.issuing.draw(app.issuing.read(info.id, papers)))
        if kind == "conclusion":
            app.register.posted(info.id, [one.id for one in issued], day, ("nhà văn hóa các thôn",))
    return str(info.id)


@pytest.fixture(scope="module")
def records(app: Any, cid: str) -> Records:
    found: Records = app.live.records(cid)
    return found


@pytest.fixture(scope="module")
def figures(app: Any, cid: str, records: Records) -> Figures:
    return figures_of(records, app.planning.plan(cid), date(2026, 5, 6))


@pytest.fixture(scope="module")
def flows(app: Any, cid: str, tmp_path_factory: pytest.TempPathFactory) -> dict[str, tuple[str, str]]:
    """Kind → its words on paper and in Word, as files are written; letters one after another."""
    out = tmp_path_factory.mktemp("van-ban")
    names = ["minutes", *(kind.name for kind in AFTER_KINDS)]
    told: list[str] = []
    found: dict[str, tuple[str, str]] = {}
    for name in names:
        files = app.documents.export(
            cid, documents=[name], formats=["pdf", "docx"], out=out / name, notice=told.append
        )
        found[name] = (
            "".join(read_pdf(path.read_bytes()).flow for path in _of(files, "pdf")),
            "".join(docx_flow(path.read_bytes()) for path in _of(files, "docx")),
        )
    assert told == []
    return found


def _of(files: tuple[Path, ...], tail: str) -> list[Path]:
    return [path for path in files if path.suffix == f".{tail}"]


def _numbers(pattern: str, flow: str) -> tuple[int, ...]:
    """The numbers of the first place that reads so; each # stands for one."""
    parts = [re.escape(squeezed(part)) for part in pattern.split("#")]
    found = re.search(r"(\d+)".join(parts), flow)
    assert found is not None, f"not on the page: {pattern}"
    return tuple(int(number) for number in found.groups())


# --- all papers come out --------------------------------------------------------------------------------


def test_every_paper_comes_out_the_same_in_both_forms(flows: dict[str, tuple[str, str]]) -> None:
    for name, (paper, word) in flows.items():
        assert paper, name
        assert word, name


def test_each_issued_paper_is_kept_and_cites_what_was_issued_before(
    app: Any, cid: str, records: Records, flows: dict[str, tuple[str, str]]
) -> None:
    """M4–M7: a number that was given once stands in every paper that cites it."""
    issued = [paper for paper in records.papers if paper.issued_at is not None]
    assert {paper.kind for paper in issued} == set(TYPED)
    assert all(app.register.read_file(file) for paper in issued for file in paper.files)
    assert "07/BB-UBND" in flows["minutes"][0]
    assert "07/BB-UBND" in flows["conclusion"][0]
    assert "07/BB-UBND" in flows["report"][0]
    assert squeezed("Thông báo số 12/TB-UBND ngày 04/5/2026, niêm yết tại nhà văn hóa") in flows["report"][0]
    letters = sorted(int(paper.number) for paper in issued if paper.kind == "replies")
    assert letters == list(range(24, 24 + len(letters)))
    for number in letters:
        assert f"{number}/UBND" in flows["replies"][0]


def test_every_opinion_that_waits_for_a_reply_is_in_one_letter(records: Records) -> None:
    """M5, M6: nobody is forgotten and nobody is written to twice about one thing."""
    named = [key for p in records.papers if p.kind in ("replies", "escalations") for key in p.opinion_ids]
    owed = {key for one in current(records) for key in one.opinion_ids}
    numbers = {one.id: one.number for one in records.opinions}
    assert owed
    assert {numbers[key] for key in owed - set(named)} == set()


# --- and tell the same -----------------------------------------------------------------------------------


def test_notice_and_report_say_the_figures_of_the_minutes(
    flows: dict[str, tuple[str, str]], figures: Figures
) -> None:
    """M1, M4, M7: how many came before and in the hall, what they came to."""
    counted = (
        "tiếp nhận # ý kiến, kiến nghị của Nhân dân, gồm # ý kiến gửi trước và # ý kiến nêu tại Hội nghị "
        "với # lượt phát biểu"
    )
    whole = (figures.all.total, figures.collected, figures.at_hall, figures.turns)
    assert _numbers(counted, flows["conclusion"][0]) == whole
    assert _numbers(counted, flows["report"][0]) == whole
    for name in ("conclusion", "report"):
        flow = flows[name][0]
        assert _numbers("đã giải quyết, trả lời # ý kiến", flow)[0] == figures.all.settled
        assert _numbers("còn phải giải quyết # ý kiến", flow)[0] == figures.all.owed
        assert _numbers("vượt thẩm quyền # ý kiến", flow)[0] == figures.all.beyond
    flow = flows["minutes"][0]
    assert _numbers("nhận được # ý kiến, kiến nghị", flow) == (figures.collected,)
    assert _numbers("Tại hội nghị có # lượt người phát biểu", flow) == (figures.turns,)
    assert _numbers("lượt trực tuyến) với # ý kiến, kiến nghị", flow) == (figures.at_hall,)
    assert _numbers("Hội nghị có # ý kiến, kiến nghị:", flow) == (figures.all.total,)


def test_the_people_are_the_same_everywhere(flows: dict[str, tuple[str, str]], figures: Figures) -> None:
    """M1, L6: present and the place's total in minutes, notice and report."""
    for people in figures.people:
        if people.present is None:
            continue
        words = rf"{people.present:02}{squeezed(people.unit)}"
        for name in ("minutes", "conclusion", "report"):
            assert words in flows[name][0], (name, words)


def test_the_workbook_counts_the_same(app: Any, cid: str, figures: Figures) -> None:
    """M8: the values that stand in its cells before anybody counts them anew."""
    book = openpyxl.load_workbook(BytesIO(app.reporting.summary(cid)), data_only=True)
    said = _labelled(book.worksheets[0])
    assert said["tổng số ý kiến, kiến nghị"] == figures.all.total
    assert said["thu thập trước hội nghị"] == figures.collected
    assert said["nêu tại hội nghị"] == figures.at_hall
    assert said["đã giải quyết, trả lời"] == figures.all.settled
    assert said["còn phải giải quyết"] == figures.all.owed
    assert said["vượt thẩm quyền"] == figures.all.beyond
    assert said["lượt phát biểu"] == figures.turns
    assert said["cam kết phải theo dõi"] == figures.commitments.total


def _labelled(sheet: Any) -> dict[str, int]:
    """Each whole number by the words at its left; the first of one name."""
    found: dict[str, int] = {}
    for row in sheet.iter_rows():
        label = ""
        for cell in row:
            if isinstance(cell.value, str):
                label = " ".join(cell.value.split()).lower()
            elif isinstance(cell.value, (int, float)) and label:
                found.setdefault(label, int(cell.value))
                label = ""
    return found


def test_the_board_and_the_supervisors_sheet_follow_the_same_promises(
    app: Any, cid: str, records: Records, figures: Figures, flows: dict[str, tuple[str, str]]
) -> None:
    """F1, F2: what the minutes promise, each once, with the same sums."""
    board = app.boards.read(cid)
    promises = current(records)
    assert {row.commitment.id for row in board.rows} == {one.id for one in promises}
    assert board.sums == figures.commitments
    flow = flows["supervision"][0]
    assert _numbers("# nội dung", flow)[0] == len(promises)
    for one in promises:
        assert squeezed(one.text)[1:30] in flow, one.text


# --- and go into the dossier -----------------------------------------------------------------------------


def test_the_dossier_holds_every_issued_byte(app: Any, cid: str, records: Records, tmp_path: Path) -> None:
    """F5: checked again by its own list; one changed byte is noticed."""
    dossier = app.dossier
    dossier.write(dossier.read(cid), tmp_path / "ho-so", as_zip=False)
    kept = {path.read_bytes() for path in (tmp_path / "ho-so").rglob("*") if path.is_file()}
    for paper in records.papers:
        for file in paper.files:
            assert app.register.read_file(file) in kept, file.name
    assert dossier.check(tmp_path / "ho-so").whole
    some = next(path for path in sorted((tmp_path / "ho-so").rglob("*.pdf")))
    some.write_bytes(some.read_bytes() + b" ")
    assert not dossier.check(tmp_path / "ho-so").whole
