"""What people do with an event, one verb a module."""
