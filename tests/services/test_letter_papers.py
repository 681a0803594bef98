"""Letters, supervision and review by service and command line: what is written, what is said where there is
nothing (M5, M6, F1–F4)."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import openpyxl
import pytest

from dialogue_desktop.bootstrap import App
from dialogue_desktop.domain.letters import ReplyWay
from dialogue_desktop.domain.live import LiveItem
from dialogue_desktop.domain.records import Outcome, Voice
from dialogue_desktop.errors import BadInput
from dialogue_desktop.services import letter_checks
from tests.services.conftest import MovingClock

NAMES = ("replies", "escalations", "reminders", "supervision", "review")


def spoken(app: App, cid: str, outcome: Outcome, **more: object) -> None:
    voice = Voice("Lò Văn Ế", "ông", "thôn Phú Ấp")
    item = LiveItem(text="Cầu Ngòi lung lay.", voices=(voice,), outcome=outcome, **more)  # type: ignore[arg-type]
    app.live.save_item(cid, item)


def test_nothing_to_print_is_one_sentence_and_no_file(app: App, cid: str, tmp_path: Path) -> None:
    """G5: what is missing, that nothing was made, what to do."""
    for name in NAMES:
        with pytest.raises(BadInput) as refused:
            app.documents.export(cid, documents=[name], out=tmp_path / "ra")
        sentence = refused.value.sentence
        assert sentence.startswith("Chưa có")
        assert "chưa lập được văn bản này" in sentence
        assert "Hãy" in sentence
    assert not (tmp_path / "ra").exists()


def test_what_was_answered_on_the_spot_needs_no_letter(app: App, cid: str) -> None:
    app.live.start(cid)
    spoken(app, cid, Outcome.ANSWERED)
    for name, said in (
        ("replies", letter_checks.NO_REPLIES),
        ("escalations", letter_checks.NO_ESCALATIONS),
        ("reminders", letter_checks.NO_REMINDERS),
        ("supervision", letter_checks.NO_COMMITMENTS),
    ):
        with pytest.raises(BadInput, match=said[:40]):
            app.documents.after.read(name, cid)
    assert app.documents.after.render(app.documents.after.read("review", cid)).pages >= 1


def test_all_are_written_in_their_forms(app: App, cid: str, clock: MovingClock, tmp_path: Path) -> None:
    app.live.start(cid)
    spoken(app, cid, Outcome.WRITTEN, unit="Phòng Kinh tế", deadline=date(2026, 5, 8))
    spoken(app, cid, Outcome.ESCALATED, receiving_body="Sở Xây dựng", deadline=date(2026, 4, 29))
    clock.step(20 * 24 * 3600)
    files = app.documents.export(cid, documents=list(NAMES), out=tmp_path / "ra")
    assert [file.name for file in files] == [
        "van-ban-tra-loi.pdf",
        "van-ban-tra-loi.docx",
        "van-ban-kien-nghi.pdf",
        "van-ban-kien-nghi.docx",
        "cong-van-don-doc.pdf",
        "cong-van-don-doc.docx",
        "bang-theo-doi-giam-sat.pdf",
        "bang-theo-doi-giam-sat.docx",
        "bang-theo-doi-giam-sat.xlsx",
        "bien-ban-rut-kinh-nghiem.pdf",
        "bien-ban-rut-kinh-nghiem.docx",
    ]
    sheet = openpyxl.load_workbook(files[8]).worksheets[0]
    assert sheet["A6"].value == 1
    assert "Lò Văn Ế" not in str([cell.value for row in sheet.iter_rows() for cell in row])


def test_one_letter_alone_and_the_parts_that_may_be_reworded(app: App, cid: str) -> None:
    """M5: what an editor shows has names that a secretary knows; a letter that is not due is told."""
    app.live.start(cid)
    spoken(app, cid, Outcome.WRITTEN, unit="Phòng Kinh tế", deadline=date(2026, 5, 8))
    spoken(app, cid, Outcome.WRITTEN, unit="Công an xã", deadline=date(2026, 5, 8))
    after = app.documents.after
    both = after.read("replies", cid)
    subjects = list(dict.fromkeys(part.subject for part in after.parts(both)))
    assert len(subjects) == 2
    alone = after.read("replies", cid, only=(subjects[0],))
    assert len(after.document(alone).sections) == 1
    parts = after.parts(alone)
    assert [part.name for part in parts][:5] == [
        "Về việc",
        "Kính gửi, mỗi người một dòng",
        "Mở đầu: Hội nghị nào, ý kiến của ai",
        "Nội dung ý kiến, kiến nghị",
        "Nội dung trả lời",
    ]
    assert all(part.drafted for part in parts)
    person = after.read("replies", cid, way=ReplyWay.PERSON)
    names = [part.name for part in after.parts(person)]
    assert "Nội dung trả lời, ý kiến số 2" in names
    with pytest.raises(BadInput, match="Chưa có văn bản nào trong số đã chọn"):
        after.read("replies", cid, only=("viec:khong-co",))
