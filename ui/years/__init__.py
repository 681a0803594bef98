"""Years of conferences beside each other: words, bars."""
