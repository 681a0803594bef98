"""The session without a window: what is known, what the screen says, and every verb of the secretary."""
