"""Charts, diagrams, drawings and embedded files, and the words in them."""
