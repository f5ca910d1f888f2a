"""Who was there, each day."""
