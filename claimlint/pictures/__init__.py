"""Pictures of pages: PDF pages by pdfium, slides by LibreOffice where that is installed."""
