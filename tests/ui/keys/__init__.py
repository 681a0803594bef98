"""The keys of the session."""
