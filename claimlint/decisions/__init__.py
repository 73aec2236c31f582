"""The record of decisions: read, written, and laid over the findings of a run."""
