"""A secretary of iron works at the real program and is killed, again and again, on the same data (L9)."""
