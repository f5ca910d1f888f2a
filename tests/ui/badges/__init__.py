"""The page of badges, and printing."""
