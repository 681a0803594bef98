"""The dossier: every issued byte with an index, a snapshot and a list by which it is checked again (F5)."""

from __future__ import annotations

import hashlib
import os
import re
import subprocess
import zipfile
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from dialogue_desktop import cli
from dialogue_desktop.bootstrap import App, build
from dialogue_desktop.domain.conference import Contact
from dialogue_desktop.domain.dossier import SUMS_NAME
from dialogue_desktop.domain.live import LiveDraft, LiveItem
from dialogue_desktop.domain.records import Outcome, Voice
from dialogue_desktop.errors import BadInput, NotFound
from dialogue_desktop.exchange import dossier_out
from dialogue_desktop.exchange.package_read import read_contents
from dialogue_desktop.services.dossier import DossierWritten
from dialogue_desktop.services.kept_files import stored_files
from tests.services.conftest import MovingClock
from tests.services.kept import NOTICE, issue, keep, prove

PLAN = b"%PDF-1.7 Ke hoach so 15"
SECOND = b"%PDF-1.7 Thong bao ket luan dinh chinh so 14"
PHOTO = b"\xff\xd8\xff kenh N4 sau khi nao vet"


@pytest.fixture
def ended(app: App, cid: str, clock: MovingClock) -> str:
    """A plan, a notice in two versions, minutes in two copies, a paper without a file, a photograph."""
    app.live.start(cid)
    said = app.live.save_item(
        cid,
        LiveItem(
            text="Đề nghị nạo vét kênh N4.",
            voices=(Voice("Đặng Văn Quyết", "ông", "thôn Đồng Vạn"),),
            outcome=Outcome.WRITTEN,
            unit="Phòng Kinh tế",
        ),
    )
    app.contacts.set(cid, Contact(said.id, "0912 000 333", "xóm Giữa, số nhà 12"))
    clock.step(3600)
    app.live.end(cid)
    app.closing.freeze(cid)
    issue(
        app,
        cid,
        (keep(app, PLAN, "15-KH-UBND.pdf", pages=6),),
        kind="plan",
        number="15",
        symbol="KH-UBND",
        title="Kế hoạch tổ chức hội nghị",
        dated_on=date(2026, 4, 1),
    )
    copies = tuple(
        keep(app, f"%PDF bien ban {label}".encode(), "bb.pdf", pages=4, label=label, posted=posted)
        for label, posted in (("Niêm yết tại trụ sở", True), ("Lưu hồ sơ", False))
    )
    issue(
        app,
        cid,
        copies,
        kind="minutes",
        number="3",
        symbol="BB-UBND",
        title="Biên bản",
        dated_on=date(2026, 4, 24),
    )
    issue(app, cid, (keep(app, NOTICE, "12-TB-UBND.pdf", pages=2),))
    issue(
        app,
        cid,
        (keep(app, SECOND, "14-TB-UBND.pdf", pages=2),),
        number="14",
        version=2,
        replaces="vb-conclusion",
        reason="Ghi nhầm thời hạn",
        dated_on=date(2026, 5, 4),
    )
    late = date(2026, 5, 12)
    issue(
        app,
        cid,
        (),
        kind="",
        subject="giay",
        number="88",
        symbol="QĐ-UBND",
        title="Cấp kinh phí",
        dated_on=late,
    )
    promise = app.live.records(cid).commitments[0].id
    prove(app, cid, promise, (keep(app, PHOTO, "../Ảnh kênh N4.jpg"),), step_id="buoc-1")
    return cid


def _written(app: App, cid: str, target: Path, **more: Any) -> DossierWritten:
    source = app.dossier.read(cid)
    return app.dossier.write(source, target, **{"as_zip": False, **more})


def _names(folder: Path) -> list[str]:
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())


