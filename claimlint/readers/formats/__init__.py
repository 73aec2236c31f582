"""One module a format: `FORMAT`, `SUFFIXES`, `IN_PROCESS` and `read`."""
