"""Whatever comes in the place of a list, for each kind of it: one sentence and nothing kept (G5)."""

from __future__ import annotations

import tracemalloc
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl.worksheet.worksheet import Worksheet

from dialogue_desktop.bootstrap import App
from dialogue_desktop.domain.live import LiveItem
from dialogue_desktop.domain.records import Source
from dialogue_desktop.errors import BadInput, NotFound
from dialogue_desktop.exchange import table_xlsx, table_zip
from dialogue_desktop.exchange.table_files import read_pasted
from tests.exchange.delegate_lists import KNOWN, TODAY, plan_of
from tests.exchange.lists import (
    ROAD,
    as_excel_saves,
    as_tcvn3,
    as_vni,
    changed_zip,
    docx_bytes,
    rows_bytes,
    workbook_bytes,
)
from tests.exchange.test_table_hostile import LAUGHS, OLE, other_zip
from tests.exchange.test_table_xlsx import tall


@dataclass(frozen=True, slots=True)
class ListKind:
    """One kind of list: how it is read, its heads, a good row, what makes a name of it."""

    id: str
    read: Callable[[App, str, Path], Any]
    heads: tuple[str, ...]
    row: tuple[str, ...]
    said: Callable[[Any], str]

    def rows(self, *more: Sequence[str]) -> list[Sequence[str]]:
        return [self.heads, self.row, *more]


OPINIONS = ListKind(
    "opinions",
    lambda app, cid, path: app.opinion_import.read(cid, path),
    ("STT", "Họ và tên", "Thôn", "Nội dung kiến nghị"),
    ("1", "Nguyễn Văn Hưởng", "Phú Ấp", ROAD),
    lambda row: str(row.opinion.text),
)
ANSWERS = ListKind(
    "answers",
    lambda app, cid, path: app.opinion_import.read_answers(cid, path),
    ("Số ý kiến", "Nội dung ý kiến", "Nội dung trả lời", "Người trả lời"),
    ("1", ROAD, "Đã có trong kế hoạch quý III.", "Ông Tạ Văn Lịch"),
    lambda row: str(row.answer),
)
DELEGATES = ListKind(
    "delegates",
    lambda app, cid, path: app.delegate_import.read(cid, path),
    ("STT", "Họ và tên", "Chức vụ", "Thôn"),
    ("1", "Nguyễn Văn Hưởng", "Trưởng thôn", "Phú Ấp"),
    lambda row: str(row.delegates[0].name),
)
KINDS = (OPINIONS, ANSWERS, DELEGATES)


@pytest.fixture(params=KINDS, ids=lambda kind: kind.id)
def kind(request: pytest.FixtureRequest) -> ListKind:
    found: ListKind = request.param
    return found


@pytest.fixture
def asked(app: App, cid: str) -> str:
    """The conference with the one opinion that the answers are for."""
    app.live.add_collected(cid, LiveItem(source=Source.SLIP, text=ROAD))
    return cid


def _entries(app: App, cid: str) -> int:
    return len(app.live.history(cid))


