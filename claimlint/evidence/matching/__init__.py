"""Where the cues of a kind of evidence stand: compiled once, tried where their words are."""
