"""Files that are damaged, hostile or something else: one sentence each, no hang, no crash (G5)."""

from __future__ import annotations

import io
import random
import zipfile
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dialogue_desktop.errors import BadInput, NotFound, UserError
from dialogue_desktop.exchange import table_files, table_zip
from dialogue_desktop.exchange.table_files import read_tables
from dialogue_desktop.exchange.table_types import Refused
from tests.exchange.lists import HEADS, ROAD, as_excel_saves, changed_zip, docx_bytes, rows_bytes

GOOD = as_excel_saves(
    rows_bytes([HEADS, (1, "Ông Nguyễn Văn Hưởng", "Phú Ấp", "", "Giao thông", ROAD, "15/4/2026")])
)
WORD = docx_bytes([HEADS, ("1", "Ông Nguyễn Văn Hưởng", "Phú Ấp", "", "Giao thông", ROAD, "15/4/2026")])
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600

LAUGHS = (
    b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">'
    b'<!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;"><!ENTITY d "&c;&c;&c;&c;&c;&c;&c;&c;&c;&c;">]>'
)


def sentence_of(data: bytes, folder: Path, name: str = "danh-sach.xlsx") -> str:
    path = folder / name
    path.write_bytes(data)
    with pytest.raises(BadInput) as caught:
        read_tables(path)
    return caught.value.sentence


def other_zip(*names: str) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as made:
        for name in names:
            made.writestr(name, b"x" * 100)
    return buffer.getvalue()


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"%PDF-1.7\n%\xe2\xe3", "tệp PDF; hãy xin tệp Excel hoặc Word gốc"),
        (
            "<html><body><table><tr><td>Ý kiến</td></tr></table></body></html>".encode(),
            "trang web mang tên tệp Excel",
        ),
        (b"<!DOCTYPE html><p>x", "trang web mang tên tệp Excel"),
        (b'<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?><Workbook/>', "tệp XML"),
        (OLE + "Workbook".encode("utf-16-le"), "Excel đời cũ (.xls)"),
        (OLE + "WordDocument".encode("utf-16-le"), "Word đời cũ (.doc)"),
        (OLE + "EncryptedPackage".encode("utf-16-le"), "tệp có mật khẩu"),
        (b"{\\rtf1\\ansi x}", "tệp RTF"),
        (b"\x89PNG\r\n\x1a\n" + b"\0" * 50, "tệp ảnh"),
        (b"Rar!\x1a\x07\x00", "tệp nén"),
        (b"", "tệp trống"),
        (b"   \r\n\t ", "tệp trống"),
        (other_zip("anh.jpg"), "tệp nén"),
        (other_zip("xl/workbook.bin"), "nhị phân (.xlsb)"),
        (other_zip("mimetype", "content.xml"), "OpenDocument"),
        (other_zip("ppt/presentation.xml"), "PowerPoint"),
        (other_zip("Index/Document.iwa"), "Numbers"),
        (other_zip(), "tệp bị hỏng"),
        (GOOD[: len(GOOD) // 2], "tệp bị hỏng hoặc chưa chép hết"),
        (GOOD[:40], "tệp bị hỏng"),
        (b"\0\x01\x02\x03" * 200, "không"),
    ],
    ids=range(21),  # not the bytes: a zip holds the time of its making
)
def test_what_is_no_list_gets_one_sentence(data: bytes, words: str, tmp_path: Path) -> None:
    """G5: whatever it is called, by its content; what is safe and what to do."""
    sentence = sentence_of(data, tmp_path)
    assert words in sentence
    assert sentence.startswith("Không đọc được “danh-sach.xlsx”: ")
    assert sentence.endswith("Chưa lưu gì.")


