"""The steps between paths and report, which `claimlint.session` puts together.

In their order: `inputs` (paths become files), `cases` (each file is read and its claims detected,
by a `crew` of processes where there are several; that is a `case`), `matters` (what a vendor's
papers show together), `pairing` (claims beside that evidence), `judging` (all of these, or what
`result_cache` kept of an earlier run), `conflicts` (papers beside contracts), `explaining` (what
reports need of the rule book), `status`. Beside them: `prepared` (what a run goes by), `events`
(what it tells), `notices`, `fingerprint` (names of claims that last), `output_cache` (whole
outputs).
"""
