"""Where the reader's keys are kept."""

from __future__ import annotations

from typing import Any

from ui.keys.rules import refusal

KEYS_KEY = "keys.own"


def kept_keys(settings: Any) -> dict[str, str]:
    """By verb, on the database's thread; a key that may not be one is left out."""
    found: dict[str, str] = settings.read(KEYS_KEY, dict[str, str], {})
    return {verb_id: key for verb_id, key in found.items() if not key or not refusal(key)}
