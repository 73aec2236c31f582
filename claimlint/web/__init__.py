"""The desk: claimlint in a browser, served to this machine alone."""
