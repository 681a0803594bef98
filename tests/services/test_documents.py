"""Documents of a conference as files and copies (M1–M3, G5)."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest

from dialogue_desktop.bootstrap import App
from dialogue_desktop.documents import doc_minutes
from dialogue_desktop.documents.office_words import moment
from dialogue_desktop.documents.pages import Laid, lay_out
from dialogue_desktop.domain.conference import Contact
from dialogue_desktop.domain.live import LiveItem, Round
from dialogue_desktop.domain.notice_proof import NoticeProof, ProofForm
from dialogue_desktop.domain.plan import CopyPurpose
from dialogue_desktop.domain.privacy import posted
from dialogue_desktop.domain.records import Outcome, Voice
from dialogue_desktop.errors import BadInput
from tests.documents.paper import read_pdf
from tests.services.conftest import MovingClock

SPOKEN = LiveItem(
    text="Lúa 🌾 bị rầy, chữ 國 trên bia mờ",
    voices=(Voice("Lò Văn Ế", "ông", "thôn Phú Ấp"),),
    rounds=(Round(text="Đã rõ."),),
    outcome=Outcome.ANSWERED,
)


@pytest.fixture
def spoken(app: App, cid: str) -> str:
    app.live.start(cid)
    app.live.save_item(cid, SPOKEN)
    app.live.end(cid)
    return cid


def test_every_physical_copy_has_its_own_label(app: App, spoken: str) -> None:
    """M2: n copies with their purposes; a purpose printed twice counts twice."""
    plan = app.planning.plan(spoken)
    first, second, third = plan.copies
    copies = (first, replace(second, count=2), replace(third, chosen=False))
    app.planning.save_plan(spoken, replace(plan, copies=copies))
    made = app.documents.minutes_copies(spoken)
    assert [copy.label for copy in made] == [
        f"Bản 1/3: {first.label}",
        f"Bản 2/3: {second.label}",
        f"Bản 3/3: {second.label}",
    ]
    assert [copy.posted for copy in made] == [True, False, False]
    assert len({copy.pages for copy in made}) == 1


def test_however_many_copies_each_text_is_laid_out_once(
    app: App, spoken: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """M2: nine copies are two layouts, the posted one and the full one; the files differ in the label alone,
    and all of them in the same few bytes."""
    laid: list[object] = []

    def counted(*args: Any) -> Laid:
        laid.append(args)
        return lay_out(*args)

    monkeypatch.setattr("dialogue_desktop.documents.pdf_render.lay_out", counted)
    plan = app.planning.plan(spoken)
    posted, *others = plan.copies
    app.planning.save_plan(spoken, replace(plan, copies=(posted, *(replace(c, count=4) for c in others))))
    made = app.documents.minutes_copies(spoken)
    assert (len(made), len(laid)) == (9, 2)
    full = [copy.pdf for copy in made if not copy.posted]
    differs = [at for at, bits in enumerate(zip(*full, strict=True)) if len(set(bits)) > 1]
    assert 0 < differs[-1] - differs[0] < 1500


def test_a_telephone_that_was_left_with_the_office_is_on_no_posted_copy(app: App, spoken: str) -> None:
    """M2: kept apart from the minutes, and looked for in them."""
    opinion = app.live.records(spoken).opinions[0]
    app.contacts.set(spoken, Contact(opinion.id, "3825 123"))
    app.live.edit_opinion(spoken, opinion.id, text="Lúa bị rầy, gọi tôi số 3825123.")
    posted_copy, *others = app.documents.minutes_copies(spoken)
    assert "Số 3825123 trong nội dung (ý kiến số 1)" in posted_copy.masked
    assert "3825123" not in read_pdf(posted_copy.pdf).flow
    assert all("3825123" in read_pdf(copy.pdf).flow for copy in others)


def test_a_correction_is_told_in_one_line_of_the_second_version(app: App, spoken: str) -> None:
    """M3: which version, what was put right, why; the first says nothing, the posted copy no name of it."""
    app.closing.freeze(spoken)
    assert "Biên bản lần" not in _words(app, spoken)
    opinion = app.live.records(spoken).opinions[0]
    app.live.edit_opinion(spoken, opinion.id, text="Lúa bị rầy nâu", deadline=date(2026, 5, 8))
    app.closing.freeze(spoken, reason="Ghi nhầm lời ông Lò Văn Ế")
    first = app.live.records(spoken).versions[0].frozen_at
    assert first is not None
    line = next(line for line in _words(app, spoken).splitlines() if line.startswith("Biên bản lần"))
    assert line == (
        f"Biên bản lần 2, thay Biên bản lần 1 chốt lúc {moment(first)}. Nội dung đính chính: ý kiến số 1: "
        "nội dung, thời hạn ghi thêm. Lý do: Ghi nhầm lời ông Lò Văn Ế."
    )
    assert "Lý do: Ghi nhầm lời công dân thôn Phú Ấp." in _words(app, spoken, public=True)


def _words(app: App, conference_id: str, *, public: bool = False) -> str:
    """The frozen minutes as plain text."""
    view = app.documents.minutes_view(conference_id, draft=False)
    if public:
        view = replace(view, records=posted(view.records).records)
    engine = app.documents.engine()
    sheet, phrases = engine.sheet("nd30"), engine.phrases("minutes")
    return engine.text(doc_minutes.build(view, sheet, phrases, "{count} bản {purpose}", posted=public))


def test_without_a_purpose_there_is_still_a_copy_to_keep(app: App, spoken: str) -> None:
    plan = app.planning.plan(spoken)
    app.planning.save_plan(spoken, replace(plan, copies=(CopyPurpose("x", "Niêm yết", 1, True, False),)))
    assert [copy.purpose for copy in app.documents.minutes_copies(spoken)] == ["Lưu hồ sơ"]


def test_the_frozen_minutes_are_what_is_printed(app: App, spoken: str) -> None:
    """M3: a correction after freezing is not on paper before the next version."""
    app.closing.freeze(spoken)
    before = app.documents.print_job(spoken)
    opinion = app.live.records(spoken).opinions[0]
    app.live.edit_opinion(spoken, opinion.id, text="Đã sửa")
    assert app.documents.print_job(spoken) == before
    app.closing.freeze(spoken, reason="Ghi nhầm")
    again = app.documents.minutes_view(spoken, draft=False)
    assert again.records.opinions[0].text == "Đã sửa"


def test_what_the_paper_cannot_show_is_said(app: App, spoken: str, tmp_path: Path) -> None:
    """G5: an emoji and a Han letter are not dropped in silence."""
    heard: list[str] = []
    app.documents.export(
        spoken, documents=["minutes"], formats=["pdf"], out=tmp_path / "ra", notice=heard.append
    )
    (sentence,) = heard
    assert "🌾, 國" in sentence
    assert "□" in sentence


def test_export_writes_all_kinds_and_forms(app: App, spoken: str, tmp_path: Path) -> None:
    """Every kind that has anything to print: nobody sent a question or is named as a delegate."""
    files = app.documents.export(spoken, documents=["all"], out=tmp_path / "ra")
    assert [file.name for file in files] == [
        "ke-hoach.pdf",
        "ke-hoach.docx",
        "bang-phan-cong.pdf",
        "bang-phan-cong.docx",
        "bang-phan-cong.xlsx",
        "du-toan-kinh-phi.pdf",
        "du-toan-kinh-phi.docx",
        "du-toan-kinh-phi.xlsx",
        "thong-bao.pdf",
        "thong-bao.docx",
        "tin-phat-thanh.pdf",
        "tin-phat-thanh.docx",
        "maket.pdf",
        "maket.docx",
        "noi-quy.pdf",
        "noi-quy.docx",
        "chuong-trinh.pdf",
        "chuong-trinh.docx",
        "kich-ban-dieu-hanh.pdf",
        "kich-ban-dieu-hanh.docx",
        "phieu-lay-y-kien.pdf",
        "phieu-lay-y-kien.docx",
        "phieu-lay-y-kien-thon-dong-van.xlsx",
        "phieu-lay-y-kien-thon-phu-ap.xlsx",
        "giay-moi.pdf",
        "giay-moi.docx",
        "danh-sach-ky-nhan.pdf",
        "danh-sach-ky-nhan.docx",
        "bien-ban-1-niem-yet-tai-tru-so-uy.pdf",
        "bien-ban-2-luu-ho-so.pdf",
        "bien-ban-3-gui-kem-bao-cao-ket-qua.pdf",
        "bien-ban-1-niem-yet-tai-tru-so-uy.docx",
        "bien-ban-2-luu-ho-so.docx",
        "bien-ban-3-gui-kem-bao-cao-ket-qua.docx",
        "thong-bao-ket-luan.pdf",
        "thong-bao-ket-luan.docx",
        "bao-cao-ket-qua.pdf",
        "bao-cao-ket-qua.docx",
        "bien-ban-rut-kinh-nghiem.pdf",
        "bien-ban-rut-kinh-nghiem.docx",
        "so-tong-hop.xlsx",
    ]
    assert all(file.stat().st_size > 3000 for file in files)


def test_the_record_of_posting_is_there_once_a_place_is_written(
    app: App, cid: str, clock: MovingClock, tmp_path: Path
) -> None:
    """C2: asked for without a row it says what is missing, nothing is written; "all" leaves it out."""
    with pytest.raises(BadInput, match="chưa ghi nơi nào đã niêm yết"):
        app.documents.export(cid, documents=["posting-record"], out=tmp_path / "ra")
    assert not (tmp_path / "ra").exists()
    clock.set(datetime(2026, 4, 14, 1, tzinfo=UTC))
    app.notice_proofs.save(cid, NoticeProof("", ProofForm.OFFICE, "Trụ sở", date(2026, 4, 13)))
    files = app.documents.export(cid, documents=["posting-record"], out=tmp_path / "ra")
    assert [file.name for file in files] == ["bien-ban-niem-yet.pdf", "bien-ban-niem-yet.docx"]
    names = [
        f.name for f in app.documents.export(cid, documents=["all"], formats=["pdf"], out=tmp_path / "ca")
    ]
    assert "bien-ban-niem-yet.pdf" in names


@pytest.mark.parametrize(
    ("documents", "formats", "said"),
    [(["thu"], [], "thu"), (["plan"], ["odt"], "odt"), (["summary"], ["pdf"], "xlsx")],
)
def test_a_wrong_wish_writes_nothing(
    app: App, spoken: str, tmp_path: Path, documents: list[str], formats: list[str], said: str
) -> None:
    with pytest.raises(BadInput, match=said):
        app.documents.export(spoken, documents=documents, formats=formats, out=tmp_path / "ra")
    assert not (tmp_path / "ra").exists()


def test_a_place_that_cannot_be_written_is_a_sentence(app: App, spoken: str, tmp_path: Path) -> None:
    (tmp_path / "ra").write_text("tệp, không phải thư mục", encoding="utf-8")
    with pytest.raises(BadInput, match=r"ke-hoach\.pdf"):
        app.documents.export(spoken, documents=["plan"], formats=["pdf"], out=tmp_path / "ra")
