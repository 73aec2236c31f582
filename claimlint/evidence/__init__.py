"""Evidence: what a document or dossier shows, and how far it backs a claim."""
