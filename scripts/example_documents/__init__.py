"""The papers of an invented vendor, one module per document."""
