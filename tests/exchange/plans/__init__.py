"""Invented plans of invented communes, each written in another way, with what is in them (P13)."""

from __future__ import annotations

from tests.exchange.plans.highland import EA_MDRONG
from tests.exchange.plans.island import HON_NGOC
from tests.exchange.plans.made import OldPlan
from tests.exchange.plans.party import THACH_LAM
from tests.exchange.plans.pasted import NAM_CHAI
from tests.exchange.plans.plain import PHU_LUONG
from tests.exchange.plans.river import VINH_TAN
from tests.exchange.plans.town import KIM_THUY

__all__ = ["EA_MDRONG", "HON_NGOC", "KIM_THUY", "PLANS", "VINH_TAN", "OldPlan"]

PLANS = (KIM_THUY, HON_NGOC, VINH_TAN, EA_MDRONG, THACH_LAM, NAM_CHAI, PHU_LUONG)
