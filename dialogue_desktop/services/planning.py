"""Conferences and their plans: start, copy, save, finish."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime
from uuid import uuid4

from dialogue_desktop.clock import Clock
from dialogue_desktop.codec import convert, to_builtins
from dialogue_desktop.domain.checklist import ItemKind
from dialogue_desktop.domain.conference import ConferenceInfo, ConferenceView, Stage, default_title
from dialogue_desktop.domain.party_form import party_style, with_usual_style
from dialogue_desktop.domain.plan import Issuer, IssuerKind, Plan, TimePlan
from dialogue_desktop.domain.sessions import turned_to
from dialogue_desktop.events import ConferenceListChanged, EventBus, PlanSaved
from dialogue_desktop.profiles import DEFAULT_PROFILE as DEFAULT_PROFILE
from dialogue_desktop.profiles import ProfileInfo
from dialogue_desktop.services.acts import clean_value
from dialogue_desktop.services.checklist import Checklist
from dialogue_desktop.services.library import Library
from dialogue_desktop.services.settings import Settings
from dialogue_desktop.storage.conferences import Conferences
from dialogue_desktop.storage.records_query import RecordsQuery


def _issuer_of(wanted: Issuer, known: Issuer, year: int) -> Issuer:
    """The office's own names under the letterhead that a profile asks for."""
    issuer = wanted
    if known.name and known.kind is wanted.kind:
        issuer = known
    elif known.name:
        issuer = replace(
            wanted,
            unit_kind=known.unit_kind,
            name=known.name,
            district=known.district,
            province=known.province,
            place_name=known.place_name,
        )
    if wanted.kind is IssuerKind.PARTY_COMMITTEE:
        return replace(issuer, style=party_style(year))
    return issuer


def _issue(plan: Plan) -> tuple[str, str, date | None]:
    return plan.number, plan.symbol, plan.issued_on


def clean_plan(plan: Plan) -> Plan:
    """The plan with every text NFC and free of control characters."""
    return convert(clean_value(to_builtins(plan)), Plan)


