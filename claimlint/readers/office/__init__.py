"""Office files: packages of XML parts, opened with limits and repaired where they are damaged."""
