"""The middle of the screen: who speaks, the opinion, the answer, what became of it."""
