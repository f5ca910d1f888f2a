"""Plots in the window."""
