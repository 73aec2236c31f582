"""spaCy and its model, loaded when a first check asks for a parse."""
