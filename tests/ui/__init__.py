"""Tests of the window, as its users use it."""
