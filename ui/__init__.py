"""The windows of the program (Qt)."""
