"""The sample's session after its end, and harder ones, for the papers that follow it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime

from dialogue_desktop.documents import after_papers
from dialogue_desktop.documents.after_paper import AfterPaper
from dialogue_desktop.documents.engine import Engine
from dialogue_desktop.documents.paper_parts import Paper
from dialogue_desktop.documents.tree import Document
from dialogue_desktop.domain.after_records import Paper as Line
from dialogue_desktop.domain.after_records import PaperPart
from dialogue_desktop.domain.commitments import current
from dialogue_desktop.domain.figures import figures_of
from dialogue_desktop.domain.notice_proof import NoticeProof, ProofForm
from dialogue_desktop.domain.plan import Plan
from dialogue_desktop.domain.records import Records, Session, Version
from dialogue_desktop.domain.register import newest, numbered, paper_id
from dialogue_desktop.domain.schedule import schedule
from dialogue_desktop.domain.text_vi import marked
from tests.documents.before_the_day import sample
from tests.documents.paper_plans import calendar, minh_khe, party, unknown

NAMES = ("conclusion", "report")
TODAY = date(2026, 5, 4)
FROZEN = (Version("v1", 1, datetime(2026, 4, 24, 5, tzinfo=UTC), "ab" * 32),)
#: The subject of the letter to the power company.
POWER = f"gui:{marked('Điện lực khu vực Đông Lâm')}"
ISSUED = datetime(2026, 5, 4, 2, tzinfo=UTC)
#: What the register has on Monday 04/5/2026.
LINES = (
    Line("vb-minutes", "minutes", number="7", symbol="BB-UBND", dated_on=date(2026, 4, 24), issued_at=ISSUED),
    Line("vb-conclusion", "conclusion", number="12", symbol="TB-UBND", dated_on=TODAY),
    Line("vb-report", "report", number="31", symbol="BC-UBND", dated_on=TODAY),
    Line(
        paper_id("escalations", POWER),
        "escalations",
        POWER,
        number="24",
        symbol="UBND-VP",
        dated_on=date(2026, 4, 28),
        issued_at=ISSUED,
        sent_on=date(2026, 4, 28),
    ),
)
PROOFS = (
    NoticeProof("p1", ProofForm.OFFICE, "Trụ sở UBND xã Minh Khê", date(2026, 4, 13), date(2026, 4, 24)),
    NoticeProof("p2", ProofForm.VILLAGE_HALL, "Nhà văn hóa thôn Đồng Vạn", date(2026, 4, 13)),
    NoticeProof("p3", ProofForm.LOUDSPEAKER, "Đài truyền thanh xã", date(2026, 4, 14), date(2026, 4, 23)),
)


def with_line(lines: Sequence[Line], kind: str, **parts: str) -> tuple[Line, ...]:
    """The register with the office's own words for parts of one paper."""
    own = tuple(PaperPart(key, words) for key, words in parts.items())
    return tuple(replace(one, parts=own) if one.kind == kind else one for one in lines)


def held() -> Records:
    """The sample's session, frozen, with what the register has."""
    return replace(sample(), versions=FROZEN, papers=LINES)


def many(count: int) -> Records:
    """So many opinions: the sample's over and over, with their answers and without conclusions."""
    known = sample()
    opinions, answers = [], []
    for k in range(count):
        one = known.opinions[k % len(known.opinions)]
        opinions.append(
            replace(
                one, id=f"y-{k}", number=k + 1, text=f"{one.text} (đợt {k})", linked_id="", group_id="",
                answered_with="",
            )
        )  # fmt: skip
        answers += [
            replace(a, id=f"{a.id}-{k}", opinion_id=f"y-{k}") for a in known.answers if a.opinion_id == one.id
        ]
    return replace(
        held(), opinions=tuple(opinions), answers=tuple(answers), turns=known.turns, conclusions=()
    )


def quiet() -> Records:
    """Nobody asked anything, nobody was counted, nothing was written down but the hours."""
    session = Session("session", datetime(2026, 4, 24, 1, tzinfo=UTC), datetime(2026, 4, 24, 2, tzinfo=UTC))
    return Records(session, versions=FROZEN)


#: (plan, records) by name.
WORLDS: dict[str, Callable[[], tuple[Plan, Records]]] = {
    "state": lambda: (minh_khe(), held()),
    "party-36": lambda: (party(minh_khe(), "dang_36", "Đảng bộ tỉnh Đông Giang"), held()),
    "party-05": lambda: (party(minh_khe()), held()),
    "quiet": lambda: (minh_khe(), quiet()),
    "unknown": lambda: (unknown(minh_khe()), replace(quiet(), session=Session("session"), versions=())),
    "many": lambda: (minh_khe(), many(120)),
}


def after(
    engine: Engine,
    name: str,
    plan: Plan | None = None,
    records: Records | None = None,
    *,
    today: date = TODAY,
) -> AfterPaper:
    """What a paper is made from, as the service reads it."""
    plan, records = plan or minh_khe(), held() if records is None else records
    plan = numbered(plan, records.papers)
    notice = newest(records.papers, "conclusion")
    duties = schedule(plan, calendar(), notice_day=notice.dated_on if notice else None)
    words = engine.phrases("paper"), engine.phrases(name)
    paper = Paper(plan, duties, engine.sheet(plan.issuer.style), *words)
    figures = figures_of(records, plan, today)
    return AfterPaper(name, paper, records, current(records), figures, today, proofs=PROOFS)


def built(engine: Engine, name: str, plan: Plan | None = None, records: Records | None = None) -> Document:
    return after_papers.build(after(engine, name, plan, records))
