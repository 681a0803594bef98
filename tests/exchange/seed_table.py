"""What a person finds in the five real plans: places in their words, never the words themselves (P13)."""

from __future__ import annotations

from tests.exchange import seed_000, seed_001, seed_002, seed_003, seed_004
from tests.exchange.seed_shape import Seed

TABLE: dict[str, Seed] = {
    "000": seed_000.SEED,
    "001": seed_001.SEED,
    "002": seed_002.SEED,
    "003": seed_003.SEED,
    "004": seed_004.SEED,
}
