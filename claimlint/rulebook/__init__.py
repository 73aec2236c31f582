"""The rule book: claim rules, clause rules, topics, kinds of evidence and sources.

`yaml` reads the files of `rules/` strictly, `packs` lays rules of others beside them, `compiled`
keeps what they came to for the next start, and `load` returns whichever is at hand. What they make:
`model` (rules, made of `patterns`), `entries` (the catalogue of evidence), both in a `rule_book`
with `filing` (which words a pattern needs). `reading_form` is the text that rules see.
"""
