"""Closing days and packing evidence, in the window."""
