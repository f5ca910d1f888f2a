"""Tickets by e-mail: whose, in which words, through which server, and what came of it."""
