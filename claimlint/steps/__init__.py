"""The steps between paths and report, which `claimlint.session` puts together.

In their order: `inputs` (paths become files), `cases` (each file read and its claims detected, by a
`crew` of processes where there are several), `pairing` (claims beside evidence), `judging` (these
two, or what `result_cache` kept of an earlier run), `conflicts` (papers beside contracts),
`explaining` (what reports need of the rule book), `status`. Beside them: `events` (what a run
tells), `notices`, `fingerprint` (names of claims that last), and `output_cache` (whole outputs).
"""
