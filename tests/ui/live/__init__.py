"""The live screen through its window."""
