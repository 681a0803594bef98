"""What the cells of a list of opinions say: consent, field, kind, how to be heard, several in one cell."""

from __future__ import annotations

import re
from collections.abc import Sequence
from difflib import SequenceMatcher
from functools import lru_cache

from dialogue_desktop.domain.records import OPINION_KIND_LABELS, SOURCE_LABELS, OpinionKind, Source
from dialogue_desktop.domain.text_vi import fold, one_line
from dialogue_desktop.exchange.list_cells import LONGEST_SHORT, Said, short_of, shown
from dialogue_desktop.exchange.opinion_rows_types import SpeakingForm
from dialogue_desktop.exchange.table_types import Value

# --- consent ------------------------------------------------------------------------------------------

_YES = frozenset(
    "co|dong y|x|v|1|yes|y|ok|co dong y|dong y cong khai|cong khai|c|true|✓|✔|☑|√|nhat tri|duoc".split("|")
)
_NO = frozenset(
    "khong|khong dong y|0|no|n|k|ko|kh|khong cong khai|false|✗|✘|chua dong y|giu kin|khong nhat tri".split(
        "|"
    )
)
_AGREES = re.compile(r"(?:co,? )?dong y(?:,? (?:cong khai|cho cong khai|neu ten|neu ho ten).{0,40})?")
_BLANK = frozenset(("", "-", "–", "☐", "□", "chua hoi", "khong ro", "?", "…", "..."))


def read_consent(value: Value) -> Said:
    """True or False as said; None where nothing is said, or nothing that can be understood."""
    if isinstance(value, bool):
        return Said(value)
    text = shown(value)
    return _read_consent(text if len(text) <= LONGEST_SHORT else text[:LONGEST_SHORT])


@lru_cache(maxsize=2_000)
def _read_consent(text: str) -> Said:
    key = fold(text).strip(" .,;()")
    if key in _BLANK:
        return Said()
    if key in _YES:
        return Said(True)
    if key in _NO:
        return Said(False)
    if key.startswith("khong"):
        return Said(False)
    if _AGREES.fullmatch(key):  # never "có thể", never "đồng ý nếu …"
        return Said(True)
    return Said(
        doubt=(
            f"Không hiểu “{short_of(text)}”: ghi Có hoặc Không. Tạm coi là chưa hỏi nên không công khai tên."
        ),
        choices=("Có", "Không"),
    )


def read_ticked(value: Value) -> bool:
    """Whether a box of its own ("Không") is ticked."""
    return value not in (None, "", False) and fold(shown(value)).strip(" .") not in (*_BLANK, "khong", "0")


# --- field --------------------------------------------------------------------------------------------

OTHER = "Khác"


class Fields:
    """Understands fields by the office's list; each different text once."""

    def __init__(self, fields: Sequence[str]) -> None:
        self._fields = tuple(fields)
        self._keys = {fold(name): name for name in fields}
        self._known: dict[str, Said] = {}

    def read(self, text: str) -> Said:
        found = self._known.get(text)
        if found is None:
            found = self._known[text] = self._read(one_line(text))
        return found

    def exact(self, text: str) -> str:
        """The name in the list that a text is; empty otherwise."""
        return self._keys.get(fold(text).strip(" .:;-"), "")

    def _read(self, text: str) -> Said:
        key = fold(text).strip(" .:;-")
        if not key:
            return Said("")
        if exact := self.exact(text):
            return Said(exact)
        if not self._fields:
            return Said(text)
        padded = f" {_words(key)} "
        holding = [
            name
            for name in self._fields
            if padded in f" {_words(fold(name))} " or f" {_words(fold(name))} " in padded
        ]
        if len(holding) == 1:
            return Said(holding[0])
        near = sorted(
            ((SequenceMatcher(None, key, fold(name)).ratio(), name) for name in self._fields), reverse=True
        )
        choices = tuple(holding) or tuple(name for score, name in near[:3] if score >= 0.6)
        if len(choices) == 1 and near[0][0] >= 0.88:
            return Said(
                choices[0], doubt=f"Lĩnh vực “{short_of(text)}” được hiểu là “{choices[0]}”.", choices=choices
            )
        other = self.exact(OTHER)
        into = f"tạm xếp vào “{other}”" if other else "tạm để trống"
        return Said(
            other,
            doubt=f"Lĩnh vực “{short_of(text)}” không có trong danh mục của cơ quan; {into}.",
            choices=choices,
        )


