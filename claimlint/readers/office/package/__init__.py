"""The package of an office file: its parts, read within limits, and their XML."""
