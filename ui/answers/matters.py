"""What needs one answer: an opinion, or several that were put under a joint one (C6, C7)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from dialogue_desktop.domain.opinion_groups import OpinionGroup, groups, joined_answer
from dialogue_desktop.domain.records import Opinion
from dialogue_desktop.services.assigning import is_late, is_prepared


@dataclass(frozen=True, slots=True)
class Matter:
    """`key` is the id of the first opinion; `given` are those of the unit, `whole` also those of others."""

    key: str
    given: tuple[Opinion, ...]
    whole: tuple[Opinion, ...]

    @property
    def ids(self) -> tuple[str, ...]:
        return tuple(one.id for one in self.whole)

    @property
    def joint(self) -> bool:
        return len(self.whole) > 1

    @property
    def numbers(self) -> str:
        """ "12", "2, 5 và 6"."""
        found = [str(one.number) for one in self.whole]
        return found[0] if len(found) == 1 else f"{', '.join(found[:-1])} và {found[-1]}"

    @property
    def answer(self) -> str:
        """What was prepared; where two laptops wrote different ones, all of them."""
        return joined_answer(self.whole)

    @property
    def at_odds(self) -> bool:
        """Different answers stand where there should be one."""
        return self.joint and len({one.prepared_answer.strip() for one in self.whole}) > 1

    @property
    def by(self) -> str:
        return next((one.prepared_by for one in self.whole if one.prepared_by.strip()), "")

    @property
    def due(self) -> date | None:
        return min((one.draft_due for one in self.given if one.draft_due), default=None)

    @property
    def prepared(self) -> bool:
        return all(is_prepared(one) for one in self.given)

    @property
    def can_be_taken_back(self) -> bool:
        """Somebody has it to prepare; who prepared an answer that is there is not taken away."""
        return any(
            one.unit.strip() or (one.prepared_by.strip() and not is_prepared(one)) for one in self.whole
        )

    def late(self, today: date) -> bool:
        return any(is_late(one, today) for one in self.given)


def matters_of(given: Iterable[Opinion], everything: Sequence[Opinion]) -> tuple[Matter, ...]:
    """What was given, by number; opinions of one group are one matter."""
    joined: dict[str, OpinionGroup] = {
        one.id: group for group in groups(everything) for one in group.opinions
    }
    found: dict[str, list[Opinion]] = {}
    for opinion in sorted(given, key=lambda one: (one.number, one.id)):
        group = joined.get(opinion.id)
        found.setdefault(group.opinions[0].id if group else opinion.id, []).append(opinion)
    return tuple(
        Matter(key, tuple(ones), joined[ones[0].id].opinions if ones[0].id in joined else tuple(ones))
        for key, ones in found.items()
    )
