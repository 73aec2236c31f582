"""Reports in the short formats that other programs read: a line, row or annotation a claim."""
