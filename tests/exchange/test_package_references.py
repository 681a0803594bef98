"""What a record of the hall names must be in its package (G5, L2, L3, L8)."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest

from dialogue_desktop.exchange.package import PackageFault
from dialogue_desktop.exchange.package_read import contents_of
from dialogue_desktop.exchange.package_write import to_json
from tests.exchange.test_package import whole_package

_NOWHERE = "không-có"


def _concluded_of(raw: Any, opinion_id: str) -> None:
    raw["conclusions"][0]["opinion_ids"].append(opinion_id)


@pytest.mark.parametrize(
    ("change", "place"),
    [
        (lambda raw: raw["turns"][0].update(opinion_id=_NOWHERE), "turns[0].opinion_id"),
        (lambda raw: raw["opinions"][1].update(answered_with=_NOWHERE), "opinions[1].answered_with"),
        (lambda raw: _concluded_of(raw, _NOWHERE), "conclusions[0].opinion_ids"),
        (lambda raw: _concluded_of(raw, ""), "conclusions[0].opinion_ids"),
    ],
)
def test_what_leads_nowhere_is_refused(change: Callable[[Any], None], place: str) -> None:
    raw = json.loads(to_json(whole_package()))
    change(raw["records"])
    with pytest.raises(PackageFault) as refused:
        contents_of(json.dumps(raw).encode())
    assert f"ở mục records.{place} nói đến" in str(refused.value)
