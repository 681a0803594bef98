"""The page "Tìm tất cả": one list of everything, found as one types (G3)."""
