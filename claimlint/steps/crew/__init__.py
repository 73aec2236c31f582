"""Several processes that check files side by side, each its share; one composes the report."""
