"""Claims: one a category and unit, with its strength and aspect."""
