"""Issued papers and evidence travel whole with a conference; a lost file keeps nothing else back (F5)."""

from __future__ import annotations

import json
import tracemalloc
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from dialogue_desktop.bootstrap import App, build
from dialogue_desktop.domain.live import LiveItem
from dialogue_desktop.domain.records import Outcome
from dialogue_desktop.errors import BadInput
from dialogue_desktop.exchange import package_zip
from dialogue_desktop.exchange.package import PackagedDocument
from dialogue_desktop.exchange.package_read import read_package
from dialogue_desktop.services.kept_files import joined, stored_files
from dialogue_desktop.storage.file_store import FileStore
from tests.services.conftest import MovingClock
from tests.services.kept import NOTICE, issue, keep, prove

PHOTO = b"\xff\xd8\xff anh dong via truoc nha van hoa"


@pytest.fixture
def other(tmp_path: Path, clock: MovingClock) -> Iterator[App]:
    """Another computer."""
    app = build(tmp_path / "máy khác", clock=clock, device="may-2")
    yield app
    app.close()


@pytest.fixture
def ended(app: App, cid: str, clock: MovingClock) -> str:
    """A frozen conference with one promise, its notice issued and a photograph as evidence."""
    app.live.start(cid)
    app.live.save_item(
        cid, LiveItem(text="Đề nghị sửa vỉa hè trước nhà văn hóa.", outcome=Outcome.WRITTEN, unit="Địa chính")
    )
    clock.step(3600)
    app.live.end(cid)
    app.closing.freeze(cid)
    issue(app, cid, (keep(app, NOTICE, "12-TB-UBND.pdf", pages=1),))
    prove(app, cid, _promise(app, cid), (keep(app, PHOTO, "Ảnh vỉa hè.jpg"),), step_id="buoc-1")
    return cid


def _promise(app: App, cid: str) -> str:
    return app.live.records(cid).commitments[0].id


def _store(app: App) -> FileStore:
    return FileStore(app.paths.documents, app.paths.file_copies)


def _files(app: App, cid: str) -> dict[str, bytes]:
    return {file.name: _store(app).read(file) for file in stored_files(app.live.records(cid))}


def test_out_in_and_out_again_is_the_same(app: App, other: App, ended: str, tmp_path: Path) -> None:
    there, back = tmp_path / "đi.zip", tmp_path / "về.zip"
    app.exchange.export_package(ended, there, as_zip=True)
    assert other.exchange.import_package(there) == ended
    assert _files(other, ended) == {"12-TB-UBND.pdf": NOTICE, "Ảnh vỉa hè.jpg": PHOTO}
    other.exchange.export_package(ended, back, as_zip=True)
    assert back.read_bytes() == there.read_bytes()


def test_a_lost_photograph_does_not_keep_the_conference_at_home(
    app: App, other: App, ended: str, tmp_path: Path
) -> None:
    """L11, G5: the package says what it is without, everything else goes; the same comes out over there."""
    photo = next(file for file in stored_files(app.live.records(ended)) if file.name.endswith(".jpg"))
    _store(app).path(photo.sha256).unlink()
    notice = next(file for file in stored_files(app.live.records(ended)) if file.name.endswith(".pdf"))
    said: list[str] = []
    there, back = tmp_path / "đi.zip", tmp_path / "về.zip"
    app.exchange.export_package(ended, there, as_zip=True, notice=said.append)
    assert len(said) == 1
    assert said[0].startswith("Gói ghi ra thiếu 1 tệp (“Ảnh vỉa hè.jpg”)")
    assert [one.absent for one in read_package(there).documents].count(True) == 1
    heard: list[str] = []
    assert other.merging.bring_in(there, notice=heard.append) == ended
    assert [sentence for sentence in heard if "Gói không có 1 tệp văn bản, minh chứng" in sentence]
    assert other.live.records(ended) == app.live.records(ended)
    assert _store(other).read(notice) == NOTICE
    other.exchange.export_package(ended, back, as_zip=True)
    assert back.read_bytes() == there.read_bytes()


