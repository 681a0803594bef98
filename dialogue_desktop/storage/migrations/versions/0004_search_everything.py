"""One search index over all that is said, pairs kept apart, and the day of a prepared answer (G3, C6, C7).

Revision ID: 0004
Revises: 0003
"""

from __future__ import annotations

from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

STATEMENTS: tuple[str, ...] = (
    "ALTER TABLE opinion ADD COLUMN draft_due VARCHAR",
    """CREATE TABLE apart ("key" INTEGER NOT NULL,
    conference_id VARCHAR NOT NULL,
    id VARCHAR NOT NULL,
    alive BOOLEAN NOT NULL,
    first VARCHAR,
    second VARCHAR,
    PRIMARY KEY ("key"),
    UNIQUE (conference_id,
    id))""",
    "DROP TABLE opinion_search",
    # Its words follow from the rows: storage.migrate fills the index in the same transaction.
    """CREATE VIRTUAL TABLE record_search USING fts5(words, exact, facets, by_name UNINDEXED,
    tokenize='unicode61 remove_diacritics 0', detail='column', prefix='1 2 3 4 5', columnsize=0)""",
)


def upgrade() -> None:
    for statement in STATEMENTS:
        op.execute(statement)


def downgrade() -> None:
    """A newer database is never taken back; the backup made before the upgrade is."""
    raise NotImplementedError
