"""The tour without a display does the whole job and leaves its papers (G1, M1, M2, M8, P1)."""

from __future__ import annotations

import re
import zipfile
from pathlib import Path

import openpyxl
import pypdfium2
import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from ui import tour

A4 = (595.28, 841.89)


@pytest.mark.slow
def test_the_whole_job_by_keys_leaves_every_paper(qapp: QApplication, tmp_path: Path):
    """G1: plan, three labelled minutes as PDF and Word, one print job, the workbook, pictures, an index;
    the data folder of the user is not touched."""
    data, out = tmp_path / "dữ liệu", tmp_path / "ra"
    style, palette, font = qapp.style().name(), qapp.palette(), qapp.font()
    try:
        assert tour.run(qapp, data, out, dresses=()) == 0
    finally:
        qapp.setStyle(style)
        qapp.setPalette(palette)
        qapp.setFont(font)
    assert not data.exists()
    copies = sorted(out.glob("bien-ban-[123]-*.pdf"))
    labels = ["BẢN 1/3: NIÊM YẾT", "BẢN 2/3: LƯU HỒ SƠ", "BẢN 3/3: GỬI KÈM"]
    pages = 0
    for path, label in zip(copies, labels, strict=True):
        document = pypdfium2.PdfDocument(path)
        assert document.get_page_size(0) == (pytest.approx(A4[0], abs=0.1), pytest.approx(A4[1], abs=0.1))
        text = document[0].get_textpage().get_text_bounded()
        assert label in text.upper()
        pages += len(document)
        document.close()
    job = pypdfium2.PdfDocument(out / "bien-ban-ca-ba-ban.pdf")
    assert len(job) == pages
    job.close()
    for number, label in enumerate(labels, start=1):
        words = re.sub(r"<w:t[^>]*>", "", _words_of(out / f"bien-ban-ban-{number}.docx"))
        assert label in words.upper()
    assert openpyxl.load_workbook(out / "so-tong-hop.xlsx").sheetnames
    plan = pypdfium2.PdfDocument(out / "ke-hoach.pdf")
    assert "KẾ HOẠCH" in plan[0].get_textpage().get_text_bounded()
    plan.close()
    index = (out / "index.txt").read_text(encoding="utf-8")
    for path in out.iterdir():
        assert path.name in index or path.name == "index.txt"
        if path.suffix == ".png":
            assert not QImage(str(path)).isNull()
    for picture in (
        "cam-ket-cap-nhat",
        "rut-kinh-nghiem",
        "lan-dau",
        "kieu-ke-hoach",
        "trang-chinh",
        "viec-chuan-bi",
        "thong-bao-niem-yet",
        "phieu-dang-go",
        "xep-linh-vuc",
        "ke-hoach-buoc-9",
        "can-cu-de-chon",
        "doan-van-de-chon",
        "luu-thanh-mau",
        "mau-danh-muc-profiles",
        "mau-danh-muc-locality_kinds",
        "kieu-ke-hoach-rieng",
        "tim-tat-ca",
        "tim",
        "don-vi-tra-loi",
        "tra-loi-dang-xem",
        "dai-bieu",
        "phieu",
        "van-ban",
        "van-ban-in",
        "dai-bieu-nhap",
        "cau-tra-loi-nhap",
        "phien",
        "phim-tat",
        "phien-hoi-truong",
        "hoi-truong",
        "ket-thuc",
        "ket-thuc-da-chot",
        "in",
    ):
        assert f"-{picture}.png" in index


def _words_of(path: Path) -> str:
    """All text of a Word file, that in headers, boxes and tables too."""
    with zipfile.ZipFile(path) as parts:
        names = [name for name in parts.namelist() if name.startswith("word/") and name.endswith(".xml")]
        return "".join("".join(re.findall(r"<w:t[ >][^<]*", parts.read(name).decode())) for name in names)
