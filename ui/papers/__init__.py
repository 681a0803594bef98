"""The papers before the day: which there are, what each holds, how it is printed."""
