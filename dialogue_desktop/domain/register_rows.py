"""The lines of the register: what there is, what is to be made, what comes next with each (M4–M7, F5)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from dialogue_desktop.domain.after_records import Commitment, Paper
from dialogue_desktop.domain.letters import Letter, ReplyWay, escalations, reminders, replies
from dialogue_desktop.domain.plan import Plan
from dialogue_desktop.domain.records import Opinion, Records
from dialogue_desktop.domain.register import newest, paper_id, replaced
from dialogue_desktop.domain.register_due import DueDay, earliest
from dialogue_desktop.domain.register_kinds import (
    OTHER,
    REGISTER_KINDS,
    Phase,
    RegisterKind,
    Way,
    kind_of,
    symbol_of,
)


class Group(StrEnum):
    """Where a line stands in the register."""

    TODO = "can_lam"
    ISSUED = "da_phat_hanh"
    OLD = "ban_cu"


class Next(StrEnum):
    """What comes next with a paper."""

    FREEZE = "chot_bien_ban"
    NUMBER = "ghi_so_ngay"
    ISSUE = "phat_hanh"
    POST = "niem_yet"
    SEND = "gui"


@dataclass(frozen=True, slots=True)
class Facts:
    """What the register of one conference is made from, as of one moment.

    `asked` is `register_due.asked_for`, `named` the kinds that the plan speaks of. `frozen` is the number of
    the newest frozen minutes (0 before), `frozen_why` the reason of that correction, `changed` whether
    something was put right since. `offered` are the kinds that this program can make.
    """

    conference_id: str
    title: str
    plan: Plan
    records: Records
    commitments: tuple[Commitment, ...]
    asked: Mapping[tuple[str, Way], DueDay]
    named: frozenset[str]
    offered: frozenset[str]
    frozen: int
    frozen_why: str
    changed: bool
    today: date
    way: ReplyWay = ReplyWay.MATTER

    @property
    def over(self) -> bool:
        """The session is closed, or its minutes are frozen already."""
        return self.frozen > 0 or self.records.session.ended_at is not None


@dataclass(frozen=True, slots=True)
class RegisterRow:
    """One line. `paper` is what is kept, or what would be kept when something is written into it (`stored`
    False). `due` is the last day of the next step. `frozen` and `changed` are of the conference's minutes.
    `places` are where papers are usually posted.
    """

    conference_id: str
    conference: str
    kind: RegisterKind
    paper: Paper
    stored: bool
    title: str
    group: Group
    next: Next | None = None
    due: DueDay | None = None
    year: int = 0
    session_day: date | None = None
    frozen: int = 0
    changed: bool = False
    places: tuple[str, ...] = ()

    @property
    def id(self) -> str:
        """Of the paper; unlike that of the same paper in another conference only with its conference."""
        return self.paper.id

    @property
    def key(self) -> str:
        return f"{self.conference_id}:{self.paper.id}"

    @property
    def issued(self) -> bool:
        return self.paper.issued_at is not None

    def late(self, today: date) -> bool:
        return self.due is not None and self.due.day < today


def rows_of(facts: Facts) -> tuple[RegisterRow, ...]:
    """All lines of one conference: what is kept, and what law, plan and minutes still ask for."""
    old = replaced(facts.records.papers)
    letters = all_letters(facts)
    found = [
        row_of(facts, paper, letters, stored=True, old=paper.id in old) for paper in facts.records.papers
    ]
    known = {paper.id for paper in facts.records.papers}
    for paper in _wanted(facts, letters):
        if paper.id not in known:
            found.append(row_of(facts, paper, letters, stored=False))
    order = {kind.name: n for n, kind in enumerate(REGISTER_KINDS)}
    found.sort(key=lambda row: (order.get(row.kind.name, len(order)), row.paper.version))
    return tuple(found)


def blank(facts: Facts, name: str, subject: str = "") -> Paper:
    """The next version of a paper, as it is before anything is written into it."""
    now = newest(facts.records.papers, name, subject)
    version = now.version + 1 if now is not None else 1
    made = Paper(
        paper_id(name, subject, version),
        name,
        subject,
        symbol=symbol_of(facts.plan, name),
        version=version,
        replaces=now.id if now is not None else "",
    )
    if name == "plan":
        return replace(made, number=facts.plan.number, dated_on=facts.plan.issued_on)
    if name == "minutes":
        return replace(made, number=facts.plan.minutes_number, dated_on=facts.plan.day)
    return made


Letters = Mapping[tuple[str, str], Letter]


def all_letters(facts: Facts) -> Letters:
    """The letters of every series that are due, by kind and subject."""
    series = [kind.name for kind in REGISTER_KINDS if kind.series]
    return {(name, one.subject): one for name in series for one in letters_of(facts, name)}


def letters_of(facts: Facts, name: str) -> tuple[Letter, ...]:
    """The letters of a series that are due."""
    if name == "replies":
        return replies(facts.records, facts.commitments, facts.way)
    if name == "escalations":
        return escalations(facts.records, facts.commitments)
    if name == "reminders":
        return reminders(facts.commitments, facts.today, facts.records.papers)
    return ()


def _wanted(facts: Facts, letters: Letters) -> Iterator[Paper]:
    """What is not kept yet and should be made, or shown as what others cite."""
    papers = facts.records.papers
    for kind in REGISTER_KINDS:
        if kind.name not in facts.offered:
            continue
        if kind.series:
            if facts.over:
                yield from _letters(facts, kind.name, letters)
        elif newest(papers, kind.name) is None:
            if _due_to_be_made(facts, kind):
                yield blank(facts, kind.name)
        elif kind.name == "minutes":
            yield from _corrected(facts)


def _due_to_be_made(facts: Facts, kind: RegisterKind) -> bool:
    if kind.name == "plan":
        return True
    if kind.phase is Phase.BEFORE:
        return not facts.over and _before_wanted(facts, kind.name)
    if not facts.over:
        return False
    if kind.name in ("minutes", "conclusion", "report"):
        return True
    if kind.name == "review":
        return bool(facts.records.reviews) or "review" in facts.named
    return kind.name in facts.named


def _before_wanted(facts: Facts, name: str) -> bool:
    records = facts.records
    if name == "notice":
        return True
    if name == "invitations":
        return bool(records.delegates)
    if name == "prepared-report":
        return bool(records.collected())
    return name == "assigned-questions" and any(one.unit for one in records.collected())


def _letters(facts: Facts, name: str, letters: Letters) -> Iterator[Paper]:
    """Letters for which there is none; one that was issued stands for those that it answers."""
    kept = [paper for paper in facts.records.papers if paper.kind == name]
    known = {paper.subject for paper in kept}
    answered = {key for paper in kept if paper.issued_at is not None for key in paper.opinion_ids}
    for letter in (one for (kind, _), one in letters.items() if kind == name):
        done = name != "reminders" and letter.opinion_ids and set(letter.opinion_ids) <= answered
        if letter.subject not in known and not done:
            yield replace(blank(facts, name, letter.subject), opinion_ids=letter.opinion_ids)


def _corrected(facts: Facts) -> Iterator[Paper]:
    """The minutes were frozen again after they had been issued."""
    now = newest(facts.records.papers, "minutes")
    if now is not None and now.issued_at is not None and now.minutes_version < facts.frozen:
        yield replace(
            blank(facts, "minutes"), number=now.number, dated_on=now.dated_on, reason=facts.frozen_why
        )


def row_of(facts: Facts, paper: Paper, letters: Letters, *, stored: bool, old: bool = False) -> RegisterRow:
    """The line of a paper. `letters` are those of `all_letters`."""
    letter = letters.get((paper.kind, paper.subject))
    kind = kind_of(paper.kind)
    step = None if old else next_step(facts, paper, kind)
    issued = paper.issued_at is not None or kind is OTHER
    group = Group.OLD if old else Group.TODO if step is not None or not issued else Group.ISSUED
    day = paper.dated_on or facts.plan.day
    return RegisterRow(
        facts.conference_id,
        facts.title,
        kind,
        paper,
        stored,
        paper.title or _title(facts, paper, kind, letter),
        group,
        step,
        _due(facts, paper, kind, step, letter),
        day.year if day is not None else facts.plan.year,
        facts.plan.day,
        facts.frozen,
        facts.changed,
        posting_places(facts.plan),
    )


def posting_places(plan: Plan) -> tuple[str, ...]:
    """Where papers are usually posted: the office, and the house of each thôn."""
    houses = () if plan.whole_commune else plan.localities
    return (f"Trụ sở {plan.issuer.body_short}", *(f"Nhà văn hóa {one.label}" for one in houses))


def next_step(facts: Facts, paper: Paper, kind: RegisterKind) -> Next | None:
    """What is to be done with a paper that holds; None where nothing is left."""
    if kind is OTHER:
        return None
    if paper.issued_at is None:
        if kind.phase is Phase.AFTER and not facts.frozen:
            return Next.FREEZE  # until then they are drafts and say so
        return Next.NUMBER if kind.code and not (paper.number and paper.dated_on) else Next.ISSUE
    if Way.POST in kind.ways and paper.posted_on is None:
        return Next.POST
    return Next.SEND if Way.SEND in kind.ways and paper.sent_on is None else None


def _due(
    facts: Facts, paper: Paper, kind: RegisterKind, step: Next | None, letter: Letter | None
) -> DueDay | None:
    if step is None or kind is OTHER:
        return None
    if step in (Next.POST, Next.SEND):
        due = facts.asked.get((kind.name, Way.POST if step is Next.POST else Way.SEND))
    else:
        due = earliest(facts.asked, kind.name)
    promised = _promised(letter) if kind.name in ("replies", "escalations") else None
    if promised is not None and (due is None or promised.day < due.day):
        return promised
    return due


def _promised(letter: Letter | None) -> DueDay | None:
    """The first day that was given at the hall for what the letter is about."""
    if letter is None or letter.due is None:
        return None
    return DueDay(letter.due, "Ngày đã hẹn tại hội nghị.", "Biên bản hội nghị")


def _title(facts: Facts, paper: Paper, kind: RegisterKind, letter: Letter | None) -> str:
    if not kind.series:
        return kind.title
    if kind.name == "replies":
        ids = letter.opinion_ids if letter is not None else paper.opinion_ids
        return _reply_title(facts, ids)
    to = letter.to if letter is not None else next(iter(paper.recipients), "")
    if kind.name == "reminders":
        return f"Công văn đôn đốc {to}".strip()
    return f"Kiến nghị gửi {to}" if to else "Kiến nghị cấp trên, chưa ghi nơi nhận"


def _reply_title(facts: Facts, ids: Iterable[str]) -> str:
    wanted = frozenset(ids)
    opinions: list[Opinion] = [one for one in facts.records.opinions if one.id in wanted]
    matter = next((c.text for c in facts.commitments if wanted & set(c.opinion_ids) and c.text), "")
    if not matter and opinions:
        matter = opinions[0].text
    numbers = ", ".join(f"{one.number:02}" for one in opinions)
    head = f"Trả lời ý kiến số {numbers}" if numbers else "Văn bản trả lời"
    return f"{head}: {matter[:1].lower()}{matter[1:]}" if matter else head
