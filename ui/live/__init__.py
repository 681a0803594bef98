"""The live session: one screen for the evening in the hall."""
