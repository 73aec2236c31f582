"""The rule book: claim rules, clause rules, evidence kinds and sources, loaded strictly."""
