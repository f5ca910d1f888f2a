"""Rehearsing the door: a window of its own on a throw-away copy, and its page of test codes."""
