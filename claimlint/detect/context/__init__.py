"""Context: named checks that look at a match in its unit and may let it go, with the reason."""
