"""Office files: packages of XML parts, opened with limits and repaired where they are damaged.

`word`, `slides`, `sheets`, `odf` and `rtf` read a format each. They share `package` (the parts of a
file), `words` (its text) and `graphics`; `old` reads binary files, through LibreOffice.
"""
