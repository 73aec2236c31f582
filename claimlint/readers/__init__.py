"""Readers: a file becomes a document, every passage with its place. One folder a kind of file.

In their order: `opening` (a path becomes bytes of a format of `registry`), `sandbox` (untrusted
files go to a `process` of their own), the reader of the format, and `assembly` (a document). A
reader keeps the contract of `interface`; those of `plain`, `markdown`, `html`, `mail` and `strings`
share `text`, and `office`, `pdf` and `archive` read what is packed.
"""
