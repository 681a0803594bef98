"""The left pane: who has spoken, who speaks, who waits."""
