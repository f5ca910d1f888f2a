"""The page that reception works on: one field, one verdict."""
