"""The text in which evidence is looked for: units of a document, its tables, its footnotes."""