def _words(key: str) -> str:
    return " ".join(re.findall(r"\w+", key))


# --- kind, source, form -------------------------------------------------------------------------------

_KINDS = {fold(label): kind for kind, label in OPINION_KIND_LABELS.items()}
_SOURCES = {fold(label): source for source, label in SOURCE_LABELS.items()}


def read_kind(text: str) -> OpinionKind | None:
    """None where the list does not say."""
    return _read_kind(text[:LONGEST_SHORT]) if text else None


@lru_cache(maxsize=2_000)
def _read_kind(text: str) -> OpinionKind | None:
    key = fold(text).strip(" .")
    return next((kind for label, kind in _KINDS.items() if label in key), None)


def read_source(text: str) -> Source | None:
    """None for what no source is called, and for the hall: a list comes from before the day."""
    return _read_source(text[:LONGEST_SHORT]) if text else None


@lru_cache(maxsize=2_000)
def _read_source(text: str) -> Source | None:
    key = fold(text).strip(" .")
    source = _SOURCES.get(key)
    if source is None and key:
        source = next((s for label, s in _SOURCES.items() if label in key or key in label), None)
    return None if source is Source.HALL else source


def read_form(text: str) -> Said:
    """How the person wants to be heard, None when nothing is said."""
    return _read_form(text[:LONGEST_SHORT])


@lru_cache(maxsize=2_000)
def _read_form(text: str) -> Said:
    key = fold(text).strip(" .")
    if not key:
        return Said()
    if "khong phat bieu" in key:
        return Said(SpeakingForm.WRITTEN)
    if "phat bieu" in key or "truc tiep" in key or key in ("noi", "x"):
        return Said(SpeakingForm.SPEAK)
    if "cau hoi" in key or "thu ky" in key or "hoi" in key.split():
        return Said(SpeakingForm.QUESTION)
    if "van ban" in key or "gui" in key or "viet" in key or "phieu" in key:
        return Said(SpeakingForm.WRITTEN)
    return Said(
        doubt=f"Không hiểu hình thức “{short_of(text)}”; tạm coi là không ghi.",
        choices=tuple(form.value for form in SpeakingForm),
    )


# --- opinion ------------------------------------------------------------------------------------------

_NOTHING = re.compile(
    r"(?:khong|khong co|chua co|ko|ko co)(?: (?:y kien|kien nghi|gi|cau hoi|de nghi|y kien gi"
    r"|kien nghi gi))*(?: (?:them|khac))?"
    r"|nhat tri|dong y|x|-+|khong co y kien,? kien nghi(?: gi)?"
)
# Bounded everywhere: a cell of thirty thousand line ends must not take a minute.
_ITEM = re.compile(r"(?:^|(?<=\n)|(?<=[.;!?] ))\s{0,9}(?:(\d{1,2})\s{0,2}[.)/]|([-–•*+]))\s{1,9}(?=\S)")
_SHORTEST_PART = 12
_LONGEST_NOTHING = 60


def says_nothing(text: str) -> bool:
    """ "Không có ý kiến"."""
    return len(text) <= _LONGEST_NOTHING and _NOTHING.fullmatch(fold(text).strip(" .,;")) is not None


def single_opinions(text: str) -> tuple[str, ...]:
    """The opinions of "1. … 2. …" or "- … - …" one by one; empty for a single one. No word is left out:
    what stands before the first mark goes with the first."""
    if not ("\n" in text or "1." in text or "1)" in text or "1/" in text or text[:1] in "-–•*+"):
        return ()  # most opinions: the search below takes longer than all else that is asked of a row
    marks = list(_ITEM.finditer(text))
    numbered = [mark for mark in marks if mark[1]]
    if len(numbered) >= 2 and [int(mark[1]) for mark in numbered] == list(range(1, len(numbered) + 1)):
        marks = numbered
    else:
        marks = [
            mark
            for mark in marks
            if mark[2] and (mark.start() == 0 or "\n" in text[mark.start() - 1 : mark.end()])
        ]
    if len(marks) < 2:
        return ()
    lead = text[: marks[0].start()].strip()
    parts: list[str] = []
    for mark, after in zip(marks, [*marks[1:], None], strict=True):
        part = text[mark.end() : after.start() if after is not None else len(text)].strip()
        parts.append(part)
    if any(len(part) < _SHORTEST_PART for part in parts):
        return ()
    if lead:
        parts[0] = f"{lead} {parts[0]}"
    return tuple(parts)
