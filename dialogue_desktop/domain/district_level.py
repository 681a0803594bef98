"""Bodies of the district level, which ended on 01/7/2025 (Luật 72/2025/QH15, Điều 51 khoản 3)."""

from __future__ import annotations

import re
from datetime import date

#: From this day there is no district level.
DISTRICT_END = date(2025, 7, 1)

_DISTRICT = re.compile(r"\b(?:huyện|quận(?!\s+sự)|thị xã|thị ủy|thị uỷ)\b", re.IGNORECASE)


def names_district(text: str) -> bool:
    """Whether a text speaks of a huyện, quận or thị xã, or of a body of one."""
    return _DISTRICT.search(text) is not None