def test_a_changed_file_does_not_travel_as_if_it_were_whole(app: App, ended: str, tmp_path: Path) -> None:
    notice = next(file for file in stored_files(app.live.records(ended)) if file.name.endswith(".pdf"))
    _store(app).path(notice.sha256).write_bytes(b"%PDF-1.7 so da bi sua")
    said: list[str] = []
    app.travelling.take_along(ended, tmp_path / "đi.zip", notice=said.append)
    assert len(said) == 1
    assert "12-TB-UBND.pdf" in said[0]
    with zipfile.ZipFile(tmp_path / "đi.zip") as archive:
        assert not [name for name in archive.namelist() if name.endswith(".pdf")]
        assert [name for name in archive.namelist() if name.endswith(".jpg")]


def test_a_copy_that_has_the_lost_file_makes_it_whole_again(
    app: App, other: App, ended: str, tmp_path: Path
) -> None:
    """F5, G5: nothing else is new in the file, and still it brings the photograph back."""
    path = tmp_path / "gói.zip"
    app.exchange.export_package(ended, path, as_zip=True)
    for bring in (app.exchange.import_package, app.merging.bring_in, app.merging.merge):
        photo = next(one for one in stored_files(app.live.records(ended)) if one.name.endswith(".jpg"))
        _store(app).path(photo.sha256).unlink()
        bring(path)
        assert _store(app).read(photo) == PHOTO


def test_two_laptops_with_different_evidence_keep_all_of_it(
    app: App, other: App, ended: str, clock: MovingClock, tmp_path: Path
) -> None:
    """L11, F1: each added a file, and both filed another under the same step; after merging both ways every
    byte is on both, whatever is chosen later."""
    out = tmp_path / "đi.zip"
    app.travelling.take_along(ended, out)
    other.merging.merge(out)
    clock.step(60)
    for laptop, word in ((app, b"nha"), (other, b"hoi truong")):
        clock.step(1)
        file = keep(laptop, b"bien ban nghiem thu " + word, "Biên bản nghiệm thu.pdf")
        prove(laptop, ended, _promise(laptop, ended), (file,), step_id=f"buoc-{laptop.paths.root.name}")
        clock.step(1)
        shared = next(one for one in laptop.live.records(ended).steps if one.id == "buoc-1")
        mine = keep(laptop, b"anh moi " + word, "Ảnh mới.jpg")
        _refile(laptop, ended, shared.files, (*shared.files, mine))
    home, back = tmp_path / "về.zip", tmp_path / "lại.zip"
    other.travelling.take_along(ended, home)
    app.merging.merge(home)
    app.travelling.take_along(ended, back)
    other.merging.merge(back)
    wanted = {PHOTO, NOTICE, b"anh moi nha", b"anh moi hoi truong"}
    wanted |= {b"bien ban nghiem thu nha", b"bien ban nghiem thu hoi truong"}
    for laptop in (app, other):
        assert {path.read_bytes() for path in laptop.paths.documents.rglob("*") if path.is_file()} == wanted
        assert _store(laptop).faults(stored_files(laptop.live.records(ended))) == ()
    assert len(read_package(back).documents) == len(wanted)


def _refile(app: App, cid: str, before: tuple[object, ...], after: tuple[object, ...]) -> None:
    from dialogue_desktop.codec import to_builtins
    from dialogue_desktop.domain.journal import Change
    from dialogue_desktop.domain.records import RecordKind

    change = Change(RecordKind.STEP, "buoc-1", "files", to_builtins(before), to_builtins(after))
    app.closing._journal.append(cid, "step.edit", (change,))


def test_json_is_refused_with_what_to_do(app: App, ended: str, tmp_path: Path) -> None:
    """G5: JSON has no room for files."""
    path = tmp_path / "gói.json"
    with pytest.raises(BadInput, match=r"chưa ghi tệp nào, dữ liệu không thay đổi\. Hãy xuất gói dạng zip"):
        app.exchange.export_package(ended, path, as_zip=False)
    assert not path.exists()
    with pytest.raises(BadInput, match="dạng zip"):
        app.exchange.refuse_json(ended)


