"""Goals of speed and memory, measured as ratios of two things done in one run."""
