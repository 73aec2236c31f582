"""Reports as papers in blocks, written once and shown as Word documents or as Markdown."""
