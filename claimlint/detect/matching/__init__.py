"""Matching: where in a unit the words of a rule stand."""
