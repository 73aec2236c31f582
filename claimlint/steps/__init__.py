"""The way of a document: the steps that `claimlint.session` puts together."""
