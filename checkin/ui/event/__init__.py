"""The event itself: its days, organizers, lists, file and backups."""
