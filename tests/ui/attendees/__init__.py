"""Tests of the page of attendees."""
