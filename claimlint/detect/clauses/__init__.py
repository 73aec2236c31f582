"""Clauses: which label a unit of a contract carries, and what it inherits from its heading."""
