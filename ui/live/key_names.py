"""The keys as they are now, for the sentences that name one: a changed key must not leave a false hint."""

from __future__ import annotations

import re

from ui.actions import Verb
from ui.live import verbs

_EVERY = {
    verb.id: verb
    for verb in (*(v for _, members in verbs.SHEET for v in members), *verbs.OUTCOME_KEYS, verbs.SIDE)
}
_MARK = re.compile(r"<([a-z_0-9]+)>")


def shown_key(key: str) -> str:
    """As on a cap: "Ctrl+Enter" for "Ctrl+Return", "Ctrl+↑" for "Ctrl+Up"."""
    key = key.replace("Return", "Enter").replace("PgDown", "PgDn")
    return key.replace("+Up", "+↑").replace("+Down", "+↓")


class KeyNames:
    """By verb; the program's own keys until others are taken."""

    def __init__(self) -> None:
        self._keys = {verb_id: verb.key for verb_id, verb in _EVERY.items()}

    def take(self, verb_id: str, key: str) -> bool:
        """Another key ("" for none), portable; False where it is the one that was known."""
        known = self._keys.get(verb_id)
        self._keys[verb_id] = key
        return known != key

    def of(self, verb: Verb) -> str:
        return shown_key(self._keys.get(verb.id, verb.key))

    def fill(self, text: str) -> str:
        """ "Bấm <quick_add>, ghi tên" with the key; a verb that has none is named by its words."""

        def key(found: re.Match[str]) -> str:
            verb = _EVERY[f"live.{found[1]}"]
            return self.of(verb) or f"“{verb.words}”"

        return _MARK.sub(key, text)

    def tip(self, words: str, verb: Verb) -> str:
        """ "Sửa người phát biểu (Ctrl+E)"."""
        key = self.of(verb)
        return f"{words} ({key})" if key else words
