"""Taking a conference along to the hall, and bringing it home (L11)."""
