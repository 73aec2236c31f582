"""Reports: pure functions from a report to text or bytes. One file a format."""
