"""The command line: what the commands in `commands/` share, and the program they belong to."""
