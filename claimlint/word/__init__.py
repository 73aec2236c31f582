"""Word documents from words and tables: same content, same bytes."""
