"""Slips handed out and come back."""
