"""Pages of two columns: a deck beside its contract, an old version beside a new one."""
