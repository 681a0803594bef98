"""Which group of the plan a list means: by its name, by its level, by the bodies that it names (C11, P8)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from dialogue_desktop.domain.invite_layout import telling_words
from dialogue_desktop.domain.plan import Level, Plan
from dialogue_desktop.domain.seats import HOSTS, OTHERS, InviteGroup, invite_groups, seats_group
from dialogue_desktop.domain.text_vi import fold, one_line

#: So much of the words have to stand in the words of a group.
_SHARE = 0.6
_MOST_CHOICES = 4
_COUNT = re.compile(
    r"[\s:;,]*\(?\s*(?:gồm\s+)?\d+\s*(?:đại biểu|đồng chí|đ/c|người|chỗ|hộ|vị)[^)]*\)?\s*$|[\s:;.]+$",
    re.IGNORECASE,
)
_LEAD = re.compile(
    r"^(?:cac\s+|thanh phan\s+|nhom\s+|khoi\s+|moi\s+)*(?:dai bieu|dai dien|khach moi|lanh dao|thanh phan)?"
    r"\s*(?:o\s+|cua\s+|la\s+|thuoc\s+)?"
)
#: Words of a heading that say a level; looked at in this order.
_LEVELS: tuple[tuple[re.Pattern[str], Level | str], ...] = (
    (re.compile(r"\bchu tri\b|\bchu toa\b|\bthu ky\b|\bdoan chu tich\b"), HOSTS),
    (re.compile(r"\bnhan dan\b|\bcong dan\b|\bcu tri\b|\bho dan\b|\bnguoi dan\b|\bcac ho\b"), Level.PEOPLE),
    (re.compile(r"\bcap tren\b|\btinh\b|\bthanh pho\b|\bhuyen\b|\btrung uong\b|\bkhu vuc\b"), Level.HIGHER),
    (
        re.compile(r"\bxa\b|\bphuong\b|\bdac khu\b|\bdang uy\b"),
        Level.COMMUNE,
    ),
    (
        re.compile(
            r"\bcac thon\b|\bcan bo thon\b|\bcap thon\b|^thon$|\bo thon\b|\bthon, xom\b|\btruong thon\b"
        ),
        Level.LOCALITY,
    ),
    (re.compile(r"\bkhach moi khac\b|^khac$|\bthanh phan khac\b|\bmoi khac\b"), OTHERS),
)
#: What only a heading says, whether its group is known or not.
_HEADING = re.compile(r"^(?:cac\s+)?(?:dai bieu|thanh phan|khach moi|nhom|khoi|cap)\b")


@dataclass(frozen=True, slots=True)
class GroupSaid:
    """`group_id` None: not known, `choices` are titles that may be meant, `among` their ids where only one
    of these can be."""

    group_id: str | None = None
    sure: bool = False
    choices: tuple[str, ...] = ()
    among: tuple[str, ...] = ()


class Groups:
    """The groups under which people are invited; each different text is looked at once."""

    def __init__(self, plan: Plan) -> None:
        self.all: tuple[InviteGroup, ...] = invite_groups(plan)
        self.seats = seats_group(plan)
        self._names = {group.id: self._named(plan, group) for group in self.all}
        self._by_name: dict[str, str] = {}
        for group in self.all:
            for name in (group.title, group.short, self._names[group.id]):
                self._by_name.setdefault(fold(name), group.id)
        self._words = {group.id: telling_words(group.title) for group in self.all}
        self._known: dict[str, GroupSaid] = {}
        self._offices: dict[str, str | None] = {}

    def _named(self, plan: Plan, group: InviteGroup) -> str:
        """The short name where no other group has it; the people of several thôn are not called by one."""
        key = fold(group.short)
        if group.id == self.seats and any(fold(one.label) in key for one in plan.localities):
            return "Nhân dân các thôn"
        same = sum(1 for one in self.all if fold(one.short) == key)
        return group.short if same == 1 else group.title

    def short(self, group_id: str) -> str:
        return self._names.get(group_id, "Khách mời khác")

    @property
    def names(self) -> tuple[str, ...]:
        """One name for each group in order, to be chosen."""
        return tuple(self._names.values())

    def read(self, text: str) -> GroupSaid:
        """The group that a cell or a heading names."""
        found = self._known.get(text)
        if found is None:
            found = self._known[text] = self._read(bare(text))
        return found

    def is_heading(self, text: str) -> bool:
        """ "Đại biểu cấp tỉnh", "Khách mời": no person and no body is called so."""
        return _HEADING.match(fold(bare(text))) is not None or fold(bare(text)) in self._by_name

    def of_office(self, office: str) -> str | None:
        """The group whose words name an office or a body; None where none does."""
        if office not in self._offices:
            self._offices[office] = self._most_alike(telling_words(office), people=False)
        return self._offices[office]

    def of_office_among(self, office: str, among: Sequence[str]) -> str | None:
        """The one of some groups whose words name the most of an office."""
        wanted = telling_words(office)
        scored = sorted((self._share(wanted, group_id), group_id) for group_id in among)
        best, second = scored[-1], scored[-2]
        return best[1] if best[0] > second[0] else None

    def _read(self, text: str) -> GroupSaid:
        key = fold(text)
        if key in self._by_name:
            return GroupSaid(self._by_name[key], True)
        begun = [group.id for group in self.all if len(key) > 5 and fold(group.title).startswith(key)]
        if len(begun) == 1:
            return GroupSaid(begun[0], True)
        wanted = telling_words(_LEAD.sub("", key) or key)
        for pattern, level in _LEVELS:
            if pattern.search(key):
                return self._of_level(level, wanted)
        alike = self._most_alike(wanted, people=True)
        return GroupSaid(alike, True) if alike is not None else GroupSaid()

    def _of_level(self, level: Level | str, wanted: frozenset[str]) -> GroupSaid:
        if not isinstance(level, Level):
            return GroupSaid(level, True)
        here = [group for group in self.all if group.level is level]
        if len(here) == 1:
            return GroupSaid(here[0].id, True)
        if not here:
            return GroupSaid()
        scored = sorted(((self._share(wanted, group.id), -n, group.id) for n, group in enumerate(here)))
        best, second = scored[-1], scored[-2]
        choices = tuple(self.short(group.id) for group in here[:_MOST_CHOICES])
        among = tuple(group.id for group in here)
        sure = best[0] >= _SHARE and best[0] > second[0]
        if not sure and level is Level.PEOPLE and self.seats:
            return GroupSaid(self.seats, True)  # the people as such: those among whom the seats are shared
        return GroupSaid(best[2], True) if sure else GroupSaid(best[2], False, choices, among)

    def _share(self, wanted: frozenset[str], group_id: str) -> float:
        return len(wanted & self._words[group_id]) / len(wanted) if wanted else 0.0

    def _most_alike(self, wanted: frozenset[str], *, people: bool) -> str | None:
        scored = [
            (self._share(wanted, group.id), -n, group.id)
            for n, group in enumerate(self.all)
            if people or group.level is not Level.PEOPLE
        ]
        best = max(scored, default=(0.0, 0, ""))
        return best[2] if best[0] >= _SHARE else None


def bare(text: str) -> str:
    """A heading without the number of those under it: "Đại biểu cấp tỉnh (05 đồng chí)"."""
    before, now = "", one_line(text)
    while before != now:
        before, now = now, _COUNT.sub("", now)
    return now
