"""Tests of the program; they mirror its packages."""
