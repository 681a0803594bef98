"""Copies of a conference that were worked on apart and come together."""
