"""What office programs open: Word documents, workbooks, cells. Same content, same bytes."""
