"""Keys that are no text, counted: by what they were for, by what happened, and for one opinion."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from tests.ui.evening import kinds
from tests.ui.evening.script import EVENTS

#: In these events an opinion is said, answered, asked again or come back to.
OF_OPINIONS = (
    kinds.Speaks, kinds.SpeaksAtOnce, kinds.AnsweredInTurn, kinds.BackAgain, kinds.ComesBackTo,
    kinds.AsksAgain,
)  # fmt: skip


@dataclass
class Table:
    """`purposes`: of the opinions, by what the key was for; `events`: keys of each kind of event."""

    purposes: Counter[str] = field(default_factory=Counter)
    by_key: dict[str, Counter[str]] = field(default_factory=lambda: defaultdict(Counter))
    events: dict[str, list[int]] = field(default_factory=lambda: defaultdict(list))
    opinions: int = 0

    @property
    def each(self) -> float:
        """Keys for one opinion, with calling the speaker, clock, answer, outcome, unit, day and saving."""
        return sum(self.purposes.values()) / self.opinions

    @property
    def everything(self) -> float:
        """All keys of the evening, walk-ins, counts and conclusions included, for one opinion."""
        return sum(map(sum, self.events.values())) / self.opinions

    def lines(self) -> Iterator[str]:
        yield f"{'event':<16}{'times':>6}{'keys':>6}{'each':>7}"
        for kind, counts in sorted(self.events.items(), key=lambda pair: -sum(pair[1])):
            yield f"{kind:<16}{len(counts):>6}{sum(counts):>6}{sum(counts) / len(counts):>7.1f}"
        yield ""
        yield f"{'of one opinion':<22}{'keys':>5}{'each':>7}"
        for purpose, count in self.purposes.most_common():
            keys = ", ".join(f"{key} {n}" for key, n in self.by_key[purpose].most_common(5))
            yield f"{purpose:<22}{count:>5}{count / self.opinions:>7.2f}   {keys}"
        yield (
            f"keys that are no text: {self.each:.2f} an opinion ({self.opinions} opinions), "
            f"{self.everything:.2f} with everything else of the evening"
        )


def counted(told: Sequence[dict[str, Any]]) -> Table:
    """From what the two runs said of each event."""
    table = Table()
    keys: dict[int, list[tuple[str, str]]] = defaultdict(list)
    for line in told:
        keys[line["number"]] += [(purpose, key) for purpose, key in line["keys"]]
    for number, event in enumerate(EVENTS, start=1):
        table.events[type(event).__name__].append(len(keys[number]))
        if isinstance(event, kinds.Speaks | kinds.SpeaksAtOnce):
            table.opinions += len(event.said)
        elif isinstance(event, kinds.BackAgain):
            table.opinions += 1
        if isinstance(event, OF_OPINIONS):
            for purpose, key in keys[number]:
                table.purposes[purpose] += 1
                table.by_key[purpose][key] += 1
    return table
