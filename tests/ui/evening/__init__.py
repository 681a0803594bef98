"""A whole evening in the hall, played by keys alone."""
