"""The papers before the day, read in one step and drawn in another; what there is to print from (C1–C11)."""

from __future__ import annotations

import threading
from datetime import date

import pytest

from dialogue_desktop.bootstrap import App
from dialogue_desktop.domain.notice_proof import NoticeProof
from dialogue_desktop.domain.paper_choices import PaperChoices
from dialogue_desktop.domain.records import Delegate
from dialogue_desktop.errors import BadInput
from dialogue_desktop.services.document_kinds import BEFORE_KINDS
from tests.services.test_record_papers import held


@pytest.fixture
def sample(app: App) -> str:
    return app.exchange.sample()


def test_what_was_read_is_drawn_without_the_database(app: App, sample: str) -> None:
    """G1: every paper, on a thread that could not open the database; as the one-step road gives it."""
    held(app, date(2025, 4, 25))
    sources = [app.documents.papers.read(kind.name, sample) for kind in BEFORE_KINDS]
    app.database.close()
    drawn: dict[str, int] = {}

    def draw() -> None:
        for source in sources:
            document = app.documents.papers.document(source)
            drawn[source.kind.name] = app.documents.papers.pdf(document).pages

    thread = threading.Thread(target=draw)
    thread.start()
    thread.join()
    assert set(drawn) == {kind.name for kind in BEFORE_KINDS}
    assert min(drawn.values()) > 0


def test_files_of_every_form(app: App, sample: str) -> None:
    """C3, C7, P11: each paper in each of its forms; those to be filled in are one for each thôn or unit."""
    papers = app.documents.papers
    held(app, date(2025, 4, 25))
    for kind in BEFORE_KINDS:
        source = papers.read(kind.name, sample)
        for form in kind.formats:
            files = papers.files(source, form)
            assert all(name.endswith(f".{form}") and name.startswith(kind.stem) for name, _ in files)
            heads = {data[:4] for _, data in files}
            assert heads == {b"%PDF" if form == "pdf" else b"PK\x03\x04"}
    assert len(papers.files(papers.read("slips", sample), "xlsx")) == 2


def test_a_long_series_is_begun_with_its_first_letters(app: App, cid: str) -> None:
    """C10, G1: of a hundred letters the first few come at once, a short paper is whole."""
    app.inviting.add(cid, [Delegate("", name=f"Lò Văn Ế {n}", honorific="ông") for n in range(100)])
    papers = app.documents.papers
    document = papers.document(papers.read("invitations", cid))
    first = papers.first_pages(document)
    assert first is not None
    assert 0 < first.pages < 10
    assert papers.pdf(document).pages == 100
    one = PaperChoices(only=(app.live.records(cid).delegates[0].id,))
    short = papers.document(papers.read("invitations", cid, one))
    assert papers.first_pages(short) is None


def test_what_a_conference_holds(app: App, sample: str) -> None:
    """C3, C7–C11: the figures beside each paper."""
    before = held(app, date(2025, 4, 25))
    holdings = app.documents.papers.holdings(sample)
    records = app.live.records(sample)
    assert holdings.collected == len(records.collected()) == 15
    assert holdings.slips == sum(batch.handed for batch in records.slip_batches)
    assert holdings.answering == tuple(dict.fromkeys(holdings.answering))
    assert holdings.earlier[0].id == before
    assert holdings.letters(PaperChoices()) == app.documents.record_paper("invitations", sample).pages
    blank = PaperChoices(blank_letters=2)
    assert holdings.letters(blank) == app.documents.record_paper("invitations", sample, blank).pages


def test_the_record_of_posting_needs_a_place(app: App, cid: str) -> None:
    """C2: refused with the way to it, made once a place is written."""
    with pytest.raises(BadInput, match="trang Việc chuẩn bị"):
        app.documents.papers.read("posting-record", cid)
    board = NoticeProof("bang-tin", place="Bảng tin trụ sở", first_day=date(2026, 4, 14))
    app.notice_proofs.save(cid, board)
    assert app.documents.papers.holdings(cid).proofs == 1
    source = app.documents.papers.read("posting-record", cid)
    assert app.documents.papers.render(source).pages == 1
