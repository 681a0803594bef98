"""The meeting that looks back on the conference: its form, kept within a second, saved as one act (F4)."""
