"""Papers from opinions and people by service and command line (C3, C7–C11, F3)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from io import BytesIO
from pathlib import Path

import docx
import openpyxl
import pypdf
import pytest

from dialogue_desktop import cli
from dialogue_desktop.bootstrap import App
from dialogue_desktop.domain.live import LiveItem
from dialogue_desktop.domain.paper_choices import PaperChoices
from dialogue_desktop.domain.plan import Issuer, Plan, Quota, TimeKind, TimePlan
from dialogue_desktop.domain.records import Outcome, SlipBatch, Voice
from dialogue_desktop.errors import BadInput, NotFound
from dialogue_desktop.services import record_papers
from dialogue_desktop.services.document_kinds import AFTER_KINDS, RECORD_KINDS
from tests.services.conftest import MovingClock

SPOKEN = LiveItem(
    text="Cầu Ngòi lung lay.",
    voices=(Voice("Lò Văn Ế", "ông", "thôn Phú Ấp"),),
    outcome=Outcome.WRITTEN,
    unit="Phòng Kinh tế",
)


@pytest.fixture
def sample(app: App) -> str:
    return app.exchange.sample()


def emptied(app: App, cid: str, change: Callable[[Plan], Plan] = lambda plan: plan) -> str:
    """The planned conference with its plan changed; nobody has said or asked anything."""
    app.planning.save_plan(cid, change(app.planning.plan(cid)))
    return cid


def held(app: App, day: date, name: str = "Minh Khê", *, spoken: bool = True) -> str:
    """A conference of a commune on a day, with one opinion."""
    made = app.planning.create(issuer=Issuer(name=name, province="tỉnh Đông Giang"), year=day.year)
    plan = app.planning.plan(made)
    app.planning.save_plan(made, replace(plan, time=TimePlan(TimeKind.EXACT, day, year=day.year)))
    if spoken:
        app.live.start(made)
        app.live.save_item(made, SPOKEN)
    return made


def text_of(data: bytes) -> str:
    return " ".join("\n".join(p.extract_text() for p in pypdf.PdfReader(BytesIO(data)).pages).split())


def test_every_kind_of_the_sample_as_pdf_and_word(app: App, sample: str) -> None:
    """C3, C7–C11: each with pages, and no character that the font lacks."""
    before = held(app, date(2025, 4, 25))
    assert app.documents.record_kinds() == RECORD_KINDS
    for kind in RECORD_KINDS:
        pdf = app.documents.record_paper(kind.name, sample)
        assert pdf.pages > 0
        assert pdf.report.missing == ()
        word = app.documents.record_paper(kind.name, sample, format_name="docx")
        assert docx.Document(BytesIO(word.data)).sections
    assert app.documents.previous.earlier(sample)[0].id == before


@pytest.mark.parametrize(
    ("name", "change", "said"),
    [
        ("assigned-questions", lambda plan: plan, record_papers.NO_ASSIGNED),
        ("prepared-report", lambda plan: plan, record_papers.NO_COLLECTED),
        ("previous-results", lambda plan: plan, "Chưa có hội nghị kỳ trước nào của xã Minh Khê"),
        ("invitations", lambda plan: replace(plan, participants=()), record_papers.NO_INVITED),
        ("delegates", lambda plan: plan, record_papers.NO_DELEGATES),
        ("sign-in", lambda plan: replace(plan, quotas=()), record_papers.NO_SEATS),
    ],
)
def test_nothing_to_print_is_one_sentence_and_no_file(
    app: App, cid: str, tmp_path: Path, name: str, change: Callable[[Plan], Plan], said: str
) -> None:
    """G5: what is missing, that nothing was written, what to do."""
    emptied(app, cid, change)
    with pytest.raises(BadInput) as refused:
        app.documents.export(cid, documents=[name], out=tmp_path / "ra")
    sentence = refused.value.sentence
    assert sentence.startswith(said)
    assert sentence.startswith("Chưa có")
    assert "chưa lập được văn bản này" in sentence
    assert "Hãy" in sentence
    assert not (tmp_path / "ra").exists()


def test_all_leaves_out_what_is_empty_and_says_so(app: App, cid: str, tmp_path: Path) -> None:
    """G5: the other papers are written; each empty one is told once, not once for each form."""
    heard: list[str] = []
    files = app.documents.export(cid, documents=["all"], out=tmp_path / "ra", notice=heard.append)
    names = {file.name for file in files}
    assert {"phieu-lay-y-kien.pdf", "giay-moi.docx", "danh-sach-ky-nhan.pdf"} <= names
    assert not [name for name in names if name.startswith(("bao-cao-tong-hop", "danh-sach-dai-bieu"))]
    told = [sentence.split(":")[0] for sentence in heard]
    assert told[:4] == [
        "Phiếu giao trả lời",
        "Báo cáo tổng hợp ý kiến, trả lời",
        "Kết quả kiến nghị kỳ trước",
        "Danh sách đại biểu",
    ]
    # Nor is anything owed after a session that was not held.
    assert set(told[4:]) <= {kind.title for kind in AFTER_KINDS}
    assert len(set(told)) == len(told)


def test_a_slip_of_the_keyboard_is_not_ten_thousand_pages(
    app: App, sample: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """C3: the number of leaves in one print is limited; the sentence says both numbers."""
    view = app.planning.view(sample)
    many = replace(view.records, slip_batches=(SlipBatch("b", first=1, last=10_000),))
    monkeypatch.setattr(app.planning, "view", lambda _id: replace(view, records=many))
    with pytest.raises(BadInput, match=r"có 10\.000 tờ, quá 5\.000 tờ"):
        app.documents.record_paper("slips", sample)
    app.planning.save_plan(sample, replace(app.planning.plan(sample), quotas=(Quota("dong-van", 70_000),)))
    crowded = replace(view, plan=app.planning.plan(sample))
    monkeypatch.setattr(app.planning, "view", lambda _id: crowded)
    with pytest.raises(BadInput, match=r"có 70\.041 tờ"):
        app.documents.record_paper("sign-in", sample)


def test_only_what_was_chosen(app: App, sample: str) -> None:
    """C3, C10: one batch, one letter; what is not there is said."""
    only = PaperChoices(only=("phieu-3",), per_page=1)
    assert app.documents.record_paper("slips", sample, only).pages == 5
    assert app.documents.record_paper("invitations", sample, PaperChoices(only=("db-05",))).pages == 1
    with pytest.raises(BadInput, match="Chưa có đợt phiếu nào trong số đã chọn"):
        app.documents.record_paper("slips", sample, PaperChoices(only=("khong-co",)))
    with pytest.raises(BadInput, match="Chưa có đại biểu nào"):
        app.documents.record_paper("invitations", sample, PaperChoices(only=("khong-co",)))


def test_without_delegates_each_group_gets_a_blank_letter(app: App, cid: str) -> None:
    """C10: an office that fills in the names by hand."""
    groups = app.planning.plan(cid).participants
    result = app.documents.record_paper("invitations", cid)
    assert result.pages == len(groups)
    assert text_of(result.data).count("Ông (bà):") == len(groups)


def test_forms_for_each_unit_and_thon_in_excel(app: App, sample: str, tmp_path: Path) -> None:
    """C3, C4, C7: what is filled in and read back; who is not to be known is not in the file."""
    files = app.documents.export(
        sample, documents=["slips", "assigned-questions"], formats=["xlsx"], out=tmp_path / "ra"
    )
    assert [file.stem for file in files] == [
        "phieu-lay-y-kien-thon-dong-van",
        "phieu-lay-y-kien-thon-phu-ap",
        "phieu-giao-tra-loi-phong-kinh-te",
        "phieu-giao-tra-loi-phong-van-hoa-xa-hoi",
        "phieu-giao-tra-loi-trung-tam-phuc-vu-hanh-chinh-cong",
        "phieu-giao-tra-loi-cong-an-xa",
    ]
    known: list[str] = []
    for file in files[2:]:
        known += [row.opinion_id for row in app.opinion_import.read_answers(sample, file).rows]
    assert sorted(known) == sorted(one.id for one in app.live.records(sample).collected())
    cells = [
        str(cell.value)
        for row in openpyxl.load_workbook(files[-1])["Giao trả lời"].iter_rows()
        for cell in row
    ]
    assert "Công dân đề nghị không nêu tên" in cells
    assert "thôn Đồng Vạn" in cells
    assert not [words for words in cells if "Bùi Thị Đào" in words or "xóm Chợ" in words]


def test_units_whose_names_come_out_alike_have_files_of_their_own(
    app: App, sample: str, tmp_path: Path
) -> None:
    """G5: no file is written over another."""
    one, other, *_ = app.live.records(sample).collected()
    app.live.edit_opinion(sample, one.id, unit="Tổ số 1")
    app.live.edit_opinion(sample, other.id, unit="Tổ, số 1")
    names = [
        file.name
        for file in app.documents.export(
            sample, documents=["assigned-questions"], formats=["xlsx"], out=tmp_path / "ra"
        )
    ]
    assert {"phieu-giao-tra-loi-to-so-1.xlsx", "phieu-giao-tra-loi-to-so-1-lan-2.xlsx"} <= set(names)
    assert len(set(names)) == len(names) == 6


# --- the conference before


def test_the_newest_conference_of_the_commune_before_this_one(app: App, cid: str) -> None:
    """C9: neither a later one, nor one without opinions, nor another commune's, nor one put away."""
    oldest = held(app, date(2024, 8, 28))
    newest = held(app, date(2025, 9, 10))
    held(app, date(2026, 9, 1))
    held(app, date(2025, 12, 1), spoken=False)
    held(app, date(2025, 11, 1), "Bến Gỗ")
    gone = held(app, date(2026, 1, 5))
    app.planning.remove(gone)
    assert [info.id for info in app.documents.previous.earlier(cid)] == [newest, oldest]
    words = text_of(app.documents.record_paper("previous-results", cid).data)
    assert "ngày 10/9/2025" in words
    chosen = PaperChoices(earlier=oldest)
    assert "ngày 28/8/2024" in text_of(app.documents.record_paper("previous-results", cid, chosen).data)