def test_a_folder_holds_every_issued_byte_by_plain_names(app: App, ended: str, tmp_path: Path) -> None:
    folder = _written(app, ended, tmp_path / "Hồ sơ").path
    assert _names(folder) == [
        "00-Muc-luc-ho-so.docx",
        "00-Muc-luc-ho-so.pdf",
        "01-Ke-hoach-15-KH-UBND.pdf",
        "02-Bien-ban-3-BB-UBND-luu-ho-so.pdf",
        "02-Bien-ban-3-BB-UBND-niem-yet-tai-tru-so.pdf",
        "03-Thong-bao-ket-luan-12-TB-UBND.pdf",
        "04-Thong-bao-ket-luan-14-TB-UBND-lan-2.pdf",
        "Danh-sach-kiem-tra.pdf",
        "Du-lieu/Goi-du-lieu.zip",
        "Du-lieu/So-tong-hop.xlsx",
        "Minh-chung/06-Anh-kenh-n4.jpg",
        SUMS_NAME,
    ]
    assert (folder / "01-Ke-hoach-15-KH-UBND.pdf").read_bytes() == PLAN
    assert (folder / "04-Thong-bao-ket-luan-14-TB-UBND-lan-2.pdf").read_bytes() == SECOND
    assert (folder / "Minh-chung/06-Anh-kenh-n4.jpg").read_bytes() == PHOTO
    sums = dict(line.split("  ")[::-1] for line in (folder / SUMS_NAME).read_text().splitlines())
    assert sorted(sums) == [name for name in _names(folder) if name != SUMS_NAME]
    assert all(hashlib.sha256((folder / name).read_bytes()).hexdigest() == sums[name] for name in sums)
    if os.name == "posix":
        subprocess.run(
            ["sha256sum", "--check", "--strict", SUMS_NAME], cwd=folder, check=True, capture_output=True
        )


def test_the_index_says_number_date_pages_and_what_replaced_what(
    app: App, ended: str, tmp_path: Path
) -> None:
    engine = app.documents.engine()
    words = engine.text(app.documents.after.document(app.documents.after.read("dossier", ended)))
    rows = [line for line in words.splitlines() if re.match(r"\|? ?\d", line)]
    text = " ".join(words.split())
    assert (
        "Hồ sơ có 05 văn bản, 01 minh chứng, 15 trang; thời gian từ ngày 01/4/2026 đến ngày 12/5/2026."
        in text
    )
    for part in (
        "03/BB-UBND",
        "7–10",
        "Đã có bản thay thế",
        "Bản lần 2: Ghi nhầm thời hạn",
        "Bản giấy, không có tệp",
        "Minh chứng cam kết số 1: Đã sửa xong, có ảnh",
    ):
        assert part in text, (part, rows)


def test_the_summary_counts_without_reading(app: App, ended: str) -> None:
    found = app.dossier.summary(ended)
    assert (found.papers, found.evidence, found.files, found.pages) == (5, 1, 6, 15)
    assert (found.contacts, found.drafts, found.lost) == (1, 0, ())
    kept = stored_files(app.live.records(ended))
    assert found.size == sum(file.size for file in kept)
    (app.paths.documents / kept[0].sha256[:2] / kept[0].sha256).unlink()
    assert app.dossier.summary(ended).lost == (kept[0].name,)


def test_telephones_stay_at_home_unless_they_are_wanted(app: App, ended: str, tmp_path: Path) -> None:
    """NĐ 13/2023: what the archive does not need does not leave, nor half typed words; the index tells."""
    app.live.save_draft(ended, LiveDraft(LiveItem(text="Bà Ế còn hỏi thêm về"), focus="opinion"))
    for contacts, said in (
        (False, "không có số điện thoại"),
        (True, "có số điện thoại, địa chỉ nhà của 1 người"),
    ):
        folder = _written(app, ended, tmp_path / f"hs-{contacts}", contacts=contacts).path
        inside = read_contents(folder / "Du-lieu/Goi-du-lieu.zip").package
        assert inside.draft is None
        assert [one.phone for one in inside.contacts] == (["0912 000 333"] if contacts else [])
        with zipfile.ZipFile(folder / "00-Muc-luc-ho-so.docx") as word:
            body = re.sub(r"<[^>]+>", "", word.read("word/document.xml").decode())
        assert said in body


def test_the_snapshot_in_it_is_a_package_that_comes_in_whole(
    app: App, ended: str, clock: MovingClock, tmp_path: Path
) -> None:
    folder = _written(app, ended, tmp_path / "hs").path
    other = build(tmp_path / "máy khác", clock=clock)
    try:
        assert other.merging.bring_in(folder / "Du-lieu/Goi-du-lieu.zip") == ended
        assert other.live.records(ended) == app.live.records(ended)
    finally:
        other.close()


def test_a_zip_holds_the_same_and_unpacks_into_one_folder(app: App, ended: str, tmp_path: Path) -> None:
    folder = _written(app, ended, tmp_path / "hs").path
    path = _written(app, ended, tmp_path / "hs-nen.zip", as_zip=True).path
    with zipfile.ZipFile(path) as archive:
        names = archive.namelist()
    assert sorted(name.removeprefix("hs-nen/") for name in names) == _names(folder)
    assert app.dossier.check(path).whole


