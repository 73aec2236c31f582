"""Several vendors side by side: what they claim, what backs it, what they disclose and sign."""
