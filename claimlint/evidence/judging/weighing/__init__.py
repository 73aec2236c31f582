"""What a disclosure is worth to claims of one scope: its age, its product, its task."""
