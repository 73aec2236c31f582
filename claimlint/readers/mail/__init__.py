"""Mails and mailboxes: subject, text, and attachments by their own readers."""