def test_a_wrong_choice_of_the_conference_before(app: App, cid: str) -> None:
    silent = held(app, date(2025, 9, 10), spoken=False)
    for earlier, kind, said in (
        (cid, BadInput, "Hội nghị kỳ trước phải là hội nghị khác"),
        (silent, BadInput, "chưa có ý kiến nào được ghi"),
        ("khong-co", NotFound, "khong-co"),
    ):
        with pytest.raises(kind, match=said):
            app.documents.record_paper("previous-results", cid, PaperChoices(earlier=earlier))


def test_results_are_for_the_public_unless_chosen_otherwise(app: App, cid: str, clock: MovingClock) -> None:
    """C9, Luật 91/2025: nobody who was not asked is named in what is handed out; as of today."""
    held(app, date(2025, 9, 10))
    outside = text_of(app.documents.record_paper("previous-results", cid).data)
    assert "Lò Văn Ế" not in outside
    assert "Một công dân thôn Phú Ấp" in outside
    assert "số liệu tính đến ngày 24/4/2026" in outside
    inside = text_of(app.documents.record_paper("previous-results", cid, PaperChoices(public=False)).data)
    assert "Ông Lò Văn Ế (thôn Phú Ấp)" in inside


def test_a_conference_without_a_day_reports_on_those_of_its_year_too(app: App, cid: str) -> None:
    """P6: while only the month is known, what was held so far is before it."""
    spring = held(app, date(2026, 3, 2))
    plan = app.planning.plan(cid)
    app.planning.save_plan(cid, replace(plan, time=TimePlan(TimeKind.MONTH, month=9, year=2026)))
    assert [info.id for info in app.documents.previous.earlier(cid)] == [spring]


