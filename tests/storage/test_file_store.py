"""Kept files: written once, checked when read, too big or gone told in one sentence (F1, F5, G5)."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from dialogue_desktop.errors import BadInput, StorageError
from dialogue_desktop.storage.file_store import FileStore


def test_a_file_is_kept_once_and_comes_back_whole(tmp_path: Path) -> None:
    store = FileStore(tmp_path / "documents")
    kept = store.keep(b"%PDF-1.7 ban", "12-TB-UBND.pdf", pages=3)
    again = store.keep(b"%PDF-1.7 ban", "ban khac.pdf")
    assert kept.sha256 == again.sha256
    assert (kept.size, kept.pages) == (12, 3)
    assert store.read(kept) == b"%PDF-1.7 ban"
    assert [path.name for path in (tmp_path / "documents").rglob("*") if path.is_file()] == [kept.sha256]


def test_a_file_that_was_changed_or_is_gone_is_noticed(tmp_path: Path) -> None:
    store = FileStore(tmp_path)
    kept = store.keep(b"ban da ky", "Thông báo.pdf")
    store.path(kept.sha256).write_bytes(b"ban sua len")
    with pytest.raises(StorageError, match="đã bị thay đổi sau khi cất"):
        store.read(kept)
    assert [("Thông báo.pdf" in one, "thay đổi" in one) for one in store.faults([kept])] == [(True, True)]
    assert store.keep(b"ban da ky", "Thông báo.pdf") == kept, "what is whole again takes its place"
    assert store.faults([kept]) == ()
    store.path(kept.sha256).unlink()
    with pytest.raises(StorageError, match=r"Thiếu tệp “Thông báo\.pdf”"):
        store.read(kept)


def test_evidence_of_two_gigabytes_is_refused_before_it_is_read(tmp_path: Path) -> None:
    big = tmp_path / "quay phim.mp4"
    with big.open("wb") as stream:
        os.truncate(stream.fileno(), 2 * 1024**3)
    with pytest.raises(BadInput, match="lớn 2048 MB, chỉ nhận tệp đến 50 MB"):
        FileStore(tmp_path / "documents").take(big)
    assert not (tmp_path / "documents").exists()


def test_evidence_that_is_gone_or_a_folder_is_refused(tmp_path: Path) -> None:
    for path in (tmp_path / "mất.jpg", tmp_path):
        with pytest.raises(BadInput, match="Không đọc được tệp"):
            FileStore(tmp_path / "documents").take(path)


def test_a_full_disk_leaves_nothing_half_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_handle: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(StorageError, match=r"Chưa cất được tệp “ảnh\.jpg”"):
        FileStore(tmp_path).keep(b"anh", "ảnh.jpg")
    assert not [path for path in tmp_path.rglob("*") if path.is_file()]
