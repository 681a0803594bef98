"""Tests of the setting up."""
