"""The office's calendar of working days: its words, the form of a day, the law's limits, what moves."""
