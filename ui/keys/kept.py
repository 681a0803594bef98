"""Where the reader's keys are kept."""

from __future__ import annotations

from typing import Any

from ui.keys.rules import refusal

KEYS_KEY = "keys.own"


def kept_keys(settings: Any) -> dict[str, str]:
    """By verb, on the database's thread; a key that may not be one is left out. A verb that came to the
    program since and wants such a key has none: two on one key would both fall silent."""
    from ui.live.verbs import OUTCOME_KEYS, SHEET

    found: dict[str, str] = settings.read(KEYS_KEY, dict[str, str], {})
    own = {verb_id: key for verb_id, key in found.items() if not key or not refusal(key)}
    every = [*(verb for _, members in SHEET for verb in members), *OUTCOME_KEYS]
    taken = {key for verb_id, key in own.items() if key and verb_id in {verb.id for verb in every}}
    late = {verb.id: "" for verb in every if verb.id not in own and verb.key in taken}
    return {**own, **late}
