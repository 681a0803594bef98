"""The page of import."""
