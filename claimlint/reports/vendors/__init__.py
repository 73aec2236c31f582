"""Several vendors side by side."""
