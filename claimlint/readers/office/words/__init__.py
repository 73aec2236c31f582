"""What the text of all office formats shares: spans, headings, numbers, white on white."""
