"""What the readers of text, Markdown, HTML and mail share: characters and their places."""
