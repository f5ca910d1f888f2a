"""Certificates in the window: who gets one, issuing, saving, sending, verifying, the log."""
