"""From words to passages: lines, columns, paragraphs, tables, what runs through the pages."""
