"""Conferences and their plans: list, read, write."""

from __future__ import annotations

from datetime import date, datetime

from sqlalchemy import select

from dialogue_desktop.codec import from_json, to_json
from dialogue_desktop.domain.conference import ConferenceInfo, Stage, when_text
from dialogue_desktop.domain.plan import Plan
from dialogue_desktop.errors import NotFound
from dialogue_desktop.storage.database import Database
from dialogue_desktop.storage.journal import utc_text
from dialogue_desktop.storage.plan_line import note_change
from dialogue_desktop.storage.tables import ConferenceRow

MISSING = (
    "Không có hội nghị mang mã “{id}”. Dữ liệu không bị thay đổi. Hãy xem lại mã trong danh sách hội nghị."
)


def _info(row: ConferenceRow) -> ConferenceInfo:
    return ConferenceInfo(
        row.id,
        row.title,
        Stage(row.stage),
        date.fromisoformat(row.day) if row.day else None,
        row.when_text,
        row.place,
        datetime.fromisoformat(row.updated_at),
        row.plan_step,
    )


class Conferences:
    """Rows of the conference table as values."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def list(self) -> tuple[ConferenceInfo, ...]:
        """Conferences that are not removed, newest day first, those without a day before them."""
        with self._database.session() as session:
            rows = session.scalars(select(ConferenceRow).where(ConferenceRow.removed.is_(False))).all()
            infos = [_info(row) for row in rows]
        return tuple(sorted(infos, key=lambda i: (i.day or date.max, i.updated_at), reverse=True))

    def exists(self, conference_id: str) -> bool:
        with self._database.session() as session:
            return session.get(ConferenceRow, conference_id) is not None

    def matching(self, prefix: str) -> tuple[str, ...]:
        """Ids that begin with `prefix`, removed ones left out."""
        with self._database.session() as session:
            rows = session.scalars(
                select(ConferenceRow.id)
                .where(ConferenceRow.removed.is_(False), ConferenceRow.id.startswith(prefix, autoescape=True))
                .order_by(ConferenceRow.id)
            )
            return tuple(rows)

    def info(self, conference_id: str) -> ConferenceInfo:
        with self._database.session() as session:
            return _info(self._row(session.get(ConferenceRow, conference_id), conference_id))

    def times(self, conference_id: str) -> tuple[datetime, datetime]:
        """When the conference was made and last changed. UTC."""
        with self._database.session() as session:
            row = self._row(session.get(ConferenceRow, conference_id), conference_id)
            return datetime.fromisoformat(row.created_at), datetime.fromisoformat(row.updated_at)

    def plan(self, conference_id: str) -> Plan:
        with self._database.session() as session:
            return from_json(self._row(session.get(ConferenceRow, conference_id), conference_id).plan, Plan)

    def add(
        self,
        conference_id: str,
        title: str,
        plan: Plan,
        at: datetime,
        *,
        stage: Stage = Stage.PLAN,
        created_at: datetime | None = None,
    ) -> None:
        with self._database.session() as session:
            session.add(
                ConferenceRow(
                    id=conference_id,
                    title=title,
                    stage=stage.value,
                    plan=to_json(plan).decode(),
                    plan_step="",
                    created_at=utc_text(created_at or at),
                    updated_at=utc_text(at),
                    removed=False,
                    **_listed(plan),
                )
            )

    def save_plan(self, conference_id: str, plan: Plan, title: str, step: str, at: datetime) -> None:
        with self._database.session() as session:
            row = self._row(session.get(ConferenceRow, conference_id), conference_id)
            written = to_json(plan).decode()
            if written != row.plan:
                note_change(session, row, at)
            row.plan = written
            row.title = title
            row.plan_step = step or row.plan_step
            row.updated_at = utc_text(at)
            for name, value in _listed(plan).items():
                setattr(row, name, value)

    def set_stage(self, conference_id: str, stage: Stage, at: datetime) -> None:
        with self._database.session() as session:
            row = self._row(session.get(ConferenceRow, conference_id), conference_id)
            row.stage = stage.value
            row.updated_at = utc_text(at)

    def set_removed(self, conference_id: str, removed: bool) -> None:
        """Hide or bring back; nothing is deleted."""
        with self._database.session() as session:
            self._row(session.get(ConferenceRow, conference_id), conference_id).removed = removed

    def _row(self, row: ConferenceRow | None, conference_id: str) -> ConferenceRow:
        if row is None:
            raise NotFound(MISSING.format(id=conference_id))
        return row


def _listed(plan: Plan) -> dict[str, str | None]:
    """What lists show of a plan."""
    return {
        "day": plan.day.isoformat() if plan.day else None,
        "when_text": when_text(plan),
        "place": plan.places[0] if plan.places else "",
    }
