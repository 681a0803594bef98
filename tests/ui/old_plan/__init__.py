"""The page that starts from an old plan, and the list of what was not understood."""
