"""Evidence: what documents and dossiers show, and how far it backs a claim.

In their order: `text` (a document in units of plain text, its footnotes), `detectors` (numbers,
dates, names in a text), `matching` (the cues of each kind of evidence, tried where they can stand),
`disclosures` (the fields that belong together, or fall short), `dossier` and `cards` (what a vendor
states outside its papers), `judging` (a claim beside all of these).

Beside them, of a vendor as a whole: `questions` that its claims leave, `notices`, `other_products`
and `own_papers` (whose evidence does not count), `vendor_answers` (a questionnaire that came back).
"""
