"""The list of the session's keys without a window: try one, give it, take it from another, back to usual."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from ui.actions import Verb
from ui.keys.rules import refusal
from ui.live import verbs
from ui.live.key_names import shown_key

GROUPS: tuple[tuple[str, tuple[Verb, ...]], ...] = (*verbs.SHEET, ("Kết quả", verbs.OUTCOME_KEYS))


@dataclass(frozen=True, slots=True)
class KeyRow:
    """`key` and `usual` as on a cap, "" for none; `own` where they differ."""

    id: str
    group: str
    words: str
    key: str
    usual: str
    own: bool


@dataclass(frozen=True, slots=True)
class Trial:
    """What a pressed key would do. `sentence` says it; `good`: it can be given; `rival` has it now."""

    key: str = ""
    sentence: str = ""
    good: bool = False
    rival: str = ""


class KeyBook:
    """`changed` gets the whole of what differs from the usual keys, to be kept and to work at once."""

    def __init__(self, own: Mapping[str, str] | None = None) -> None:
        self._verbs = {verb.id: (group, verb) for group, members in GROUPS for verb in members}
        self._own: dict[str, str] = {}
        self.take(own or {})
        self.changed: Callable[[dict[str, str]], None] = lambda own: None

    def take(self, own: Mapping[str, str]) -> None:
        """What is kept; keys of other pages are kept along and not shown."""
        self._own = dict(own)

    def own(self) -> dict[str, str]:
        return dict(self._own)

    def key(self, verb_id: str) -> str:
        return self._own.get(verb_id, self._verbs[verb_id][1].key)

    def rows(self) -> tuple[KeyRow, ...]:
        return tuple(
            KeyRow(
                verb.id, group, verb.words, shown_key(self.key(verb.id)), shown_key(verb.key),
                self.key(verb.id) != verb.key,
            )
            for group, verb in self._verbs.values()
        )  # fmt: skip

    @property
    def any_own(self) -> bool:
        return any(row.own for row in self.rows())

    def words(self, verb_id: str) -> str:
        return self._verbs[verb_id][1].words

    def trial(self, verb_id: str, key: str) -> Trial:
        """Nothing is changed by asking."""
        shown, words = shown_key(key), self.words(verb_id)
        refused = refusal(key)
        if refused:
            return Trial(key, refused)
        if key == self.key(verb_id):
            return Trial(key, f"{shown} đã là phím của “{words}”.")
        rival = next((v for v in self._verbs if v != verb_id and self.key(v) == key), "")
        if rival:
            taken = f"{shown} đang là phím của “{self.words(rival)}”"
            return Trial(key, f"{taken}; dùng cho “{words}” thì việc kia hết phím.", good=True, rival=rival)
        return Trial(key, f"{shown} chưa dùng cho việc nào, dùng được cho “{words}”.", good=True)

    def give(self, verb_id: str, key: str) -> bool:
        """Give the key; whoever had it has none. False where it may not be a key."""
        trial = self.trial(verb_id, key)
        if not trial.good:
            return False
        if trial.rival:
            self._set(trial.rival, "")
        self._set(verb_id, key)
        self.changed(self.own())
        return True

    def take_away(self, verb_id: str) -> None:
        """No key: the verb stays on its button and on the sheet."""
        if self.key(verb_id):
            self._set(verb_id, "")
            self.changed(self.own())

    def reset(self, verb_id: str) -> str:
        """Back to the usual key; the words of the verb that had it meanwhile and has none now."""
        usual = self._verbs[verb_id][1].key
        rival = next((v for v in self._verbs if v != verb_id and usual and self.key(v) == usual), "")
        if rival:
            self._set(rival, "")
        self._set(verb_id, usual)
        self.changed(self.own())
        return self.words(rival) if rival else ""

    def reset_all(self) -> None:
        for verb_id in self._verbs:
            self._own.pop(verb_id, None)
        self.changed(self.own())

    def _set(self, verb_id: str, key: str) -> None:
        if key == self._verbs[verb_id][1].key:
            self._own.pop(verb_id, None)
        else:
            self._own[verb_id] = key
