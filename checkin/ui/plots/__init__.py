"""Plots people look at, and the report they are part of."""
