"""The office's library through the services."""
