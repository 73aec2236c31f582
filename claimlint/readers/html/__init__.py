"""Web pages: from the bytes of a page to passages with their lines and columns."""
