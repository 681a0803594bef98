"""The page "Theo dõi cam kết" and the review meeting, in their windows (F1, F3, F4)."""
