"""Issuing: two steps, bytes kept with their hash, never made again, noticed when changed (M1–M7, F5)."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from dialogue_desktop.bootstrap import App
from dialogue_desktop.domain.after_records import Paper
from dialogue_desktop.errors import BadInput, StorageError
from dialogue_desktop.services.maintenance import damage
from dialogue_desktop.storage.file_store import FileStore
from tests.services.after_session import freeze, hold
from tests.services.conftest import MovingClock

MINUTES = "vb-minutes"
DAY = date(2026, 4, 24)


@pytest.fixture
def held(app: App, cid: str, clock: MovingClock) -> str:
    hold(app, cid, clock)
    freeze(app, cid, clock)
    return cid


def _draft(app: App, cid: str, paper_id: str = MINUTES, number: str = "7", day: date = DAY) -> Paper:
    return replace(app.register.row(cid, paper_id).paper, number=number, dated_on=day)


def _issue(app: App, cid: str, paper: Paper) -> Paper:
    (made,) = app.issuing.issue(app.issuing.draw(app.issuing.read(cid, (paper,))))
    return made


def test_all_copies_of_the_minutes_are_kept_with_label_and_hash(app: App, held: str) -> None:
    """M2: three labelled copies as PDF and Word; the posted one is marked; the number is on them."""
    made = _issue(app, held, _draft(app, held))
    copies = [file for file in made.files if file.name.endswith(".pdf")]
    assert [file.posted for file in copies] == [True, False, False]
    assert [file.label[:7] for file in copies] == ["Bản 1/3", "Bản 2/3", "Bản 3/3"]
    assert len(made.files) == 6
    assert made.minutes_version == 1
    store = FileStore(app.paths.documents)
    for file in made.files:
        data = store.read(file)
        assert hashlib.sha256(data).hexdigest() == file.sha256
        assert file.pages >= 1
    assert copies[0].name == "07-bb-ubnd-ban-1-niem-yet-tai-tru-so-uy.pdf"


def test_what_is_issued_is_written_again_byte_for_byte(app: App, held: str, tmp_path: Path) -> None:
    """Never made again: what was put right afterwards is not in it."""
    made = _issue(app, held, _draft(app, held))
    store = FileStore(app.paths.documents)
    kept = {file.name: store.read(file) for file in made.files}
    opinion = app.live.records(held).opinions[0]
    app.live.edit_opinion(held, opinion.id, text="Nắp cống trước nhà văn hóa bị sập")
    app.closing.freeze(held, reason="Ghi thiếu địa điểm")
    written = app.documents.export(held, documents=["minutes"], out=tmp_path / "ra")
    assert {path.name: path.read_bytes() for path in written} == kept


def test_that_a_replacement_is_being_worked_on_is_told(app: App, held: str, tmp_path: Path) -> None:
    made = _issue(app, held, _draft(app, held, "vb-plan", "42", date(2026, 4, 1)))
    app.register.replace(held, made.id, "Ghi nhầm giờ họp")
    heard: list[str] = []
    app.documents.export(held, documents=["plan"], formats=["pdf"], out=tmp_path, notice=heard.append)
    assert ["bản đã phát hành" in sentence for sentence in heard] == [True]


def test_a_changed_or_missing_file_is_told_and_nothing_takes_its_place(
    app: App, held: str, tmp_path: Path
) -> None:
    """G5: the issued PDF changed on disk is noticed, by the export and by the check of the command line."""
    made = _issue(app, held, _draft(app, held))
    assert damage(app.paths) == ()
    path = FileStore(app.paths.documents).path(made.files[0].sha256)
    path.write_bytes(path.read_bytes() + b" ")
    with pytest.raises(StorageError, match="đã bị thay đổi"):
        app.documents.export(held, documents=["minutes"], formats=["pdf"], out=tmp_path / "ra")
    assert not (tmp_path / "ra").exists()
    path.unlink()
    (sentence,) = damage(app.paths)
    assert made.files[0].name in sentence
    assert "thiếu tệp" in sentence
    assert "Đồng Vạn – Phú Ấp" in sentence


def test_a_paper_edited_while_it_was_drawn_is_not_issued(app: App, held: str) -> None:
    drawn = app.issuing.draw(app.issuing.read(held, (_draft(app, held),)))
    app.register.save(held, _draft(app, held, number="8"))
    with pytest.raises(BadInput, match="vừa được sửa"):
        app.issuing.issue(drawn)
    assert app.register.row(held, MINUTES).paper.issued_at is None


def test_minutes_frozen_again_while_a_paper_was_drawn_are_not_told_as_those_it_was_made_from(
    app: App, held: str
) -> None:
    drawn = app.issuing.draw(app.issuing.read(held, (_draft(app, held, "vb-conclusion", "12"),)))
    app.live.edit_opinion(held, app.live.records(held).opinions[0].id, text="Nắp cống bị sập")
    app.closing.freeze(held, reason="Ghi thiếu địa điểm")
    with pytest.raises(BadInput, match="vừa được sửa"):
        app.issuing.issue(drawn)
    assert not app.register.row(held, "vb-conclusion").issued


def test_without_number_or_date_nothing_is_issued(app: App, held: str) -> None:
    with pytest.raises(BadInput, match="chưa ghi đủ số và ngày"):
        app.issuing.read(held, (_draft(app, held, number=""),))
    with pytest.raises(BadInput, match="chưa ghi đủ số và ngày"):
        app.issuing.read(held, (replace(_draft(app, held), dated_on=None),))


def test_a_full_disk_issues_nothing(app: App, held: str) -> None:
    """The folder of files cannot be written: one sentence, the draft is as it was."""
    source = app.issuing.read(held, (_draft(app, held),))
    app.paths.documents.rmdir()
    app.paths.documents.write_text("không phải thư mục", encoding="utf-8")
    with pytest.raises(StorageError, match="Chưa cất được tệp"):
        app.issuing.draw(source)
    assert app.register.row(held, MINUTES).paper.issued_at is None


def test_issuing_is_one_act_that_is_taken_back(app: App, held: str) -> None:
    _issue(app, held, _draft(app, held))
    entry = app.live.undo(held)
    assert entry is not None
    assert entry.kind == "paper.issue"
    assert not app.register.row(held, MINUTES).issued
    assert app.issuing.pdf(app.issuing.look(held, _draft(app, held)))[:5] == b"%PDF-"


def test_a_paper_before_the_day_has_the_registers_number_in_its_head(
    app: App, cid: str, tmp_path: Path
) -> None:
    """The notice is numbered here; its head says so in the draft and in what is kept."""
    made = _issue(app, cid, _draft(app, cid, "vb-notice", "9", date(2026, 4, 13)))
    source = app.issuing.look(cid, made)
    text = app.documents.engine().text(app.documents.papers.document(source.items[0].source))  # type: ignore[arg-type]
    assert "Số: 09/TB-UBND" in text
    assert "ngày 13 tháng 4 năm 2026" in text


def test_letters_say_who_gets_copies_as_drafted(app: App, held: str) -> None:
    """M5: the register knows to whom a letter goes without putting that into the paper's own list."""
    rows = [row for row in app.register.rows(held) if row.kind.name == "escalations"]
    assert [row.paper.recipients for row in rows] == [()]
    source = app.issuing.look(held, rows[0].paper)
    text = app.documents.engine().text(app.documents.after.document(source.items[0].source))  # type: ignore[arg-type]
    assert "Lưu: VT" in text
    assert "Điện lực khu vực Đông Giang" in text


def test_no_paper_is_issued_as_a_draft(app: App, cid: str, clock: MovingClock) -> None:
    """Before the minutes are frozen papers are labelled as drafts: none of them can be signed."""
    hold(app, cid, clock)
    paper = _draft(app, cid, "vb-conclusion", "12", date(2026, 4, 24))
    with pytest.raises(BadInput, match="Biên bản chưa chốt"):
        app.issuing.read(cid, (paper,))


def test_issued_minutes_are_cited_by_the_conclusion(app: App, held: str) -> None:
    """Numbers and dates given once, cited everywhere."""
    _issue(app, held, _draft(app, held))
    source = app.issuing.look(held, _draft(app, held, "vb-conclusion", "12", date(2026, 5, 4)))
    text = app.documents.engine().text(app.documents.after.document(source.items[0].source))  # type: ignore[arg-type]
    assert "07/BB-UBND" in text
    assert "Số: 12/TB-UBND" in text
    assert "ngày 04 tháng 5 năm 2026" in text
