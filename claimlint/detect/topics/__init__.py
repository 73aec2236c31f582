"""Topics: the positions that a paper takes, for comparing it with another paper."""
