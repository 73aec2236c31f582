"""Judging: how far evidence backs a claim.

`assess` asks kind by kind: does anything take the claim back (`contradicting`), what is each
disclosure worth to it (`weighing`, with the `figures` of both), is it only promised (`promises`)?
`level` says how grave the outcome is. `matter_report` judges the papers of a vendor as a whole,
whatever is claimed, by what each `disclosure` is worth by itself; `serving` says what a measured
accuracy means for a hundred items.
"""
