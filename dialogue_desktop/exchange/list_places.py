"""The address in a cell: house, xóm, and the thôn that it means among those of the conference."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from dialogue_desktop.domain.plan import Locality
from dialogue_desktop.domain.text_vi import fold, one_line

# Accent-free names of kinds; longest first, so that "to dan pho" is not "to".
_KINDS = (
    "to dan pho", "khu dan cu", "khu pho", "tieu khu", "thon", "lang", "xom", "ban", "buon", "bon", "ap",
    "khom", "khoi", "soc", "phum", "plei", "tdp", "kdc", "khu", "to", "kp", "t.",
)  # fmt: skip
_KIND = re.compile(rf"^(?:{'|'.join(map(re.escape, _KINDS))})\.?\s+(?:so\s+)?")
_HOUSE = re.compile(r"^(?:so nha|nha so|sn|nha)\b\.?:?\s*\w*\d")
_HAMLET = re.compile(r"^(?:xom|ngo|ngach|doi|to|cum|khu|duong|pho|kiet|hem|lien gia|nhom)\b")
_ADMIN = re.compile(r"^(?:xa|phuong|thi tran|dac khu|huyen|tinh|thanh pho|tp|quan)\b\.?")
_PARTS = re.compile(r"\s*[,;\n]\s*|\s+[-–—]\s+")
_LIKE, _SAME = 0.78, 0.88
_LONGEST_NAME = 80
_WORDS = re.compile(r"\w+")
_DIGITS = re.compile(r"\d+")


@dataclass(frozen=True, slots=True)
class Place:
    """`locality` is the label of the thôn; `doubt` one sentence, `choices` what may be meant instead."""

    locality: str = ""
    hamlet: str = ""
    house: str = ""
    doubt: str = ""
    choices: tuple[str, ...] = ()


class Places:
    """Understands addresses; each different text once."""

    def __init__(self, localities: Sequence[Locality], unit: str = "") -> None:
        self._localities = tuple(localities)
        self._unit = fold(unit)
        self._unit_name = _ADMIN.sub("", self._unit).strip()
        self._exact: dict[str, Locality | None] = {}
        for locality in localities:
            for key in {fold(locality.label), fold(locality.name), _bare(locality.label)}:
                # Two thôn of one name are told apart by their label alone.
                self._exact[key] = None if key in self._exact else locality
            self._exact[fold(locality.label)] = locality
        self._known: dict[str, Place] = {}

    @property
    def empty(self) -> bool:
        """Whether the conference names no thôn: it is for the whole commune."""
        return not self._localities

    def starts_as_place(self, text: str) -> bool:
        """ "thôn …", "xóm …", whether it is known or not."""
        key = fold(text)
        return _KIND.match(key) is not None or _HAMLET.match(key) is not None

    def named_in(self, text: str) -> tuple[str, ...]:
        """Labels that stand in a heading as whole words."""
        key = f" {' '.join(_WORDS.findall(fold(text)))} "
        return tuple(
            one.label for one in self._localities if f" {' '.join(_WORDS.findall(fold(one.label)))} " in key
        )

    @property
    def only(self) -> str:
        """The label when the conference is of one thôn."""
        return self._localities[0].label if len(self._localities) == 1 else ""

    def read(self, text: str) -> Place:
        found = self._known.get(text)
        if found is None:
            found = self._known[text] = self._read(text)
        return found

    def exact(self, text: str) -> str:
        """The label of the thôn that a text names without doubt; empty otherwise."""
        key = fold(text).strip(" .:,-")
        found = self._exact.get(key)
        if found is None and key not in self._exact:
            found = self._exact.get(_bare(key)) if _KIND.match(key) else None
            if found is not None and key.startswith("xom ") != fold(found.label).startswith("xom "):
                return ""  # "xóm Đình" is a part of some thôn, not the thôn called Đình
        return found.label if found is not None else ""

    def _read(self, text: str) -> Place:
        lines = "\n".join(one_line(line) for line in text.split("\n") if line.strip())
        parts = [part for part in _PARTS.split(lines) if part.strip(" .")]
        house: list[str] = []
        hamlets: list[str] = []
        locality = ""
        strange: list[str] = []
        for part in parts:
            key = fold(part).strip(" .")
            label = self.exact(part)
            if _HOUSE.match(key):
                house.append(part)
            elif label and not locality:
                locality = label
            elif len(parts) > 1 and self._is_commune(key):
                continue
            elif _HAMLET.match(key) and (len(parts) > 1 or self._localities):
                hamlets.append(_small_kind(part))
            else:
                strange.append(_small_kind(part))
        return self._settled(locality, hamlets, house, strange)

    def _settled(self, locality: str, hamlets: list[str], house: list[str], strange: list[str]) -> Place:
        doubt = ""
        choices: tuple[str, ...] = ()
        if not locality and strange:
            locality = strange.pop()
            if self._localities:
                choices = self._looks_like(locality)
                doubt = f"“{locality}” không phải thôn của hội nghị này"
                if choices and self._is_slip(locality, choices):
                    doubt += f"; hiểu là “{choices[0]}”"
                    locality = choices[0]
                elif choices:
                    doubt += f"; gần nhất là “{choices[0]}”"
                doubt += "."
        elif not locality and hamlets:
            choices = self._looks_like(hamlets[-1])
            if choices:
                doubt = f"Chỉ ghi “{hamlets[-1]}”; có phải “{choices[0]}” không?"
        return Place(locality, ", ".join([*hamlets, *strange]), ", ".join(house), doubt, choices)

    def _is_slip(self, text: str, choices: tuple[str, ...]) -> bool:
        """Whether only one thôn resembles the text, by all but a letter and with the same figures."""
        key, other = _bare(text), _bare(choices[0])
        return (
            len(choices) == 1
            and _DIGITS.findall(key) == _DIGITS.findall(other)
            and SequenceMatcher(None, key, other).ratio() >= _SAME
        )

    def _is_commune(self, key: str) -> bool:
        return _ADMIN.match(key) is not None or key in (self._unit, self._unit_name)

    def _looks_like(self, text: str) -> tuple[str, ...]:
        """Labels that resemble a text, the nearest first."""
        matcher = SequenceMatcher(None, "", _bare(fold(text[:_LONGEST_NAME])))
        scored: list[tuple[float, str]] = []
        for one in self._localities:
            matcher.set_seq1(_bare(fold(one.label)))
            # The quick ones can only be too high: most thôn are out after them.
            if matcher.real_quick_ratio() >= _LIKE and matcher.quick_ratio() >= _LIKE:
                scored.append((matcher.ratio(), one.label))
        return tuple(label for score, label in sorted(scored, reverse=True)[:3] if score >= _LIKE)


def _bare(label: str) -> str:
    """The name without its kind: "tdp so 3" gives "3"."""
    return _KIND.sub("", fold(label)).strip()


def _small_kind(text: str) -> str:
    """ "Thôn Phú Ấp" in the middle of a sentence: "thôn Phú Ấp"."""
    first, space, rest = text.partition(" ")
    if space and (_KIND.match(fold(text)) or _HAMLET.match(fold(text))):
        return f"{first.lower()} {rest}"
    return text
