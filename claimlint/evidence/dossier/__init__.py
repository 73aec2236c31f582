"""The vendor's own statement of evidence: `claimlint.evidence.yaml`."""
