"""Tests of the self-service kiosk."""
