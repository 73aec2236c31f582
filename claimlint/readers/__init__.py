"""Readers: a file becomes a document, every passage with its place. One file a format.

In their order: `opening` (a path becomes bytes of a format of `registry`), `sandbox` (untrusted
files go to a `process` of their own), `formats` (what each reader yields, by the `interface` that
all keep; `office`, `pdf`, `web` and `strings` are what they are made of), `assembly` (a document).
"""
