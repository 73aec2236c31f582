"""Measures how fast claimlint is: ratios of CPU time, in pairs, against programs at hand."""
