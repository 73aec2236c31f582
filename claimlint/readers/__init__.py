"""Readers: a file becomes a document, every passage with its place. One file a format."""
