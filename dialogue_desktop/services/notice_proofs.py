"""The proof of public notice: its rows, and what law and plan say of them (C2)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from types import MappingProxyType
from uuid import uuid4

from dialogue_desktop.clock import Clock
from dialogue_desktop.domain.checklist import ItemKind
from dialogue_desktop.domain.notice_proof import (
    NoticeProof,
    ProofForm,
    proof_faults,
    usual_people,
    usual_places,
)
from dialogue_desktop.domain.notice_verdict import (
    Limits,
    Verdict,
    all_told,
    limits_of,
    row_verdicts,
    verdicts,
)
from dialogue_desktop.domain.text_vi import clean, one_line
from dialogue_desktop.errors import BadInput
from dialogue_desktop.events import ChecklistChanged, EventBus
from dialogue_desktop.services.deadlines import Deadlines
from dialogue_desktop.storage.conferences import Conferences
from dialogue_desktop.storage.database import Database
from dialogue_desktop.storage.duties import Duties
from dialogue_desktop.storage.proof_rows import ProofRows


def _no_verdicts() -> Mapping[str, tuple[Verdict, ...]]:
    return MappingProxyType({})


@dataclass(frozen=True, slots=True)
class ProofView:
    """The proof of one conference as pages see it.

    `of_row` are the verdicts on each row by its id, `verdicts` those on all rows together. `to_tick` is the
    plan's notice duty that nobody has ticked yet ("" without one), `to_tick_day` when the last place had it.
    """

    conference_id: str
    proofs: tuple[NoticeProof, ...]
    limits: Limits
    verdicts: tuple[Verdict, ...]
    today: date
    of_row: Mapping[str, tuple[Verdict, ...]] = field(default_factory=_no_verdicts)
    to_tick: str = ""
    to_tick_title: str = ""
    to_tick_day: date | None = None
    places: Mapping[ProofForm, tuple[str, ...]] = field(default_factory=lambda: MappingProxyType({}))
    people: tuple[str, ...] = ()


class NoticeProofs:
    """Rows are written whole lists at a time, so that one act is one step back."""

    def __init__(
        self,
        database: Database,
        conferences: Conferences,
        deadlines: Deadlines,
        bus: EventBus,
        clock: Clock,
    ) -> None:
        self._rows = ProofRows(database)
        self._duties = Duties(database)
        self._conferences = conferences
        self._deadlines = deadlines
        self._bus = bus
        self._clock = clock

    def proofs(self, conference_id: str) -> tuple[NoticeProof, ...]:
        return self._rows.all(conference_id)

    def view(self, conference_id: str) -> ProofView:
        """NotFound."""
        plan = self._conferences.plan(conference_id)
        today = self._clock.today()
        limits = limits_of(plan, self._deadlines.schedule(plan), own_limits=self._deadlines.own().limits)
        proofs = self._rows.all(conference_id)
        lines = {line.id: line for line in self._duties.all(conference_id) if line.kind is ItemKind.PLAN}
        duty = lines.get(limits.plan_duty)
        still_open = duty is not None and duty.done_on is None
        return ProofView(
            conference_id,
            proofs,
            limits,
            verdicts(proofs, limits, today=today),
            today,
            MappingProxyType({one.id: row_verdicts(one, limits, today=today) for one in proofs}),
            limits.plan_duty if still_open else "",
            duty.title if duty is not None and still_open else "",
            all_told(proofs),
            MappingProxyType({form: usual_places(plan, form) for form in ProofForm}),
            usual_people(plan),
        )

    def save(self, conference_id: str, proof: NoticeProof) -> tuple[NoticeProof, ...]:
        """Add a row (with an empty id) or write one anew; the list before, for taking it back. BadInput."""
        proof = _clean(proof)
        before = self._rows.all(conference_id)
        plan = self._conferences.plan(conference_id)
        faults = proof_faults(proof, today=self._clock.today(), conference_day=plan.day)
        if faults:
            raise BadInput(next(iter(faults.values())))
        if not proof.id:
            proof = replace(proof, id=uuid4().hex[:12])
        there = [proof if one.id == proof.id else one for one in before]
        if all(one.id != proof.id for one in before):
            there.append(proof)
        self._write(conference_id, there)
        return before

    def remove(self, conference_id: str, proof_id: str) -> tuple[NoticeProof, ...]:
        """Take a row away; the list before, for taking it back."""
        before = self._rows.all(conference_id)
        self._write(conference_id, [one for one in before if one.id != proof_id])
        return before

    def put_back(self, conference_id: str, before: Sequence[NoticeProof]) -> None:
        """The list as it was."""
        self._write(conference_id, before)

    def _write(self, conference_id: str, proofs: Sequence[NoticeProof]) -> None:
        self._rows.replace(conference_id, proofs)
        self._bus.publish(ChecklistChanged(conference_id, self._clock.now()))


def _clean(proof: NoticeProof) -> NoticeProof:
    return replace(
        proof,
        place=one_line(proof.place),
        times=one_line(proof.times),
        by=one_line(proof.by),
        witness=one_line(proof.witness),
        note=clean(proof.note).text.strip(),
    )
