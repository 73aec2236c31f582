"""What contradicts a claim: its own footnote, a lower figure, a known failure, people at work."""
