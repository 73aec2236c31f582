"""What stands beside the printed text: titles, comments, form values, alternative texts."""
