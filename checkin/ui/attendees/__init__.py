"""The people of the event: found, looked at, added, corrected."""
