"""Evidence is kept as bytes, told when it is gone or changed, and opened as a copy (F1)."""

from __future__ import annotations

import os
from datetime import date
from pathlib import Path

import pytest

from dialogue_desktop.bootstrap import App
from dialogue_desktop.domain.after_records import CommitmentState, StoredFile
from dialogue_desktop.domain.following import Update
from dialogue_desktop.errors import BadInput, StorageError
from tests.follow.held import CANAL, key

TODAY = date(2026, 5, 7)


@pytest.fixture
def scan(tmp_path: Path) -> Path:
    path = tmp_path / "Biên bản nghiệm thu.pdf"
    path.write_bytes(b"%PDF-1.7 nghiem thu")
    return path


def test_a_file_proves_that_it_is_done_and_is_there_after_the_original_went(
    app: App, held: str, scan: Path
) -> None:
    files = app.evidence.take([scan])
    app.follow_up.update([key(held)], Update(TODAY, CommitmentState.DONE, "Đã xong", files=files))
    scan.unlink()
    row = app.boards.read().row(str(key(held, CANAL)))
    assert row is not None
    assert row.evidence() == "Biên bản nghiệm thu.pdf"
    (kept,) = row.steps[0].files
    copy = app.evidence.copy(kept)
    assert copy.name == "Biên bản nghiệm thu.pdf"
    assert copy.read_bytes() == b"%PDF-1.7 nghiem thu"
    assert app.paths.documents not in copy.parents
    assert app.evidence.copy(kept) == copy
    app.evidence.forget()
    assert not copy.exists()


def test_what_is_too_big_gone_or_a_folder_is_refused_with_one_sentence(app: App, tmp_path: Path) -> None:
    big = tmp_path / "quay phim.mp4"
    with big.open("wb") as stream:
        os.truncate(stream.fileno(), 2 * 1024**3)  # two gigabytes that take no room
    for source, words in (
        (big, "lớn 2048 MB, chỉ nhận tệp đến 50 MB"),
        (tmp_path / "không có.pdf", "Không đọc được tệp “không có.pdf”"),
        (tmp_path, "Không đọc được tệp"),
    ):
        with pytest.raises(BadInput, match=words):
            app.evidence.take([source])
    assert not app.paths.documents.exists() or not any(app.paths.documents.rglob("*.*"))


def test_missing_and_changed_evidence_is_told_and_never_opened(app: App, held: str, scan: Path) -> None:
    (kept,) = app.evidence.take([scan])
    assert app.evidence.faults([kept]) == ()
    (path,) = [one for one in app.paths.documents.rglob("*") if one.is_file()]
    path.write_bytes(b"khac")
    (words,) = app.evidence.faults([kept])
    assert "đã bị thay đổi" in words
    with pytest.raises(StorageError, match="đã bị thay đổi"):
        app.evidence.copy(kept)
    path.unlink()
    (words,) = app.evidence.faults([kept])
    assert words.startswith("Thiếu tệp “Biên bản nghiệm thu.pdf”")


@pytest.mark.parametrize("name", ["anh.jpg.exe", "GHI CHU.BAT", "lien-ket.lnk", "a.vbs", "x.desktop"])
def test_what_the_system_would_run_is_not_handed_to_it(app: App, tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.write_bytes(b"MZ")
    (kept,) = app.evidence.take([path])
    with pytest.raises(StorageError, match="tệp chạy chương trình"):
        app.evidence.copy(kept)


def test_a_name_from_a_package_never_leads_out_of_the_folder(app: App) -> None:
    kept = app.evidence._files.keep(b"abc", "x")
    for name in ("../../etc/passwd", "..\\..\\boot.ini", "/tmp/a.pdf", "  . ", ""):
        copy = app.evidence.copy(StoredFile(kept.sha256, name, 3))
        assert copy.read_bytes() == b"abc"
        assert copy.parent.parent == app.evidence._folder
