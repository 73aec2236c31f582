"""What earlier runs found, kept under seal in the user's cache, by the contents of the files."""
