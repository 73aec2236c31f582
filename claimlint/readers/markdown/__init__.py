"""Markdown: blocks as markdown-it finds them, places from the source."""
