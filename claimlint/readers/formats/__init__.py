"""One module a format of `claimlint/readers/file_types.py`, with its `read`."""
