"""How far evidence backs a claim: its age, its target, its measurements, what contradicts it."""
