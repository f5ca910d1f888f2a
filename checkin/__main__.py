"""Lets `python -m checkin` do what the `checkin` command does."""

from checkin.cli import main

main()
