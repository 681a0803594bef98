"""Pages of paper in the window: drawing them, showing them, printing them."""
