"""What may lie beyond the commune's competence, told from an opinion's words, and who decides it (C6, M6)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from dialogue_desktop.domain.phrases import Phrases, spoken
from dialogue_desktop.domain.text_vi import fold


@dataclass(frozen=True, slots=True)
class CompetenceHint:
    """A row of the list that the office may change: any of `words` points to `body`, unless one of `unless`
    stands in the opinion too. `why` is one sentence for the secretary."""

    id: str
    body: str
    words: tuple[str, ...]
    why: str = ""
    unless: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class CompetenceGuess:
    """A body that may have to decide, with the words that say so. Never more than a suggestion."""

    body: str
    because: tuple[str, ...]
    why: str
    hint_id: str

    @property
    def sentence(self) -> str:
        """ "Có thể vượt thẩm quyền: Điện lực khu vực, vì có các từ: trạm biến áp"."""
        return f"Có thể vượt thẩm quyền: {self.body}, vì có các từ: {', '.join(self.because)}"


class CompetenceBook:
    """All hints made ready; kept as long as the list stays the same."""

    def __init__(self, hints: Sequence[CompetenceHint]) -> None:
        self._hints = tuple(hints)
        meanings = [(word, (place, word)) for place, hint in enumerate(self._hints) for word in hint.words]
        self._for = Phrases[tuple[int, str]](meanings)
        self._against = Phrases[int](
            (word, place) for place, hint in enumerate(self._hints) for word in hint.unless
        )

    def guesses(self, text: str) -> tuple[CompetenceGuess, ...]:
        """One for each body, that with the most words first."""
        said = spoken(text)
        found: dict[int, dict[str, None]] = {}
        for _, _, (place, word) in self._for.all(said):
            found.setdefault(place, {})[word] = None
        ruled_out = {place for _, _, place in self._against.all(said)}
        by_body: dict[str, CompetenceGuess] = {}
        for place in sorted(found.keys() - ruled_out, key=lambda place: (-len(found[place]), place)):
            hint = self._hints[place]
            by_body.setdefault(hint.body, CompetenceGuess(hint.body, tuple(found[place]), hint.why, hint.id))
        return tuple(by_body.values())


def own_name(body: str, known: Iterable[str]) -> str:
    """The office's own name of a body: "Điện lực khu vực Đông Lâm" where it has written that before."""
    wanted = fold(body)
    longer = [name for name in known if fold(name).startswith(f"{wanted} ")]
    return min(longer, key=len, default=body)
