"""The programme: a timetable by day and room."""
