"""Finds claims about AI in documents and pairs each with the evidence that it needs."""

__version__ = "0.1.0"
