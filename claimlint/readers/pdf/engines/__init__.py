"""The libraries that tell glyphs: pdfium, pdfplumber where that fails, Tesseract for pictures."""
