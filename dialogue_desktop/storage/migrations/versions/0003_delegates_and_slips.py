"""Rows of invited people and of handed-out slips (C3, C10, C11).

Revision ID: 0003
Revises: 0002
"""

from __future__ import annotations

from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

STATEMENTS: tuple[str, ...] = (
    """CREATE TABLE delegate ("key" INTEGER NOT NULL,
    conference_id VARCHAR NOT NULL,
    id VARCHAR NOT NULL,
    alive BOOLEAN NOT NULL,
    position INTEGER,
    group_id VARCHAR,
    honorific VARCHAR,
    name VARCHAR,
    office VARCHAR,
    locality VARCHAR,
    hamlet VARCHAR,
    count INTEGER,
    through_locality BOOLEAN,
    letter_number VARCHAR,
    sent_on VARCHAR,
    reply VARCHAR,
    replaced_by VARCHAR,
    attended BOOLEAN,
    note VARCHAR,
    PRIMARY KEY ("key"),
    UNIQUE (conference_id,
    id))""",
    """CREATE TABLE slip_batch ("key" INTEGER NOT NULL,
    conference_id VARCHAR NOT NULL,
    id VARCHAR NOT NULL,
    alive BOOLEAN NOT NULL,
    position INTEGER,
    locality VARCHAR,
    collector VARCHAR,
    first INTEGER,
    last INTEGER,
    handed_on VARCHAR,
    due_on VARCHAR,
    returned INTEGER,
    returned_on VARCHAR,
    note VARCHAR,
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
