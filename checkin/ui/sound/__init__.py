"""The sounds of the door: what they are, how they are made, and where they come out."""
