"""The ways a code comes in."""
