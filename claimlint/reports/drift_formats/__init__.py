"""The report formats of `diff`: one module each, as `claimlint.reports.registry` describes."""
