"""Values that documents, findings and reports are made of: frozen, without behaviour."""
