"""The report formats of `compare`: one module each, as `claimlint.reports.registry` describes."""
