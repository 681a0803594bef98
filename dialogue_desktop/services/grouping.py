"""Opinions that say the same: proposed side by side, joined under one answer or kept apart (C6)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path
from threading import Lock

from dialogue_desktop.domain.alike_groups import candidates, pair, together
from dialogue_desktop.domain.field_guess import FieldModel
from dialogue_desktop.domain.field_topics import ready_model
from dialogue_desktop.domain.journal import Change, removal
from dialogue_desktop.domain.likeness import Gist, GistReader, Likeness, Rarity, likeness
from dialogue_desktop.domain.opinion_groups import OpinionGroup, group_of, groups, joined_answer
from dialogue_desktop.domain.records import Apart, Opinion, RecordKind, Records
from dialogue_desktop.errors import BadInput, NotFound
from dialogue_desktop.services.act_log import ActLog
from dialogue_desktop.services.acts import changed, created
from dialogue_desktop.services.library import Library
from dialogue_desktop.services.live_changes import new_id
from dialogue_desktop.services.sorting import GONE
from dialogue_desktop.sorting_data import load
from dialogue_desktop.storage.journal import Journal
from dialogue_desktop.storage.records_query import RecordsQuery

TOO_FEW = "Cần ít nhất hai ý kiến để gộp. Chưa thay đổi gì; hãy chọn thêm ý kiến cùng nội dung."
NO_GROUP = "Nhóm ý kiến này không còn. Các ý kiến vẫn giữ nguyên. Hãy chọn lại trong danh sách."

#: What all opinions of a group have in common: one answer, and who prepares it.
JOINT = frozenset({"prepared_answer", "prepared_by"})

#: The act that gives opinions their joint answer, for finding what each had before.
_JOIN = "opinion.group"
#: Texts whose gist is remembered.
_KEPT = 20_000

#: What an opinion is about, and how it is spread over the fields.
_Look = tuple[Gist, dict[str, float]]


@dataclass(frozen=True, slots=True)
class ProposedGroup:
    """Opinions that look like one thing, in the order of their numbers; `group_id` where some of them are a
    group already. `share`: how sure of the least sure two; `common`: the words and names that they share."""

    opinions: tuple[Opinion, ...]
    share: float
    common: tuple[str, ...]
    group_id: str = ""

    @property
    def ids(self) -> tuple[str, ...]:
        return tuple(opinion.id for opinion in self.opinions)

    @property
    def reason(self) -> str:
        """ "cùng nói: Phú Ấp, đường, ngập"."""
        return f"cùng nói: {', '.join(self.common[:5])}" if self.common else ""


@dataclass(frozen=True, slots=True)
class SimilarOpinion:
    """An opinion of the conference that says what a text says."""

    opinion: Opinion
    share: float
    common: tuple[str, ...]


class Grouping:
    """Proposals are values; `join`, `keep_apart` and the rest are acts, one entry and one undo each."""

    def __init__(
        self, records: RecordsQuery, log: ActLog, journal: Journal, library: Library, resources: Path
    ) -> None:
        self._records, self._log, self._journal, self._library = records, log, journal, library
        self._folder = resources / "sorting"
        self._lock = Lock()
        self._reader: GistReader | None = None
        self._background: tuple[Gist, ...] = ()
        self._fields = FieldModel()
        # By text and thôn, since neither changes while a page is open; dropped when there are very many.
        self._read: dict[tuple[str, str], _Look] = {}

    # --- proposals

    def proposals(self, conference_id: str) -> tuple[ProposedGroup, ...]:
        """Groups that nobody has confirmed or refused, the surest first. Takes seconds for thousands of
        opinions: to be called away from the window."""
        records = self._records.records(conference_id)
        known = {opinion.id: opinion for opinion in records.opinions if opinion.text.strip()}
        read: dict[str, _Look] = {}
        for one, opinion in known.items():
            with self._lock:  # only for one: what is asked meanwhile for a few opinions need not wait
                read[one] = self._look(opinion)
        gists = {one: gist for one, (gist, _) in read.items()}
        rarity = Rarity((*self._background, *gists.values()))

        def alike(one: str, other: str) -> Likeness:
            return self._alike(read[one], read[other], rarity)

        refused = {pair(kept.first, kept.second) for kept in records.apart}
        found = {key: alike(*key) for key in candidates(gists, rarity) if key not in refused}
        joined = [[o.id for o in group.opinions if o.id in known] for group in groups(records.opinions)]
        proposed = together(found, joined=joined, apart=refused, closer=alike)
        in_group = {one: number for number, ids in enumerate(joined) for one in ids}
        groups_now = groups(records.opinions)
        rows = []
        linked = {pair(o.id, o.linked_id) for o in records.opinions if o.linked_id}
        for group in proposed:
            if len(group.ids) == 2 and pair(*group.ids) in linked:
                continue  # one repeats the other at the hall: they belong together already
            members = sorted((known[one] for one in group.ids), key=lambda o: (o.number, o.id))
            old = {in_group[one.id] for one in members if one.id in in_group}
            group_id = groups_now[min(old)].id if old else ""
            rows.append(ProposedGroup(tuple(members), group.share, group.common, group_id))
        return tuple(rows)

    def similar_to(
        self, conference_id: str, text: str, *, locality: str = "", but: str = "", limit: int = 5
    ) -> tuple[SimilarOpinion, ...]:
        """Opinions of the conference that say the same as a text, such as the one being typed. `but` is the
        id of the opinion that the text belongs to: what is joined with it or kept apart is left out."""
        if not text.strip():
            return ()
        records = self._records.records(conference_id)
        settled = _settled_with(records, but)
        opinions = [o for o in records.opinions if o.text.strip() and o.id not in settled]
        with self._lock:
            mine = self._look_at(text, locality)
            read = {opinion.id: self._look(opinion) for opinion in opinions}
            rarity = Rarity((*self._background, *(gist for gist, _ in read.values())))
            rows = [
                SimilarOpinion(opinion, found.share, found.common)
                for opinion in opinions
                if (found := self._alike(mine, read[opinion.id], rarity)).alike
            ]
        return tuple(sorted(rows, key=lambda row: (-row.share, row.opinion.number))[:limit])

    def shared_words(self, conference_id: str, ids: Iterable[str]) -> dict[str, tuple[str, ...]]:
        """For each of these opinions its own words and names that another of them has too, as they are
        written there; so that it is seen why they may be one thing, or are not. NotFound."""
        chosen = _chosen(self._records.records(conference_id), ids)
        with self._lock:
            gists = {one.id: self._look(one)[0] for one in chosen}
        having: dict[str, set[str]] = {}
        written: dict[str, dict[str, str]] = {}
        for one, gist in gists.items():
            words = dict(gist.matter) | {name.plain: name.written for name in gist.names}
            for name in (name for other in gists.values() for name in other.names):
                if name.plain in gist.said.plain:
                    words.setdefault(name.plain, name.written)
            written[one] = words
            for word in words:
                having.setdefault(word, set()).add(one)
        return {
            one: tuple(dict.fromkeys(said for word, said in words.items() if said and len(having[word]) > 1))
            for one, words in written.items()
        }

    # --- confirmed groups

    def groups(self, conference_id: str) -> tuple[OpinionGroup, ...]:
        """The confirmed groups, by their first opinion."""
        return groups(self._records.records(conference_id).opinions)

    def join(self, conference_id: str, ids: Iterable[str], *, answer: str | None = None) -> OpinionGroup:
        """Put opinions under one answer. One that is in a group brings its whole group along. Without
        `answer` all that was prepared for any of them is kept, one below the other. What was said to be
        apart between them no longer is. BadInput for fewer than two, NotFound."""
        records = self._records.records(conference_id)
        chosen = _chosen(records, ids)
        whole = {one.id: one for one in chosen}
        for one in chosen:
            old = group_of(records.opinions, one.id)
            whole |= {other.id: other for other in old.opinions} if old else {}
        members = sorted(whole.values(), key=lambda o: (o.number, o.id))
        if len(members) < 2:
            raise BadInput(TOO_FEW)
        old_groups = [group for group in groups(records.opinions) if group.opinions[0].id in whole]
        group_id = max(old_groups, key=lambda g: len(g.opinions)).id if old_groups else new_id()
        text = joined_answer(members) if answer is None else answer.strip()
        by = tuple(dict.fromkeys(one.prepared_by for one in members if one.prepared_by))
        unit = tuple(dict.fromkeys(one.unit for one in members if one.unit))
        changes: tuple[Change, ...] = ()
        for one in members:
            changes += changed(
                RecordKind.OPINION,
                one,
                group_id=group_id,
                prepared_answer=text,
                prepared_by=one.prepared_by or (by[0] if len(by) == 1 else ""),
                unit=one.unit or (unit[0] if len(unit) == 1 else ""),
            )
        for kept in records.apart:
            if kept.first in whole and kept.second in whole:
                changes += removal(RecordKind.APART, kept.id)
        if changes:
            self._log.append(conference_id, _JOIN, changes)
        return self._group(conference_id, group_id)

    def set_answer(
        self, conference_id: str, group_id: str, answer: str, *, by: str | None = None
    ) -> OpinionGroup:
        """Write the joint prepared answer; `by` who prepared it, unchanged without. NotFound."""
        changes: tuple[Change, ...] = ()
        for one in self._group(conference_id, group_id).opinions:
            facts = {"prepared_answer": answer.strip()} | ({} if by is None else {"prepared_by": by.strip()})
            changes += changed(RecordKind.OPINION, one, **facts)
        if changes:
            self._log.append(conference_id, "opinion.group_answer", changes)
        return self._group(conference_id, group_id)

    def edit_member(self, conference_id: str, opinion_id: str, /, **wanted: object) -> Records:
        """Write fields of one opinion; the prepared answer and who prepares it for its whole group, in the
        same entry. NotFound."""
        records = self._records.records(conference_id)
        (one,) = _chosen(records, (opinion_id,))
        changes = changed(RecordKind.OPINION, one, **wanted)
        joint = {name: value for name, value in wanted.items() if name in JOINT}
        group = group_of(records.opinions, opinion_id) if joint else None
        for other in group.opinions if group else ():
            if other.id != opinion_id:
                changes += changed(RecordKind.OPINION, other, **joint)
        shared = group is not None and any(change.id != opinion_id for change in changes)
        self._write(conference_id, "opinion.group_answer" if shared else "opinion.edit", changes)
        return self._records.records(conference_id)

    def leave(self, conference_id: str, ids: Iterable[str]) -> Records:
        """Take opinions out of their groups. Each gets back the answer that was prepared for it alone, as
        long as the joint one is still what joining made of it; else it keeps the joint one. NotFound."""
        records = self._records.records(conference_id)
        self._write(
            conference_id, "opinion.ungroup", self._leaving(conference_id, records, _chosen(records, ids))
        )
        return self._records.records(conference_id)

    def dissolve(self, conference_id: str, group_id: str) -> Records:
        """Take every opinion out of a group. NotFound."""
        return self.leave(conference_id, [one.id for one in self._group(conference_id, group_id).opinions])

    def keep_apart(self, conference_id: str, ids: Sequence[str], *, others: Sequence[str] = ()) -> Records:
        """Say that opinions are different things: they are not proposed as one again, here or on the other
        laptop. Without `others`: each of `ids` from each; with: each of `ids` from each of `others`. Those
        that are in one group leave it. BadInput for fewer than two, NotFound."""
        records = self._records.records(conference_id)
        one_side, other_side = _chosen(records, ids), _chosen(records, others)
        if other_side:
            pairs = {pair(a.id, b.id) for a in one_side for b in other_side if a.id != b.id}
        else:
            pairs = {pair(a.id, b.id) for a, b in combinations(one_side, 2)}
        if not pairs:
            raise BadInput(TOO_FEW)
        known = {kept.id for kept in records.apart}
        changes: tuple[Change, ...] = ()
        for key in sorted(pairs):
            apart = Apart.of(*key)
            if apart.id not in known:
                changes += created(RecordKind.APART, apart)
        group_ids = {o.id: o.group_id for o in records.opinions if o.group_id}
        torn = {a for key in pairs for a in key if group_ids.get(key[0]) == group_ids.get(key[1], "") != ""}
        leaving = [one for one in one_side if one.id in torn]
        changes += self._leaving(conference_id, records, leaving)
        self._write(conference_id, "opinion.apart", changes)
        return self._records.records(conference_id)

    def propose_again(self, conference_id: str, pairs: Iterable[Apart]) -> Records:
        """Forget that pairs were kept apart."""
        there = {kept.id for kept in self._records.records(conference_id).apart}
        changes: tuple[Change, ...] = ()
        for kept in pairs:
            if kept.id in there:
                changes += removal(RecordKind.APART, kept.id)
        self._write(conference_id, "opinion.apart", changes)
        return self._records.records(conference_id)

    # --- within

    def _write(self, conference_id: str, act: str, changes: tuple[Change, ...]) -> None:
        if changes:
            self._log.append(conference_id, act, changes)

    def _group(self, conference_id: str, group_id: str) -> OpinionGroup:
        found = next((group for group in self.groups(conference_id) if group.id == group_id), None)
        if found is None:
            raise NotFound(NO_GROUP)
        return found

    def _leaving(
        self, conference_id: str, records: Records, opinions: Sequence[Opinion]
    ) -> tuple[Change, ...]:
        """Opinions leave their groups; one that would stay alone leaves too."""
        going = {one.id: one for one in opinions if one.group_id}
        for group in groups(records.opinions):
            staying = [one for one in group.opinions if one.id not in going]
            if len(staying) == 1 and len(staying) < len(group.opinions):
                going[staying[0].id] = staying[0]
        own = self._own_answers(conference_id, going)
        changes: tuple[Change, ...] = ()
        for one in going.values():
            changes += changed(
                RecordKind.OPINION, one, group_id="", prepared_answer=own.get(one.id, one.prepared_answer)
            )
        return changes

    def _own_answers(self, conference_id: str, opinions: dict[str, Opinion]) -> dict[str, str]:
        """What was prepared for each alone before its newest joining, where the joint answer is untouched."""
        if not opinions:
            return {}
        own: dict[str, str] = {}
        seen: set[str] = set()
        for entry in reversed(self._journal.entries(conference_id)):
            for change in entry.changes:
                one = opinions.get(change.id)
                if (
                    change.record is not RecordKind.OPINION
                    or change.field != "prepared_answer"
                    or one is None
                ):
                    continue
                if one.id in seen:
                    continue
                seen.add(one.id)
                if entry.kind == _JOIN and change.new == one.prepared_answer and isinstance(change.old, str):
                    if change.old.strip():
                        own[one.id] = change.old
        return own

    def _ready(self) -> GistReader:
        if self._reader is None:
            data = load(self._folder)
            self._reader = GistReader(data.same_words)
            self._background = tuple(
                self._reader.read(example) for topic in data.topics for example in topic.examples
            )
            self._fields = ready_model(self._library.shipped().lists.fields, data.topics)
            self._fields.prepare()
        return self._reader

    def _look(self, opinion: Opinion) -> _Look:
        localities = {voice.locality for voice in opinion.voices if voice.locality}
        return self._look_at(opinion.text, localities.pop() if len(localities) == 1 else "")

    def _look_at(self, text: str, locality: str) -> _Look:
        reader = self._ready()
        key = (text, locality)
        found = self._read.get(key)
        if found is None:
            if len(self._read) >= _KEPT:
                self._read.clear()
            found = self._read[key] = (reader.read(text, locality), self._fields.shares(text))
        return found

    @staticmethod
    def _alike(one: _Look, other: _Look, rarity: Rarity) -> Likeness:
        mine, yours = one[1], other[1]
        same_field = sum(min(share, yours.get(name, 0.0)) for name, share in mine.items())
        return likeness(one[0], other[0], rarity, _spelled_alike, same_field)


def _settled_with(records: Records, opinion_id: str) -> set[str]:
    """The opinion itself, those in its group, and those of which was said that they are another matter."""
    if not opinion_id:
        return set()
    group = group_of(records.opinions, opinion_id)
    apart = {one for kept in records.apart for one in (kept.first, kept.second)
             if opinion_id in (kept.first, kept.second)}  # fmt: skip
    return {opinion_id, *apart, *((one.id for one in group.opinions) if group else ())}


def _spelled_alike(one: str, other: str) -> float:
    """Whatever the order of the words, forgiving a slip in one of them."""
    from rapidfuzz.fuzz import token_set_ratio

    return float(token_set_ratio(one, other)) / 100


def _chosen(records: Records, ids: Iterable[str]) -> list[Opinion]:
    known = {one.id: one for one in records.opinions}
    wanted = list(dict.fromkeys(ids))
    if not known.keys() >= set(wanted):
        raise NotFound(GONE)
    return [known[one] for one in wanted]
