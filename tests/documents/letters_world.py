"""The sample after its session, and harder ones, for the letters, the supervision and the review."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime, time

from dialogue_desktop.documents import after_papers
from dialogue_desktop.documents.after_paper import AfterPaper
from dialogue_desktop.documents.engine import Engine
from dialogue_desktop.documents.paper_parts import Paper
from dialogue_desktop.documents.tree import Document
from dialogue_desktop.domain.after_records import (
    CommitmentState,
    Review,
    ReviewTask,
    Step,
    StepKind,
    StoredFile,
)
from dialogue_desktop.domain.after_records import Paper as Line
from dialogue_desktop.domain.commitments import current
from dialogue_desktop.domain.figures import figures_of
from dialogue_desktop.domain.letters import ReplyWay
from dialogue_desktop.domain.plan import Plan
from dialogue_desktop.domain.records import Answer, Opinion, Outcome, Records, Source, Voice
from dialogue_desktop.domain.schedule import schedule
from tests.documents.before_the_day import sample, words_of
from tests.documents.paper_plans import calendar, minh_khe, party, unknown

NAMES = ("replies", "escalations", "reminders", "supervision", "review")
TODAY = date(2026, 5, 18)
PHOTO = StoredFile("a" * 64, "anh-cong-ba-cua.jpg", 200_000)


def followed() -> Records:
    """The sample three weeks later: some promises kept, some late, a letter numbered, the review held."""
    records = sample()
    listed = {key: one for one in current(records) for key in one.opinion_ids}

    def promise(key: str) -> str:
        return listed[key].id

    changed = {
        promise("yk-07"): {"state": CommitmentState.DOING},
        promise("yk-09"): {"state": CommitmentState.DONE, "done_on": date(2026, 5, 7)},
        promise("yk-03"): {
            "state": CommitmentState.PUT_OFF,
            "deadline": date(2026, 6, 15),
            "state_reason": "chờ vật tư ống dẫn",
        },
        promise("yk-12"): {"state": CommitmentState.WAITING},
    }
    commitments = tuple(replace(one, **changed.get(one.id, {})) for one in current(records))  # type: ignore[arg-type]
    steps = (
        Step(
            "b1",
            promise("yk-01"),
            date(2026, 4, 29),
            StepKind.STATE,
            "Đã thay cửa phai, nạo vét được 250/400 m cuối kênh",
            "Phòng Kinh tế",
            CommitmentState.PART_DONE,
            files=(PHOTO, PHOTO),
        ),
        Step("b2", promise("yk-01"), date(2026, 5, 12), StepKind.NOTE, "Gọi điện hỏi, chưa có máy xúc"),
        Step(
            "b3",
            promise("yk-01"),
            date(2026, 5, 12),
            StepKind.REMINDED,
            letter="31/UBND-VP",
            letter_on=date(2026, 5, 12),
        ),
        Step(
            "b4",
            promise("yk-12"),
            date(2026, 4, 29),
            StepKind.LETTER_OUT,
            "đã chuyển kiến nghị",
            letter="28/UBND-VP",
            letter_on=date(2026, 4, 29),
        ),
        Step("b5", promise("yk-03"), date(2026, 5, 14), StepKind.PUT_OFF, deadline=date(2026, 6, 15)),
        Step(
            "b6",
            promise("yk-09"),
            date(2026, 5, 7),
            StepKind.STATE,
            "Đã rào bờ kênh, mở thư viện mỗi tuần ba buổi",
        ),
    )
    papers = (
        Line(
            "vb-conclusion",
            "conclusion",
            number="25",
            symbol="TB-UBND",
            dated_on=date(2026, 4, 29),
            issued_at=datetime(2026, 4, 29, 2, tzinfo=UTC),
        ),
        Line(
            "vb-esc",
            "escalations",
            "gui:x",
        ),
    )
    review = Review(
        "review",
        date(2026, 5, 15),
        time(14, 0),
        time(15, 30),
        "Phòng họp UBND xã Minh Khê",
        "ông Đỗ Mạnh Tuyển",
        "Chủ tịch UBND xã",
        "bà Lương Thị Mẫn",
        "Công chức Văn phòng",
        ("Trưởng các phòng, Công an xã, Trạm Y tế: 05 người", "Trưởng thôn Đồng Vạn, Trưởng thôn Phú Ấp"),
        good="Việc phát phiếu đến từng hộ làm sớm, Nhân dân đến đủ.\nTrả lời tại chỗ được nhiều việc.",
        causes="Phòng Kinh tế chưa có đủ số liệu về kênh mương.",
        tasks=(
            ReviewTask(
                "Gửi dự thảo trả lời trước ngày họp 03 ngày", "Các phòng chuyên môn", date(2026, 9, 1)
            ),
            ReviewTask("Chuẩn bị micro dự phòng"),
        ),
    )
    return replace(records, commitments=commitments, steps=steps, papers=papers, reviews=(review,))


HOSTILE = "Giá < 5 & > 3; <b>đậm</b> {a} {0} %s =1+1 \\n “ngoặc” </w:t> &amp; {{x}}"


def hard() -> Records:
    """No unit, no day, several thôn, markup, a group without names, no text, answers of many pages."""
    long = " ".join(
        f"Đoạn {k}: xã đã kiểm tra hiện trường, lập biên bản và giao đơn vị sửa." for k in range(300)
    )
    two = (Voice("Lê Văn Hùng", "ông", "thôn Đồng Vạn"), Voice("Tòng Thị Én", "em", "thôn Bến Lở", "xóm Bãi"))
    crowd = tuple(Voice(f"Hoàng Văn Tư {k}", "ông", "thôn Phú Ấp", "xóm Đình") for k in range(1, 61))
    opinions = (
        Opinion("h1", 1, text=HOSTILE, voices=two, outcome=Outcome.WRITTEN, consent=True),
        Opinion(
            "h2", 2, Source.SLIP, text=long, anonymous=True, outcome=Outcome.WRITTEN, unit="Công an <xã>"
        ),
        Opinion("h3", 3, text="", outcome=Outcome.PARTLY, group_note="Nhóm 12 hộ & xóm Chợ"),
        Opinion("h4", 4, text="Đề nghị sửa cầu.", voices=crowd, outcome=Outcome.WRITTEN),
        Opinion(
            "h5",
            5,
            text="Cán bộ Lê Văn Hùng làm khó dân, gọi tôi theo số 0912 345 678.",
            voices=(Voice("Ma Thị Sua", "bà", "thôn Bến Lở"),),
            consent=False,
            withheld=True,
            outcome=Outcome.ESCALATED,
        ),
        Opinion(
            "h6", 6, text="Bỏ trống.", voices=(Voice("", "", "thôn Đồng Vạn"),), outcome=Outcome.OFF_TOPIC
        ),
        Opinion(
            "h7", 7, text="Cấp điện.", voices=two, outcome=Outcome.ESCALATED, receiving_body=HOSTILE[:40]
        ),
    )
    answers = (
        Answer("a1", "h1", 1, text=long),
        Answer("a2", "h1", 2, "Chưa rõ ngày nào xong.", "ông Vi Văn Đức", "Trưởng Công an xã", HOSTILE),
        Answer("a3", "h4", 1, text="Xã trả lời bà Ma Thị Sua ở thôn Bến Lở và mọi người."),
    )
    return Records(opinions=opinions, answers=answers)


def many() -> Records:
    """Sixty people with one matter each, of which twenty go up."""
    opinions = tuple(
        Opinion(
            f"n{k}",
            k,
            text=f"Đề nghị xã sửa đoạn đường số {k} trước nhà, mưa là lầy, xe không đi được.",
            voices=(Voice(f"Nguyễn Thị Hảo {k}", "bà", "thôn Phú Ấp"),),
            outcome=Outcome.ESCALATED if k % 3 == 0 else Outcome.WRITTEN,
            receiving_body="Sở Xây dựng" if k % 3 == 0 else "",
            unit="Phòng Kinh tế",
            deadline=date(2026, 5, 8),
            consent=k % 5 != 0,
        )
        for k in range(1, 61)
    )
    return Records(opinions=opinions)


WORLDS: dict[str, Callable[[], tuple[Plan, Records]]] = {
    "state": lambda: (minh_khe(), followed()),
    "fresh": lambda: (minh_khe(), sample()),
    "party-36": lambda: (party(minh_khe(), "dang_36", "Đảng bộ tỉnh Đông Giang"), followed()),
    "party-05": lambda: (party(minh_khe()), followed()),
    "hard": lambda: (minh_khe(), hard()),
    "unknown": lambda: (unknown(minh_khe()), hard()),
    "many": lambda: (minh_khe(), many()),
}


def paper_of(
    engine: Engine,
    name: str,
    plan: Plan,
    records: Records,
    *,
    only: tuple[str, ...] = (),
    way: ReplyWay = ReplyWay.MATTER,
    today: date = TODAY,
) -> AfterPaper:
    words = engine.phrases("paper"), engine.phrases(name)
    sheet = engine.sheet(plan.issuer.style)
    paper = Paper(plan, schedule(plan, calendar()), sheet, *words, calendar=calendar())
    figures = figures_of(records, plan, today)
    return AfterPaper(name, paper, records, current(records), figures, today, only, way)


def built(
    engine: Engine,
    name: str,
    plan: Plan,
    records: Records,
    *,
    only: tuple[str, ...] = (),
    way: ReplyWay = ReplyWay.MATTER,
    today: date = TODAY,
) -> Document:
    """The tree of one paper."""
    return after_papers.build(paper_of(engine, name, plan, records, only=only, way=way, today=today))


def letters_of(engine: Engine, document: Document) -> list[str]:
    """The words of each section."""
    return [words_of(engine, replace(document, sections=(one,))) for one in document.sections]


def one_letter(engine: Engine, name: str, records: Records, subject: str, **more: object) -> str:
    """The words of the letter with this subject."""
    document = built(engine, name, minh_khe(), records, only=(subject,), **more)  # type: ignore[arg-type]
    return words_of(engine, replace(document, sections=document.sections[:1]))