@pytest.fixture(params=["folder", "zip"])
def form(request: pytest.FixtureRequest) -> str:
    return str(request.param)


def test_what_was_changed_taken_away_or_added_is_named(
    app: App, ended: str, tmp_path: Path, form: str
) -> None:
    folder = _written(app, ended, tmp_path / "hs").path
    (folder / "01-Ke-hoach-15-KH-UBND.pdf").write_bytes(PLAN + b" sua")
    (folder / "Minh-chung/06-Anh-kenh-n4.jpg").unlink()
    (folder / "Thumbs.db").write_bytes(b"windows")
    (folder / "ghi them.docx").write_bytes(b"moi")
    path = folder
    if form == "zip":
        path = tmp_path / "hs.zip"
        with zipfile.ZipFile(path, "w") as archive:
            for name in _names(folder):
                archive.write(folder / name, f"hs/{name}")
    found = app.dossier.check(path)
    assert not found.whole
    assert found.sentences() == (
        "1 tệp đã bị thay đổi: “01-Ke-hoach-15-KH-UBND.pdf”.",
        "1 tệp bị thiếu: “Minh-chung/06-Anh-kenh-n4.jpg”.",
        "1 tệp thêm vào sau khi lập: “ghi them.docx”.",
    )


def test_a_list_that_was_put_in_its_place_is_not_the_one_written_here(
    app: App, ended: str, tmp_path: Path
) -> None:
    """Whoever changes a file and its sum is noticed by the machine that wrote the dossier."""
    source = app.dossier.read(ended)
    made = app.dossier.write(source, tmp_path / "hs", as_zip=False)
    app.dossier.remember(source, made)
    assert app.dossier.check(made.path).known_on == date(2026, 4, 24)
    plan = made.path / "01-Ke-hoach-15-KH-UBND.pdf"
    plan.write_bytes(b"%PDF gia")
    sums = made.path / SUMS_NAME
    old, new = (hashlib.sha256(data).hexdigest() for data in (PLAN, b"%PDF gia"))
    sums.write_text(sums.read_text().replace(old, new))
    found = app.dossier.check(made.path)
    assert (found.whole, found.known_on) == (True, None)


def test_hostile_dossiers_are_told_in_one_sentence(app: App, tmp_path: Path) -> None:
    """G5: names that lead out, links, lists that are none, zips that are broken; nothing is ever unpacked."""
    good = "0" * 64
    lists = (f"{good}  ../../x\n", f"{good}  /etc/passwd\n", f"{good}  C:\\x\n", "không phải\n", "",
             f"{good}  a\n{good}  a\n")  # fmt: skip
    for n, text in enumerate(lists):
        folder = tmp_path / f"xấu-{n}"
        folder.mkdir()
        (folder / SUMS_NAME).write_text(text, encoding="utf-8")
        with pytest.raises(BadInput, match="Danh sách kiểm tra của hồ sơ"):
            app.dossier.check(folder)
    with pytest.raises(BadInput, match="không phải là hồ sơ"):
        app.dossier.check(tmp_path)
    with pytest.raises(NotFound, match="Không tìm thấy"):
        app.dossier.check(tmp_path / "không có")
    path = tmp_path / "xấu.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr(f"hs/{SUMS_NAME}", f"{hashlib.sha256(b'a').hexdigest()}  a\n")
        archive.writestr("hs/a", b"a")
        archive.writestr("../../evil", b"x")
    assert app.dossier.check(path).added == ("../../evil",)
    path.write_bytes(path.read_bytes()[:-30])
    with pytest.raises(BadInput):
        app.dossier.check(path)


def test_a_link_in_the_place_of_a_file_is_no_file(app: App, ended: str, tmp_path: Path) -> None:
    folder = _written(app, ended, tmp_path / "hs").path
    there = folder / "01-Ke-hoach-15-KH-UBND.pdf"
    elsewhere = tmp_path / "khác.pdf"
    there.rename(elsewhere)
    there.symlink_to(elsewhere)
    assert app.dossier.check(folder).changed == ("01-Ke-hoach-15-KH-UBND.pdf",)


