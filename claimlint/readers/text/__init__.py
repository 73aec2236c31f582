"""What all readers of text share: bytes to characters, characters to lines and columns."""
