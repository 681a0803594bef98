"""The live session without a window."""
