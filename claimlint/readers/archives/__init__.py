"""Archives, whose members are read by their own readers."""
