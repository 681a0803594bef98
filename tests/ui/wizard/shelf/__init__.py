"""The office's library inside the wizard."""
