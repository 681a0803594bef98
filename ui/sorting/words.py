"""What the page of sorting says: rows, one opinion in full, how sure; made without Qt (C6)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from dialogue_desktop.domain.competence import CompetenceGuess
from dialogue_desktop.domain.field_guess import RATHER_SURE, FieldGuess
from dialogue_desktop.domain.plan import Locality
from dialogue_desktop.domain.records import Opinion
from dialogue_desktop.domain.text_vi import one_line
from ui.live.session.quick_add import short_place
from ui.opinions.hints import because
from ui.opinions.matching import marks
from ui.opinions.words import who
from ui.sorting.core import Part

SURE, RATHER, UNSURE, NONE, BEYOND = "sure", "rather", "unsure", "none", "beyond"

#: Headings of the list, in its order.
GROUPS: Mapping[str, str] = {
    SURE: "Gợi ý chắc",
    RATHER: "Khá chắc",
    UNSURE: "Chưa chắc",
    NONE: "Chưa có gợi ý",
}
PART_WORDS: Mapping[Part, str] = {
    Part.UNSORTED: "Chưa xếp",
    Part.DIFFERS: "Khác gợi ý",
    Part.BEYOND: "Có thể vượt thẩm quyền",
}
#: (fact, sentence) where a view has nothing left.
EMPTY: Mapping[Part, tuple[str, str]] = {
    Part.UNSORTED: (
        "Mọi ý kiến đã có lĩnh vực",
        "Ý kiến mới nhập mà chưa ghi lĩnh vực sẽ hiện ở đây.",
    ),
    Part.DIFFERS: (
        "Không có ý kiến nào xếp khác gợi ý",
        "Mỗi khi lĩnh vực đã xếp khác với gợi ý, ý kiến đó hiện ở đây để xem lại.",
    ),
    Part.BEYOND: (
        "Không có ý kiến nào cần xem thẩm quyền",
        "Ý kiến có từ ngữ thường thuộc cơ quan khác giải quyết sẽ hiện ở đây.",
    ),
}
KEEP_WORDS: Mapping[Part, str] = {Part.DIFFERS: "Giữ như đã xếp", Part.BEYOND: "Thuộc thẩm quyền xã"}
_DIGITS = 9


@dataclass(frozen=True, slots=True)
class SortRow:
    """One line; `note` under the suggestion says why or what stands now; `sure` is a key of `GROUPS`, or
    BEYOND."""

    id: str
    number: str
    text: str
    who: str
    suggestion: str
    note: str
    sure: str


@dataclass(frozen=True, slots=True)
class Choice:
    """A field or body that can be chosen; `key` "1" to "9" for the first ones; `note`: "gợi ý"."""

    value: str
    key: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class SortDetail:
    """One opinion in full with its suggestion; `now` is how it stands sorted."""

    id: str
    title: str
    who: str
    text: str
    marks: tuple[tuple[int, int], ...]
    suggestion: str
    why: str
    now: str
    sure: str


def sure_of(guess: FieldGuess | None) -> str:
    if guess is None:
        return NONE
    return SURE if guess.sure else RATHER if guess.confidence >= RATHER_SURE else UNSURE


def person(opinion: Opinion, localities: Sequence[Locality]) -> str:
    """ "Ông Nguyễn Đức Ưởng, Phú Ấp"."""
    places = dict.fromkeys(short_place(v.locality, localities) for v in opinion.voices if v.locality)
    return ", ".join(part for part in (who(opinion), " – ".join(places)) if part)


def field_row(
    opinion: Opinion, guess: FieldGuess | None, localities: Sequence[Locality], *, differs: bool
) -> SortRow:
    reason = because(guess.because) if guess else ""
    note = f"Đang xếp: {opinion.field}" if differs else reason
    suggestion = guess.field if guess else "–"
    return _row(opinion, localities, suggestion, note, sure_of(guess))


def competence_row(
    opinion: Opinion, guesses: Sequence[CompetenceGuess], localities: Sequence[Locality]
) -> SortRow:
    return _row(opinion, localities, guesses[0].body, because(guesses[0].because), BEYOND)


def _row(opinion: Opinion, localities: Sequence[Locality], suggestion: str, note: str, sure: str) -> SortRow:
    return SortRow(
        opinion.id, str(opinion.number), one_line(opinion.text), person(opinion, localities),
        suggestion, note, sure,
    )  # fmt: skip


def field_detail(opinion: Opinion, guess: FieldGuess | None, localities: Sequence[Locality]) -> SortDetail:
    now = f"Đang xếp: {opinion.field}" if opinion.field else ""
    if guess is None:
        return _detail(opinion, localities, (), "", "Chưa đủ rõ để gợi ý. Chọn lĩnh vực ở dưới.", now, NONE)
    why = because(guess.because)
    second = f"hoặc {guess.second}" if guess.second and not guess.sure else ""
    words = capital_first("; ".join(part for part in (why, second) if part))
    return _detail(opinion, localities, guess.because, guess.field, words, now, sure_of(guess))


def competence_detail(
    opinion: Opinion, guesses: Sequence[CompetenceGuess], localities: Sequence[Locality]
) -> SortDetail:
    first = guesses[0]
    words = " ".join(f"{capital_first(part)}." for part in (because(first.because), first.why) if part)
    now = f"Lĩnh vực: {opinion.field}" if opinion.field else ""
    return _detail(opinion, localities, first.because, first.body, words, now, BEYOND)


def _detail(
    opinion: Opinion, localities: Sequence[Locality], said: Sequence[str], suggestion: str, why: str,
    now: str, sure: str,
) -> SortDetail:  # fmt: skip
    found = sorted({hit for phrase in said for hit in marks(opinion.text, phrase)})
    return SortDetail(
        opinion.id, f"Ý kiến số {opinion.number}", person(opinion, localities), opinion.text, tuple(found),
        suggestion, why, now, sure,
    )  # fmt: skip


def capital_first(text: str) -> str:
    return text[:1].upper() + text[1:]


def choices(values: Sequence[str], suggested: Sequence[str], now: str) -> tuple[Choice, ...]:
    """The office's list in its order, the first nine with their digit."""
    found = []
    for place, value in enumerate(values, start=1):
        note = "đang xếp" if value == now else "gợi ý" if value in suggested else ""
        found.append(Choice(value, str(place) if place <= _DIGITS else "", note))
    return tuple(found)


def facts_words(unsorted: int, of: int) -> str:
    """ "12 trên 46 ý kiến chưa xếp lĩnh vực"."""
    if not of:
        return "Chưa có ý kiến nào"
    return f"{unsorted} trên {of} ý kiến chưa xếp lĩnh vực" if unsorted else f"{of} ý kiến đều đã có lĩnh vực"


def facts_short_words(unsorted: int) -> str:
    return f"{unsorted} chưa xếp" if unsorted else "Đã xếp hết"


def sorted_words(count: int, field: str, number: int) -> str:
    """What the toast says: "Đã xếp ý kiến số 12 vào Giao thông"."""
    if count == 1:
        return f"Đã xếp ý kiến số {number} vào {field}"
    return f"Đã xếp lĩnh vực cho {count} ý kiến theo gợi ý chắc"
