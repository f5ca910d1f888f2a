"""The designer of badges: a badge on the table, its elements, and what they are like."""
