"""Reports: pure functions from a report to text or bytes, listed in `registry`.

`text` (terminals), `papers` (Word and Markdown), `html`, `columns` (two papers side by side),
`vendors` (several sellers side by side), `json`, `sarif` and `tools` (short formats for other
programs) each hold one way to write; `contents` holds what all of them say, and `look` how it is
to look.
"""
