"""The report formats: one module each, as `claimlint.reports.registry` describes them."""
