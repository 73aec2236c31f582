"""Deck against contract, version against version: compares what detection told, reads no text."""
