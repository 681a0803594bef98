"""Promises followed to their end, by service (F1, F3, F4)."""
