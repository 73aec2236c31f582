"""Rich text: control words and groups, read as paragraphs."""
