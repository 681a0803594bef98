"""Every window and every page of every document as a picture."""
