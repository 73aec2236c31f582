"""What a document discloses: fields joined to pieces of evidence, and what falls short of them."""