@pytest.mark.slow
def test_many_photographs_of_five_megabytes_travel_in_little_memory(
    app: App, other: App, ended: str, tmp_path: Path
) -> None:
    """F5: more than the former limit of 200 MB; one file in memory at a time, out and in."""
    size = 5 * 2**20
    files = tuple(keep(app, bytes([n]) * size, f"Ảnh {n:02}.jpg") for n in range(1, 43))
    prove(app, ended, _promise(app, ended), files, step_id="buoc-anh")
    path = tmp_path / "gói.zip"
    tracemalloc.start()
    try:
        app.exchange.export_package(ended, path, as_zip=True)
        out = tracemalloc.get_traced_memory()[1]
        tracemalloc.reset_peak()
        other.exchange.import_package(path)
        came = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert path.stat().st_size > 200 * 2**20
    assert max(out, came) < 8 * size, (out, came)
    assert _store(other).faults(files) == ()


def test_what_is_too_much_stays_behind_the_largest_first(
    app: App, ended: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """G5: papers go before a film; the sentence names what did not go."""
    film = keep(app, b"\0" * 300_000, "Quay phim.mp4")
    prove(app, ended, _promise(app, ended), (film,), step_id="buoc-phim")
    monkeypatch.setattr(package_zip, "MAX_UNPACKED_BYTES", 64 * 1024**2 + 200_000)
    said: list[str] = []
    app.exchange.export_package(ended, tmp_path / "gói.zip", as_zip=True, notice=said.append)
    assert len(said) == 1
    assert "không chứa hết 1 tệp (“Quay phim.mp4”)" in said[0]


def test_a_package_cannot_claim_files_that_it_does_not_have(
    app: App, other: App, ended: str, tmp_path: Path
) -> None:
    """G5: missing without saying so, more than is said, other bytes, a name that is no hash."""
    path = tmp_path / "gói.zip"
    app.exchange.export_package(ended, path, as_zip=True)
    with zipfile.ZipFile(path) as archive:
        whole = {name: archive.read(name) for name in archive.namelist()}
    pdf = next(name for name in whole if name.endswith(".pdf"))
    jpg = next(name for name in whole if name.endswith(".jpg"))
    raw = json.loads(whole["conference.json"])

    def with_documents(change: dict[str, object]) -> bytes:
        documents = [{**one, **(change if one["file"] == jpg else {})} for one in raw["documents"]]
        return json.dumps({**raw, "documents": documents}).encode()

    wrong: list[tuple[dict[str, bytes], str]] = [
        ({n: d for n, d in whole.items() if n != jpg}, "thiếu tệp"),
        ({**whole, pdf: whole[jpg]}, "đã bị thay đổi sau khi phát hành"),
        ({**whole, "documents/la.pdf": b"x"}, "mà gói không nói đến"),
        ({**whole, "conference.json": with_documents({"absent": True})}, "mà gói không nói đến"),
        ({**whole, "conference.json": with_documents({"sha256": "../../x"})}, "không có mã kiểm tra"),
    ]
    for files, said in wrong:
        bad = tmp_path / "xấu.zip"
        with zipfile.ZipFile(bad, "w") as archive:
            for name, data in files.items():
                archive.writestr(name, data)
        with pytest.raises(BadInput, match="dữ liệu đang có không thay đổi") as refused:
            other.merging.bring_in(bad)
        assert (
            said in refused.value.sentence or "mà văn bản hoặc minh chứng nói đến" in refused.value.sentence
        )
        assert other.planning.list() == ()
        assert not [one for one in other.paths.documents.rglob("*") if one.is_file()]


def test_two_lists_are_joined_alike_from_either_side() -> None:
    """L11: absent only where neither has it; the same order, whoever merges."""
    mine = (
        PackagedDocument("documents/a.jpg", "a" * 64, absent=True),
        PackagedDocument("documents/b", "b" * 64),
    )
    theirs = (
        PackagedDocument("documents/anh.jpg", "a" * 64),
        PackagedDocument("documents/c", "c" * 64, absent=True),
    )
    found = joined(mine, theirs)
    assert found == joined(theirs, mine)
    assert [(one.file, one.absent) for one in found] == [
        ("documents/anh.jpg", False),
        ("documents/b", False),
        ("documents/c", True),
    ]
