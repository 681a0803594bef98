"""Lists of opinions from Excel, Word or the clipboard: looked at row by row, then kept (C4)."""
