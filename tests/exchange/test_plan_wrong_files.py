"""What is no plan in text is said in one sentence with what to do; what to look at in a file too (P13)."""

from __future__ import annotations

import io
from datetime import date
from pathlib import Path

import docx
import pytest

from dialogue_desktop.errors import BadInput
from dialogue_desktop.exchange.plan_reading import read, read_text
from dialogue_desktop.exchange.plan_reading_types import PlanReading
from tests.exchange.lists import as_tcvn3, as_vni
from tests.exchange.old_plan import PARAGRAPHS, TEXT, wording
from tests.exchange.wrong_files import WRONG, WrongFile, pdf, photograph, photographed_pdf


@pytest.mark.parametrize("wrong", WRONG, ids=lambda wrong: wrong.name)
def test_a_wrong_file(wrong: WrongFile, tmp_path: Path) -> None:
    """G5: one sentence: which file, what it is, what to do."""
    path = tmp_path / wrong.name
    path.write_bytes(wrong.make())
    with pytest.raises(BadInput) as caught:
        read(path)
    sentence = caught.value.sentence
    assert sentence.startswith(f"Không đọc được “{wrong.name}”: ")
    assert wrong.said in sentence
    assert wrong.advice in sentence
    assert sentence.endswith(".")
    assert "\n" not in sentence


def test_a_file_that_may_not_be_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """G5: closed by another program or by the machine's rights."""
    path = tmp_path / "riêng.txt"
    path.write_text(TEXT, encoding="utf-8")

    def locked(self: Path) -> bytes:
        raise PermissionError(13, "Permission denied", str(self))

    monkeypatch.setattr(Path, "read_bytes", locked)
    with pytest.raises(BadInput, match="máy không cho đọc tệp này, hãy đóng tệp"):
        read(path)


def test_a_pdf_that_only_may_not_be_printed(tmp_path: Path) -> None:
    """P13: a password that guards printing alone keeps nobody from reading."""
    path = tmp_path / "cấm in.pdf"
    path.write_bytes(pdf(owner="bi-mat"))
    with pytest.raises(BadInput, match="không thấy một kế hoạch"):  # its words were read, they are no plan
        read(path)


# --- read, with something to look at -------------------------------------------------------------------


def _notes(reading: PlanReading) -> list[str]:
    return [doubt.reason for doubt in reading.doubts if doubt.item == "file"]


_PLAIN = """KE HOACH
Doi thoai voi Nhan dan nam 2025
I. MUC DICH, YEU CAU
- Nghe dan noi that viec ngo, viec cho."""


def test_a_photographed_page_among_pages_of_text(tmp_path: Path) -> None:
    """P13: no word is lost in silence: the page is named."""
    path = tmp_path / "lẫn.pdf"
    path.write_bytes(photographed_pdf(1, words=_PLAIN))
    assert _notes(read(path)) == [
        "trang 2 của tệp là ảnh chụp, không đọc được chữ trong ảnh; hãy xem và gõ thêm"
    ]


def test_pictures_in_a_word_file(tmp_path: Path) -> None:
    """P13: a table that was photographed into the plan is asked about; a small emblem is not."""
    document = docx.Document()
    for text in PARAGRAPHS:
        document.add_paragraph(text)
    path = tmp_path / "có hình.docx"
    document.add_picture(io.BytesIO(photograph()), width=docx.shared.Cm(2))
    document.save(str(path))
    assert _notes(read(path)) == []
    document.add_picture(io.BytesIO(photograph()), width=docx.shared.Cm(14))
    document.save(str(path))
    assert _notes(read(path)) == ["tệp có 1 hình; không đọc được chữ trong hình, hãy xem và gõ thêm"]


def _as_typed_then(text: str) -> str:
    """Old tone marks, and capitals with tones as the font .VnTimeH has them: small letters drawn large."""
    text = text.replace("Ủy ban", "Uỷ ban").replace("Ủ", "U\u0309")
    return text.lower() if text.isupper() else text


def _in_tcvn3() -> list[str]:
    return [as_tcvn3(_as_typed_then(text).replace("u\u0309", "ủ")) for text in PARAGRAPHS]


def test_tcvn3_is_read_and_said(tmp_path: Path) -> None:
    """P13, G5: file, Word and paste; capitals come back where every plan has them."""
    reading = read_text("\n".join(_in_tcvn3()))
    (note,) = _notes(reading)
    assert note.startswith("chữ gõ theo TCVN3 (phông .Vn…), đã chuyển sang Unicode")
    assert "hãy xem lại chữ hoa" in note
    clean = wording(read_text(TEXT))
    found = wording(reading)
    assert (found.title, found.signature, found.bases) == (
        clean.title.replace("Ủy", "Uỷ"),
        clean.signature,
        clean.bases,
    )
    assert [section.heading for section in found.sections] == [section.heading for section in clean.sections]
    assert (found.time, found.units, found.dated_duties) == (clean.time, clean.units, clean.dated_duties)
    path = tmp_path / "cũ.docx"
    document = docx.Document()
    for text in _in_tcvn3():
        document.add_paragraph(text)
    document.save(str(path))
    assert _notes(read(path)) == [note]
    assert wording(read(path)).title == found.title


def test_vni_is_read_and_said(tmp_path: Path) -> None:
    """P13, G5: nothing is lost by this font."""
    reading = read_text(as_vni(TEXT))
    assert wording(reading) == wording(read_text(TEXT))
    assert _notes(reading) == ["chữ gõ theo VNI (phông VNI-…), đã chuyển sang Unicode"]
    path = tmp_path / "vni.txt"
    path.write_bytes(as_vni(TEXT).encode("cp1252"))
    assert wording(read(path)) == wording(reading)
    assert _notes(read(path)) == _notes(reading)


def test_one_old_part_in_a_newer_plan() -> None:
    """P13: a part pasted from an older plan, in its old font, is put into Unicode with the rest."""
    paragraphs = [as_vni(text) if text.startswith("- Để lãnh đạo") else text for text in PARAGRAPHS]
    reading = read_text("\n".join(paragraphs))
    assert wording(reading) == wording(read_text(TEXT))
    assert _notes(reading) == ["chữ gõ theo VNI (phông VNI-…), đã chuyển sang Unicode"]


def test_days_that_no_calendar_has() -> None:
    """G5: 31/02 as the day of the conference, of issue and of a deadline is doubted, never a failure."""
    text = TEXT.replace("ngày 12 tháng 3 năm 2025", "ngày 31 tháng 02 năm 2025")
    text = text.replace("ngày 10/4/2025 (thứ Năm)", "ngày 31/02/2025 (thứ Năm)").replace(
        "03/4/2025", "30/02/2025"
    )
    reading = read_text(text)
    assert reading.issued_on is None
    assert reading.date_text == "Tân Hà, ngày 31 tháng 02 năm 2025"
    assert reading.time.day is None
    assert any(duty.wording == "trước ngày 30/02/2025" for duty in reading.dated_duties)
    said = [doubt.reason for doubt in reading.doubts]
    for day in ("31/02/2025", "30/02/2025"):
        assert any(day in reason and "không có trong lịch" in reason for reason in said)
    assert read_text(TEXT).time.day == date(2025, 4, 10)
