"""What the hall asks for: recordings, interpreters, online and unnamed speakers, joint answers (L2–L8).

Revision ID: 0005
Revises: 0004
"""

from __future__ import annotations

from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None

STATEMENTS: tuple[str, ...] = (
    "ALTER TABLE session ADD COLUMN recordings VARCHAR",
    "ALTER TABLE turn ADD COLUMN source VARCHAR",
    "ALTER TABLE turn ADD COLUMN interpreter VARCHAR",
    "ALTER TABLE turn ADD COLUMN anonymous BOOLEAN",
    "ALTER TABLE turn ADD COLUMN opinion_id VARCHAR",
    "ALTER TABLE opinion ADD COLUMN answered_with VARCHAR",
    "ALTER TABLE conclusion ADD COLUMN opinion_ids VARCHAR",
)


def upgrade() -> None:
    for statement in STATEMENTS:
        op.execute(statement)


def downgrade() -> None:
    """A newer database is never taken back; the backup made before the upgrade is."""
    raise NotImplementedError
