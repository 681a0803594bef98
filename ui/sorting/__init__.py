"""Opinions given their fields and their competence, with suggestions."""
