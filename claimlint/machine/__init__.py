"""What claimlint asks of the machine: paths, the cache folder, processes, LibreOffice."""
