"""The command line: one command a file; each parses, calls the session, prints, sets the status."""
