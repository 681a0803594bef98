"""The page of the office's library: its parts, their lists, and what is done to profiles."""
