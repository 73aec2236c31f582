"""What office programs open: how their files hang together, and papers that are written.

Same content, same bytes.
"""