def test_names_that_lead_nowhere(tmp_path: Path) -> None:
    """G5: a file that is gone, a folder, the shadow that Excel leaves beside an open file."""
    with pytest.raises(NotFound):
        read_tables(tmp_path / "khong-co.xlsx")
    with pytest.raises(BadInput, match="đây không phải là tệp"):
        read_tables(tmp_path)
    assert "không có “~$”" in sentence_of(b"x" * 165, tmp_path, "~$danh-sach.xlsx")


def test_a_file_held_by_another_program(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """G5: Windows refuses a file that Excel holds; the sentence says to close it there."""
    path = tmp_path / "danh-sach.xlsx"
    path.write_bytes(GOOD)

    def held(self: Path, *_: object, **__: object) -> object:
        raise PermissionError(13, "The process cannot access the file")

    monkeypatch.setattr(Path, "open", held)
    with pytest.raises(BadInput, match="hãy đóng tệp trong Excel"):
        read_tables(path)


def test_too_large_a_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """G5: the size is asked before a byte is read."""
    monkeypatch.setattr(table_files, "MAX_FILE_BYTES", 1000)
    assert "hãy bỏ ảnh trong tệp" in sentence_of(GOOD, tmp_path)


@pytest.mark.parametrize(
    "part",
    [
        "xl/sharedStrings.xml",
        "xl/worksheets/sheet1.xml",
        "xl/workbook.xml",
        "xl/styles.xml",
        "_rels/.rels",
        "docProps/app.xml",
    ],
)
def test_entities_in_a_workbook_are_refused(part: str, tmp_path: Path) -> None:
    """G5: a billion laughs in any part; the declaration itself is refused, before anything grows."""
    body = LAUGHS + b"<x>&d;</x>"
    assert "khai báo lạ" in sentence_of(changed_zip(GOOD, {part: body}), tmp_path)


@pytest.mark.parametrize("part", ["word/document.xml", "word/styles.xml", "docProps/core.xml"])
def test_entities_in_a_word_file_are_refused(part: str, tmp_path: Path) -> None:
    """G5: the same in Word, also in UTF-16 and behind a long comment."""
    body = LAUGHS + b"<x>&d;</x>"
    assert "khai báo lạ" in sentence_of(changed_zip(WORD, {part: body}), tmp_path, "bang.docx")
    wide = body.decode().replace("?>", ' encoding="utf-16"?>', 1).encode("utf-16")
    assert "khai báo lạ" in sentence_of(changed_zip(WORD, {part: wide}), tmp_path, "bang.docx")
    hidden = b"<!--" + b"x" * 100_000 + b"-->" + body[21:]
    assert "khai báo lạ" in sentence_of(changed_zip(WORD, {part: hidden}), tmp_path, "bang.docx")


def test_an_outside_entity_is_never_fetched(tmp_path: Path) -> None:
    """G5: no file of the machine is read into a list."""
    secret = tmp_path / "mat.txt"
    secret.write_text("bí mật")
    body = f'<!DOCTYPE x [<!ENTITY s SYSTEM "{secret.as_uri()}">]><x>&s;</x>'.encode()
    assert "khai báo lạ" in sentence_of(changed_zip(GOOD, {"xl/sharedStrings.xml": body}), tmp_path)


def test_a_zip_bomb_is_stopped_while_it_unpacks(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """G5: 64 MB of zeros in 64 kB, whatever the zip says of its size."""
    monkeypatch.setattr(table_zip, "MAX_SHEET_BYTES", 8 * 2**20)
    bomb = changed_zip(
        GOOD, {"xl/worksheets/sheet1.xml": b"<worksheet>" + b" " * (64 * 2**20) + b"</worksheet>"}
    )
    assert len(bomb) < 200_000
    path = tmp_path / "bom.xlsx"
    path.write_bytes(bomb)
    monkeypatch.setattr("dialogue_desktop.exchange.table_xlsx.MAX_SHEET_BYTES", 8 * 2**20)
    with pytest.raises(BadInput, match="lớn hơn nhiều"):
        read_tables(path)
    strings = changed_zip(
        GOOD, {"xl/sharedStrings.xml": b"<sst><si><t>" + b"a" * (40 * 2**20) + b"</t></si></sst>"}
    )
    path.write_bytes(strings)
    with pytest.raises(BadInput, match="nhiều ô hơn hẳn"):
        read_tables(path)


def test_a_zip_with_a_password(tmp_path: Path) -> None:
    """G5: the flag of encryption in the directory of the zip."""
    data = bytearray(GOOD)
    at = data.rindex(b"PK\x01\x02")
    data[at + 8] |= 1
    assert "mật khẩu" in sentence_of(bytes(data), tmp_path)


def test_macros_and_outside_links_are_told(tmp_path: Path) -> None:
    """C4: an XLSM is read; nothing is run, nothing is followed, both are said."""
    data = changed_zip(
        GOOD, {"xl/vbaProject.bin": b"\0", "xl/externalLinks/externalLink1.xml": b"<externalLink/>"}
    )
    path = tmp_path / "danh-sach.xlsm"
    path.write_bytes(data)
    notes = read_tables(path).notes
    assert any("không chạy macro" in note for note in notes)
    assert any("không mở tệp ấy" in note for note in notes)
    path.write_bytes(changed_zip(WORD, {"word/vbaProject.bin": b"\0"}))
    assert any("không chạy macro" in note for note in read_tables(path).notes)


def test_a_word_file_called_xlsx_is_read_as_what_it_is(tmp_path: Path) -> None:
    """C4: the name does not matter."""
    path = tmp_path / "danh-sach.xlsx"
    path.write_bytes(WORD)
    assert read_tables(path).kind == "Word"
    path.write_bytes("STT;Họ và tên;Nội dung\n1;Ông An;Sửa đường".encode())
    assert read_tables(path).kind == "CSV"


@given(st.integers(0, 2**32), st.sampled_from(["xlsx", "docx"]), st.integers(1, 40))
def test_damaged_bytes_never_crash(seed: int, kind: str, damages: int) -> None:
    """G5: bytes changed, cut out or doubled anywhere: a list or a sentence, nothing else."""
    chance = random.Random(seed)
    data = bytearray(GOOD if kind == "xlsx" else WORD)
    for _ in range(damages):
        at = chance.randrange(len(data))
        change = chance.random()
        if change < 0.7:
            data[at] = chance.randrange(256)
        elif change < 0.85:
            del data[at : at + chance.randrange(1, 60)]
        else:
            data[at:at] = data[at : at + chance.randrange(1, 60)]
    with suppress(UserError, Refused):
        table_files._by_content(bytes(data))


@given(st.integers(0, 2**32), st.sampled_from(["sheet", "strings", "book", "rels", "document"]))
def test_damaged_parts_never_crash(seed: int, part: str) -> None:
    """G5: the zip is whole, the XML inside is not."""
    chance = random.Random(seed)
    name = {
        "sheet": "xl/worksheets/sheet1.xml",
        "strings": "xl/sharedStrings.xml",
        "book": "xl/workbook.xml",
        "rels": "xl/_rels/workbook.xml.rels",
        "document": "word/document.xml",
    }[part]

    def damaged(old: bytes) -> bytes:
        data = bytearray(old)
        for _ in range(chance.randrange(1, 6)):
            at = chance.randrange(len(data) - 50)
            if chance.random() < 0.5:
                data[at] = chance.choice(b'<>"&/=0123456789abcxyz \0\xff')
            else:
                del data[at : at + chance.randrange(1, 40)]
        return bytes(data)

    with suppress(UserError, Refused):
        table_files._by_content(changed_zip(WORD if part == "document" else GOOD, {name: damaged}))


@given(st.binary(max_size=400))
def test_any_bytes_never_crash(data: bytes) -> None:
    """G5: noise of any kind."""
    with suppress(UserError, Refused):
        table_files._by_content(data)
