"""Badges: looked at before they are printed, and printed."""
