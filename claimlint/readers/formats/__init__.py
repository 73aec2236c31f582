"""One module a format of `claimlint/readers/known.py`, with its `read`."""
