"""Opinions that came before the day: the list, one opinion in full, and its form (C4, C5)."""
