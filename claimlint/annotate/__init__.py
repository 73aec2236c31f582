"""The original file with the findings in it: comments, highlights, marks and footnotes."""
