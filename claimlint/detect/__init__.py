"""Detection: from the passages of a document to its claims and clauses.

In their order: `units` (passages are cut into sentences, bullets and cells), `paper` (what kind of
paper they make), `matching` (where the words of a rule stand), `context` (which matches say no such
thing; asks `parsing` for a parse), `claims` and `clauses` (what the matches of a unit come to),
`marking` (which words a reader is shown), `facets` (what they are about) and, where papers are
compared, `topics`. `detector` puts these steps together, `detected` is what comes out, and `cues`
finds phrases of the word lists for all of them.
"""
