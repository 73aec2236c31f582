"""Marking: which words of a unit a claim or clause is shown with."""
