"""Certificates in the window."""
