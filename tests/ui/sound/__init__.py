"""The sounds of the door, measured and played."""
