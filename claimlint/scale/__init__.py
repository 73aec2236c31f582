"""Past one machine: `claimlint scan` goes through data rooms and web archives on a Dask cluster.

In order: `sources` names the documents, `plan` parts them into batches, `fetching` brings one to
the worker, `batches` checks those of one batch and commits their rows, `tally` adds the batches up,
`driver` keeps the cluster busy. `store` is the folder of results, which survives any kill.
"""
