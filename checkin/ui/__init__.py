"""The window: pages that ask services and show what these answer; none of them queries."""
