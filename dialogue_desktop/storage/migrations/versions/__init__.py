"""The revisions, named by their schema number."""
