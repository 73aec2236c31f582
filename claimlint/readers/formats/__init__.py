"""Formats that one module reads whole; larger ones have rooms of their own."""
