"""Tests of rehearsing the door."""