def _wrong(kind: ListKind) -> dict[str, tuple[bytes, str]]:
    """Names that promise a workbook, and what is in them."""
    good = as_excel_saves(rows_bytes(kind.rows()))
    word = docx_bytes(kind.rows())
    return {
        "ảnh.xlsx": (b"\x89PNG\r\n\x1a\n" + b"\0" * 60, "tệp ảnh"),
        "quét.xlsx": (b"%PDF-1.7\n%", "tệp PDF"),
        "khóa.xlsx": (OLE + "EncryptedPackage".encode("utf-16-le"), "tệp có mật khẩu"),
        "đời cũ.xls": (OLE + "Workbook".encode("utf-16-le"), "Excel đời cũ (.xls)"),
        "nhị phân.xlsx": (other_zip("xl/workbook.bin"), "nhị phân (.xlsb)"),
        "trang.xlsx": (b"<html><table><tr><td>x</td></tr></table></html>", "trang web mang tên tệp Excel"),
        "cười.xlsx": (changed_zip(good, {"xl/sharedStrings.xml": LAUGHS + b"<x>&d;</x>"}), "khai báo lạ"),
        "cười.docx": (changed_zip(word, {"word/document.xml": LAUGHS + b"<x>&d;</x>"}), "khai báo lạ"),
        "dở.xlsx": (good[: len(good) // 2], "tệp bị hỏng hoặc chưa chép hết"),
        "trống.csv": (b"", "tệp trống"),
        "rác.csv": (b"\0\x01\x02\x03" * 200, "không"),
    }


@pytest.mark.parametrize("name", sorted(_wrong(OPINIONS)))
def test_what_is_no_list(kind: ListKind, name: str, app: App, asked: str, tmp_path: Path) -> None:
    """G5: by what it is and not by what it is called; said in one sentence that ends with what is safe."""
    data, words = _wrong(kind)[name]
    path = tmp_path / name
    path.write_bytes(data)
    before = _entries(app, asked)
    with pytest.raises(BadInput) as caught:
        kind.read(app, asked, path)
    assert words in caught.value.sentence
    assert caught.value.sentence.endswith("Chưa lưu gì.")
    assert _entries(app, asked) == before


def test_a_zip_bomb(
    kind: ListKind, app: App, asked: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """G5: stopped while it unpacks, and memory stays small."""
    for module in (table_zip, table_xlsx):
        monkeypatch.setattr(module, "MAX_SHEET_BYTES", 8 * 2**20)
    path = tmp_path / "bom.xlsx"
    huge = b"<worksheet>" + b" " * (64 * 2**20) + b"</worksheet>"
    path.write_bytes(changed_zip(rows_bytes(kind.rows()), {"xl/worksheets/sheet1.xml": huge}))
    del huge
    tracemalloc.start()
    with pytest.raises(BadInput, match="lớn hơn nhiều"):
        kind.read(app, asked, path)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak < 20 * 2**20


def test_a_file_that_is_gone_or_held(
    kind: ListKind, app: App, asked: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """G5: Excel still has it open; it was moved away; it is a folder."""
    path = tmp_path / "danh sách.xlsx"
    with pytest.raises(NotFound, match="Không có tệp"):
        kind.read(app, asked, path)
    with pytest.raises(BadInput, match="không phải là tệp"):
        kind.read(app, asked, tmp_path)
    path.write_bytes(rows_bytes(kind.rows()))

    def held(self: Path, *_: object, **__: object) -> object:
        raise PermissionError(13, "The process cannot access the file")

    monkeypatch.setattr(Path, "open", held)
    with pytest.raises(BadInput, match="hãy đóng tệp trong Excel"):
        kind.read(app, asked, path)


def test_macros_links_hidden_sheets_and_formulas(
    kind: ListKind, app: App, asked: str, tmp_path: Path
) -> None:
    """G5: the list is read, nothing is run and nothing is followed; each is said. A cell whose formula has no
    result is mended by a person."""

    def fill(sheet: Worksheet) -> None:
        for row in kind.rows([f"={text[:1]}9" if n == 2 else text for n, text in enumerate(kind.row)]):
            sheet.append(list(row))
        assert sheet.parent is not None
        hidden = sheet.parent.create_sheet("Bản cũ")
        hidden.sheet_state = "hidden"
        for row in kind.rows():
            hidden.append(list(row))

    parts = {"xl/vbaProject.bin": b"\0", "xl/externalLinks/externalLink1.xml": b"<externalLink/>"}
    path = tmp_path / "danh sách.xlsm"
    path.write_bytes(changed_zip(workbook_bytes(fill), parts))
    report = kind.read(app, asked, path)
    notes = " ".join(report.notes)
    assert "không chạy macro" in notes
    assert "không mở tệp ấy" in notes
    assert "“Bản cũ” đang bị ẩn" in notes
    assert kind.said(report.rows[0]) in kind.row
    assert len(report.rows) == 2
    told = " ".join(problem.sentence for problem in report.rows[1].problems)
    assert "công thức chưa có kết quả" in told


@pytest.mark.parametrize(("turn", "name"), [(as_tcvn3, "TCVN3"), (as_vni, "VNI")])
def test_letters_of_old_machines(
    kind: ListKind, turn: Callable[[str], str], name: str, app: App, asked: str, tmp_path: Path
) -> None:
    """G5: put into Unicode, and said; the words are those that were typed."""
    lines = "\n".join(";".join(row) for row in kind.rows(kind.row, kind.row))
    path = tmp_path / "danh sách.csv"
    path.write_bytes(turn(lines.replace("Đ", "đ").replace("Ấ", "ấ")).encode("cp1252"))
    report = kind.read(app, asked, path)
    assert any(name in note for note in report.notes)
    assert kind.said(report.rows[0]).lower() in [text.lower() for text in kind.row]


@pytest.mark.slow
def test_a_million_empty_rows(app: App, cid: str, tmp_path: Path) -> None:
    """G5: a sheet whose rows go down to 1,048,576 is read as what stands in it; memory stays small."""
    path = tmp_path / "dài.xlsx"
    path.write_bytes(tall(lambda _: ""))
    tracemalloc.start()
    report = app.delegate_import.read(cid, path)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert len(report.rows) == 1
    assert peak < 20 * 2**20


@given(st.lists(st.lists(st.text(max_size=20), min_size=1, max_size=7), min_size=1, max_size=8))
def test_any_rows_under_the_heads_of_delegates(rows: list[list[str]]) -> None:
    """G5: whatever stands in the cells: a report, and every row can be mended."""
    from dialogue_desktop.exchange.delegate_rows_read import mended, read_delegates
    from dialogue_desktop.exchange.list_columns import Column

    text = "\n".join("\t".join(cell.replace("\t", " ") for cell in row) for row in [DELEGATES.heads, *rows])
    report = read_delegates(read_pasted(text), plan_of(), KNOWN, TODAY, conference_id="hn")
    assert report.summary
    for row in report.rows:
        assert mended(report, TODAY, row.key, Column.NAME, "Lò Văn Ế").rows[row.key].delegates
