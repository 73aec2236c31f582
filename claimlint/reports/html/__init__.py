"""The HTML report: a view built from the report, and the templates that draw it."""
