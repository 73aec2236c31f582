"""The configuration file: found, read with the line of every value, laid over what it extends."""
