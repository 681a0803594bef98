"""The board of promises: its rows, the one in hand with its history, the form, columns by state (F1, F3)."""
