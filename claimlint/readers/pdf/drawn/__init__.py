"""What a page draws besides its text, and which words that hides."""
