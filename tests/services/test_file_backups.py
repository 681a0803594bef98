"""Backups of kept files: new ones only, brought back when missing, named when lost (G4)."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from dialogue_desktop import cli
from dialogue_desktop.bootstrap import App
from dialogue_desktop.domain.after_records import StoredFile
from dialogue_desktop.errors import StorageError
from dialogue_desktop.services.maintenance import damage, restore
from dialogue_desktop.storage import file_copies
from dialogue_desktop.storage.file_store import FileStore
from tests.services.conftest import MovingClock
from tests.services.kept import NOTICE, issue, keep


@pytest.fixture
def paper(app: App, cid: str) -> StoredFile:
    file = keep(app, NOTICE, "12-TB-UBND.pdf", pages=1)
    issue(app, cid, (file,))
    return file


def _at(app: App, file: StoredFile) -> Path:
    return FileStore(app.paths.documents).path(file.sha256)


def test_a_backup_takes_new_files_along_and_only_those(app: App, paper: StoredFile) -> None:
    app.maintenance.backup()
    copy = FileStore(app.paths.file_copies).path(paper.sha256)
    assert copy.read_bytes() == NOTICE
    stamp = copy.stat().st_mtime_ns
    keep(app, b"anh moi", "ảnh.jpg")
    assert app.maintenance.copy_files() == 1
    assert app.maintenance.copy_files() == 0
    assert copy.stat().st_mtime_ns == stamp
    assert len(app.maintenance.backups()) == 1, "the folder of files is no backup of its own"


def test_restore_brings_back_what_is_missing_or_changed(
    app: App, cid: str, paper: StoredFile, clock: MovingClock
) -> None:
    other = keep(app, b"anh nghiem thu", "ảnh.jpg")
    app.maintenance.backup()
    later = keep(app, b"tep them sau lan sao luu", "sau.pdf")
    app.close()
    _at(app, paper).unlink()
    _at(app, other).write_bytes(b"hong")
    clock.step(60)
    report = restore(app.paths, clock)
    assert (report.files, report.trouble) == (2, "")
    store = FileStore(app.paths.documents)
    assert store.faults((paper, other, later)) == (), "what came after the backup stays"
    assert damage(app.paths) == ()


def test_backups_carried_to_another_machine_bring_their_files(
    app: App, paper: StoredFile, clock: MovingClock, tmp_path: Path
) -> None:
    """G4: the folder of backups on a stick is all that is needed."""
    backup = app.maintenance.backup()
    stick = tmp_path / "usb"
    shutil.copytree(app.paths.backups, stick)
    fresh = tmp_path / "máy mới"
    assert cli.run(cli.parse(["--data", str(fresh), "restore", str(stick / backup.name)])) == 0
    assert FileStore(fresh / "documents").read(paper) == NOTICE


def test_a_backup_from_before_there_were_files_still_restores(
    app: App, cid: str, clock: MovingClock, capsys: pytest.CaptureFixture[str]
) -> None:
    app.maintenance.backup()
    assert not app.paths.file_copies.exists()
    app.close()
    clock.step(60)
    assert restore(app.paths, clock).files == 0
    assert cli.run(cli.parse(["--data", str(app.paths.root), "restore"])) == 0
    assert "tệp văn bản" not in capsys.readouterr().out


def test_check_names_the_file_and_where_it_still_is(
    app: App, cid: str, paper: StoredFile, capsys: pytest.CaptureFixture[str]
) -> None:
    title = app.planning.view(cid).title
    _at(app, paper).unlink()
    assert damage(app.paths) == (
        f"Hội nghị “{title}”: thiếu tệp “12-TB-UBND.pdf” và bản sao lưu không có; "
        "nếu cơ quan còn bản ấy, hãy nhập gói hội nghị có tệp.",
    )
    keep(app, NOTICE, "12-TB-UBND.pdf")
    app.maintenance.backup()
    _at(app, paper).write_bytes(b"%PDF-1.7 sua so")
    (sentence,) = damage(app.paths)
    assert "đã bị thay đổi tệp “12-TB-UBND.pdf”; bản sao lưu còn tệp này" in sentence
    assert cli.run(cli.parse(["--data", str(app.paths.root), "check"])) == 2
    assert sentence in capsys.readouterr().out
    assert FileStore(app.paths.documents, app.paths.file_copies).read(paper) == NOTICE
    assert damage(app.paths) == (), "reading it put the whole one back"


def test_a_copy_that_was_damaged_is_told_and_never_put_back(app: App, paper: StoredFile) -> None:
    app.maintenance.backup()
    FileStore(app.paths.file_copies).path(paper.sha256).write_bytes(b"hong")
    assert damage(app.paths) == ("Bản sao lưu của 1 tệp văn bản, minh chứng bị hỏng.",)
    _at(app, paper).unlink()
    assert file_copies.put_back(app.paths.file_copies, app.paths.documents) == 0
    assert not _at(app, paper).exists()
    with pytest.raises(StorageError, match="Thiếu tệp"):
        FileStore(app.paths.documents, app.paths.file_copies).read(paper)


def test_a_file_changed_before_its_first_backup_does_not_pass_for_a_copy(app: App, paper: StoredFile) -> None:
    _at(app, paper).write_bytes(b"%PDF-1.7 da sua")
    app.maintenance.backup()
    assert file_copies.hashes_in(app.paths.file_copies) == ()


def test_a_full_disk_says_what_was_saved(
    app: App, paper: StoredFile, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(source: Path, target: Path) -> int:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(file_copies, "copy_new", full)
    with pytest.raises(StorageError, match=r"Đã sao lưu nội dung vào .* Hãy giải phóng ổ đĩa"):
        app.maintenance.backup()
    assert len(app.maintenance.backups()) == 1
    assert app.maintenance.copy_files_quietly() == 0


def test_the_command_line_exports_a_package_with_files_as_zip(
    app: App, cid: str, paper: StoredFile, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """G5: without a form the one that works; JSON is refused before anything is written."""
    out = tmp_path / "ra"
    line = ["--data", str(app.paths.root), "export", cid, "--out", str(out), "--document", "package"]
    app.close()
    assert cli.run(cli.parse([*line, "--format", "json,zip"])) == 2
    assert "Hãy xuất gói dạng zip." in capsys.readouterr().err
    assert not out.exists()
    assert cli.run(cli.parse(line)) == 0
    assert capsys.readouterr().out.split() == [str(out / f"{cid}.zip")]
