"""The camera at the door."""
