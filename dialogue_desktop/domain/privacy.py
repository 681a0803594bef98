"""What may be made public: the one door to consent, masks and the posted copy (M2, L10; Luật 91/2025)."""

from __future__ import annotations

from collections.abc import Iterable

from dialogue_desktop.domain.consent import may_name as may_name
from dialogue_desktop.domain.consent import may_name_speaker as may_name_speaker
from dialogue_desktop.domain.consent import wants_no_place as wants_no_place
from dialogue_desktop.domain.posted_copy import SOMEBODY as SOMEBODY
from dialogue_desktop.domain.posted_copy import LeftOut as LeftOut
from dialogue_desktop.domain.posted_copy import Posted as Posted
from dialogue_desktop.domain.posted_copy import posted as posted
from dialogue_desktop.domain.posted_copy import public_text as public_text
from dialogue_desktop.domain.private_names import CITIZEN, NameFinder
from dialogue_desktop.domain.private_names import unnamed as unnamed
from dialogue_desktop.domain.private_words import MASKED_NUMBER as MASKED_NUMBER
from dialogue_desktop.domain.private_words import MASKED_PASSAGE as MASKED_PASSAGE
from dialogue_desktop.domain.private_words import MASKS as MASKS
from dialogue_desktop.domain.private_words import private_cuts
from dialogue_desktop.domain.records import Voice
from dialogue_desktop.domain.redaction import cut_out


def mask_numbers(text: str) -> tuple[str, int]:
    """The text without telephone and identity numbers, houses, mails and days of birth, and how many."""
    found, removed = cut_out(text, private_cuts(text))
    return found, len(removed)


def hidden_names(
    text: str, voices: Iterable[Voice], named: Iterable[tuple[str, str]] = (), *, citizen: str = CITIZEN
) -> str:
    """The text without the whole names of `voices` (see `unnamed`), but for those in `named` (name and
    thôn). The place is not said twice where it follows the name anyway."""
    finder = NameFinder(tuple(voices), citizen=citizen)
    return cut_out(text, finder.cuts(text, set(named), short=False))[0]
