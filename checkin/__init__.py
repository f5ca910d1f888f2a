"""Check-in: checks attendees in at multi-day seminars."""
