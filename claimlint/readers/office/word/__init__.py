"""Text documents: WordprocessingML, one story after another."""
