"""The checklist beside the plan's dated duties, and the proof of public notice (P14, C12, C2).

Revision ID: 0002
Revises: 0001
"""

from __future__ import annotations

from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

STATEMENTS: tuple[str, ...] = (
    "ALTER TABLE duty RENAME TO duty_0001",
    """CREATE TABLE duty (conference_id VARCHAR NOT NULL,
    kind VARCHAR NOT NULL,
    id VARCHAR NOT NULL,
    position INTEGER NOT NULL,
    shown BOOLEAN NOT NULL,
    title VARCHAR NOT NULL,
    unit VARCHAR NOT NULL,
    due VARCHAR,
    hour VARCHAR,
    rule VARCHAR,
    day VARCHAR,
    rank INTEGER,
    edited BOOLEAN NOT NULL,
    removed BOOLEAN NOT NULL,
    done_on VARCHAR,
    done_by VARCHAR NOT NULL,
    note VARCHAR NOT NULL,
    PRIMARY KEY (conference_id,
    kind,
    id))""",
    # The moment of a tick becomes the day on the office's wall; a machine that runs in UTC stands in Vietnam
    # all the same (domain/wall_time).
    """INSERT INTO duty (conference_id, kind, id, position, shown, title, unit, due, edited, removed, done_on,
    done_by, note)
    SELECT conference_id, 'plan', id, position, 1, title, unit, due, 0, 0,
    CASE WHEN strftime('%H', '2020-01-01 00:00', 'localtime') = '00' THEN date(done_at, '+7 hours')
    ELSE date(done_at, 'localtime') END, '', ''
    FROM duty_0001""",
    "DROP TABLE duty_0001",
    """CREATE TABLE notice_proof (conference_id VARCHAR NOT NULL,
    id VARCHAR NOT NULL,
    position INTEGER NOT NULL,
    form VARCHAR NOT NULL,
    place VARCHAR NOT NULL,
    first_day VARCHAR,
    last_day VARCHAR,
    times VARCHAR NOT NULL,
    by_whom VARCHAR NOT NULL,
    witness VARCHAR NOT NULL,
    note VARCHAR NOT NULL,
    PRIMARY KEY (conference_id,
    id))""",
)


def upgrade() -> None:
    """Add the new columns by way of a new table: the program's own tables have no defaults in SQL."""
    for statement in STATEMENTS:
        op.execute(statement)


def downgrade() -> None:
    """A newer database is never taken back; the backup made before the upgrade is."""
    raise NotImplementedError
