"""Abbreviations and ready sentences in the editors: expanded while one types, picked from a list, made."""
