"""The list by groups: those with one answer, those that may be one, single ones; made without Qt (C6)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from dialogue_desktop.domain.assigned import answering_unit
from dialogue_desktop.domain.opinion_groups import OpinionGroup, groups
from dialogue_desktop.domain.plan import Locality
from dialogue_desktop.domain.records import Apart, Opinion
from dialogue_desktop.domain.search_words import plain_words
from dialogue_desktop.domain.text_vi import one_line
from dialogue_desktop.domain.words_vi import thousands
from dialogue_desktop.services.grouping import ProposedGroup
from ui.opinions.words import OpinionRow, capital, people_count, row_of, short_unit


class RowSource:
    """Makes the lines of the table when they are looked at: of thousands a window shows a dozen. What was
    made `before` of the same opinion, with the same words searched for, is taken over."""

    def __init__(
        self,
        by_id: Mapping[str, Opinion],
        query: str,
        localities: Sequence[Locality],
        today: date,
        lying: frozenset[str],
        before: RowSource | None = None,
    ) -> None:
        self._by_id, self._lying = by_id, lying
        self._for = (query, tuple(localities), today)
        self._made: dict[str, tuple[Opinion, bool, OpinionRow]] = (
            before._made if before is not None and before._for == self._for else {}
        )

    def row(self, opinion_id: str) -> OpinionRow:
        one, typing = self._by_id[opinion_id], opinion_id in self._lying
        known = self._made.get(opinion_id)
        if known is None or known[0] is not one or known[1] != typing:
            query, localities, today = self._for
            known = (one, typing, row_of(one, query, localities, today, typing=typing))
            self._made[opinion_id] = known
        return known[2]


GROUP, ALIKE, SINGLE = "group", "alike", "single"

_TITLE = 44  # letters of a name made from the words of an opinion
_CLAUSE = re.compile(r"[.;:!?\n]|,\s")
_ASKING = re.compile(
    r"^(?:(?:kính\s+)?đề\s+nghị|kính\s+(?:mong|gửi)|mong|xin|nhờ)\s+"
    r"(?:(?:các\s+)?(?:cấp|ủy\s+ban(?:\s+nhân\s+dân)?|ubnd|xã|phường)\s+)*(?:cho\s+biết\s+|xem\s+xét\s+)?",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Section:
    """One heading and the rows under it, which are made when they are looked at. `ids`: all that belong to
    it, also what a filter hides. `mixed`: its answers differ, as after two laptops were brought together."""

    id: str
    kind: str
    title: str
    amount: str
    note: str = ""
    mixed: bool = False
    shown: tuple[str, ...] = ()
    source: RowSource | None = None
    ids: tuple[str, ...] = ()
    reason: str = ""

    @property
    def rows(self) -> tuple[OpinionRow, ...]:
        return tuple(map(self.source.row, self.shown)) if self.source is not None else ()


@dataclass(frozen=True, slots=True)
class Head:
    """What the heading of a confirmed group says; made anew only when one of its opinions changed."""

    opinions: tuple[Opinion, ...]
    title: str
    people: int
    answers: int
    note: str


@dataclass(frozen=True, slots=True)
class Together:
    """What belongs together: confirmed groups by id, and the proposals that still hold."""

    groups: tuple[OpinionGroup, ...] = ()
    proposals: tuple[ProposedGroup, ...] = ()

    def group(self, group_id: str) -> tuple[Opinion, ...]:
        return next((group.opinions for group in self.groups if group.id == group_id), ())


def together(
    opinions: Sequence[Opinion], proposals: Iterable[ProposedGroup], apart: Iterable[Apart]
) -> Together:
    """Confirmed groups of the opinions as they stand, and what still holds of the proposals: without
    opinions that are gone or say something else now, and unless they were joined or kept apart meanwhile."""
    by_id = {one.id: one for one in opinions}
    refused = {frozenset((kept.first, kept.second)) for kept in apart}
    found = groups(opinions)
    grouped = {one.id: group.id for group in found for one in group.opinions}
    held: list[ProposedGroup] = []
    for proposal in proposals:
        now = tuple(by_id[old.id] for old in proposal.opinions if _says(by_id.get(old.id), old.text))
        ids = [one.id for one in now]
        homes = {grouped.get(one, one) for one in ids}
        if len(homes) > 1 and not any(frozenset((a, b)) in refused for a in ids for b in ids if a < b):
            home = next((grouped[one] for one in ids if one in grouped), "")
            held.append(replace(proposal, opinions=now, group_id=home))
    return Together(found, tuple(held))


def _says(opinion: Opinion | None, text: str) -> bool:
    return opinion is not None and opinion.text == text


def sections(
    shown: Sequence[Opinion], whole: Together, source: RowSource, heads: dict[str, Head], *, found: bool
) -> tuple[Section, ...]:
    """The shown opinions in their order, each once. Groups come first, by their first number, each followed
    by what may belong to it. `heads` keeps what was made before. `found`: a search is on; what was folded
    away is open then, so that every found row is seen."""
    place = {one.id: number for number, one in enumerate(shown)}
    mark = "?" if found else ""
    made: list[Section] = []
    taken: set[str] = set()
    of_group: dict[str, list[ProposedGroup]] = {}
    for proposal in whole.proposals:
        of_group.setdefault(proposal.group_id, []).append(proposal)

    def ordered(ids: Iterable[str]) -> tuple[str, ...]:
        return tuple(sorted((one for one in ids if one in place), key=place.__getitem__))

    def propose(proposal: ProposedGroup) -> None:
        loose = ordered(one for one in proposal.ids if one not in taken)
        if not loose:
            return
        taken.update(loose)
        made.append(
            Section(
                f"{mark}{ALIKE}:{'+'.join(sorted(proposal.ids))}",
                ALIKE,
                "Có thể giống nhau" if not proposal.group_id else "Có thể thuộc nhóm trên",
                ", ".join(part for part in (_some(loose, proposal.ids, proposal), proposal.reason) if part),
                shown=loose,
                source=source,
                ids=proposal.ids,
                reason=proposal.reason,
            )
        )

    in_groups = {one.id for group in whole.groups for one in group.opinions}
    for group in whole.groups:
        members = ordered(one.id for one in group.opinions)
        taken.update(one.id for one in group.opinions)
        if members:
            made.append(_group(group, members, source, _head(group, heads), mark))
        for proposal in of_group.pop(group.id, ()):
            propose(proposal)
    rest = [proposal for found_ones in of_group.values() for proposal in found_ones]
    for proposal in sorted(rest, key=lambda one: one.opinions[0].number):
        propose(proposal)
    singles = [one.id for one in shown if one.id not in taken and one.id not in in_groups]
    if singles:
        made.append(
            Section(
                f"{mark}{SINGLE}", SINGLE, "Riêng lẻ", f"{thousands(len(singles))} ý kiến",
                shown=tuple(singles), source=source, ids=tuple(singles),
            )
        )  # fmt: skip
    return tuple(made)


def _some(shown: Sequence[str], ids: Sequence[str], proposal: ProposedGroup) -> str:
    """ "2 ý kiến", "1 trên 3 ý kiến" where a filter hides the others."""
    all_of_them = len(ids) if not proposal.group_id else len(shown)
    return f"{len(shown)} ý kiến" if len(shown) == all_of_them else f"{len(shown)} trên {all_of_them} ý kiến"


def _group(
    group: OpinionGroup, members: tuple[str, ...], source: RowSource, head: Head, mark: str
) -> Section:
    many = len(group.opinions)
    count = f"{many} ý kiến" if len(members) == many else f"{len(members)} trên {many} ý kiến"
    return Section(
        f"{mark}{GROUP}:{group.id}",
        GROUP,
        head.title,
        f"{count} giống nhau, {thousands(head.people)} người, {_answer_words(head.answers)}",
        head.note,
        head.answers > 1,
        members,
        source,
        tuple(one.id for one in group.opinions),
    )


def _head(group: OpinionGroup, heads: dict[str, Head]) -> Head:
    known = heads.get(group.id)
    if known is None or known.opinions != group.opinions:
        known = heads[group.id] = Head(
            group.opinions, group_title(group.opinions), people_count(group.opinions), len(group.answers),
            units_words(group.opinions),
        )  # fmt: skip
    return known


def _answer_words(answers: int) -> str:
    if answers > 1:
        return f"{answers} câu trả lời khác nhau"
    return "chung một câu trả lời" if answers else "chưa có câu trả lời chung"


def units_words(opinions: Sequence[Opinion]) -> str:
    """The unit that all were given to, or how many there are."""
    units = tuple(dict.fromkeys(answering_unit(one) for one in opinions if answering_unit(one)))
    if len(units) > 1:
        return f"{len(units)} đơn vị"
    return short_unit(units[0]) if units else "Chưa giao"


def group_title(opinions: Sequence[Opinion]) -> str:
    """What they are about: the wish whose words the others say most, without the words of asking."""
    said = [frozenset(plain_words(one.text)) for one in opinions]
    wishes = [wish for one in opinions if (wish := _wish(one.text))]

    def shared(wish: str) -> tuple[float, int]:
        words = plain_words(wish)
        return sum(word in other for word in words for other in said) / max(len(words), 1), -len(wish)

    return max(wishes, key=shared, default="Nhóm ý kiến")


def _wish(text: str) -> str:
    clause = _CLAUSE.split(one_line(text).strip(), maxsplit=1)[0]
    plain = _ASKING.sub("", clause).strip() or clause
    if len(plain) > _TITLE:
        plain = plain[:_TITLE].rsplit(" ", 1)[0] + "…"
    return capital(plain)
