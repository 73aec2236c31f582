"""A reading process, its owner, and what they tell each other."""
