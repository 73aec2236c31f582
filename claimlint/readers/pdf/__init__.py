"""What the PDF reader is made of: glyphs, words, lines, columns, paragraphs, and the rest."""
