"""Units: the sentences, bullets and cells that passages are cut into, and what they complete."""
