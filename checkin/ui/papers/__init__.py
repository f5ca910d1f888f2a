"""What is signed on paper: sheets to print, to type in, and the list for an emergency."""
