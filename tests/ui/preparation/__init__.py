"""The page "Việc chuẩn bị"."""