class Planning:
    """The list of conferences and the plan of each."""

    def __init__(
        self,
        conferences: Conferences,
        records: RecordsQuery,
        settings: Settings,
        checklist: Checklist,
        library: Library,
        bus: EventBus,
        clock: Clock,
    ) -> None:
        self._conferences = conferences
        self._records = records
        self._settings = settings
        self._checklist = checklist
        self._library = library
        self._bus = bus
        self._clock = clock

    def profiles(self) -> tuple[ProfileInfo, ...]:
        """Those that are offered: the office's own, the recommended one, those of the State, of the Party."""
        return self._library.profiles()

    def list(self) -> tuple[ConferenceInfo, ...]:
        return self._conferences.list()

    def view(self, conference_id: str) -> ConferenceView:
        """The conference as documents and pages see it. NotFound."""
        info = self._conferences.info(conference_id)
        plan = self._conferences.plan(conference_id)
        return ConferenceView(info.id, info.title, info.stage, plan, self._records.records(conference_id))

    def create(
        self, profile_id: str = DEFAULT_PROFILE, *, issuer: Issuer | None = None, year: int | None = None
    ) -> str:
        """A new conference from a profile. The office is the one used last where no `issuer` is given; the
        profile decides whether it writes as the State or as the Party."""
        plan = self._library.plan_of(profile_id)
        year = year or self._clock.today().year
        if issuer is None or not issuer.name:
            issuer = _issuer_of(plan.issuer, self._settings.issuer(), year)
        return self._add(replace(plan, issuer=issuer, year=year))

    def copy_of(self, conference_id: str) -> str:
        """A new conference that starts from another's plan; number, dates and hand-made days are cleared."""
        old = plan = self._library.with_known_bases(self._conferences.plan(conference_id))
        tasks = tuple(
            replace(unit, duties=tuple(replace(d, moved_to=None, kept=False) for d in unit.duties))
            for unit in plan.tasks
        )
        year = self._clock.today().year
        plan = replace(
            plan,
            year=year,
            number="",
            issued_on=None,
            minutes_number="",
            time=TimePlan(plan.time.kind, year=year),
            more_sessions=tuple(
                replace(one, time=TimePlan(one.time.kind, year=year), conference="")
                for one in plan.more_sessions
            ),
            tasks=tasks,
        )
        made = self._add(with_usual_style(old, plan))
        self._checklist.copy(conference_id, made, self._conferences.plan(made))
        return made

    def create_from(self, plan: Plan) -> str:
        """A new conference with a plan that was made elsewhere, such as from an old one."""
        return self._add(plan)

    def open_session(self, conference_id: str, session_id: str) -> str:
        """The conference of another session under the same plan (P5): its id, made now or found again.

        It has the plan's number and date; each of the two plans names the other. A plan that is finished
        is finished there too. KeyError for an unknown session.
        """
        plan = self._conferences.plan(conference_id)
        wanted = next((one for one in plan.more_sessions if one.id == session_id), None)
        if wanted is not None and wanted.conference and self._conferences.exists(wanted.conference):
            self._conferences.set_removed(wanted.conference, False)
            self.recount(wanted.conference)
            self._bus.publish(ConferenceListChanged())
            return wanted.conference
        own = replace(plan, minutes_number="")  # each session has minutes of its own
        made = self._add(turned_to(own, session_id, own_conference=conference_id))
        self._checklist.copy(conference_id, made, self._conferences.plan(made))
        if self._conferences.info(conference_id).stage is not Stage.PLAN:
            self._conferences.set_stage(made, Stage.OPINIONS, self._clock.now())
        linked = tuple(
            replace(one, conference=made) if one.id == session_id else one for one in plan.more_sessions
        )
        self.save_plan(conference_id, replace(plan, more_sessions=linked))
        return made

    def remove(self, conference_id: str) -> None:
        """Hide a conference; `restore` brings it back whole."""
        self._conferences.set_removed(conference_id, True)
        self._bus.publish(ConferenceListChanged())

    def restore(self, conference_id: str) -> None:
        self._conferences.set_removed(conference_id, False)
        self.recount(conference_id)  # calendar or lists may have changed while it was away
        self._bus.publish(ConferenceListChanged())

    def plan(self, conference_id: str) -> Plan:
        return self._conferences.plan(conference_id)

    def step(self, conference_id: str) -> str:
        """The wizard step that was left last; empty at the start."""
        return self._conferences.info(conference_id).plan_step

    def save_plan(self, conference_id: str, plan: Plan, *, step: str = "") -> datetime:
        """Write the plan and what follows from it (title, checklist with its days); UTC of the commit."""
        plan = clean_plan(plan)
        at = self._clock.now()
        before = self._conferences.plan(conference_id) if plan.more_sessions else plan
        self._conferences.save_plan(conference_id, plan, default_title(plan), step, at)
        self._checklist.recount(conference_id, plan)
        if _issue(before) != _issue(plan):
            self._issue_in_others(plan, at)
        if plan.issuer.name:
            self._settings.set_issuer(plan.issuer)
        self._bus.publish(PlanSaved(conference_id, at))
        return at

    def finish_plan(self, conference_id: str) -> None:
        """The plan is ready: go on to collecting opinions. A later stage is left as it is."""
        if self._conferences.info(conference_id).stage is Stage.PLAN:
            self._conferences.set_stage(conference_id, Stage.OPINIONS, self._clock.now())
            self._bus.publish(ConferenceListChanged())

    def set_duty_done(self, conference_id: str, duty_id: str, done: bool) -> None:
        """Tick a duty of the plan as done today, or take the tick back."""
        day = self._clock.today() if done else None
        self._checklist.set_done(conference_id, ItemKind.PLAN, duty_id, day)

    def recount(self, conference_id: str) -> None:
        """Write the checklist with its days anew, after an import or a change of the calendar."""
        self._checklist.recount(conference_id, self._conferences.plan(conference_id))

    def _issue_in_others(self, plan: Plan, at: datetime) -> None:
        """One plan has one number: the conferences under it learn it too (P2, P5)."""
        for session in plan.more_sessions:
            if not session.conference or not self._conferences.exists(session.conference):
                continue
            other = self._conferences.plan(session.conference)
            same = replace(other, number=plan.number, symbol=plan.symbol, issued_on=plan.issued_on)
            self._conferences.save_plan(session.conference, same, default_title(same), "", at)
            self._checklist.recount(session.conference, same)
            self._bus.publish(PlanSaved(session.conference, at))

    def _add(self, plan: Plan) -> str:
        conference_id = uuid4().hex[:12]
        plan = clean_plan(plan)
        self._conferences.add(conference_id, default_title(plan), plan, self._clock.now())
        self._checklist.recount(conference_id, plan)
        self._bus.publish(ConferenceListChanged())
        return conference_id
