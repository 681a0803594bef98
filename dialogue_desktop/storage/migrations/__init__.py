"""Alembic's folder: one revision per released schema."""