def test_a_folder_in_use_is_never_written_over(app: App, ended: str, tmp_path: Path) -> None:
    """G5: but a dossier that nobody touched is written anew."""
    folder = tmp_path / "hs"
    folder.mkdir()
    (folder / "Bài của con.docx").write_bytes(b"x")
    with pytest.raises(BadInput, match="Thư mục “hs” đã có tệp khác nên chưa ghi hồ sơ"):
        _written(app, ended, folder)
    assert _names(tmp_path) == ["hs/Bài của con.docx"] or not [n for n in _names(tmp_path) if ".part" in n]
    (folder / "Bài của con.docx").unlink()
    _written(app, ended, folder)
    _written(app, ended, folder)
    assert app.dossier.check(folder).whole
    (folder / "quét thêm.pdf").write_bytes(b"y")
    with pytest.raises(BadInput, match="đã có tệp khác"):
        _written(app, ended, folder)
    assert (folder / "quét thêm.pdf").read_bytes() == b"y"


def test_a_full_disk_or_a_closed_place_leaves_nothing(
    app: App, ended: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_handle: int) -> None:
        raise OSError(28, "No space left on device")

    out = tmp_path / "ra"
    out.mkdir()
    for as_zip in (False, True):
        with monkeypatch.context() as patched:
            patched.setattr(os, "fsync", full)
            with pytest.raises(BadInput, match="ổ đĩa đã đầy"):
                _written(app, ended, out / "hs", as_zip=as_zip)
        assert not list(out.iterdir())
    monkeypatch.setattr("shutil.disk_usage", lambda _: type("Usage", (), {"free": 1000}))
    with pytest.raises(BadInput, match=r"không đủ chỗ cho hồ sơ \(cần khoảng 21 MB\); chưa ghi tệp nào"):
        _written(app, ended, out / "hs")
    assert not list(out.iterdir())


def test_paths_too_long_for_windows_are_told_before_anything(
    app: App, ended: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(dossier_out, "on_windows", lambda: True)
    with pytest.raises(BadInput, match="Windows chỉ mở được 259 ký tự; chưa ghi tệp nào"):
        _written(app, ended, tmp_path / ("h" * 200) / "hs")
    assert not [path for path in tmp_path.iterdir() if path.name.startswith("h")]


def test_a_lost_file_is_said_and_the_rest_is_written(app: App, ended: str, tmp_path: Path) -> None:
    photo = next(one for one in stored_files(app.live.records(ended)) if one.name.endswith(".jpg"))
    (app.paths.documents / photo.sha256[:2] / photo.sha256).write_bytes(b"hong")
    made = _written(app, ended, tmp_path / "hs")
    assert len(made.notes) == 1
    assert "Ảnh kênh N4.jpg" in made.notes[0]
    assert not (made.path / "Minh-chung").exists()
    assert app.dossier.check(made.path).whole


def test_without_an_issued_paper_there_is_no_dossier(app: App, cid: str) -> None:
    with pytest.raises(BadInput, match="chưa có văn bản nào đã ban hành"):
        app.dossier.read(cid)
    assert app.dossier.summary(cid).papers == 0


def test_by_command_line(app: App, ended: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """F5: the folder, the zip, the index alone; checked where there are no data at all."""
    name = app.dossier.file_name(ended)
    app.close()
    out = tmp_path / "ra"
    line = ["--data", str(app.paths.root), "export", ended, "--out", str(out), "--document", "dossier"]
    assert cli.run(cli.parse(line)) == 0
    assert capsys.readouterr().out.strip() == str(out / name)
    assert cli.run(cli.parse([*line, "--format", "zip"])) == 0
    assert capsys.readouterr().out.strip() == str(out / f"{name}.zip")
    assert cli.run(cli.parse([*line, "--format", "pdf"])) == 0
    assert capsys.readouterr().out.strip() == str(out / "muc-luc-ho-so.pdf")
    for path in (out / name, out / f"{name}.zip"):
        assert cli.run(cli.parse(["--data", str(tmp_path / "không có"), "check", str(path)])) == 0
        assert "Hồ sơ còn nguyên: 11 tệp" in capsys.readouterr().out
    (out / name / SUMS_NAME).with_name("01-Ke-hoach-15-KH-UBND.pdf").write_bytes(b"sua")
    assert cli.run(cli.parse(["check", str(out / name)])) == 2
    said = capsys.readouterr()
    assert "1 tệp đã bị thay đổi" in said.out
    assert "hãy dùng bản sao khác" in said.err
    assert cli.run(cli.parse([*line, "--format", "json"])) == 2
    assert "Hồ sơ chỉ có dạng folder, zip, pdf, docx" in capsys.readouterr().err
