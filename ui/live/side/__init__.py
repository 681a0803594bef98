"""The right pane: what was prepared, the counts, what was written last."""
