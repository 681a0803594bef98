"""Office documents: one frozen tree, rendered as PDF, as DOCX and as plain text."""
