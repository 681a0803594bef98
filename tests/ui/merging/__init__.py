"""The page of the hall's copies."""
