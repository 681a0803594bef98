"""The weeks before the day in the real program, by keys alone: from slips to a full hall with its answers."""
