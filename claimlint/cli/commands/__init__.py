"""The commands: one module each, by the name of the command."""
