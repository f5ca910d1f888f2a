"""Whether all is ready before the doors open."""
