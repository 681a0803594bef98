"""What follows the session: papers, promises with their history, the review; passages held back (M2–F5).

Revision ID: 0006
Revises: 0005
"""

from __future__ import annotations

from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None

STATEMENTS: tuple[str, ...] = (
    "ALTER TABLE opinion ADD COLUMN hidden_parts VARCHAR",
    """CREATE TABLE paper ("key" INTEGER NOT NULL,
    conference_id VARCHAR NOT NULL,
    id VARCHAR NOT NULL,
    alive BOOLEAN NOT NULL,
    kind VARCHAR,
    subject VARCHAR,
    title VARCHAR,
    number VARCHAR,
    symbol VARCHAR,
    dated_on VARCHAR,
    recipients VARCHAR,
    parts VARCHAR,
    opinion_ids VARCHAR,
    version INTEGER,
    replaces VARCHAR,
    reason VARCHAR,
    minutes_version INTEGER,
    issued_at VARCHAR,
    files VARCHAR,
    sent_on VARCHAR,
    posted_on VARCHAR,
    posted_at VARCHAR,
    note VARCHAR,
    PRIMARY KEY ("key"),
    UNIQUE (conference_id,
    id))""",
    """CREATE TABLE commitment ("key" INTEGER NOT NULL,
    conference_id VARCHAR NOT NULL,
    id VARCHAR NOT NULL,
    alive BOOLEAN NOT NULL,
    number INTEGER,
    text VARCHAR,
    unit VARCHAR,
    deadline VARCHAR,
    promised VARCHAR,
    opinion_ids VARCHAR,
    conclusion_id VARCHAR,
    state VARCHAR,
    state_reason VARCHAR,
    receiving_body VARCHAR,
    done_on VARCHAR,
    carried_from VARCHAR,
    carried_to VARCHAR,
    dropped VARCHAR,
    PRIMARY KEY ("key"),
    UNIQUE (conference_id,
    id))""",
    """CREATE TABLE step ("key" INTEGER NOT NULL,
    conference_id VARCHAR NOT NULL,
    id VARCHAR NOT NULL,
    alive BOOLEAN NOT NULL,
    commitment_id VARCHAR,
    day VARCHAR,
    kind VARCHAR,
    text VARCHAR,
    who VARCHAR,
    state VARCHAR,
    deadline VARCHAR,
    letter VARCHAR,
    letter_on VARCHAR,
    paper_id VARCHAR,
    files VARCHAR,
    at VARCHAR,
    PRIMARY KEY ("key"),
    UNIQUE (conference_id,
    id))""",
    """CREATE TABLE review ("key" INTEGER NOT NULL,
    conference_id VARCHAR NOT NULL,
    id VARCHAR NOT NULL,
    alive BOOLEAN NOT NULL,
    day VARCHAR,
    starts_at VARCHAR,
    ends_at VARCHAR,
    place VARCHAR,
    chair VARCHAR,
    chair_position VARCHAR,
    recorder VARCHAR,
    recorder_position VARCHAR,
    attendees VARCHAR,
    good VARCHAR,
    bad VARCHAR,
    causes VARCHAR,
    lessons VARCHAR,
    tasks VARCHAR,
    PRIMARY KEY ("key"),
    UNIQUE (conference_id,
    id))""",
)


def upgrade() -> None:
    for statement in STATEMENTS:
        op.execute(statement)


def downgrade() -> None:
    """A newer database is never taken back; the backup made before the upgrade is."""
    raise NotImplementedError
