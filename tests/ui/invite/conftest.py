"""A commune's conference with its plan of participants, presenters without a window, and the page in one."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from dialogue_desktop.domain.plan import Level, ParticipantGroup, Quota
from tests.live.hall import Hall
from tests.ui.invite.desk import Desk, SlipDesk
from tests.ui.page_stage import PageStage, opened_pages
from ui.pages.invite import InvitePage

GROUPS = (
    ParticipantGroup("cap-xa", "Mời Thường trực Đảng ủy, Ủy ban Mặt trận Tổ quốc Việt Nam xã", expected=6),
    ParticipantGroup("thon", "Bí thư chi bộ, Trưởng thôn", Level.LOCALITY),
    ParticipantGroup("nhan-dan", "Nhân dân {thon}", Level.PEOPLE, 60),
)


@pytest.fixture
def hall(data_dir: Path) -> Iterator[Hall]:
    made = Hall(data_dir)
    plan = made.app.planning.plan(made.cid)
    quotas = (Quota("pa", 30), Quota("pa", 12, "xóm Đình"), Quota("dv", 20))
    made.app.planning.save_plan(made.cid, replace(plan, participants=GROUPS, quotas=quotas, tasks=()))
    yield made
    made.app.close()


@pytest.fixture
def desk(hall: Hall) -> Desk:
    return Desk(hall)


@pytest.fixture
def slip_desk(hall: Hall) -> SlipDesk:
    return SlipDesk(hall)


@pytest.fixture
def open_page(qtbot: QtBot, hall: Hall, make_look: Any) -> Iterator[Callable[..., PageStage]]:
    yield from opened_pages(hall.app, make_look, lambda context: InvitePage(context, hall.cid))
