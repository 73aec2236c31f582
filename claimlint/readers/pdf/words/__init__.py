"""Glyphs become words, packed by lines; what no font gives away is left out."""
