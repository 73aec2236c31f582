"""The PDF reader; `file` puts its parts together.

In their order: `opening`, `pages` (each by the library of `engines` that can read it), `words`,
`drawn` (rules, areas and pictures, and which words they hide), then `layout`, which makes passages
of a page. `besides` holds what is not printed: titles, comments, form values, alternative texts.
All of them speak of `glyphs`, and of the page as a person sees it (`geometry`).
"""
