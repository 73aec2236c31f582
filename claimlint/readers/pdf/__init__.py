"""What the PDF reader is made of; `file` puts it together.

In its order: `opening`, `pages` (each page by the library that can read it: `pdfium`, `plumber`, or
recognised by `ocr`), `words`, `drawing`, `hidden`, then `layout`, which makes passages of a page.
Beside the pages: `whole`, `extras`, `appearances`, `alternatives`, `xfa`.
"""
