"""The score: how well detection does on labelled sentences, ours and real ones."""
