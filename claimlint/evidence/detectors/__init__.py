"""Small functions that find a value, date, version or name in plain text.

Each takes the text of one unit and yields hits; none looks beyond it. Every pattern is ours and
takes time in proportion to the text.
"""
