"""Facets: what claims and clauses are about, told by word lists."""
