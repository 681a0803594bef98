"""The keys of the session, changed by the reader: what may be a key, the list, the page (G6)."""
