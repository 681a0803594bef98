"""Open promises of the conference before, carried into the next by its own records (C9, F3)."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, time

import pypdfium2

from dialogue_desktop.bootstrap import App
from dialogue_desktop.domain.live import LiveItem, Round
from dialogue_desktop.domain.plan import TimeKind, TimePlan
from dialogue_desktop.domain.records import Conclusion, Outcome, Source


def _next(app: App, cid: str) -> str:
    made = app.planning.copy_of(cid)
    plan = app.planning.plan(made)
    later = TimePlan(TimeKind.EXACT, date(2026, 10, 16), time(8, 0))
    app.planning.save_plan(made, replace(plan, time=later))
    return made


def _printed(app: App, cid: str) -> str:
    pdf = pypdfium2.PdfDocument(app.documents.record_paper("previous-results", cid).data)
    words = " ".join(page.get_textpage().get_text_bounded() for page in pdf)
    pdf.close()
    return " ".join(words.replace("\u00a0", " ").split())


def test_what_is_open_comes_from_the_records_of_the_conference_before(app: App, cid: str) -> None:
    """C9, F3: an answer with a day, a slip raised again at the hall, and conclusions that were not settled;
    what is put right in the old conference is right in the next report."""
    slip = app.live.add_collected(
        cid, LiveItem(source=Source.SLIP, text="Mương tắc.", rounds=()), prepared_answer="Đã rõ."
    )
    app.live.save_item(
        cid,
        LiveItem(
            source=Source.HALL, text="Nhắc lại: mương tắc.", outcome=Outcome.ANSWERED, linked_id=slip.id,
            unit="Phòng Kinh tế", deadline=date(2026, 8, 30), rounds=(Round(text="Nạo vét trong tháng 8."),),
        ),
    )  # fmt: skip
    app.live.set_conclusions(
        cid,
        (
            Conclusion("a", 0, "Đồng tình với kế hoạch.", True),
            Conclusion("b", 1, "Nạo vét kênh N4.", False, "Phòng Kinh tế", date(2026, 4, 20)),
        ),
    )
    later = _next(app, cid)
    found = app.documents.previous.of(later, public=True)
    assert [(one.state.value, one.answer, one.repeats) for one in found.results] == [
        ("dang_giai_quyet", "Nạo vét trong tháng 8.", 0), ("dang_giai_quyet", "Nạo vét trong tháng 8.", 1),
    ]  # fmt: skip
    assert [one.text for one in found.conclusions] == ["Nạo vét kênh N4."]
    words = _printed(app, later)
    assert "Còn 02 ý kiến, kiến nghị tiếp tục được theo dõi" in words
    assert "Nhắc lại ý kiến số 1." in words
    assert "Các kết luận của Chủ trì tại Hội nghị kỳ trước giao tiếp tục thực hiện:" in words
    assert re.search(r"Nạo vét kênh N4\. Phòng Kinh tế 20/4/2026 \(đã quá hạn\)", words)
    app.live.edit_opinion(cid, slip.id, outcome=Outcome.NOTED, deadline=None)
    hall = app.live.records(cid).at_hall()[0]
    app.live.edit_opinion(cid, hall.id, deadline=None)
    app.live.set_conclusions(cid, ())
    settled = app.documents.previous.of(later, public=True)
    assert {one.state.value for one in settled.results} == {"da_giai_quyet"}
    assert settled.conclusions == ()
