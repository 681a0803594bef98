"""Lists that come back to the office: one frame for opinions, answers and delegates."""
