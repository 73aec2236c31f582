"""The Model Context Protocol over standard input and output: what an assistant may ask."""
