"""The office's calendar of working days, by keyboard."""
