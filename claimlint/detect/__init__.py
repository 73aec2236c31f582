"""Detection: passages are cut into units, matched, weighed in their context, and graded."""