# --- the command line


def test_command_line_makes_them(
    app: App, sample: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """main.py export --document NAME, one or two on a page."""
    app.close()
    out = tmp_path / "ra"
    line = ["--data", str(app.paths.root), "export", sample, "--out", str(out)]
    wanted = [*line, "--document", "slips,invitations", "--format", "pdf", "--per-page", "2"]
    assert cli.run(cli.parse(wanted)) == 0
    shown = capsys.readouterr()
    assert shown.err == ""
    assert [Path(name).name for name in shown.out.split("\n") if name] == [
        "phieu-lay-y-kien.pdf",
        "giay-moi.pdf",
    ]
    pages = [len(pypdf.PdfReader(out / name).pages) for name in ("phieu-lay-y-kien.pdf", "giay-moi.pdf")]
    assert pages == [38, 20]
    assert cli.run(cli.parse([*line, "--document", "slips", "--per-page", "3"])) == 2
    assert "phải là 1 hoặc 2" in capsys.readouterr().err
    report = [*line, "--document", "prepared-report", "--format", "docx", "--public"]
    assert cli.run(cli.parse(report)) == 0
    words = "\n".join(p.text for p in docx.Document(str(out / "bao-cao-tong-hop.docx")).paragraphs)
    assert "công dân không nêu tên" in words
    assert "đề nghị không nêu tên" not in words
    assert cli.run(cli.parse([*line, "--document", "previous-results", "--earlier", sample])) == 2
    assert "phải là hội nghị khác" in capsys.readouterr().err


def test_help_names_every_document(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        cli.parse(["export", "--help"])
    shown = capsys.readouterr().out
    assert [kind.name for kind in RECORD_KINDS if kind.name not in shown] == []
    assert "--per-page" in shown
