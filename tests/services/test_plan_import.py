"""Conferences made from old plans, by file and by paste, and every file that is none (P13)."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import docx
import pytest

from dialogue_desktop.bootstrap import App
from dialogue_desktop.domain.plan import Quota
from dialogue_desktop.errors import BadInput, NotFound
from dialogue_desktop.services.plan_import import NO_PLAN, NOTHING_PASTED, TOO_LONG
from tests.exchange.lists import as_vni
from tests.exchange.old_plan import PARAGRAPHS, TEXT, scanned
from tests.exchange.wrong_files import WRONG, WrongFile


def test_a_file_becomes_a_conference_of_this_year(app: App, tmp_path: Path) -> None:
    """P13: a DOCX of 2025 is a plan of 2026, listed, with its duties counted and its doubts kept."""
    path = tmp_path / "kế hoạch cũ.docx"
    document = docx.Document()
    for text in PARAGRAPHS:
        document.add_paragraph(text)
    document.save(str(path))
    cid, doubts = app.plan_import.import_plan(path)
    plan = app.planning.plan(cid)
    assert (plan.year, plan.number, plan.issuer.name) == (2026, "", "Tân Hà")
    assert cid in {info.id for info in app.planning.list()}
    assert sum(line.dated for line in app.deadlines.schedule(plan)) == 6
    origin = app.plan_import.origin(cid)
    assert origin is not None
    assert (origin.year, origin.doubts, origin.unseen) == (2025, doubts, len(doubts))
    assert any("hạn cũ" in doubt.reason for doubt in doubts)
    assert app.documents.preview_plan(plan) is not None


def test_as_it_was_where_one_wants_it_so(app: App) -> None:
    """P13: without going on to this year number and date stay."""
    cid, _ = app.plan_import.import_text(TEXT, on=False)
    plan = app.planning.plan(cid)
    assert (plan.number, plan.year) == ("37", 2025)
    assert plan.copies
    assert plan.fields


def test_a_scan_is_pasted(app: App) -> None:
    """P13: broken lines, page heads and stamps; the units are those of the clean text."""
    cid, _ = app.plan_import.import_text(scanned())
    clean, _ = app.plan_import.import_text(TEXT)
    units = [[u.unit for u in app.planning.plan(one).tasks] for one in (cid, clean)]
    assert units[0] == units[1]


def test_the_programs_own_plan_comes_back(app: App, tmp_path: Path) -> None:
    """P13, P8: quotas, numbers of people and headings of a printed plan are data again, nothing twice."""
    sample = app.exchange.sample()
    (path,) = app.documents.export(sample, documents=("plan",), formats=("docx",), out=tmp_path)
    cid, doubts = app.plan_import.import_plan(path, on=False)
    old, new = app.planning.plan(sample), app.planning.plan(cid)
    assert [quota.seats for quota in new.quotas] == [quota.seats for quota in old.quotas]
    assert (new.time.day, new.time.start, new.places) == (old.time.day, old.time.start, old.places)
    assert [doubt.step for doubt in doubts] == ["budget"]
    (again,) = app.documents.export(cid, documents=("plan",), formats=("docx",), out=tmp_path / "lai")
    printed = [
        paragraph.text
        for paragraph in docx.Document(str(again)).paragraphs
        if paragraph.text.startswith(("- Nhân dân", "- Chỉ tiêu"))
    ]
    assert [text.count("130") for text in printed if "(130 người)" in text] == [1]


def test_seats_of_hamlets_come_back(app: App, tmp_path: Path) -> None:
    """P8, P13: printed behind their thôn, read again as seats of its xóm; without doubt about the line."""
    sample = app.exchange.sample()
    plan = app.planning.plan(sample)
    first = plan.localities[0]
    hamlets = (Quota(first.id, 40, "xóm Đình"), Quota(first.id, 30, "xóm Ngọn Đồi"))
    app.planning.save_plan(sample, replace(plan, quotas=(plan.quotas[0], *hamlets, *plan.quotas[1:])))
    (path,) = app.documents.export(sample, documents=("plan",), formats=("docx",), out=tmp_path)
    words = " ".join(paragraph.text for paragraph in docx.Document(str(path)).paragraphs)
    assert "thôn Đồng Vạn 70 người (xóm Đình 40; xóm Ngọn Đồi 30); thôn Phú Ấp 60 người" in words
    cid, doubts = app.plan_import.import_plan(path, on=False)
    found = [(quota.seats, quota.hamlet) for quota in app.planning.plan(cid).quotas]
    assert found == [(70, ""), (40, "xóm Đình"), (30, "xóm Ngọn Đồi"), (60, "")]
    assert [doubt.step for doubt in doubts] == ["budget"]


def test_what_was_seen_stays_ticked(app: App) -> None:
    """P13: a tick is kept, can be taken back, and a wrong number changes nothing."""
    cid, doubts = app.plan_import.import_text(TEXT)
    app.plan_import.set_seen(cid, 1, True)
    app.plan_import.set_seen(cid, 999, True)
    origin = app.plan_import.origin(cid)
    assert origin is not None
    assert [doubt.seen for doubt in origin.doubts].index(True) == 1
    assert origin.unseen == len(doubts) - 1
    app.plan_import.set_seen(cid, 1, False)
    again = app.plan_import.origin(cid)
    assert again is not None
    assert again.unseen == len(doubts)


def test_other_conferences_have_no_origin(app: App, cid: str) -> None:
    """P13: a plan made from a profile has nothing to look at."""
    assert app.plan_import.origin(cid) is None


@pytest.mark.parametrize(
    ("text", "sentence"),
    [("", NOTHING_PASTED), (" \n\u200b\n", NOTHING_PASTED), ("Chợ họp ngày mai.", NO_PLAN)],
)
def test_a_paste_without_a_plan(app: App, text: str, sentence: str) -> None:
    """P13, G5: one clear sentence; no conference is made."""
    _refused(app, lambda: app.plan_import.import_text(text), sentence)


def test_a_paste_as_long_as_a_book(app: App) -> None:
    """P13, G5: hundreds of pages are refused before they are read."""
    _refused(app, lambda: app.plan_import.import_text(TEXT * 200), TOO_LONG)


@pytest.mark.parametrize("wrong", WRONG, ids=lambda wrong: wrong.name)
def test_a_wrong_file(app: App, tmp_path: Path, wrong: WrongFile) -> None:
    """P13, G5: one sentence; no conference is made."""
    path = tmp_path / wrong.name
    path.write_bytes(wrong.make())
    _refused(app, lambda: app.plan_import.import_plan(path), wrong.said)


def test_an_old_font_is_said(app: App) -> None:
    """P13, G5: the plan is made, the change of code is the first thing to look at."""
    cid, doubts = app.plan_import.import_text(as_vni(TEXT), on=False)
    assert doubts[0].text == "Cả kế hoạch cũ"
    assert doubts[0].reason == "chữ gõ theo VNI (phông VNI-…), đã chuyển sang Unicode"
    assert app.planning.plan(cid).issuer.name == "Tân Hà"


def test_no_file(app: App, tmp_path: Path) -> None:
    """G5: a name without a file."""
    with pytest.raises(NotFound):
        app.plan_import.import_plan(tmp_path / "khong-co.docx")


def _refused(app: App, act, sentence: str) -> None:
    before = len(app.planning.list())
    with pytest.raises(BadInput) as caught:
        act()
    assert sentence in caught.value.sentence
    assert len(app.planning.list()) == before
