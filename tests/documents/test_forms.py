"""The plan and the minutes of the sample conference on paper: nothing said is lost (M1, M2, P1–P12)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from dialogue_desktop.documents import doc_minutes, doc_plan
from dialogue_desktop.documents.engine import Engine
from dialogue_desktop.documents.sight import fit
from dialogue_desktop.documents.tree import Document
from dialogue_desktop.domain.conference import ConferenceView, Stage
from dialogue_desktop.domain.privacy import may_name, posted
from dialogue_desktop.domain.records import Conclusion
from dialogue_desktop.exchange.package import Package
from dialogue_desktop.resource_files import read_strict
from tests.data.loc_thinh import loc_thinh_plan
from tests.documents.conftest import RESOURCES
from tests.documents.paper import docx_flow, read_pdf, squeezed


@pytest.fixture(scope="module")
def view() -> ConferenceView:
    sample = read_strict(RESOURCES / "samples" / "minh_khe_2026.json", Package)
    return ConferenceView("mau", "Minh Khê", Stage.CONCLUDE, sample.plan, sample.records)


def minutes_of(engine: Engine, view: ConferenceView, *, public: bool = False) -> Document:
    sheet = engine.sheet(view.plan.issuer.style)
    copy = engine.phrases("plan")("copy")
    return doc_minutes.build(view, sheet, engine.phrases("minutes"), copy, posted=public)


@pytest.fixture(scope="module")
def full(engine: Engine, view: ConferenceView) -> Document:
    return minutes_of(engine, view)


def test_every_opinion_and_answer_is_whole_in_pdf_and_docx(
    engine: Engine, view: ConferenceView, full: Document
):
    """M1: each text letter for letter, each person, each round."""
    result = engine.pdf(full)
    papers = [read_pdf(result.data).flow, docx_flow(engine.docx(full).data), squeezed(engine.text(full))]
    assert len(view.records.opinions) >= 30
    for flow in papers:
        for opinion in view.records.opinions:
            assert squeezed(fit(opinion.text)) in flow, opinion.number
            if not opinion.anonymous:
                assert all(squeezed(voice.name) in flow for voice in opinion.voices)
        for answer in view.records.answers:
            assert squeezed(fit(answer.text)) in flow
            assert squeezed(fit(answer.follow_up)) in flow
        for conclusion in view.records.conclusions:
            assert squeezed(conclusion.text.rstrip(" .;")) in flow
    assert result.report.missing == ()
    anchors = {place.anchor for place in result.places}
    assert {f"opinion:{opinion.id}" for opinion in view.records.opinions} <= anchors


def test_a_conclusion_that_names_unit_and_day_itself_says_them_once(
    engine: Engine, view: ConferenceView
) -> None:
    """L8: what was drafted holds both in its sentence; what was written by hand gets them behind it."""
    due = date(2026, 5, 8)
    whole = "Giao Phòng Kinh tế vá đường trục thôn Phú Ấp, chậm nhất ngày 08/5/2026."
    rows = (
        Conclusion("a", 0, whole, False, "Phòng Kinh tế", due),
        Conclusion("b", 1, "Sửa loa thôn Đồng Vạn", False, "Văn phòng", due),
    )
    lines = engine.text(minutes_of(engine, replace(view, records=replace(view.records, conclusions=rows))))
    assert sum(squeezed(whole) == squeezed(line).lstrip("-–+") for line in lines.splitlines()) == 1
    assert "Sửa loa thôn Đồng Vạn; giao Văn phòng; chậm nhất ngày 08/5/2026." in lines


def test_three_copies_of_the_sample(engine: Engine, view: ConferenceView, full: Document):
    """M2: the posted copy names nobody without consent, holds nothing withheld; the others are whole."""
    public = minutes_of(engine, replace(view, records=posted(view.records).records), public=True)
    copies = [(public, "Bản 1/3: Niêm yết"), (full, "Bản 2/3: Lưu hồ sơ"), (full, "Bản 3/3: Kèm báo cáo")]
    first, second, third = (read_pdf(result.data) for result in engine.pdf_copies(copies))
    assert second.flow == third.flow
    named = {v.name for o in view.records.opinions if may_name(o) for v in o.voices}
    secret = {v.name for o in view.records.opinions if not may_name(o) for v in o.voices} - named - {""}
    assert secret
    officials = " ".join(answer.answerer for answer in view.records.answers)
    for name in secret:
        if name not in officials:
            assert squeezed(name) not in first.flow, name
    for opinion in view.records.opinions:
        if opinion.withheld:
            assert squeezed(opinion.text) not in first.flow
    for paper in (first, second, third):
        assert paper.has("THƯ KÝ")
        assert paper.has("CHỦ TỌA")


@pytest.mark.parametrize("sample", [True, False], ids=["Minh Khê", "Lộc Thịnh"])
def test_plan_is_the_same_in_pdf_and_docx(engine: Engine, view: ConferenceView, sample: bool):
    """P1: the sample's plan and that of the seed; recipients and signer at the end, on one page."""
    plan = view.plan if sample else loc_thinh_plan()
    tree = doc_plan.build(plan, (), engine.sheet(plan.issuer.style), engine.phrases("plan"))
    paper = read_pdf(engine.pdf(tree).data)
    assert (
        paper.flow == docx_flow(engine.docx(tree).data) == squeezed(engine.text(tree).replace("\u00a0", ""))
    )
    assert paper.line("Nơi nhận:").page == paper.line(plan.signature.name).page == len(paper.sizes)
    assert "./." in paper.flow
    assert "{" not in paper.flow
