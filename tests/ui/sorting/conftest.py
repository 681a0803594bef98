"""A commune with opinions of every kind of certainty, and the page of sorting in a window."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from tests.live.hall import Hall
from tests.ui.page_stage import PageStage, opened_pages
from ui.pages.sorting import SortingPage

ROAD = "Đường trục thôn ổ gà, mưa lầy lội, xe máy ngã, xin rải đá và sửa mặt đường trước mùa mưa"
RUBBISH = "Rác thải sinh hoạt để ở đầu thôn hai tuần chưa thu gom, bốc mùi, đề nghị có xe chở rác"
LAND = "Gia đình xin cấp giấy chứng nhận quyền sử dụng đất, thửa đất đo lại chưa có kết quả"
POWER = "Trạm biến áp quá tải, tối nào điện cũng yếu, đề nghị ngành điện lắp thêm trạm biến áp"
VAGUE = "Kính thưa hội nghị, tôi cũng như bà con"
LOUD = "Đường liên thôn nhiều ổ gà, xin đổ bê tông"


@pytest.fixture
def heap(hall: Hall) -> dict[str, str]:
    """Five without a field, the vague one among them, and one that stands in another field than suggested."""
    return {
        "road": hall.collect(ROAD, "Nguyễn Đức Ưởng", "thôn Phú Ấp"),
        "rubbish": hall.collect(RUBBISH, "Ngô Thị Ước", "thôn Phú Ấp"),
        "vague": hall.collect(VAGUE, "Đặng Văn Quyết", "thôn Đồng Vạn"),
        "land": hall.collect(LAND, "Lò Văn Ế", "thôn Thượng Vĩnh Ổn"),
        "power": hall.collect(POWER, "Vũ Thị Mỡ", "thôn Đồng Vạn"),
        "other": hall.collect(LOUD, "Trần Văn Tạ", "thôn Đồng Vạn", field="Môi trường"),
    }


@pytest.fixture
def open_page(qtbot: QtBot, hall: Hall, make_look: Any) -> Iterator[Callable[..., PageStage]]:
    yield from opened_pages(hall.app, make_look, lambda context: SortingPage(context, hall.cid))
