"""Under which names the end page keeps what belongs to this machine and not to the records."""

from __future__ import annotations


def printed_key(conference_id: str) -> str:
    """The number of the version printed last."""
    return f"end.printed.{conference_id}"


def reason_key(conference_id: str) -> str:
    """Why it is frozen, as it stands half typed."""
    return f"end.reason.{conference_id}"


def seen_key(conference_id: str) -> str:
    """Gaps that were looked at and left out of the list."""
    return f"end.seen.{conference_id}"


def masks_key(conference_id: str) -> str:
    """The list of what the posted copy leaves out that was seen last."""
    return f"end.masks.{conference_id}"
