"""Plain text: paragraphs, bullets, headings and rows, told by blank lines and marks."""
