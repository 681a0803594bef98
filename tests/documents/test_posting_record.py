"""The record of posting and public notice: what it says, who signs, both letterheads (C2)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from dialogue_desktop.documents import doc_posting_record
from dialogue_desktop.documents.engine import Engine
from dialogue_desktop.documents.paper_parts import Paper
from dialogue_desktop.documents.tree import Document, MinutesSignature
from dialogue_desktop.domain.notice_proof import NoticeProof, ProofForm
from dialogue_desktop.domain.plan import Plan
from tests.documents.paper import docx_flow, read_pdf, squeezed
from tests.documents.paper_plans import minh_khe, party, unknown

MAN = "bà Lương Thị Mẫn, Chuyên viên Văn phòng HĐND và UBND"
PLACES = (
    NoticeProof(
        "a", ProofForm.OFFICE, "Bảng tin trụ sở", date(2026, 4, 13), date(2026, 5, 4), by=MAN,
        witness="ông Vi Văn Đức, Trưởng Công an xã",
    ),
    NoticeProof(
        "b", ProofForm.VILLAGE_HALL, "Nhà văn hóa thôn Phú Ấp", date(2026, 4, 14), by=MAN,
        witness="Trưởng thôn Phú Ấp",
    ),
    NoticeProof("c", ProofForm.WEBSITE, "Trang thông tin điện tử xã", date(2026, 4, 13), by="Phạm Thị Đượm"),
    NoticeProof(
        "d", ProofForm.LOUDSPEAKER, "Đài truyền thanh xã", date(2026, 4, 14), date(2026, 4, 14),
        "5 giờ 30 và 17 giờ", "Phạm  Thị Đượm", note="=Phát lại <sáng> 23/4",
    ),
)  # fmt: skip


def record(engine: Engine, plan: Plan, proofs: tuple[NoticeProof, ...] = PLACES) -> Document:
    words = engine.phrases("paper"), engine.phrases("posting-record")
    return doc_posting_record.build(Paper(plan, (), engine.sheet(plan.issuer.style), *words), proofs)


def words_of(engine: Engine, plan: Plan, proofs: tuple[NoticeProof, ...] = PLACES) -> str:
    return engine.text(record(engine, plan, proofs)).replace("\u00a0", " ")


def signatures(document: Document) -> list[MinutesSignature]:
    return [b for s in document.sections for b in s.blocks if isinstance(b, MinutesSignature)]


def test_one_record_for_each_pair_of_signers(engine: Engine) -> None:
    """C2: who did it and who saw it sign side by side; places of the same two stand in one record."""
    document = record(engine, minh_khe())
    assert [(s.secretaries[0].name, s.chairs[0].name) for s in signatures(document)] == [
        ("Lương Thị Mẫn", "Vi Văn Đức"),
        ("Lương Thị Mẫn", ""),
        ("Phạm Thị Đượm", ""),
    ]
    first, second, third = signatures(document)
    assert first.secretaries[0].position == "Chuyên viên Văn phòng HĐND và UBND"
    assert second.chairs[0].position == "Trưởng thôn Phú Ấp"  # known by the office alone: room for the name
    assert third.chairs[0].position == ""
    assert all(s.heads == ("Người thực hiện", "Người chứng kiến") for s in (first, second, third))


def test_it_says_where_from_when_to_when_by_whom(engine: Engine) -> None:
    """C2: form 1.9 without place and date; the plan cited; days with weekday; days before the conference."""
    words = words_of(engine, minh_khe())
    assert words.count("BIÊN BẢN") == 3
    assert "/BB-UBND" in words
    assert "Kế hoạch số 42/KH-UBND ngày 01 tháng 4 năm 2026 của Ủy ban nhân dân xã Minh Khê" in words
    days = "từ thứ Hai 13/4/2026 đến thứ Hai 04/5/2026 (22 ngày)"
    assert f"- Niêm yết tại trụ sở: Bảng tin trụ sở; {days}." in words
    assert "- Niêm yết tại nhà văn hóa thôn: Nhà văn hóa thôn Phú Ấp; từ thứ Ba 14/4/2026." in words
    assert "Việc thông báo bắt đầu trước ngày họp (24/4/2026) 11 ngày." in words
    row = next(line for line in words.splitlines() if line.startswith("2\tPhát loa"))
    assert row.split("\t")[2:4] == ["Đài truyền thanh xã", "Thứ Ba 14/4/2026"]
    assert "Giờ phát mỗi ngày: 5 giờ 30 và 17 giờ" in words
    assert "=Phát lại <sáng> 23/4" in words
    assert "Người chứng kiến: ………………………………" in words


@pytest.mark.parametrize(
    "plan",
    [
        minh_khe(),
        party(minh_khe()),
        replace(party(minh_khe(), "dang_36", "Đảng bộ tỉnh Đông Giang"), minutes_symbol="BB/ĐU"),
        unknown(minh_khe()),
    ],
    ids=["state", "party-05", "party-36", "unknown"],
)
def test_the_same_words_on_every_paper_under_every_letterhead(engine: Engine, plan: Plan) -> None:
    """C2, P2: one tree, PDF and DOCX alike; a record of one place stands on one page."""
    document = record(engine, plan)
    words = squeezed(engine.text(document).replace("\u00a0", ""))
    pdf = engine.pdf(document)
    assert pdf.report.missing == ()
    assert read_pdf(pdf.data).flow == words
    assert docx_flow(engine.docx(document).data) == words
    one = engine.pdf(record(engine, plan, PLACES[:1]))
    assert len(read_pdf(one.data).sizes) == 1
    head = "ĐẢNGỦYXÃMINHKHÊ" if plan.issuer.style.startswith("dang") else "ỦYBANNHÂNDÂNXÃMINHKHÊ"
    assert head in words


def test_names_without_sense_are_only_names(engine: Engine) -> None:
    """G5: whatever was typed is printed, nothing is interpreted."""
    odd = replace(PLACES[0], by=",", witness="bà", place="", note="a\nb")
    document = record(engine, minh_khe(), (odd,))
    (signature,) = signatures(document)
    assert signature.secretaries[0].name == ""
    assert "Địa điểm: ………" in engine.text(document)
    assert engine.pdf(document).data.startswith(b"%PDF")
