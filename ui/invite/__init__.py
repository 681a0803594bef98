"""The invited: list, form, acts on many at once."""
