"""The disclosure label: pure functions from a report to text. One file a format."""
