"""The paper as a whole: its kind, its language, the names in it."""
