"""What was done to one record: read beside its page, from a verb that any page may have (L9)."""
