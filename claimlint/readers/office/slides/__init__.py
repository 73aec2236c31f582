"""Decks: PresentationML, one slide after another, in the order a person reads."""
